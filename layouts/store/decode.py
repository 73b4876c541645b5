"""Plain values back into issues.

What the schema lets through and no editor could have made is put right, never refused.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, cast

from msgspec.structs import astuple

from layouts.errors import Source
from layouts.issue.article import Article, ArticleKind, Block, Section
from layouts.issue.cover import Cover, sound_headlines
from layouts.issue.fitting import NO_FITTING, Fitting, put_right
from layouts.issue.issue import Accepted, Colophon, Issue, Masthead, SetAside
from layouts.issue.photo import Photo
from layouts.issue.sound_floats import sound_across
from layouts.store import schema
from layouts.store.block_entries import BLOCK, BlockEntry
from layouts.store.encode import Plain
from layouts.store.text_entries import optional_text, read_text


class Home(NamedTuple):
    """Where an issue was read: its file's name, the folder its photos lie in."""

    file: str
    folder: Path


def decode(entry: schema.IssueEntry, plain: Plain, home: Home, *, lined: bool = True) -> Issue:
    """The issue of an entry.

    `plain` is the same as plain values: each part's source is its line in issue.json, counted from
    there; one that is not `lined` as we write it has none.
    """
    return _Decoder(plain, home, lined=lined).issue(entry)


class _Decoder:
    def __init__(self, plain: Plain, home: Home, *, lined: bool) -> None:
        self._home = home
        self._is_lined = lined
        self._lines = iter(_lines(plain) if lined else ())

    def issue(self, entry: schema.IssueEntry) -> Issue:
        source = Source(self._home.file, int(self._is_lined))
        settings, design = _settings(entry.settings), _settings(entry.design)
        return Issue(
            Masthead(*astuple(entry.masthead)),
            tuple(map(self._section, entry.sections)),
            self._home.folder,
            source,
            Colophon(*astuple(entry.colophon)),
            entry.layout,
            entry.contents,
            settings,
            dict.fromkeys((*settings, *design, "layout"), source),
            tuple(Accepted(one.key, one.reason) for one in entry.accepted),
            design,
            {
                layout: SetAside(_settings(kept.settings), _settings(kept.design))
                for layout, kept in entry.set_aside.items()
            },
            profile=entry.profile,
            fitting=_fitting(entry.fitting),
            cover=_cover(entry.cover, source),
        )

    def _source(self) -> Source:
        return Source(self._home.file, next(self._lines, 0))

    def _section(self, entry: schema.SectionEntry) -> Section:
        source = self._source()
        return Section(
            entry.name,
            tuple(map(self._article, entry.articles)),
            source,
            entry.break_before,
            entry.id,
            sound_across(entry.columns),
        )

    def _article(self, entry: schema.ArticleEntry) -> Article:
        source = self._source()
        return Article(
            ArticleKind(entry.kind),
            read_text(entry.title),
            tuple(map(self._block, entry.blocks)),
            source,
            optional_text(entry.byline),
            entry.break_before,
            entry.keep_together,
            entry.id,
            optional_text(entry.subtitle),
            entry.date,
            entry.origin,
            None if entry.across is None else sound_across(entry.across),
            entry.boxed,
        )

    def _block(self, entry: BlockEntry) -> Block:
        return BLOCK[type(entry)](entry, self._source())


def _cover(entry: schema.CoverEntry | None, source: Source) -> Cover | None:
    if entry is None:
        return None
    photo = None if entry.photo is None else BLOCK[type(entry.photo)](entry.photo, source)
    return Cover(photo if isinstance(photo, Photo) else None, sound_headlines(entry.headlines))


def _fitting(entry: schema.FittingEntry) -> Fitting:
    fitting = put_right(Fitting(*astuple(entry)))
    return NO_FITTING if fitting == NO_FITTING else fitting


def _settings(plain: Mapping[str, Plain]) -> dict[str, object]:
    return {key: _setting(value) for key, value in plain.items()}


def _setting(plain: Plain) -> object:
    if isinstance(plain, list):
        return [_setting(item) for item in plain]  # pyright: ignore[reportUnknownVariableType]
    if not isinstance(plain, dict):
        return plain
    table = cast("dict[str, Plain]", plain)
    # what `encode._setting` writes for what JSON has no word for
    if len(table) == 1:
        with suppress(ValueError, TypeError):
            if "$date" in table:
                return datetime.date.fromisoformat(table["$date"])
            if "$float" in table:
                return _float(table["$float"])
    # one $ that a key of its own was given when it was written
    return {key.removeprefix("$"): _setting(item) for key, item in table.items()}


def _float(written: str) -> float:
    number = float(written)
    # such a float is written as a number: this is a table of somebody's own
    if math.isfinite(number):
        raise ValueError(written)
    return number


def _lines(plain: Plain) -> Iterator[int]:
    """The lines on which sections, articles and blocks begin in the text that `json_text.written`
    makes of an issue, in reading order.
    """
    counter = _Lines()
    counter.walk(plain, 0)
    return iter(counter.found)


class _Lines:
    """Counts the lines of indented JSON: every item of a list or dictionary that is not empty
    begins one, and its end is one.
    """

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
        # as the file has them
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
