"""Plain values back into issues. What the schema lets through and no editor could have made is put right, never refused."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from msgspec.structs import astuple

from layouts.errors import Source
from layouts.issue.article import Article, ArticleKind, Block, CellSpan, Note, PageBreak, Paragraph, Section, Subheading, Table
from layouts.issue.file_name import fit_name
from layouts.issue.issue import Accepted, Colophon, Issue, Masthead
from layouts.issue.photo import LAST_LINE, WHOLE, WIDEST, Crop, Photo, Side
from layouts.issue.splice import NO_TEXT, consistent
from layouts.issue.tables import fitting_spans, fitting_widths
from layouts.issue.text import Comment, Mark, MarkKind, Text
from layouts.store import schema
from layouts.store.encode import Plain

PHOTOS = "photos"
"""The folder of photos, in a package and in a document's cache."""

ALIGNMENTS = ("left", "center", "right")

DEEPEST_LEVEL = 4


class Home(NamedTuple):
    """Where an issue was read: its file's name, the folder its photos lie in."""

    file: str
    folder: Path


def decode(entry: schema.IssueEntry, plain: Plain, home: Home) -> Issue:
    """The issue of an entry. `plain` is the same as plain values: each part's source is its line in issue.json, counted from there."""
    return _Decoder(plain, home).issue(entry)


class _Decoder:
    def __init__(self, plain: Plain, home: Home) -> None:
        self._home = home
        self._lines = iter(_lines(plain))

    def issue(self, entry: schema.IssueEntry) -> Issue:
        source = Source(self._home.file, 1)
        settings = {key: _setting(value) for key, value in entry.settings.items()}
        return Issue(
            Masthead(*astuple(entry.masthead)),
            tuple(map(self._section, entry.sections)),
            self._home.folder,
            source,
            Colophon(*astuple(entry.colophon)),
            entry.layout,
            entry.contents,
            settings,
            dict.fromkeys((*settings, "layout"), source),
            tuple(Accepted(one.key, one.reason) for one in entry.accepted),
        )

    def _source(self) -> Source:
        return Source(self._home.file, next(self._lines, 0))

    def _section(self, entry: schema.SectionEntry) -> Section:
        source = self._source()
        return Section(entry.name, tuple(map(self._article, entry.articles)), source, entry.break_before, entry.id)

    def _article(self, entry: schema.ArticleEntry) -> Article:
        source = self._source()
        return Article(
            ArticleKind(entry.kind),
            _text(entry.title),
            tuple(map(self._block, entry.blocks)),
            source,
            _optional(entry.byline),
            entry.break_before,
            entry.keep_together,
            entry.id,
            _optional(entry.subtitle),
            entry.date,
            entry.origin,
        )

    def _block(self, entry: schema.BlockEntry) -> Block:
        return BLOCKS[type(entry)](entry, self._source())


def _subheading(entry: schema.SubheadingEntry, source: Source) -> Subheading:
    return Subheading(_text(entry.text), max(1, min(entry.level, DEEPEST_LEVEL)), source, entry.id)


def _table(entry: schema.TableEntry, source: Source) -> Table:
    """A table as wide as its widest row, with an alignment for each column: what is not said is empty, or left."""
    columns = max(1, len(entry.header), *map(len, entry.rows))
    header, *rows = ((*map(_text, row), *(NO_TEXT,) * (columns - len(row))) for row in (entry.header, *entry.rows))
    alignments = (name if name in ALIGNMENTS else ALIGNMENTS[0] for name in entry.alignments[:columns])
    widths = fitting_widths(entry.widths, columns)
    return Table(
        header,
        tuple(rows),
        (*alignments, *(ALIGNMENTS[0],) * (columns - len(entry.alignments))),
        source,
        fitting_spans((CellSpan(*span) for span in entry.spans), len(rows) + 1, columns),
        widths if any(widths) else (),
        _optional(entry.caption),
        tuple(map(_text, entry.notes)),
        entry.id,
    )


