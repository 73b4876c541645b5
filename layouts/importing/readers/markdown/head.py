"""The settings at the top of Markdown of any program: title, author and the like are kept, all else
is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from layouts.errors import ManuscriptError
from layouts.manuscript.values import Written

MOST_LINES = 500
"""Lines of settings; a page of Obsidian has ten."""

_YAML = re.compile(r"\s*?^---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"([^\s:：=#][^:：=\n]{0,40}?)[ \t]*[:：=][ \t]*(.*)")
_LOOKS_LIKE_KEYS = re.compile(r"\s*(?:#.*\n\s*)*[\"']?[^\s:：|>*+-][^:：\n]{0,60}[:：]")
_PERCENT = re.compile(r"%[ \t](.*)\n(?:%[ \t]?(.*)\n)?(?:%[ \t]?(.*)\n)?")
"""pandoc's title block: title, authors, date (User's Guide, pandoc_title_block)."""

_ROLES = {
    "title": "title",
    "标题": "title",
    "题目": "title",
    "subtitle": "subtitle",
    "副标题": "subtitle",
    "副题": "subtitle",
    "author": "Author",
    "authors": "Author",
    "作者": "Author",
    "供稿": "Author",
    "通讯员": "Author",
    "date": "Date",
    "日期": "Date",
    "时间": "Date",
    "source": "Source",
    "来源": "Source",
}
"""Keys that are kept, and what each is."""


class NoteHead(NamedTuple):
    """What the settings say: what is kept, each with its role, and the rest as characters, with the
    names of its keys. `lines` is how many lines of the file they take.
    """

    kept: tuple[tuple[str, str], ...] = ()
    rest: str = ""
    unknown: tuple[str, ...] = ()
    lines: int = 0


def split_head(text: str) -> tuple[NoteHead, str]:
    """The settings at the top of a text, and the text with as many empty lines in their place."""
    found = _YAML.match(text)
    if found and found[1].count("\n") <= MOST_LINES and _is_settings(found[1]):
        entries = _yaml(found[1])
    elif found := _TOML.match(text):
        entries = _by_line(found[1])
    elif found := _PERCENT.match(text):
        entries = list(zip(("title", "author", "date"), map(_plain, found.groups()), strict=True))
    else:
        return NoteHead(), text
    lines = text.count("\n", 0, found.end())
    return _head(entries, lines), "\n" * lines + text[found.end() :]


def _is_settings(inner: str) -> bool:
    return not inner.strip() or bool(_LOOKS_LIKE_KEYS.match(inner))


def _plain(value: str | None) -> str:
    return (value or "").strip()


def _head(entries: Sequence[tuple[str, str]], lines: int) -> NoteHead:
    kept: list[tuple[str, str]] = []
    rest: list[str] = []
    unknown: list[str] = []
    for key, value in entries:
        role = _ROLES.get(key.strip().lower())
        if role and value:
            kept.append((role, value))
        else:
            rest.append(f"{key}: {value}" if key else value)
            unknown += [key] if key and not role else []
    return NoteHead(tuple(kept), "\n".join(rest), tuple(unknown), lines)


def _yaml(inner: str) -> list[tuple[str, str]]:
    """The keys of YAML; what is broken, or more than settings need, is taken line by line."""
    from layouts.manuscript.yamlguard import read_mapping

    try:
        return [(entry.key, _said(entry.written)) for entry in read_mapping(inner, "", 1)]
    except ManuscriptError:
        return _by_line(inner)


def _said(value: Written) -> str:
    """A value on one line: names of several authors beside each other."""
    if value is None:
        return ""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        name = value.get("name")
        return _said(name) if name else " ".join(f"{key}: {_said(of)}" for key, of in value.items())
    return " ".join(filter(None, map(_said, value)))


def _by_line(inner: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for line in inner.split("\n"):
        if match := _LINE.fullmatch(line.strip()):
            found.append((match[1].strip(" \"'"), match[2].strip(" \"'")))
        elif line.strip():
            found.append(("", line.strip()))
    return found


def titles_of(head: NoteHead) -> Iterator[str]:
    """The titles that the settings give."""
    return (value for role, value in head.kept if role == "title")
