"""Small editions built by hand, for the tests of the painters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from fonts.face import Face
from layouts.page.item import BLACK, GlyphRun, Ink, Line, Picture
from layouts.page.page import Bookmark, Edition, Page

WIDTH, HEIGHT = 300.0, 400.0
RED = Ink("red", (0.8, 0.1, 0.1))


class OneFace:
    """A stand-in for the catalogue that knows a single font file."""

    def __init__(self, path: Path, name: str, index: int = 0) -> None:
        self._face = Face("face", path, index)
        self._name = name

    def face(self, key: str) -> Face:
        assert key == "face"
        return self._face

    def postscript_name(self, key: str) -> str:
        assert key == "face"
        return self._name

    def key(self, key: str) -> str:
        return key

    def places(self, keys: Iterable[str]) -> list[Any]:
        return []

    def adopt(self, places: Sequence[object]) -> None:
        assert not places


def run(
    face: Face,
    text: str,
    x: float = 20.0,
    y: float = 50.0,
    size: float = 14.0,
    tracking: float = 0.0,
    kerns: tuple[tuple[int, float], ...] = (),
    ink: Ink = BLACK,
) -> GlyphRun:
    """One glyph for each character, as the character map has it."""
    return GlyphRun(
        face.key,
        size,
        x,
        y,
        "".join(chr(face.glyph(char)) for char in text),
        tracking,
        kerns,
        text,
        ink,
    )


def shaped(face: Face, text: str, x: float = 20.0, y: float = 50.0, size: float = 14.0) -> GlyphRun:
    """The run that HarfBuzz makes of a text, with its clusters."""
    glyphs = face.shape(text)
    clusters = (*(glyph.cluster for glyph in glyphs), len(text))
    return GlyphRun(
        face.key,
        size,
        x,
        y,
        "".join(chr(glyph.glyph) for glyph in glyphs),
        0.0,
        (),
        text,
        BLACK,
        clusters,
    )


def line(*runs: GlyphRun) -> Line:
    first = runs[0]
    return Line(
        first.x, first.y, WIDTH - 40, first.size, runs, "".join(one.text for one in runs), "body"
    )


def page(*lines: Line, pictures: tuple[Picture, ...] = (), number: int = 1) -> Page:
    return Page(number, WIDTH, HEIGHT, lines=list(lines), pictures=list(pictures))


def edition(*pages: Page, bookmarks: tuple[Bookmark, ...] = (), title: str = "澜汀组工") -> Edition:
    return Edition(pages, (), bookmarks, title, "编辑部")


def page_of_photo(path: Path, width: float = 80.0, height: float = 60.0) -> Edition:
    """A page that is nothing but a photo, edge to edge."""
    picture = Picture(0.0, 0.0, width, height, str(path), "")
    return edition(Page(1, width, height, pictures=[picture]))
