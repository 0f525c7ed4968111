"""What the reader writes for other programs: a report with its translation. No Qt.

Tables of figures are written by ``index.indicators``.
"""
