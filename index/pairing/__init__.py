"""A Chinese and an English text of one report, sentence set against sentence."""

from index.pairing.align import Bead, align
from index.pairing.features import Features, features_in, features_of
from index.pairing.splitting import Split, split

__all__ = ["Bead", "Features", "Split", "align", "features_in", "features_of", "split"]
