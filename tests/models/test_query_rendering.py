"""The Chinese of English queries, by the translator that comes with the reader."""

from __future__ import annotations

import pytest

from desktop.services import Services, build_services
from models.glossary import Origin, Term
from models.query_rendering import is_rendered

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    return build_services(tmp_path_factory.mktemp("data"))


@pytest.mark.parametrize(
    ("query", "chinese"),
    [
        ("nuclear power", "核电"),
        ("new energy vehicles", "新能源汽车"),
        ('"integrated circuits" -chips section:industry year:2026', "集成电路"),
        ("private investment?", "民间投资"),
    ],
)
def test_terms_of_the_reports_are_rendered_without_filters_and_marks(
    services: Services, query: str, chinese: str
) -> None:
    assert services.rendered(query) == chinese


@pytest.mark.parametrize(
    "query", ["officials dropping in on shops less often", "can people trust what they eat"]
)
def test_a_rendering_that_the_translator_doubts_is_left_out(services: Services, query: str) -> None:
    assert services.rendered(query) == ""


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "a",
        "5.5",
        "营商环境",
        "營商環境 business",
        "section:industry",
        "?!",
        "word " * 2_000,
        "\x00",
    ],
)
def test_what_is_not_english_words_is_not_translated(services: Services, query: str) -> None:
    assert not is_rendered(query)
    assert services.rendered(query) == ""


def test_without_a_translator_there_is_none(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    from index.errors import MissingModel

    def missing(*_: object) -> None:
        raise MissingModel("translation en→zh")

    monkeypatch.setattr(services, "translator", missing)
    assert services.rendered("keeping the streets dry in a downpour") == ""
    assert services.rendered("private investment") == "民间投资", "the glossary is left"


def test_the_terms_of_the_user_are_looked_for(services: Services) -> None:
    services.vocabulary.add(Term("蓝色粮仓", "blue granary", origin=Origin.USER))
    found = services.rendered("what about the blue granary in this plan")
    assert "蓝色粮仓" in found
    assert services.rendered("nuclear power").count("核电") == 1
