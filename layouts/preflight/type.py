"""Type and lines: faces that stood in or may not be embedded, type, rules and tints too fine for a
press.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct, field

from layouts.errors import Finding
from layouts.house.layout import Layout
from layouts.messages.preflight_type import (
    FACE_NOT_EMBEDDABLE,
    FACE_STOOD_IN,
    FACE_STOOD_IN_OFTEN,
    INKS_MANY,
    RULE_OF_SIZE,
    RULE_THIN,
    TEXT_OF_SIZE,
    TINT_FAINT,
    TYPE_SMALL,
    TYPE_SMALL_REVERSED,
    VARIANT_ALIKE,
)
from layouts.page.faces import Faces
from layouts.page.item import LOST, RUNNING_HEAD, GlyphRun, Ink, Line
from layouts.page.page import Page
from layouts.page.turning import all_lines
from layouts.preflight.codes import found
from layouts.preflight.plates import CountInks
from layouts.preflight.text import HAN
from layouts.text.classes import is_visible

LEAST_TYPE, SMALL_TYPE, SMALL_REVERSED = 5.0, 7.5, 9.0
"""Points: what a press loses, what is hard to read, what fills in where it is white in a tint."""

LEAST_LINE, THIN_LINE = 0.125, 0.25
"""Points."""

FINE_TYPE, FINE_LINE, MOST_INKS = 12.0, 1.0, 2
"""Points, and how many inks meet well enough for such type and lines: more leave coloured edges."""

LEAST_TINT = 0.08
WHITE = 0.94
"""From here on a colour counts as white."""

HAIR = 1e-6

_VARIANT = re.compile(f"[{HAN}\U00020000-\U0003ffff][\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""A Hanzi with a variation selector: which form of it is meant (UTS #37, and the compatibility
ideographs of StandardizedVariants).
"""

LENT_MARKS = frozenset("—…⋯“”‘’。，、．–‐-")
"""Marks that a face of others may have in a form that is none for Chinese text of the mainland."""

MOST_LENT, FIRST_LENT = 20, 8
"""Characters lent by a face that are told one by one, and those that are named where more are."""

_RESTRICTED, _BITMAP_ONLY = 0x0002, 0x0200
"""OS/2 fsType: restricted licence embedding, bitmap embedding only."""


class PageType(Struct):
    """What a page's type comes to: the smallest size of each role, what it looks like, and what was
    set in a face not asked for.

    `variants` are Hanzi with a selector that their face does not know.
    """

    faces: set[str] = field(default_factory=set[str])
    smallest: dict[tuple[str, bool], Line] = field(default_factory=dict[tuple[str, bool], Line])
    strangers: list[tuple[str, str, Line]] = field(default_factory=list[tuple[str, str, Line]])
    variants: list[tuple[str, Line]] = field(default_factory=list[tuple[str, Line]])
    thinnest: float | None = None
    fine: dict[Ink, tuple[float, Line | None]] = field(
        default_factory=dict[Ink, tuple[float, Line | None]]
    )
    """The inks of small type and fine rules: how small, and the line where it is type."""
    tints: list[tuple[float, tuple[float, float, float, float] | None]] = field(
        default_factory=list[tuple[float, tuple[float, float, float, float] | None]]
    )


class RoleFaces(NamedTuple):
    """The faces that lines of one role ask for: the usual ones, and those of bold and kai in it."""

    usual: frozenset[str]
    apart: frozenset[str]
    base: str


def faces_by_role(layout: Layout, faces: Faces) -> dict[str, RoleFaces]:
    """The faces that each role asks for; lines of other roles (masthead, running heads) may
    have any that the layout names.
    """
    # runs are of the faces that keys of several names came to
    used = {key: faces.key(key) for s in layout.styles.values() for key in s.faces}
    named = {
        name: RoleFaces(
            frozenset((used[s.face], used[s.latin])),
            frozenset((used[s.bold], used[s.bold_latin], used[s.kai])),
            used[s.face],
        )
        for name, s in layout.styles.items()
    }
    table, header = named["table"], named["table-header"]
    # the cells of both are lines of one role
    named["table"] = RoleFaces(table.usual | header.usual, table.apart | header.apart, table.base)
    every = frozenset[str]().union(*(asked.usual | asked.apart for asked in named.values()))
    named[""] = RoleFaces(every, frozenset(), named["body"].base)
    # running heads and thumb marks have one role, each in a style of any name
    named.pop(RUNNING_HEAD, None)
    return named


