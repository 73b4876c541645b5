"""Signs of notes as places to click on: from a sign to its note, and from the note back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from fonts.face import Face
from layouts.page.addresses import frame_of
from layouts.page.hit import ASCENT
from layouts.page.item import Anchor, Link
from layouts.page.page import Edition, Page
from layouts.page.structure import LinePart, LinkPart

ENDNOTE = "endnote"
"""The role of the lines of notes, wherever they stand."""


class NoteSign(NamedTuple):
    """A sign of a note as it is shown, in the text or before the note; the place to click on, and
    in words where it leads.
    """

    shown: LinePart
    link: LinkPart
    said: str


class _Before(NamedTuple):
    """The sign before a note, and the name that no other note has."""

    shown: LinePart
    name: str


def note_linked(
    edition: Edition, face: Callable[[str], Face]
) -> tuple[Edition, tuple[NoteSign, ...]]:
    """The edition with links from the signs of notes to these and back, and where they are; `face`
    opens a face by its key.
    """
    told = _told(edition.pages)
    if not told:
        return edition, ()
    pages = [replace(page, links=[*page.links], anchors=[*page.anchors]) for page in edition.pages]
    made: list[NoteSign] = []
    done: set[str] = set()
    for shown, article, sign in _signs(edition.pages):
        note = _nearest(told.get((article, sign), ()), shown.page)
        if note is None or note.name in done:
            continue
        done.add(note.name)
        made.append(_link(pages, shown, note.name, f"注释 {sign}", face))
        _anchor(pages, shown, f"{note.name}-sign")
        made.append(_link(pages, note.shown, f"{note.name}-sign", f"注号 {sign}", face))
        _anchor(pages, note.shown, note.name)
    return replace(edition, pages=tuple(pages)), tuple(made)


def _told(pages: tuple[Page, ...]) -> dict[tuple[int | None, str], list[_Before]]:
    """The notes of each article by their signs, which pages may have in common."""
    found: dict[tuple[int | None, str], list[_Before]] = {}
    for p, page in enumerate(pages):
        for k, line in enumerate(page.lines):
            if line.role == ENDNOTE and line.start == 0 and line.runs:
                sign = sign_of(line.text)
                name = f"note-{line.article}-{line.part}"
                told = _Before(LinePart(p, k, 0, len(sign)), name)
                found.setdefault((line.article, sign), []).append(told)
    return found


def sign_of(text: str) -> str:
    """The sign that a note begins with: a figure in a circle, or in brackets, or bare ones."""
    if text.startswith("〔"):
        return text[: text.index("〕") + 1]
    bare = next((k for k, character in enumerate(text) if not character.isdecimal()), len(text))
    return text[: max(1, bare)]


def _signs(pages: tuple[Page, ...]) -> Iterator[tuple[LinePart, int | None, str]]:
    for p, page in enumerate(pages):
        for k, line in enumerate(page.lines):
            for put in line.puts:
                if put.note:
                    shown = LinePart(p, k, put.start, put.end)
                    yield shown, line.article, line.text[put.start : put.end]


def _nearest(notes: list[_Before] | tuple[()], page: int) -> _Before | None:
    """The note of a sign on a page: of those that bear it the one there or next behind it."""
    return min(notes, key=lambda note: (note.shown.page < page, note.shown.page), default=None)


def _link(
    pages: list[Page], shown: LinePart, target: str, said: str, face: Callable[[str], Face]
) -> NoteSign:
    page = pages[shown.page]
    frame = frame_of(page.lines[shown.line], shown, face)
    page.links.append(Link(*frame, target, "", (frame,)))
    return NoteSign(shown, LinkPart(shown.page, len(page.links) - 1), said)


def _anchor(pages: list[Page], shown: LinePart, name: str) -> None:
    line = pages[shown.page].lines[shown.line]
    pages[shown.page].anchors.append(Anchor(name, line.x, line.y - ASCENT * line.size))
