"""The dialog of the model packages."""
