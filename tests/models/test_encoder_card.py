"""The bundled encoder is what its card and its manifest say."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from models.catalog import BUNDLED, Catalog
from models.embedding import load_embedder
from models.package import read_package, verify

ENCODER = BUNDLED / "encoder-zh-en"
pytestmark = pytest.mark.skipif(not ENCODER.is_dir(), reason="the bundled encoder is not here")


def card() -> str:
    return (ENCODER / "README.md").read_text(encoding="utf-8")


def test_package_is_small_whole_and_nothing_but_data() -> None:
    package = read_package(ENCODER, "bundled")
    verify(package)
    assert (package.name, package.task, package.from_code, package.to_code) == (
        "encoder-zh-en",
        "encode",
        "zh",
        "en",
    )
    files = [path for path in ENCODER.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 12_000_000
    assert {path.suffix for path in files} <= {".json", ".safetensors", ".md"}


def test_card_names_data_licences_seed_and_limits() -> None:
    text = card()
    for needed in (
        "CC BY 2.0 FR", "MIT", "UN Parallel Corpus", "Article 5", "Tatoeba", "WMT", "--seed", "## Limits",
        "liuzeyi11/GovernmentWorkReportCorpus", "aldohemsn/chinese-political-corpora", "johncodes404",
    ):  # fmt: skip
        assert needed in text, needed
    for name in ("Tibet", "Hubei", "2020"):
        assert name in text


def test_card_gives_recall_in_both_directions_on_both_held_out_reports() -> None:
    rows = re.findall(
        r"\| (state-council-2020|tibet-2026) \| (zh-en|en-zh) \| \d+ \| ([\d.]+) \| ([\d.]+) \|", card()
    )
    assert {(name, direction) for name, direction, _, _ in rows} == {
        (name, direction) for name in ("state-council-2020", "tibet-2026") for direction in ("zh-en", "en-zh")
    }
    for _, _, first, in_ten in rows:
        assert 0.85 <= float(first) <= float(in_ten) <= 1


def test_query_meets_its_sentence_in_any_language(tmp_path: Path) -> None:
    """A sanity check on sentences written here; the card's figures are the measurement."""
    passages = [
        "全年地区生产总值增长5.9%左右，经济运行总体平稳。",
        "新增城镇就业37万人，帮助困难人员实现再就业。",
        "加快建设国际航运中心，港口货物吞吐量居全国前列。",
        "深入打好污染防治攻坚战，空气质量持续改善。",
        "新建改扩建中小学幼儿园60所，增加学位5万个。",
        "完善养老服务体系，新增养老床位2000张。",
    ]
    queries = {
        "economic growth": 0, "經濟增長速度": 0, "new jobs in cities": 1, "找工作": 1, "harbour and shipping": 2,
        "港口航運": 2, "is the air getting cleaner?": 3, "雾霾治理": 3, "new schools": 4, "上学难": 4,
        "care for old people": 5, "老人照護": 5,
    }  # fmt: skip
    embedder = load_embedder(Catalog(tmp_path / "models").encoder())
    scores = embedder.embed(list(queries)) @ embedder.embed(passages).T
    found = dict(zip(queries, np.argmax(scores, axis=1).tolist(), strict=True))
    wrong = {query: passages[place] for query, place in found.items() if place != queries[query]}
    assert len(wrong) <= 1, wrong
