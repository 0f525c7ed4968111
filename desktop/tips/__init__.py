"""Three tips over the sample when the reader is started for the first time; no wizard, nothing to fill in."""
