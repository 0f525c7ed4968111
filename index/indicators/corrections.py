"""Corrections of indicators by the reader's user: rejected, edited, added; found again when the text has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

from index.annotations.anchor import Anchor, find_anchor
from index.indicators.english import english_name
from index.indicators.link import link
from index.indicators.model import Extent, Indicator, Kind, NameSource, Status
from index.quantities import Qualifier, Quantity
from index.report import Report
from index.text import Span

SCHEMA: Final = "report-reader/corrections/1"
FIELDS: Final = ("name", "name_en", "value", "upper", "unit", "qualifier", "kind", "period", "status")


class Action(StrEnum):
    """What a correction does."""

    REJECT = "reject"
    EDIT = "edit"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction; ``fields`` holds what is changed, by the names of ``FIELDS``, as text."""

    action: Action
    anchor: Anchor
    fields: Mapping[str, str]
    id: str = ""

    def payload(self) -> str:
        """Its content as JSON."""
        return json.dumps({"action": str(self.action), "fields": dict(self.fields)}, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Corrected:
    """The indicators after all corrections.

    ``marks`` tells which correction made an indicator what it is, ``rejected`` holds what was taken out, and
    ``unplaced`` the corrections whose words are no longer in the text; they are never dropped.
    """

    indicators: tuple[Indicator, ...]
    marks: Mapping[str, Correction]
    rejected: tuple[tuple[Correction, Indicator], ...]
    unplaced: tuple[Correction, ...]


class InvalidCorrectionError(ValueError):
    """A field that cannot be what it says; ``str`` tells which and why."""


def from_content(content: Mapping[str, object], anchor: Anchor, key: str = "") -> Correction:
    """A correction from its JSON content; raises ``InvalidCorrectionError``."""
    fields = content.get("fields", {})
    try:
        action = Action(str(content.get("action")))
    except ValueError as error:
        raise InvalidCorrectionError(f"unknown action {content.get('action')!r}") from error
    if not isinstance(fields, dict):
        raise InvalidCorrectionError("fields is no table")
    chosen = {str(k): str(v) for k, v in fields.items() if k in FIELDS and v is not None}
    check_fields(chosen)
    return Correction(action, anchor, chosen, key)


def check_fields(fields: Mapping[str, str]) -> None:
    """Raises ``InvalidCorrectionError`` for a value, kind, qualifier, period or status that cannot be."""
    for name in ("value", "upper"):
        if fields.get(name):
            try:
                number = Decimal(fields[name])
            except InvalidOperation as error:
                raise InvalidCorrectionError(f"{name} {fields[name]!r} is no number") from error
            if not number.is_finite() or abs(number) > Decimal(10) ** 24:
                raise InvalidCorrectionError(f"{name} {fields[name]!r} is out of range")
    for name, values in (("kind", Kind), ("qualifier", Qualifier), ("status", Status)):
        if fields.get(name) and fields[name] not in [str(v) for v in values]:
            raise InvalidCorrectionError(
                f"{name} {fields[name]!r} is not one of {', '.join(str(v) for v in values)}"
            )
    period = fields.get("period", "")
    parts = period.split("-") if period else []
    if any(len(p) != 4 or not p.isdigit() for p in parts) or len(parts) > 2 or parts != sorted(parts):
        raise InvalidCorrectionError(f"period {period!r} is neither a year nor two years such as 2021-2025")


def apply(report: Report, indicators: Iterable[Indicator], corrections: Iterable[Correction]) -> Corrected:
    """The indicators of ``report`` after ``corrections``, linked anew. Ids of what was extracted stay the same."""
    kept = {i.id: replace(i, links=(), related=()) for i in indicators}
    marks: dict[str, Correction] = {}
    rejected: list[tuple[Correction, Indicator]] = []
    unplaced: list[Correction] = []
    added = 0
    for correction in corrections:
        span = find_anchor(report.text, correction.anchor)
        if span is None:
            unplaced.append(correction)
            continue
        at = next((i for i in kept.values() if i.span.start < span.end and span.start < i.span.end), None)
        if correction.action is Action.ADD:
            made = _added(report, span, correction, f"u{added}")
            if made is None or (at is not None and at.id not in marks and at.span == span):
                unplaced.append(correction)
                continue
            added += 1
            kept[made.id] = made
            marks[made.id] = correction
        elif at is None:
            unplaced.append(correction)
        elif correction.action is Action.REJECT:
            rejected.append((correction, kept.pop(at.id)))
            marks.pop(at.id, None)
        else:
            kept[at.id] = _edited(at, correction)
            marks[at.id] = correction
    ordered = sorted(kept.values(), key=lambda i: (i.span, i.id))
    return Corrected(link(tuple(ordered)), marks, tuple(rejected), tuple(unplaced))


def _edited(indicator: Indicator, correction: Correction) -> Indicator:
    fields = correction.fields
    name = fields.get("name") or indicator.name
    english, source = indicator.name_en, indicator.name_en_source
    if fields.get("name_en"):
        english, source = fields["name_en"], NameSource.READER
    elif name != indicator.name:
        english, source = english_name(name)
    return replace(
        indicator,
        name=name,
        subject=name,
        name_en=english,
        name_en_source=source,
        quantity=_quantity(indicator.quantity, fields),
        kind=Kind(fields.get("kind") or indicator.kind),
        period=fields.get("period", indicator.period),
        status=Status(fields.get("status") or indicator.status),
    )


def _quantity(before: Quantity, fields: Mapping[str, str]) -> Quantity:
    upper = fields.get("upper")
    return Quantity(
        Decimal(fields["value"]) if fields.get("value") else before.value,
        fields.get("unit", before.unit),
        Qualifier(fields.get("qualifier") or before.qualifier),
        before.upper if upper is None else Decimal(upper) if upper else None,
    )


def _added(report: Report, span: Span, correction: Correction, key: str) -> Indicator | None:
    fields = correction.fields
    sentence = next((s for s in report.sentences if s.span.start <= span.start < s.span.end), None)
    if sentence is None or not fields.get("name") or not fields.get("value"):
        return None
    line, start = report.line_of(span.start)
    path = report.section_path(span.start)
    english, source = english_name(fields["name"])
    if fields.get("name_en"):
        english, source = fields["name_en"], NameSource.READER
    return Indicator(
        id=key,
        name=fields["name"],
        name_en=english,
        name_en_source=source,
        span=span,
        number=span,
        line=line,
        start=start,
        end=start + span.end - span.start,
        text=span.of(report.text),
        quantity=_quantity(Quantity(Decimal(0), ""), fields),
        kind=Kind(fields.get("kind") or Kind.LEVEL),
        period=fields.get("period", ""),
        status=Status(fields.get("status") or Status.ACTUAL),
        base="",
        direction="",
        extent=Extent.UNTOLD,
        sentence_id=sentence.id,
        section=path[-1].title if path else "",
        subject=fields["name"],
    )
