"""What the window shows, on paper: printed, or as a PDF."""
