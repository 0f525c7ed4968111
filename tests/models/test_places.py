"""Places travel as placeholders, and only places."""

from __future__ import annotations

import pytest

from index.report import Language
from models.numbers import restore
from models.placeholders import protect
from models.places import scan_places
from models.translation import Translator


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("对山东、对青岛工作的重要指示", ["Shandong", "Qingdao"]),
        ("武汉都市圈一体发展", ["Wuhan"]),
        ("各位来宾！实现长治久安，建设新乡村，大庆安保", []),
        ("长治市、新乡市、大庆市", ["Changzhi", "Xinxiang", "Daqing"]),
        ("东海南部、淮河南岸、湖南、海南", ["Huai River", "Hunan", "Hainan"]),
        ("朝阳产业蓬勃发展，出海口畅通", []),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    assert [mention.key for mention in scan_places(text)] == places


def test_a_place_that_is_lost_is_no_missing_figure() -> None:
    protected = protect("青岛港吞吐量突破7亿吨。", Language.ZH)
    assert protected is not None
    name, figure = protected.slots
    assert name.is_name
    assert not figure.is_name
    restored = restore(f"Throughput exceeded {figure.symbol}.", protected.slots, Language.EN)
    assert restored.sound
    whole = restore(
        f"Throughput of {name.symbol} port exceeded {figure.symbol}.", protected.slots, Language.EN
    )
    assert whole.text == "Throughput of Qingdao port exceeded 700 million metric tons."
    assert [link.kind for link in whole.links] == ["term", "number"]


@pytest.mark.models
def test_the_network_keeps_places(to_english: Translator) -> None:
    assert "Qingdao" in to_english.translate(["实施青岛都市圈高质量发展行动。"])[0].target
