"""The library in a window of its own: all reports with what is said about them, taken in, narrowed, put on shelves."""
