"""The pictures of docs/punctuation.md are what their command makes, and all are shown."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image, ImageChops, ImageStat

pytest.importorskip("pypdfium2")

ROOT = Path(__file__).parents[2]
LARGEST = 300_000
"""Bytes of a picture."""

ALIKE = 1.5
"""Levels of 255 that rendering and the fewer colours of the file may make on average."""


def _script() -> ModuleType:
    path = ROOT / "resources" / "punctuation" / "make_punctuation_pictures.py"
    spec = importlib.util.spec_from_file_location("make_punctuation_pictures", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


script = _script()


@pytest.fixture(scope="module")
def made() -> dict[str, Image.Image]:
    return dict(script.pictures())


@pytest.mark.parametrize("name", script.PICTURES)
def test_a_picture_in_docs_is_what_its_command_makes(
    made: dict[str, Image.Image], name: str
) -> None:
    """Run python resources/punctuation/make_punctuation_pictures.py where it is not."""
    with Image.open(script.FOLDER / f"{name}.png") as kept:
        assert kept.size == made[name].size
        apart = ImageChops.difference(kept.convert("L"), made[name].convert("L"))
    assert ImageStat.Stat(apart).mean[0] < ALIKE
    assert (script.FOLDER / f"{name}.png").stat().st_size <= LARGEST


def test_all_pictures_are_shown_and_no_others() -> None:
    page = (ROOT / "docs" / "punctuation.md").read_text("utf8")
    assert {path.stem for path in script.FOLDER.iterdir()} == set(script.PICTURES)
    assert all(f"(punctuation/{name}.png)" in page for name in script.PICTURES)


def test_the_names_are_those_of_the_window_and_no_style_is_left_out() -> None:
    from layouts.house.punctuation import PRESETS

    labels = (ROOT / "desktop" / "panels" / "forms" / "house.py").read_text("utf8")
    assert set(script.STYLES) == set(PRESETS)
    assert all(f'"{key}": tr("{zh}")' in labels for key, zh in script.STYLES.items())