def _photo(entry: schema.PhotoEntry, source: Source) -> Photo:
    crop = Crop(*entry.crop or WHOLE)
    fits = min(crop) >= 0 and crop.left + crop.right < 1 and crop.top + crop.bottom < 1
    return Photo(
        f"{PHOTOS}/{entry.file}" if entry.file else entry.path,
        entry.caption,
        source,
        Side(entry.side),
        entry.width if entry.width is not None and 0 < entry.width <= WIDEST else None,
        max(0, min(entry.line, LAST_LINE)),
        entry.standoff if entry.standoff is not None and 0 <= entry.standoff <= WIDEST else None,
        entry.alt,
        crop if fits else WHOLE,
        entry.id,
        fit_name(entry.name),
        entry.row,
    )


BLOCKS: Mapping[type[schema.BlockEntry], Callable[[Any, Source], Block]] = MappingProxyType(
    {
        schema.ParagraphEntry: lambda entry, source: Paragraph(_text(entry.text), source, entry.id),
        schema.SubheadingEntry: _subheading,
        schema.NoteEntry: lambda entry, source: Note(tuple(map(_text, entry.paragraphs)), source, entry.id),
        schema.TableEntry: _table,
        schema.PhotoEntry: _photo,
        schema.PageBreakEntry: lambda entry, source: PageBreak(source, entry.id),
    }
)
"""By what stands in the file."""


def _optional(entry: schema.AnyText | None) -> Text | None:
    return None if entry is None else _text(entry)


def _text(entry: schema.AnyText) -> Text:
    if isinstance(entry, str):
        return Text(entry)
    return consistent(entry.string, map(_mark, entry.marks))


def _mark(entry: schema.MarkEntry) -> Mark:
    kind = MarkKind(entry.kind)
    return Mark(entry.start, entry.end, kind, Comment(entry.author, entry.time, entry.value) if kind is MarkKind.COMMENT else entry.value)


def _setting(plain: Plain) -> object:
    if isinstance(plain, list):
        return [_setting(item) for item in plain]  # pyright: ignore[reportUnknownVariableType]
    if not isinstance(plain, dict):
        return plain
    table = cast("dict[str, Plain]", plain)
    if len(table) == 1:
        with suppress(ValueError, TypeError):
            if "$date" in table:
                return datetime.date.fromisoformat(table["$date"])
            if "$float" in table:
                return _float(table["$float"])
    return {key.removeprefix("$"): _setting(item) for key, item in table.items()}


def _float(written: str) -> float:
    number = float(written)
    if math.isfinite(number):
        raise ValueError(written)
    return number


def _lines(plain: Plain) -> Iterator[int]:
    """The lines on which sections, articles and blocks begin in the text that `json_text.written` makes of an issue, in reading order."""
    counter = _Lines()
    counter.walk(plain, 0)
    return iter(counter.found)


class _Lines:
    """Counts the lines of indented JSON: every item of a list or dictionary that is not empty begins one, and its end is one."""

    def __init__(self) -> None:
        self._line = 1
        self.found: list[int] = []

    def walk(self, plain: Plain, depth: int) -> None:
        """Pass a value; `depth` 1, 2, 3 are sections, articles, blocks, more is inside those."""
        if depth:
            self.found.append(self._line)
        if not plain:
            return
        below = {0: "sections", 1: "articles", 2: "blocks"}.get(depth)
        for key in sorted(plain):
            self._line += 1
            if key == below:
                for item in plain[key]:
                    self._line += 1
                    self.walk(item, depth + 1)
                self._line += 1
            else:
                self._pass(plain[key])
        self._line += 1

    def _pass(self, plain: Plain) -> None:
        if isinstance(plain, dict | list | tuple) and plain:
            for item in plain.values() if isinstance(plain, dict) else plain:  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
                self._line += 1
                self._pass(item)
            self._line += 1
