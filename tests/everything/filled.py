"""An issue with a text in every field that holds one, found by walking the types of the model: a
field that is new is filled by itself.
"""

from __future__ import annotations

import datetime
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

import msgspec
from composing import NOWHERE, picture_file
from msgspec.structs import replace

from layouts.errors import Source
from layouts.issue.article import Article, ArticleKind, Paragraph
from layouts.issue.form import FormKind, ParagraphForm
from layouts.issue.issue import Issue
from layouts.issue.marks import TRAITS
from layouts.issue.text import Comment, Mark, MarkKind, Text

Write = Callable[[str], str]
"""The text of a field, by the field's name."""

PHOTO = "湖.png"

LAYOUT = "neikan-a4-2col"
"""It has a cover and running heads."""

DAY = datetime.date(2026, 3, 1)

NO_TEXT = {
    "Photo.row": "which photos stand in one row: never printed",
    "Table.own_alignments": "left, center, right",
    "Issue.layout": "a layout's name",
    "Issue.profile": "one of two",
    "Issue.settings": "what a layout opens, by its schema",
    "Issue.setting_sources": "where that was written",
    "Issue.design": "values of a layout, by its schema",
    "Issue.set_aside": "values of another layout",
    "Issue.fitting": "a layer by the program",
    "Issue.accepted": "keys by the program, and why: told in the manifest of a set",
}
"""Fields of text or of anything that nobody types as text, and what they are. `id` is by the
program everywhere."""

KEPT = {
    "Photo.path": PHOTO,
    "Table.alignments": ("auto",),
    "Issue.folder": Path(),
}


def filled(folder: Path, write: Write) -> Issue:
    """An issue with a text of its own in every field, a block of every kind and a paragraph of
    every form, beside the photo it shows.
    """
    picture_file(folder, PHOTO, 400, 300)
    issue = _struct(Issue, write)
    head = replace(issue.masthead, number=7, total=70, date=DAY)
    section = issue.sections[0]
    kinds = [_as(section.articles[0], kind, write) for kind in ArticleKind]
    section = replace(section, articles=tuple(kinds))
    return replace(issue, folder=folder, layout=LAYOUT, masthead=head, sections=(section,))


def _as(article: Article, kind: ArticleKind, write: Write) -> Article:
    """The article as one of another kind; only the first has all blocks."""
    if kind is ArticleKind.HEADLINE:
        return replace(article, kind=kind)
    lead = Paragraph(Text(write(f"{kind}.lead")), NOWHERE)
    title = Text(write(f"{kind}.title")) if kind is ArticleKind.RUN_IN else Text("")
    return Article(kind, title, (lead,), NOWHERE)


def _struct(kind: type, write: Write) -> typing.Any:
    hints = typing.get_type_hints(kind)
    return kind(
        **{
            field.name: _value(hints[field.name], f"{kind.__name__}.{field.name}", write)
            for field in msgspec.structs.fields(kind)
            if field.required or _is_asked(kind, field.name, hints[field.name])
        }
    )


def _is_asked(kind: type, name: str, hint: typing.Any) -> bool:
    """Whether a field that may be left out holds text that somebody types."""
    return name != "id" and f"{kind.__name__}.{name}" not in NO_TEXT and holds_text(hint)


def holds_text(kind: typing.Any) -> bool:
    """Whether a type holds text, itself or further in."""
    if kind in {str, Text, object} or typing.get_origin(kind) is Mapping:
        return True
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return False
    if hasattr(kind, "__struct_fields__") or hasattr(kind, "_fields"):
        return any(map(holds_text, typing.get_type_hints(kind).values()))
    return any(map(holds_text, typing.get_args(kind)))


def _value(kind: typing.Any, where: str, write: Write) -> typing.Any:
    known: dict[typing.Any, typing.Any] = {Source: NOWHERE, int: 1, **KEPT}
    if where in known or kind in known:
        return known[where] if where in known else known[kind]
    if kind in {str, Text}:
        return write(where) if kind is str else _text(where, write)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return next(iter(kind))
    if hasattr(kind, "__struct_fields__"):
        return _struct(kind, write)
    inside = typing.get_args(kind)
    assert inside, f"{where}: a kind of field that nobody fills"
    is_tuple = typing.get_origin(kind) is tuple
    return _several(inside, where, write) if is_tuple else _value(inside[0], where, write)


def _several(kinds: tuple[typing.Any, ...], where: str, write: Write) -> typing.Any:
    if where == "Article.blocks":
        blocks = [_struct(one, write) for one in typing.get_args(kinds[0])]
        return (*blocks, *_forms(write))
    return (_value(kinds[0], where, write),)


def structs() -> list[type]:
    """The structs that an issue is made of."""
    found: list[type] = []
    rest: list[typing.Any] = [Issue]
    while rest:
        kind = rest.pop()
        if hasattr(kind, "__struct_fields__") and kind not in found:
            found.append(kind)
            rest += typing.get_type_hints(kind).values()
        rest += typing.get_args(kind)
    return found


def _forms(write: Write) -> list[Paragraph]:
    return [
        Paragraph(Text(f"{write(f'form.{kind}')} 八"), NOWHERE, form=ParagraphForm(kind))
        for kind in FormKind
    ]


def _text(where: str, write: Write) -> Text:
    """A text, with a mark of every kind where marks are at home."""
    string = write(where)
    if where != "Paragraph.text":
        return Text(string)
    marks: list[Mark] = []
    for k, kind in enumerate(MarkKind):
        value: str | Comment = ""
        if kind is MarkKind.COMMENT:
            value = Comment(*(write(f"comment.{name}") for name in Comment._fields))
        elif kind is not MarkKind.UNDERLINE and TRAITS[kind].valued:
            value = write(f"mark.{kind}")
        marks.append(Mark(k, k + 1, kind, value))
    return Text("一二三四五六七八九十百千" + string, tuple(sorted(marks)))
