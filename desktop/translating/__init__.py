"""The translation of what is asked about, in a card at its words: for reading in one language."""
