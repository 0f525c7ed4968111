"""The page of the file beside the text, for documents that have pages."""
