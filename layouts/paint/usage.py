"""Which glyphs of which face an edition uses, and which characters each of them shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct, field

from layouts.page.item import RUNNING_ROLES, GlyphRun, Line
from layouts.page.page import Edition
from layouts.page.turning import all_lines

NOTDEF = 0
"""The glyph that a face shows for characters it lacks."""


class GlyphSpan(NamedTuple):
    """Glyphs [start, end) of a run that show `text` between them: mostly one glyph and one
    character.
    """

    start: int
    end: int
    text: str


class _Shown(dict[int, str]):
    """A table for str.translate in which an unknown glyph shows nothing, so that it never passes
    for a character of its own number.
    """

    def __missing__(self, glyph: int) -> str:
        # empty, and remembered nowhere: `setdefault` still finds the glyph new
        return ""


class Usage(Struct):
    """The use of one face.

    `shown` leads from each glyph used to the text it shows, empty for a part of a cluster.

    Of several texts it has the shortest, of these the one that comes first in the edition.
    `ambiguous` are the glyphs that elsewhere show something else: a PDF's ToUnicode cannot tell the
    whole truth about them.
    """

    shown: dict[int, str] = field(default_factory=_Shown)
    ambiguous: set[str] = field(default_factory=set[str])

    def learn(self, run: GlyphRun) -> None:
        """Note the glyphs of a run and what they show."""
        # a glyph a character, as in all text of Hanzi
        if run.clusters is None and len(run.glyphs) == len(run.text):
            for glyph, text in zip(run.glyphs, run.text, strict=True):
                if self.shown.setdefault(ord(glyph), text) != text:
                    self._note(glyph, text)
            return
        for start, end, text in spans(run):
            for glyph in run.glyphs[start:end]:
                # of several glyphs that show a text together none shows it alone
                self._note(glyph, text if end == start + 1 else "")

    def follow(self, later: Usage) -> None:
        """Take in what later pages show, as if their runs had been learnt one by one."""
        for glyph, text in later.shown.items():
            if self.shown.setdefault(glyph, text) != text:
                self._note(chr(glyph), text)
        self.ambiguous |= later.ambiguous

    def tells(self, run: GlyphRun, span: GlyphSpan) -> bool:
        """Whether ToUnicode alone gives the text of a span of `run`."""
        return (
            span.end == span.start + 1
            and span.text != ""
            and self.shown[ord(run.glyphs[span.start])] == span.text
        )

    def _note(self, glyph: str, text: str) -> None:
        known = self.shown.get(ord(glyph))
        # a Hanzi is called by itself, not with the selector it had where it came first
        if not known or 0 < len(text) < len(known):
            self.shown[ord(glyph)] = text
        # it shows two things, or only a part of one: the pages have to say which
        if known not in {None, text} or not text:
            self.ambiguous.add(glyph)


def usage_of(
    edition: Edition, elsewhere: Mapping[int, Mapping[str, Usage]] = MappingProxyType({})
) -> dict[str, Usage]:
    """The usage of every face, by its key, in the order in which faces first appear; running
    parts come last.

    `elsewhere` has, by the identity of a page, what was learnt in another process of the pages from
    there on.
    """
    faces: dict[str, Usage] = {}
    for page in edition.pages:
        follow(faces, elsewhere.get(id(page), {}))
        learn(faces, (line for line in all_lines(page) if line.role not in RUNNING_ROLES))
    for page in edition.pages:
        learn(faces, (line for line in all_lines(page) if line.role in RUNNING_ROLES))
    return faces


def learn(faces: dict[str, Usage], lines: Iterable[Line]) -> None:
    """Note what lines use of every face."""
    for line in lines:
        for run in line.runs:
            usage = faces.get(run.face)
            if usage is None:
                usage = faces[run.face] = Usage()
            # Nearly every run of a long issue holds only what is known already: one C call tells,
            # instead of a step per glyph.
            if run.clusters is not None or run.glyphs.translate(usage.shown) != run.text:
                usage.learn(run)


def follow(faces: dict[str, Usage], later: Mapping[str, Usage]) -> None:
    """Take in what pages that come later use of every face."""
    for key, usage in later.items():
        if key not in faces:
            faces[key] = Usage()
        faces[key].follow(usage)


def spans(run: GlyphRun) -> list[GlyphSpan]:
    """The glyphs of a run grouped by the text they show.

    ValueError where glyphs, clusters and text do not fit together.
    """
    count = len(run.glyphs)
    bounds = run.clusters if run.clusters is not None else range(count + 1)
    if len(bounds) != count + 1 or bounds[-1] != len(run.text):
        raise ValueError(f"{count} glyphs with cluster bounds {bounds} cannot show {run.text!r}")
    # A glyph that shows nothing belongs to the one before it: together they show its text.
    # (A first glyph that shows nothing has none before it and stands alone.)
    starts = [k for k in range(count) if k == 0 or bounds[k] < bounds[k + 1]]
    return [
        GlyphSpan(start, end, run.text[bounds[start] : bounds[end]])
        for start, end in pairwise([*starts, count])
    ]
