"""Words in the window: the card of a word, the word list, and the way back to where a word was met."""
