"""The bundled translators, unpacked and loaded once for all tests of models."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.catalog import Catalog
from models.translation import Translator


@pytest.fixture(scope="session")
def models_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("packages")


@pytest.fixture(scope="session")
def to_english(models_folder: Path) -> Translator:
    return Translator(Catalog(models_folder).translation("zh", "en"), threads=2)


@pytest.fixture(scope="session")
def to_chinese(models_folder: Path) -> Translator:
    return Translator(Catalog(models_folder).translation("en", "zh"), threads=2)
