"""The training code: held-out reports stay out, measures measure, and the same seed gives the same table."""

from __future__ import annotations

import json
import lzma
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from models.training.corpus import WRITTEN
from models.training.encoder_data import (
    CONCEPTS,
    PLACES,
    is_chinese,
    load_material,
    read_concepts,
    read_places,
    read_queries,
)
from models.training.encoder_data import QUERIES as ASKED
from models.training.retrieval import QUERIES, Alignment, score_alignment, score_queries, summarise

ROOT = Path(__file__).resolve().parents[2]

_TRAIN_TWICE = """
import numpy as np, tokenizers, torch
from models.training.encoder import train_members, vocabulary_texts
from models.training.encoder_batches import Recipe
from models.training.encoder_data import Material
from models.training.encoder_vocabulary import build_tokenizer
torch.set_num_threads(2)
topics = [("增加就业岗位", "create more jobs"), ("保护长江生态", "protect the Yangtze"), ("修建高速铁路", "build railways"),
          ("发展数字经济", "digital economy grows"), ("提高医疗水平", "better health care")]
pairs = tuple((f"第{a}项，{zh}与{zb}。", f"{en} and {eb}, item {a}.") for a, (zh, en) in enumerate(topics) for zb, eb in topics)
material = Material(domain=pairs, general=pairs, related=tuple((zh, zb) for zh, _ in topics for zb, _ in topics),
                    concepts=(("jobs", "就业", "岗位"), ("rail", "铁路", "railways")), places=(("长江", "Yangtze"),),
                    development=tuple(topics), monolingual=tuple(zh for zh, _ in pairs),
                    queries=(tuple((f"怎么{zh}", zh) for zh, _ in topics), (("green river", "保护长江生态"),)),
                    terms=(("就业", "jobs"),))
texts = vocabulary_texts(material)
vocabularies = [build_tokenizer(texts) for _ in range(2)]
assert vocabularies[0] == vocabularies[1], "tokeniser"
tokenizer = tokenizers.Tokenizer.from_str(vocabularies[0])
recipe = Recipe(dimension=16, members=2, steps=12, domain=24, general=12, related=12, concepts=2, places=1, own=12,
                queries=4, terms=1)
tables = [train_members(material, tokenizer, recipe) for _ in range(2)]
assert np.array_equal(*tables), "table"
assert tables[0].shape == (tokenizer.get_vocab_size(), 16) and np.isfinite(tables[0]).all()
folded = tokenizer.encode("保護長江　ＥＣＯＮＯＭＹ ９"), tokenizer.encode("保护长江 economy 9")
assert folded[0].ids == folded[1].ids, folded
print("SAME")
"""


@pytest.mark.slow
def test_the_same_seed_gives_the_same_package() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _TRAIN_TWICE],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=240,
    )  # fmt: skip
    if "No module named 'torch'" in done.stderr:
        pytest.skip("torch, of the dependency group train, is not installed")
    assert done.stdout.rstrip().endswith("SAME"), done.stderr[-2000:]


def write_corpora(folder: Path) -> None:
    def put(path: str, text: str) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")

    for name in ("official/state-council-2020", "parallel/tibet-2026"):
        put(f"reports/{name}.tsv", "秘密的句子。\tA zebra sentence.\n")
    put("reports/official/state-council-2019.tsv", "經濟增長。\tThe economy grew.\n")
    put("reports/parallel/jilin-2026.tsv", "发展农业。\tDevelop farming.\n")
    for name in ("zh/tibet-2026", "zh/hubei-2026", "zh/gansu-2026", "zh/shanghai-2026", "national-zh/2020"):
        put(f"reports/{name}.txt", "一、秘密的标题。秘密的一句话在这里。秘密的另一句话在这里。\n")
    put("reports/zh/hunan-2026.txt", "大力发展工业。全省工业增加值继续增长。一批项目建成投产了。\n")
    put("reports/national-zh/1999.txt", "加强\n农业\n的基础地位。\n\n农业获得\n丰收。\n")
    put("dict/nbs-yearbook-titles.tsv", "2-16 人口年龄构成\t2-16 Age Composition of Population\n")
    for name in ("tibet", "anhui"):
        path = folder / "reports" / "docx-2025" / f"{name}-2025.docx"
        path.parent.mkdir(exist_ok=True)
        text = "秘密的文件。" if name == "tibet" else "安徽稳步前进。"
        body = f"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:p><w:t>{text}</w:t></w:p></w:document>"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("word/document.xml", body)


def write_written(folder: Path) -> None:
    def put(path: str, *rows: str) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(lzma.compress("".join(f"{row}\n" for row in rows).encode()))

    hidden = ("tibet-2025", "gansu-2026", "fujian-2026", "shanghai-2026", "hubei-2025", "jilin-2026")
    put(
        "reports-2026.tsv.xz",
        "anhui-2026\t種好糧食。\tGrow grain.",
        *(f"{name}\t秘密的句子。\tA zebra sentence." for name in hidden),
    )
    put("search/queries.tsv.xz", "anhui-2026\t谁种地\t种好粮食。", "anhui-2026\twho farms\t种好粮食。")


