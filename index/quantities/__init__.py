"""Quantities: found in Chinese and English prose, compared exactly, written out by rule."""

from index.quantities.chinese import scan_chinese
from index.quantities.english import scan_english
from index.quantities.model import Form, Qualifier, Quantity, QuantityMention

__all__ = ["Form", "Qualifier", "Quantity", "QuantityMention", "scan_chinese", "scan_english"]
