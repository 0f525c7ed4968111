"""References to reports, numbered as they are first cited: after GB/T 7714 in Chinese, plainly in English."""

from __future__ import annotations

from index.briefs import Quote
from index.citing.bodies import body_in_chinese, name_in_english
from index.report import Language


def numbered(quotes: tuple[Quote, ...]) -> dict[str, tuple[int, Quote]]:
    """The reports that are cited, by their key: a number from 1, and the first passage of each."""
    found: dict[str, tuple[int, Quote]] = {}
    for quote in quotes:
        found.setdefault(quote.report_key, (len(found) + 1, quote))
    return found


def place_in(quote: Quote) -> str:
    """Where a passage stands, in the words of its report: title, with the year where that is not in it, and sections."""
    title = quote.title or "?"
    if quote.year and str(quote.year) not in title:
        title += f" ({quote.year})"
    joint = ", " if quote.language is Language.EN else "，"
    return joint.join(part for part in (title, " › ".join(quote.sections)) if part)


def reference(quote: Quote, language: Language) -> str:
    """The entry of a report in the list of sources."""
    issuer = _issuer(quote)
    year = str(quote.year) if quote.year else ""
    title = quote.title or "?"
    if language is Language.ZH:
        return ". ".join(part for part in (issuer, f"{title}[R]", year) if part) + "."
    english = _issuer_in_english(quote)
    named = f"{english} ({issuer})" if english and issuer else issuer
    sort = "Government work report" + (", in Chinese" if quote.language is Language.ZH else "")
    return ". ".join(part for part in (named, f"{title} [{sort}]", year) if part) + "."


def _issuer(quote: Quote) -> str:
    """The government that reports: work reports are given by the people's government of a place."""
    return body_in_chinese(quote.place) if quote.language is Language.ZH and quote.place else ""


def _issuer_in_english(quote: Quote) -> str:
    if quote.place == "全国":
        return "State Council"
    english = name_in_english(quote.place)
    return f"People’s Government of {english}" if english else ""