def page_type(page: Page, asked: Mapping[str, RoleFaces], faces: Faces) -> PageType:
    """Look over the type of one page."""
    made = PageType()
    for line in all_lines(page):
        expected = asked.get(line.role) or asked[""]
        for run in filter(_is_of_the_issue, line.runs):
            made.faces.add(run.face)
            if run.size < FINE_TYPE:
                made.fine.setdefault(run.ink, (run.size, line))
            if run.face not in expected.usual:
                made.strangers += [
                    (run.face, character, line) for character in _strange(run, expected, faces)
                ]
        if _VARIANT.search(line.text):
            made.variants += [
                (variant, line) for run in line.runs for variant in _alike(run, faces)
            ]
        size = line.size
        if size < SMALL_REVERSED:
            reversed_ = bool(line.runs) and _is_white(line.runs[0].ink)
            if reversed_ or size < SMALL_TYPE:
                known = made.smallest.get((line.role, reversed_))
                if known is None or size < known.size:
                    made.smallest[line.role, reversed_] = line
    for rule in page.rules:
        if made.thinnest is None or rule.width < made.thinnest:
            made.thinnest = rule.width
        if rule.width < FINE_LINE:
            made.fine.setdefault(rule.ink, (rule.width, None))
    made.tints += [
        (_strength(box.ink), (box.x, box.y, box.x + box.width, box.y + box.height))
        for box in page.boxes
    ]
    made.tints += [(_strength(rule.ink), None) for rule in page.rules]
    return made


def _is_of_the_issue(run: GlyphRun) -> bool:
    """Whether a run shows what the issue says; 〓 has a finding of its own."""
    return run.ink != LOST


def inspect_type(
    pages: Iterable[tuple[Page, PageType]], faces: Faces, inks: CountInks
) -> Iterator[Finding]:
    """Findings over all pages, each kind of thing once, on the page where it comes first.

    `inks` counts what a colour is printed with.
    """
    pages = list(pages)
    yield from _strangers(pages, faces)
    seen: set[object] = set()
    for page, made in pages:
        for (role, reversed_), line in made.smallest.items():
            if (role, reversed_) not in seen:
                seen.add((role, reversed_))
                yield _small(line, page.number, reversed_=reversed_)
        yield from _variants(made, page, seen)
        for face in sorted(made.faces):
            if face not in seen:
                seen.add(face)
                yield from _embedding(face, faces, page.number)
        if made.thinnest is not None and made.thinnest < THIN_LINE - HAIR and "line" not in seen:
            seen.add("line")
            yield _thin(made.thinnest, page.number)
        for ink in [ink for ink in made.fine if ink not in seen]:
            seen.add(ink)
            yield from _many_inks(ink, inks(ink), made.fine[ink], page.number)
        for tint, box in made.tints:
            if 0 < tint < LEAST_TINT - HAIR and ("tint", tint) not in seen:
                seen.add(("tint", tint))
                yield _faint(tint, box, page.number)


def _strangers(pages: Iterable[tuple[Page, PageType]], faces: Faces) -> Iterator[Finding]:
    """What was set in faces that nobody asked for: each character by itself, or where a face lacks
    very many, as one for titles or of one's own hand does, all of them at once.
    """
    lent: dict[str, dict[str, tuple[Line, int]]] = {}
    for page, made in pages:
        for face, character, line in made.strangers:
            lent.setdefault(face, {}).setdefault(character, (line, page.number))
    for face, characters in lent.items():
        name = faces.postscript_name(face)
        if len(characters) > MOST_LENT:
            yield _many_stood_in(name, list(characters), *next(iter(characters.values())))
        else:
            for character, (line, number) in characters.items():
                yield _stood_in(name, character, line, number)


def _variants(made: PageType, page: Page, seen: set[object]) -> Iterator[Finding]:
    for variant, line in made.variants:
        if variant not in seen:
            seen.add(variant)
            yield _undistinguished(variant, line, page.number)


