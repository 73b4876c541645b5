"""Issues as plain values: the dictionaries, lists and strings that issue.json and the journal are written from."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Mapping
from typing import Any, cast

import msgspec
from msgspec.structs import astuple

from layouts.issue.article import Article, Block, Note, PageBreak, Paragraph, Section, Subheading, Table
from layouts.issue.blocks import BlockTable
from layouts.issue.file_name import original_name
from layouts.issue.issue import Accepted, Issue
from layouts.issue.photo import WHOLE, Photo
from layouts.issue.text import Comment, Mark, Text
from layouts.store import schema

Plain = Any
"""A value of JSON: null, true or false, a number, a string, a list or a dictionary of such."""

NamePhoto = Callable[[Photo], str]
"""The name of a photo's file in the package's photos/; empty where it is not in it."""


class Encoder:
    """Turns issues into plain values. What two issues share is turned once and comes out as the same object, to be compared by identity."""

    def __init__(self, name_photo: NamePhoto | None = None) -> None:
        self._name_photo = name_photo
        self._new: dict[int, tuple[object, Plain]] = {}
        self._old: dict[int, tuple[object, Plain]] = {}

    def issue(self, issue: Issue) -> dict[str, Plain]:
        """The whole issue. What the issue before the last held and this one does not is forgotten."""
        self._old, self._new = self._new, {}
        entry = schema.IssueEntry(
            version=schema.VERSION,
            layout=issue.layout,
            masthead=schema.MastheadEntry(*astuple(issue.masthead)),
            colophon=schema.ColophonEntry(*astuple(issue.colophon)),
            contents=issue.contents,
            settings={key: _setting(value) for key, value in sorted(issue.settings.items())},
        )
        plain = _with(_plain(entry), "accepted", [self._kept(accepted, self._accepted) for accepted in issue.accepted])
        return _with(plain, "sections", [self._kept(section, self._section) for section in issue.sections])

    def _accepted(self, accepted: Accepted) -> Plain:
        return _plain(schema.AcceptedEntry(accepted.key, accepted.reason))

    def _kept(self, item: Any, make: Callable[[Any], Plain]) -> Plain:  # noqa: ANN401, any part of an issue
        known = self._new.get(id(item)) or self._old.get(id(item))
        if known is None:
            known = (item, make(item))  # holds the item, so that its id stays its own
        self._new[id(item)] = known
        return known[1]

    def _section(self, section: Section) -> Plain:
        entry = schema.SectionEntry(id=section.id, name=section.name, break_before=section.break_before)
        return _with(_plain(entry), "articles", [self._kept(article, self._article) for article in section.articles])

    def _article(self, article: Article) -> Plain:
        entry = schema.ArticleEntry(
            id=article.id,
            kind=article.kind.value,
            title=_text(article.title),
            byline=_optional(article.byline),
            break_before=article.break_before,
            keep_together=article.keep_together,
            subtitle=_optional(article.subtitle),
            date=article.date,
            origin=article.origin,
        )
        return _with(_plain(entry), "blocks", [self._kept(block, self._block) for block in article.blocks])

    def _block(self, block: Block) -> Plain:
        return _plain(_BLOCKS(block, self._name_photo))


def _photo(photo: Photo, name_photo: NamePhoto | None) -> schema.PhotoEntry:
    file = name_photo(photo) if name_photo is not None else ""
    return schema.PhotoEntry(
        id=photo.id,
        file=file,
        name=original_name(photo) if file else photo.name,
        path="" if file else photo.path,
        caption=photo.caption,
        alt=photo.alt,
        side=photo.side.value,
        width=photo.width,
        line=photo.line,
        standoff=photo.standoff,
        crop=None if photo.crop == WHOLE or not all(map(math.isfinite, photo.crop)) else photo.crop,
        row=photo.row,
    )


def _table(table: Table) -> schema.TableEntry:
    return schema.TableEntry(
        tuple(map(_text, table.header)),
        tuple(tuple(map(_text, row)) for row in table.rows),
        table.alignments,
        tuple((span.row, span.column, span.rows, span.columns) for span in table.spans),
        tuple(width if width is None or math.isfinite(width) else None for width in table.widths),
        _optional(table.caption),
        tuple(map(_text, table.notes)),
        table.id,
    )


_BLOCKS: BlockTable[[NamePhoto | None], schema.BlockEntry] = BlockTable(
    {
        Paragraph: lambda block, _: schema.ParagraphEntry(_text(block.text), block.id),
        Subheading: lambda block, _: schema.SubheadingEntry(_text(block.text), block.level, block.id),
        Note: lambda block, _: schema.NoteEntry(tuple(map(_text, block.paragraphs)), block.id),
        Table: lambda block, _: _table(block),
        PageBreak: lambda block, _: schema.PageBreakEntry(block.id),
        Photo: _photo,
    }
)


def _optional(text: Text | None) -> schema.AnyText | None:
    return None if text is None else _text(text)


def _text(text: Text) -> schema.AnyText:
    return schema.TextEntry(text.string, tuple(map(_mark, text.marks))) if text.marks else text.string


def _mark(mark: Mark) -> schema.MarkEntry:
    value = mark.value
    if isinstance(value, Comment):
        return schema.MarkEntry(mark.start, mark.end, mark.kind.value, value.text, value.author, value.time)
    return schema.MarkEntry(mark.start, mark.end, mark.kind.value, value)


def _with(plain: dict[str, Plain], key: str, items: list[Plain]) -> dict[str, Plain]:
    """With one more list, in its place by name; an empty one is left out like any other default."""
    return dict(sorted([*plain.items(), (key, items)])) if items else plain


def _plain(entry: msgspec.Struct) -> dict[str, Plain]:
    try:
        return schema.plain(entry)
    except UnicodeEncodeError:  # half of a surrogate pair, which no file can hold
        return schema.plain(msgspec.convert(_possible(msgspec.to_builtins(entry)), type(entry)))


def _possible(plain: Plain) -> Plain:
    if isinstance(plain, str):
        return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(plain, list | tuple):
        return [_possible(item) for item in plain]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(plain, dict):
        return {_possible(key): _possible(item) for key, item in plain.items()}  # pyright: ignore[reportUnknownVariableType]
    return plain


def _setting(value: object) -> Plain:
    """A setting as JSON. What JSON has no word for is an object with one key that begins with $; other keys that do get a second one."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return {"$date": value.isoformat()}
    if isinstance(value, float) and not math.isfinite(value):
        return {"$float": repr(value)}
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        return [_setting(item) for item in value]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if isinstance(value, Mapping):
        table = {str(key): item for key, item in cast("Mapping[object, object]", value).items()}
        return {f"${key}" if key.startswith("$") else key: _setting(table[key]) for key in sorted(table)}
    return str(value)
