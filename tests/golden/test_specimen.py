"""The specimen of every feature in docs/ is what its command makes, and holds what it shows."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

pypdfium2 = pytest.importorskip("pypdfium2")

ROOT = Path(__file__).parents[2]
LARGEST = 1_500_000
"""Bytes of a file that is kept in the project."""


def _script() -> ModuleType:
    path = ROOT / "resources" / "specimen" / "make_specimen.py"
    spec = importlib.util.spec_from_file_location("make_specimen", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


script = _script()


def text(pdf: bytes | Path) -> list[str]:
    """The text of each page, in its order."""
    pages = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in pages]


@pytest.mark.parametrize("manuscript", script.MADE)
def test_the_specimen_in_docs_is_what_its_command_makes(manuscript: str) -> None:
    """Bytes depend on the versions of libraries; the pages do not."""
    kept = ROOT / "docs" / script.MADE[manuscript]
    made = script.specimen(manuscript)
    assert made == script.specimen(manuscript)
    assert text(made) == text(kept)
    assert kept.stat().st_size <= LARGEST


def test_the_pictures_are_what_the_command_draws(tmp_path: Path) -> None:
    script.draw_pictures(tmp_path)
    kept = {path.name: path for path in (script.FOLDER / "pictures").iterdir()}
    assert kept.keys() == {path.name for path in tmp_path.iterdir()}
    for name, path in kept.items():
        with Image.open(path) as one, Image.open(tmp_path / name) as other:
            assert one.tobytes() == other.tobytes()


@pytest.mark.parametrize(
    ("manuscript", "once"),
    [
        ("issue.md", ["续表 2", "（二）", "资料来源", "每页从①起重新编号"]),
        ("columns.md", ["湖心洲全景", "资料来源", "征集老照片", "雨量以每日八时为界"]),
    ],
)
def test_the_specimen_reads_back_whole(manuscript: str, once: list[str]) -> None:
    read = "".join("".join(text(ROOT / "docs" / script.MADE[manuscript])).split())
    assert "{" not in read
    for words in once:
        assert "".join(words.split()) in read