def test_held_out_reports_stay_out_of_everything(tmp_path: Path) -> None:
    write_corpora(tmp_path)
    write_written(tmp_path / "written")
    material = load_material(tmp_path, written=tmp_path / "written")
    everything = repr(material)
    assert "秘密" not in everything
    assert "zebra" not in everything
    assert material.domain == (("经济增长。", "The economy grew."), ("种好粮食。", "Grow grain."))
    assert material.queries == ((("谁种地", "种好粮食。"), ("who farms", "种好粮食。")),)
    assert ("营商环境", "business environment") in material.terms
    assert material.development == (("发展农业。", "Develop farming."),)
    assert ("人口年龄构成", "Age Composition of Population") in material.general
    assert ("大力发展工业。", "一批项目建成投产了。") in material.related
    assert {"加强农业的基础地位。", "农业获得丰收。", "安徽稳步前进。"} <= set(material.monolingual)


def test_phrase_lists_are_well_formed() -> None:
    groups = read_concepts(CONCEPTS)
    assert len(groups) > 600
    for group in groups:
        assert len(set(group)) == len(group) >= 3, group
        assert any(is_chinese(phrase) for phrase in group), group
        assert all(phrase == phrase.strip() and phrase for phrase in group), group
    places = read_places(PLACES)
    assert ("青岛", "Qingdao") in places
    assert all(is_chinese(zh) and not is_chinese(en) for zh, en in places)


def test_written_queries_ask_for_sentences_of_reports_that_no_graded_query_is_about() -> None:
    queries = read_queries(WRITTEN / ASKED)
    pairs = [pair for group in queries for pair in group]
    assert len(pairs) >= 6_000
    assert len(queries) >= 20
    english = [query for query, _ in pairs if not is_chinese(query)]
    assert 0.2 < len(english) / len(pairs) < 0.8
    graded = {
        mark["quote"]
        for path in QUERIES.rglob("*.jsonl")
        for line in path.read_text("utf-8").splitlines()
        for mark in json.loads(line)["relevant"]
    }
    answers = {sentence for _, sentence in pairs}
    assert not {quote for quote in graded if len(quote) > 20 and any(quote in answer for answer in answers)}


def test_alignment_scores() -> None:
    table = {"a": [1, 0], "b": [0, 1], "A": [1, 0], "B": [0, 1], "c": [1, 0.01], "C": [-1, 0]}

    def encode(texts: object) -> np.ndarray:
        return np.array([table[text] for text in texts], dtype=np.float32)  # type: ignore[attr-defined]

    forth, back = score_alignment(encode, "r", [("a", "A"), ("b", "B"), ("a", "A")])
    assert forth == Alignment("r", "zh-en", 2, 1.0, 1.0)
    assert back.direction == "en-zh"
    forth, _ = score_alignment(encode, "r", [("a", "A"), ("b", "B"), ("c", "C")])
    assert (round(forth.first, 3), forth.in_ten) == (0.667, 1.0)


def test_query_scores_on_a_report_written_here(tmp_path: Path) -> None:
    reports = tmp_path / "reports" / "zh"
    reports.mkdir(parents=True)
    (reports / "x-2026.txt").write_text("甲。乙。\n丙。\n", encoding="utf-8")
    queries = tmp_path / "queries"
    queries.mkdir()
    topic = (
        '{"id": "x-01", "report": "x-2026", "kind": "keywords", "queries": {"en": "b", "zh-Hans": "丙"},'
        ' "relevant": [{"line": 0, "quote": "乙", "grade": 2}]}'
    )
    (queries / "x-2026.jsonl").write_text(topic + "\n", encoding="utf-8")
    table = {"甲。": 0.1, "乙。": 0.9, "丙。": 0.5, "b": 1.0, "丙": -1.0}

    def encode(texts: object) -> np.ndarray:
        return np.array([[table[text]] for text in texts], dtype=np.float32)  # type: ignore[attr-defined]

    scores = score_queries(encode, tmp_path, queries)
    assert [(s.language, round(s.score, 3)) for s in scores] == [("en", 1.0), ("zh-Hans", 0.5)]
    assert summarise(scores) == {"all": 0.75, "en": 1.0, "keywords": 0.75, "zh-Hans": 0.5}


def test_graded_queries_are_well_formed() -> None:
    topics = [
        json.loads(line)
        for path in sorted(QUERIES.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    assert len(topics) * 3 >= 60
    assert len({topic["id"] for topic in topics}) == len(topics)
    for topic in topics:
        assert set(topic["queries"]) == {"en", "zh-Hans", "zh-Hant"}
        assert topic["kind"] in ("keywords", "question", "paraphrase")
        assert any(mark["grade"] == 2 for mark in topic["relevant"])