def _strange(run: GlyphRun, asked: RoleFaces, faces: Faces) -> list[str]:
    """The characters of a run that were set in a face nobody asked for.

    Kai may be asked for or stand in for what the usual face lacks; where that lacks a character, it
    stands in.
    """
    characters = [character for character in run.text if is_visible(character)]
    base = faces.face(asked.base)
    if base.is_foreign:
        # it has them for Latin or for Taiwan, which is nothing an editor could mend
        characters = [character for character in characters if character not in LENT_MARKS]
    if run.face not in asked.apart:
        return characters
    return [character for character in characters if not base.covers(character)]


def _alike(run: GlyphRun, faces: Faces) -> list[str]:
    """The variants in a run that its face does not know: each is printed as the plain Hanzi."""
    face = faces.face(run.face)
    return [
        match[0]
        for match in _VARIANT.finditer(run.text)
        if not face.variant(match[0][0], match[0][1])
    ]


def _small(line: Line, page: int, *, reversed_: bool) -> Finding:
    level = "error" if line.size < LEAST_TYPE - HAIR else "warning"
    least = LEAST_TYPE if level == "error" else SMALL_REVERSED if reversed_ else SMALL_TYPE
    message = TYPE_SMALL_REVERSED if reversed_ else TYPE_SMALL
    said = message(text=line.text[:12], size=line.size, least=least)
    about = f"{line.role}:{line.size:.3g}"
    return found("type-small", level, *said, about, source=line.source, page=page)


def _stood_in(name: str, character: str, line: Line, page: int) -> Finding:
    said = FACE_STOOD_IN(character=character, code=ord(character), face=name)
    return found("face-fallback", "warning", *said, character, source=line.source, page=page)


def _many_stood_in(name: str, characters: list[str], line: Line, page: int) -> Finding:
    first = "".join(characters[:FIRST_LENT])
    said = FACE_STOOD_IN_OFTEN(characters=first, count=len(characters), face=name)
    return found("face-fallback", "warning", *said, name, source=line.source, page=page)


def _undistinguished(variant: str, line: Line, page: int) -> Finding:
    base, codes = variant[0], " ".join(f"U+{ord(character):04X}" for character in variant)
    said = VARIANT_ALIKE(base=base, codes=codes)
    return found("variant-alike", "warning", *said, codes, source=line.source, page=page)


def _embedding(face: str, faces: Faces, page: int) -> Iterator[Finding]:
    rights = faces.face(face).embedding
    if rights & 0x000E == _RESTRICTED or rights & _BITMAP_ONLY:
        name = faces.postscript_name(face)
        yield found("face-embedding", "error", *FACE_NOT_EMBEDDABLE(face=name), name, page=page)


def _thin(width: float, page: int) -> Finding:
    level = "error" if width < LEAST_LINE - HAIR else "warning"
    least = LEAST_LINE if level == "error" else THIN_LINE
    said = RULE_THIN(page=page, width=width, least=least)
    return found("line-thin", level, *said, f"{width:g}", page=page)


def _faint(tint: float, box: tuple[float, float, float, float] | None, page: int) -> Finding:
    said = TINT_FAINT(page=page, tint=tint)
    return found("tint-faint", "warning", *said, f"{tint:.3f}", page=page, box=box)


def _many_inks(
    ink: Ink, count: int, place: tuple[float, Line | None], page: int
) -> Iterator[Finding]:
    if count <= MOST_INKS:
        return
    size, line = place
    source = line.source if line else None
    what = (
        TEXT_OF_SIZE(text=line.text[:12], size=size) if line else RULE_OF_SIZE(page=page, size=size)
    )
    said = INKS_MANY(what=what, ink=ink.name, count=count, most=MOST_INKS)
    yield found("inks-many", "warning", *said, ink.name, source=source, page=page)


def _is_white(ink: Ink) -> bool:
    return min(ink.rgb) >= WHITE


def _strength(ink: Ink) -> float:
    """How much of its darkest component a colour has: 0 for white, 1 for a solid."""
    return 1.0 - min(ink.rgb)
