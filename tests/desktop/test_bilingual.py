"""Rows and cells: what the view shows of a report and of its translation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.reader.bilingual import Bilingual, Pair, State
from desktop.reader.row_layout import place_columns
from desktop.reader.rows import LONGEST, cut_rows
from desktop.reader.style import ReadingStyle
from desktop.reader.text_selection import TextSelection
from desktop.theme import LIGHT
from index.indicators import extract
from index.report import Language, Report
from index.segmentation import segment
from index.text import Span
from models.doubts import Doubt
from models.translation import Link, Translation
from tests.desktop_fakes import RuleTranslator

TEXTS = st.lists(
    st.text(st.sampled_from("经济增长。；，5.%亿元一、（）a \u3000"), max_size=60), max_size=12
).map("\n".join)


def translated(report: Report, translator: RuleTranslator | None = None) -> Bilingual:
    text = Bilingual(report)
    for sentence in report.sentences:
        source = sentence.span.of(report.text)
        text.translations[sentence.id] = (translator or RuleTranslator()).translate([source])[0]
    text.set_indicators(extract(report))
    return text


@given(TEXTS)
def test_rows_tile_paragraphs_and_each_sentence_begins_in_one(raw: str) -> None:
    report = segment(raw)
    rows = cut_rows(report)
    assert [r.paragraph for r in rows] == list(range(len(report.paragraphs)))
    begun = [s.id for r in rows for s in r.sentences if s.span.start >= r.span.start]
    assert begun == [s.id for s in report.sentences]


def test_a_very_long_line_is_cut_at_its_sentences_and_without_any_anywhere() -> None:
    report = segment("经济平稳运行，民生持续改善。" * 2000)
    rows = cut_rows(report)
    assert len(rows) > 5
    assert all(r.span.end - r.span.start <= LONGEST for r in rows)
    assert "".join(r.span.of(report.text) for r in rows) == report.text
    starts = {s.span.start for s in report.sentences}
    assert all(r.span.start in starts for r in rows)
    begun = [s.id for r in rows for s in r.sentences if s.span.start >= r.span.start]
    assert begun == [s.id for s in report.sentences]
    whole = segment("经" * 20_000)
    assert "".join(r.span.of(whole.text) for r in cut_rows(whole)) == whole.text


@given(TEXTS)
def test_source_cells_are_the_text_itself(raw: str) -> None:
    report = segment(raw)
    text = Bilingual(report)
    for n, row in enumerate(text.rows):
        cell = text.cell(n, report.language)
        assert cell.text == row.span.of(report.text)
        for piece in cell.pieces:
            assert piece.span.of(cell.text) in text.source_of(piece.sentence)


def test_every_target_piece_covers_its_translation(sample: Report) -> None:
    text = translated(sample)
    for n in range(len(text.rows)):
        cell = text.cell(n, Language.EN)
        assert not cell.pending
        for piece in cell.pieces:
            assert piece.span.of(cell.text) == text.translations[piece.sentence].target


def test_a_cell_is_pending_until_its_first_sentence_is_translated(sample: Report) -> None:
    text = Bilingual(sample)
    row = next(n for n, r in enumerate(text.rows) if len(r.sentences) > 3)
    assert text.cell(row, Language.EN).pending
    first = text.rows[row].sentences[0].id
    text.translations[first] = Translation("x", "Done.", "neural")
    cell = text.cell(row, Language.EN)
    assert not cell.pending
    assert cell.text.startswith("Done. …")
    assert [p.state for p in cell.pieces[:2]] == [State.READY, State.WAITING]
    text.unavailable = "No translation"
    other = next(n for n in range(len(text.rows)) if n != row)
    assert text.cell(other, Language.EN).text == "No translation"


def test_warnings_and_failures_are_visible_in_the_cell(sample: Report) -> None:
    text = translated(sample, RuleTranslator(warn_on="376亿元", fail_on="消费拉动作用"))
    pieces = [p for n in range(len(text.rows)) for p in text.cell(n, Language.EN).pieces]
    warned = [p for p in pieces if p.warning_at >= 0]
    failed = [p for p in pieces if p.state is State.FAILED]
    assert warned
    assert all("376亿元" in text.source_of(p.sentence) for p in warned)
    assert all(p.warning for p in warned)
    assert failed
    assert all("消费拉动作用" in text.source_of(p.sentence) for p in failed)


def test_a_doubt_has_a_sign_of_its_own_and_a_warning_comes_first(sample: Report) -> None:
    text = translated(sample)
    first, second = [s.id for s in sample.sentences if s.id in text.translations][2:4]
    for key, numbers in ((first, "ok"), (second, "warning")):
        known = text.translations[key]
        text.translations[key] = Translation(
            known.source, known.target, "neural", numbers, "figures missing", (), 0.1, (Doubt.UNSURE,)
        )
    pieces = {p.sentence: p for n in range(len(text.rows)) for p in text.cell(n, Language.EN).pieces}
    assert (pieces[first].doubts, pieces[first].warning) == (("unsure",), "")
    assert pieces[first].warning_at > pieces[first].span.end
    assert (pieces[second].doubts, pieces[second].warning) == ((), "figures missing")


def test_an_indicator_is_marked_in_both_languages_at_its_own_number(sample: Report) -> None:
    text = translated(sample)
    indicator = next(i for i in text.indicators.values() if "15760.3" in i.text)
    row = text.row_of(indicator.sentence_id)
    zh, en = text.cell(row, Language.ZH), text.cell(row, Language.EN)
    (in_chinese,) = [m for m in text.marks(zh) if m.indicator == indicator.id]
    (in_english,) = [m for m in text.marks(en) if m.indicator == indicator.id]
    assert in_chinese.span.of(zh.text) == indicator.text
    assert in_english.span.of(en.text) == "1.57603 trillion"
    assert in_english.status == "actual"


def test_without_a_link_there_is_no_mark_in_the_translation(sample: Report) -> None:
    text = translated(sample)
    for key, known in text.translations.items():
        text.translations[key] = Translation(known.source, known.target, "neural")
    assert not any(text.marks(text.cell(n, Language.EN)) for n in range(len(text.rows)))
    assert any(text.marks(text.cell(n, Language.ZH)) for n in range(len(text.rows)))


def test_numbers_are_linked_both_ways(sample: Report) -> None:
    text = translated(sample)
    for key, known in text.translations.items():
        for link in known.links:
            pair = Pair(key, (link.source,), (link.target,), "number")
            assert text.counterparts(key, link.source.start, in_source=True) == pair
            assert text.counterparts(key, link.target.end - 1, in_source=False) == pair
            assert text.number_target(key, link.source) is not None
    assert text.counterparts(sample.sentences[0].id, 0, in_source=True) is None


def test_a_word_has_all_its_counterparts_and_a_number_comes_first(sample: Report) -> None:
    text = translated(sample)
    key = next(key for key, known in text.translations.items() if known.links)
    number = text.translations[key].links[0]
    text.alignments[key] = (
        Link(Span(0, 2), Span(4, 9), "word"),
        Link(Span(0, 2), Span(12, 15), "word"),
        Link(number.source, Span(0, 3), "word"),
    )
    assert text.counterparts(key, 1, in_source=True) == Pair(
        key, (Span(0, 2),), (Span(4, 9), Span(12, 15)), "word"
    )
    assert text.counterparts(key, 13, in_source=False) == Pair(key, (Span(0, 2),), (Span(12, 15),), "word")
    exact = text.counterparts(key, number.source.start, in_source=True)
    assert exact is not None
    assert exact.kind == "number"


def test_another_script_moves_no_span(sample: Report) -> None:
    text = translated(sample)
    before = [text.cell(n, Language.ZH) for n in range(len(text.rows))]
    text.script = "traditional"
    after = [text.cell(n, Language.ZH) for n in range(len(text.rows))]
    assert [len(c.text) for c in after] == [len(c.text) for c in before]
    assert [c.pieces for c in after] == [c.pieces for c in before]
    assert any(a.text != b.text for a, b in zip(after, before, strict=True))
    assert any("產" in c.text for c in after)


def test_selected_text_is_copied_by_paragraph(sample: Report) -> None:
    text = Bilingual(sample)
    selection = TextSelection(Language.ZH, (2, 2), (0, 1))
    lines = selection.text(text).split("\n")
    assert lines[0] == text.cell(0, Language.ZH).text[1:]
    assert lines[1] == text.cell(1, Language.ZH).text
    assert lines[2] == text.cell(2, Language.ZH).text[:2]
    assert selection.span_in(3, 10) is None
    assert selection.span_in(2, 10) == Span(0, 2)
    assert TextSelection(Language.ZH, (1, 1), (1, 1)).text(text) == ""


@given(st.integers(120, 4000), st.integers(60, 240))
def test_columns_lie_beside_each_other_within_the_view(width: int, zoom: int) -> None:
    style = ReadingStyle(LIGHT, zoom)
    left, right = place_columns(style, "columns", width, Language.ZH)
    assert left.side is Language.ZH
    assert left.x + left.width < right.x
    if width > 600:
        assert right.x + right.width <= width
    (only,) = place_columns(style, "en", width, Language.ZH)
    assert only.side is Language.EN
    above, below = place_columns(style, "interleaved", width, Language.EN)
    assert (above.side, below.side) == (Language.EN, Language.ZH)
    assert above.x == below.x
