"""Layout files as they are written, with those they are based on: read, laid over each other, and
the line of every place.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from layouts.errors import LayoutError, Source
from layouts.house.art import located
from layouts.house.finding import found_layout
from layouts.house.kinds import NOWHERE, Words
from layouts.house.overlay import FILES_ALONE, LARGEST, laid_over
from layouts.house.read import Fault, dotted, read_value
from layouts.house.toml_lines import Place, key_lines, line_of, parsed
from layouts.inputs import read_input, why
from layouts.messages.layout import (
    BASED_ON_ITSELF,
    BASES_TOO_MANY,
    LAYOUT_NOT_UTF8,
    LAYOUT_UNREADABLE,
)
from layouts.messages.message import Sentence

MOST_BASES = 8
"""Layouts that one may stand on, each based on the next."""

BASED_ON: Place = ("based_on",)


class LayoutFile(NamedTuple):
    """A layout file as it lies there: its text, and what that says by itself."""

    path: Path
    called: str
    name: str
    text: str
    document: Mapping[str, Any]

    def line(self, place: Place) -> Source:
        """Where a place is written, or the nearest table around it."""
        return Source(self.called, line_of(self.text, place))


class WrittenLayout(NamedTuple):
    """A layout file and those it is based on, nearest first; `document` is what they say
    together.
    """

    files: tuple[LayoutFile, ...]
    document: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The layout's name."""
        return self.files[0].name

    @property
    def base(self) -> str:
        """The name of the layout that this one is based on, or was made from; empty where there is
        none.
        """
        own = self.files[0].document
        return str(own.get("based_on") or own.get("made_from") or "")

    def line(self, place: Place) -> Source:
        """The file and line where a place is written, or the nearest table around it."""
        for depth in range(len(place), 0, -1):
            for file in self.files:
                if place[:depth] in key_lines(file.text):
                    return file.line(place[:depth])
        return self.files[0].line(place)


def written_text(path: Path, called: str, text: str) -> WrittenLayout:
    """A layout that a text says by itself, whatever file it came in. LayoutError where it is no
    TOML.
    """
    file = LayoutFile(path, called, path.stem, text, _parsed(text, called))
    return WrittenLayout((file,), _own(file.document))


def written_layout(name: str, folder: Path = Path(), named: Source | None = None) -> WrittenLayout:
    """A layout by its name, or by that of a file in `folder`.

    LayoutError, with file and line, where it or one it is based on is not there or no TOML, or
    where they go round in a circle.
    """
    files = [_file(name, folder, named)]
    while "based_on" in files[-1].document:
        last = files[-1]
        source = last.line(BASED_ON)
        base = _base(last)
        following = _file(base, last.path.parent, source)
        if any(file.path.samefile(following.path) for file in files):
            raise LayoutError(*BASED_ON_ITSELF(name=base), source)
        if len(files) > MOST_BASES:
            raise LayoutError(*BASES_TOO_MANY(most=MOST_BASES), source)
        files.append(following)
    document: dict[str, Any] = {}
    for file in reversed(files):
        document = laid_over(document, _own(file.document)) if document else _own(file.document)
    return WrittenLayout(tuple(files), document)


def _own(document: Mapping[str, Any]) -> dict[str, Any]:
    """What a file says of the layout: not what it is based on or was made from."""
    return {key: value for key, value in document.items() if key not in FILES_ALONE}


def _base(file: LayoutFile) -> str:
    try:
        return str(read_value(Words(), file.document["based_on"], BASED_ON, NOWHERE))
    except Fault as fault:
        refuse(fault.wording, dotted(BASED_ON), file.line(BASED_ON))


def _file(name: str, folder: Path, named: Source | None) -> LayoutFile:
    found = found_layout(name, folder, named)
    text = _text(found.path, found.called)
    document = located(_parsed(text, found.called), found.path.parent)
    return LayoutFile(*found, text, document)


@lru_cache(maxsize=32)
def _parsed(text: str, called: str) -> Mapping[str, Any]:
    """The document of a layout file, read once: a drag asks for it at every step. Nobody may change
    it.
    """
    return parsed(text, called, LayoutError)


def _text(path: Path, called: str) -> str:
    try:
        content = read_input(path, LARGEST)
    except OSError as error:
        reason = why(error)
        raise LayoutError(*LAYOUT_UNREADABLE(why=reason), Source(called)) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise LayoutError(*LAYOUT_NOT_UTF8(), Source(called, line)) from None


def refuse(wording: Sentence, key: str, source: Source | None) -> NoReturn:
    """The error of a sentence with {key} in it."""
    raise LayoutError(
        wording.zh.replace("{key}", key, 1), wording.en.replace("{key}", key, 1), source
    )
