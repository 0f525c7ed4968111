"""Notes in the window: made on chosen words, shown in both languages, written, found again and given away."""
