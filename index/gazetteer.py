"""Places in China by their Chinese names, with their English ones."""

from __future__ import annotations

from functools import cache

from resources import resource


@cache
def place_names() -> dict[str, str]:
    """English by Chinese, of provinces and their cities and prefectures; names of one character are left out."""
    names: dict[str, str] = {}
    for line in resource("glossaries", "places.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            fields = line.split("\t")
            names.update({zh: en for zh, en in zip(fields[::2], fields[1::2], strict=False) if len(zh) > 1})
    return names
