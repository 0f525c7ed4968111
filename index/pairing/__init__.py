"""A Chinese and an English text of one report, sentence set against sentence."""

from index.pairing.align import Bead, align
from index.pairing.features import Features, features_of

__all__ = ["Bead", "Features", "align", "features_of"]
