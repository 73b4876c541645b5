"""Where everything of an issue is drawn: the lines of each text and the picture of each photo,
found by what they came from.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from layouts.page.hit import CONTENTS_ROLES
from layouts.page.item import Line, Link, Picture
from layouts.page.page import Edition
from layouts.page.stops import line_end, put_in, source_offsets
from layouts.page.structure import LinePart, LinkPart, PicturePart, ShapePart

HAIR = 0.01
"""Points that sums of lengths may differ by."""

_NAMED = CONTENTS_ROLES | {
    "section",
    "headline",
    "subtitle",
    "byline",
    "caption",
    "endnote",
    "masthead",
    "colophon",
    "cover",
    "page-number",
}
"""Roles that tell a text from the others of its block or article; all other text of a block is told
by its part alone.
"""


class _LineKey(NamedTuple):
    """What a line came from; `role` is empty for the text of a block."""

    role: str
    article: int | None
    paragraph: int | None
    part: int


class Drawn:
    """The lines and pictures of an edition by what they came from.

    `pictures` are known by article and block: one each, of a photo on two facing pages its halves.
    """

    def __init__(self, edition: Edition) -> None:
        self._pages = edition.pages
        self._texts: dict[_LineKey, list[LinePart]] = {}
        self.pictures: dict[tuple[int | None, int | None], list[PicturePart]] = {}
        self._art: dict[str, list[PicturePart | ShapePart]] = {}
        for p, page in enumerate(edition.pages):
            for k, line in enumerate(page.lines):
                # an empty paragraph shows nothing that could be read
                if line.runs:
                    self._texts.setdefault(_key(line), []).append(LinePart(p, k))
            for k, picture in enumerate(page.pictures):
                if picture.role:
                    self._art.setdefault(picture.role, []).append(PicturePart(p, k))
                else:
                    of = picture.article, picture.paragraph
                    self.pictures.setdefault(of, []).append(PicturePart(p, k))
            for k, shape in enumerate(page.shapes):
                self._art.setdefault(shape.role, []).append(ShapePart(p, k))
        self._titles = {bookmark.anchor: bookmark.title for bookmark in edition.bookmarks}
        self._numbers = {
            anchor.name: page.number for page in edition.pages for anchor in page.anchors
        }

    def line(self, part: LinePart) -> Line:
        """The whole line that a part is of."""
        return self._pages[part.page].lines[part.line]

    def picture(self, part: PicturePart) -> Picture:
        """The picture at a place."""
        return self._pages[part.page].pictures[part.picture]

    def art(self, role: str) -> list[tuple[PicturePart | ShapePart, str, float]]:
        """The pictures of a fixed part that say something, what that is, and how high they stand:
        from the page's top to their foot; those higher up first.
        """
        found: list[tuple[PicturePart | ShapePart, str, float]] = []
        for part in self._art.get(role, ()):
            page = self._pages[part.page]
            item = (
                page.shapes[part.shape]
                if isinstance(part, ShapePart)
                else page.pictures[part.picture]
            )
            if item.alt:
                found.append((part, item.alt, item.y + item.height))
        return sorted(found, key=lambda entry: entry[2])

    def link(self, part: LinkPart) -> Link:
        """The link at a place."""
        return self._pages[part.page].links[part.link]

    def text(
        self, role: str, article: int | None = None, paragraph: int | None = None, part: int = 0
    ) -> Sequence[LinePart]:
        """The lines of a text from its start to its end: `role` is empty for texts of blocks.

        Titles and by-lines have no `paragraph`.
        """
        return self._texts.get(_LineKey(role, article, paragraph, part), ())

    def fixed(self, role: str) -> list[list[LinePart]]:
        """The texts of a fixed part in drawing order, the lines of each; a line that begins none
        goes on with the one before.
        """
        texts: list[list[LinePart]] = []
        for part in self.text(role):
            if self.line(part).start == 0:
                texts.append([])
            texts[-1].append(part)
        return texts

    def listed(self) -> Iterator[tuple[LinkPart, list[LinePart]]]:
        """The entries of the list of contents: their links and the lines that stand in the links'
        areas.
        """
        for p, page in enumerate(self._pages):
            lines = [(k, line) for k, line in enumerate(page.lines) if line.role in CONTENTS_ROLES]
            for number, link in enumerate(page.links):
                inside = [
                    LinePart(p, k)
                    for k, line in lines
                    # an entry's link covers all its lines, whose baselines are inside; beside it
                    # may stand another column of the list
                    if not link.uri
                    and link.y < line.y < link.y + link.height
                    and link.x - HAIR < line.x
                    and line.x + line.width < link.x + link.width + HAIR
                ]
                if inside:
                    yield LinkPart(p, number), inside

    def title_of(self, place: LinkPart) -> str:
        """The title of what a link leads to."""
        return self._titles.get(self.link(place).target, "")

    def page_of(self, place: LinkPart) -> int:
        """The page that a link leads to; its own for one that leads nowhere, which no export
        takes.
        """
        return self._numbers.get(self.link(place).target, self._pages[place.page].number)

    def cut(self, parts: Sequence[LinePart], offset: int) -> tuple[list[LinePart], list[LinePart]]:
        """The lines of a text before and from character `offset` of its source on; one that has
        both is in both.
        """
        before: list[LinePart] = []
        after: list[LinePart] = []
        for part in parts:
            line = self.line(part)
            at = _place(line, offset)
            if at:
                before.append(part if at >= len(line.text) else part._replace(end=at))
            if at < len(line.text):
                after.append(part._replace(start=at) if at else part)
        return before, after

    def first_showing(self, parts: Sequence[LinePart]) -> Sequence[LinePart]:
        """Of a text that is shown again and again, as a table's header, the lines that show it
        first.
        """
        for k in range(1, len(parts)):
            if begins_anew(self.line(parts[k]), self.line(parts[k - 1])):
                return parts[:k]
        return parts


def begins_anew(line: Line, before: Line) -> bool:
    """Whether a line does not go on with the text of the one before it: a table's header that is
    repeated.
    """
    return line.start < line_end(before) or (
        line.start == before.start and not (line.puts or before.puts)
    )


def _place(line: Line, offset: int) -> int:
    """Where in a line's text character `offset` of its source stands; what was put in stays with
    the words before it.
    """
    offsets = source_offsets(line)[:-1]
    at = bisect_left(offsets, offset)
    if line.puts:
        put = put_in(line)
        while at < len(offsets) and at in put and offsets[at] <= offset:
            at += 1
    return at


def _key(line: Line) -> _LineKey:
    if line.role not in _NAMED:
        return _LineKey("", line.article, line.paragraph, line.part)
    paragraph = line.paragraph if line.role == "caption" else None
    return _LineKey(line.role, line.article, paragraph, line.part)
