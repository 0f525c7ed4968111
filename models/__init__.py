"""The language models: encoder, translator and what makes their output trustworthy."""
