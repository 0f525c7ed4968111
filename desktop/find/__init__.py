"""Find in the text: both languages at once, literally."""
