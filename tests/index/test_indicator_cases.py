"""Sentences of real reports, by theme: each must give exactly the records that a reader finds in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.indicator_cases import Case, differences, known_failures, load

CASES = tuple(load())
THEMES = sorted({case.theme for case in CASES})


def test_the_cases_are_many_and_well_formed() -> None:
    ids = [case.id for case in CASES]
    assert len(set(ids)) == len(ids) >= 1000
    assert len({case.id.split("/")[0] for case in CASES}) >= 12
    assert sum(not case.find for case in CASES) >= 80
    assert known_failures() <= set(ids)
    for case in CASES:
        end = 0
        for expected in case.find:
            texts = expected["text"] if isinstance(expected["text"], list) else [expected["text"]]
            assert expected["start"] >= end, case.id
            assert any(case.text.startswith(text, expected["start"]) for text in texts), case.id
            end = expected["start"] + 1


@pytest.mark.parametrize("theme", THEMES)
def test_cases(theme: str, summary: Callable[[str, str], None]) -> None:
    cases = [case for case in CASES if case.theme == theme]
    known = known_failures()
    wrong = {case.id: found for case in cases if (found := differences(case))}
    fixed = [case.id for case in cases if case.id in known and case.id not in wrong]
    line = f"{theme}: {len(cases) - len(wrong)} right, {len(wrong)} not yet"
    if fixed:
        line += f"; {len(fixed)} of known_failures.txt are right now: {' '.join(fixed[:4])}"
    summary("cases of indicators", line)
    assert _told(cases, {name: found for name, found in wrong.items() if name not in known}) == ""


def _told(cases: list[Case], wrong: dict[str, list[str]]) -> str:
    """What went wrong with a case, with its sentence and the reason why it is one."""
    return "\n".join(
        f"{case.id} ({case.why}): {case.text}\n  " + "\n  ".join(wrong[case.id])
        for case in cases
        if case.id in wrong
    )
