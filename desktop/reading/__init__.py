"""How far a report has been read, and where it was left."""
