"""The reader: window, command line, and the one place where everything is joined."""
