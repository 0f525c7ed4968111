"""The domain core: what we know about a report's text, without Qt and without models."""
