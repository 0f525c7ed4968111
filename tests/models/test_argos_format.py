"""The bundled packages are what argostranslate itself reads and runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.models

BUNDLED = Path(__file__).parents[2] / "models" / "packages"
# In a process of its own: the library reads its folder's name once, when it is imported.
_READ = """
import json, sys
import argostranslate.package as argos
import ctranslate2
found = []
for package in argos.get_installed_packages():
    text = {"zh": "我们要推进改革。", "en": "We will advance reform."}[package.from_code]
    network = ctranslate2.Translator(str(package.package_path / "model"), compute_type="int8")
    draft = network.translate_batch([package.tokenizer.encode(text)], beam_size=4)[0].hypotheses[0]
    found.append([package.type, package.from_code, package.to_code, package.tokenizer.decode(draft).strip()])
calling = [n for n in ("argostranslate.translate", "onnxruntime", "stanza", "spacy", "requests") if n in sys.modules]
print(json.dumps([sorted(found), calling]))
"""


def test_argostranslate_reads_and_runs_the_packages(tmp_path: Path) -> None:
    for package in BUNDLED.glob("*.argosmodel"):
        with zipfile.ZipFile(package) as archive:
            archive.extractall(tmp_path / "packages")
    done = subprocess.run(
        [sys.executable, "-c", _READ], capture_output=True, text=True, check=False, timeout=120,
        env=os.environ | {"ARGOS_PACKAGES_DIR": str(tmp_path / "packages"), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found, calling = json.loads(done.stdout)
    assert [row[:3] for row in found] == [["translate", "en", "zh"], ["translate", "zh", "en"]]
    into_chinese, into_english = (row[3] for row in found)
    assert "改革" in into_chinese
    assert "reform" in into_english.lower()
    assert calling == []
