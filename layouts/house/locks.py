"""Locks (锁定): what of each part of an issue editors may not touch, and whether an act would.

Most is locked by being nobody's to change: where the masthead stands, how a headline looks. What a
layout locks beyond that is held against every act in one place, `broken`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar, cast

from msgspec import Struct

from layouts.house.kinds import Refused, Scope
from layouts.issue.article import Article, Block, PullQuote, Table
from layouts.issue.issue import Issue
from layouts.issue.parts import parts_of
from layouts.issue.photo import Photo
from layouts.messages import locks as say
from layouts.messages.lists import listed
from layouts.messages.message import Message, Sentence

B = TypeVar("B", Photo, Table, PullQuote)


class Aspect(StrEnum):
    """What of a part may be locked."""

    PLACE = "place"
    STYLE = "style"
    CONTENT = "content"


Locks = Mapping[str, frozenset[str]]
"""What is locked of each part."""

ASPECTS: Mapping[Aspect, Message] = MappingProxyType(
    {
        Aspect.PLACE: say.LOCKED_PLACE,
        Aspect.STYLE: say.LOCKED_STYLE,
        Aspect.CONTENT: say.LOCKED_CONTENT,
    }
)

PARTS: Mapping[str, Message] = MappingProxyType(
    {
        "masthead": say.LOCKED_MASTHEAD,
        "contents": say.LOCKED_CONTENTS,
        "section": say.LOCKED_SECTION,
        "headline": say.LOCKED_HEADLINE,
        "byline": say.LOCKED_BYLINE,
        "body": say.LOCKED_BODY,
        "photo": say.LOCKED_PHOTO,
        "caption": say.LOCKED_CAPTION,
        "table": say.LOCKED_TABLE,
        "pull-quote": say.LOCKED_PULL_QUOTE,
        "colophon": say.LOCKED_COLOPHON,
        "page-number": say.LOCKED_PAGE_NUMBER,
        "running-head": say.LOCKED_RUNNING_HEAD,
    }
)
"""The parts that can be locked, in the order of an issue."""

FIXED = ("place", "style")
EVERYTHING = ("place", "style", "content")

USUALLY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "masthead": FIXED,
        "contents": FIXED,
        "section": ("style",),
        "headline": FIXED,
        "byline": FIXED,
        "body": ("style",),
        "photo": (),
        "caption": FIXED,
        "table": (),
        "pull-quote": ("style",),
        "colophon": FIXED,
        "page-number": EVERYTHING,
        "running-head": EVERYTHING,
    }
)
"""What is locked where a layout says nothing: what no editor could ever change."""


class Aspects(Struct, frozen=True):
    """A list of aspects, none for an empty one."""

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return say.SOME_OF(options=listed(Aspect))

    def read(self, raw: object, scope: Scope) -> frozenset[Aspect]:
        """The aspects. Refused where it is no list of such."""
        if not isinstance(raw, list):
            raise Refused
        words = cast("list[object]", raw)
        if not all(isinstance(word, str) and word in list(Aspect) for word in words):
            raise Refused
        return frozenset(Aspect(str(word)) for word in words)


def locked(locks: Locks, part: str, aspect: str) -> bool:
    """Whether an aspect of a part is locked."""
    return aspect in locks.get(part, frozenset())


def broken(locks: Locks, before: Issue, after: Issue) -> Sentence | None:
    """What an act that made `after` of `before` would change though it is locked, None where
    nothing.
    """
    for (part, aspect), differs in _ACTS.items():
        if locked(locks, part, aspect) and differs(before, after):
            return say.LOCKED(part=PARTS[part](), aspect=ASPECTS[aspect]())
    return None


# What an act may change. Values by id: what is new or gone is another matter than what changed.

Values = dict[str, object]


def _articles(issue: Issue) -> Iterator[Article]:
    return (article for section in issue.sections for article in section.articles)


def _all_blocks(issue: Issue) -> Iterator[Block]:
    for article in _articles(issue):
        yield from article.blocks


def _blocks(issue: Issue, kind: type[B]) -> Iterator[B]:
    return (block for block in _all_blocks(issue) if isinstance(block, kind))


def _changed(values: Callable[[Issue], Values]) -> Callable[[Issue, Issue], bool]:
    """Whether what is in both issues has other values."""

    def differs(before: Issue, after: Issue) -> bool:
        old, new = values(before), values(after)
        # what has no id yet is new
        return any(old[key] != new[key] for key in (old.keys() & new.keys()) - {""})

    return differs


def _other(values: Callable[[Issue], Values]) -> Callable[[Issue, Issue], bool]:
    """Whether anything has other values, came or went."""
    return lambda before, after: values(before) != values(after)


def _section_order(issue: Issue) -> Values:
    return {"": [(one.id, one.break_before, one.columns) for one in issue.sections]}


def _article_order(issue: Issue) -> Values:
    return {
        section.id: [
            (article.id, article.break_before, article.keep_together, article.across, article.boxed)
            for article in section.articles
        ]
        for section in issue.sections
    }


def _texts(issue: Issue) -> Values:
    return {
        block.id: (type(block), tuple(parts_of(block)))
        for block in _all_blocks(issue)
        if not isinstance(block, Photo | Table | PullQuote)
    }


def _photo_places(issue: Issue) -> Values:
    return {
        block.id: (
            article.id,
            block.side,
            block.line,
            block.row,
            block.grid,
            block.captions,
            block.place,
            block.across,
            block.bleed,
        )
        for article in _articles(issue)
        for block in article.blocks
        if isinstance(block, Photo)
    }


def _photo_style(photo: Photo) -> tuple[object, ...]:
    """How large a photo is, how it is cropped and shown, and how text runs round it."""
    around = photo.standoff, photo.standoffs, photo.wrap, photo.polygon
    return photo.width, photo.crop, photo.tone, photo.frame, photo.focus, around


def _is_photo_moved(before: Issue, after: Issue) -> bool:
    """Whether a photo stands at another paragraph, though the one it stood at is still there, or
    otherwise beside it.
    """
    old, new = _anchors(before), _anchors(after)
    there = {block.id for block in _all_blocks(after)}
    return _changed(_photo_places)(before, after) or any(
        old[photo] in there and old[photo] != new[photo] for photo in old.keys() & new.keys()
    )


def _anchors(issue: Issue) -> dict[str, str]:
    """The id of the block that each photo stands beside: the next one that is no photo; empty at
    the end of an article.
    """
    found: dict[str, str] = {}
    for article in _articles(issue):
        anchor = ""
        for block in reversed(article.blocks):
            if isinstance(block, Photo):
                found[block.id] = anchor
            else:
                anchor = block.id
    return found


_ACTS: Mapping[tuple[str, Aspect], Callable[[Issue, Issue], bool]] = MappingProxyType(
    {
        ("masthead", Aspect.CONTENT): lambda before, after: before.masthead != after.masthead,
        ("contents", Aspect.CONTENT): lambda before, after: before.contents != after.contents,
        ("section", Aspect.PLACE): _other(_section_order),
        ("section", Aspect.CONTENT): _changed(
            lambda issue: {section.id: section.name for section in issue.sections}
        ),
        ("headline", Aspect.CONTENT): _changed(
            lambda issue: {one.id: (one.title, one.subtitle) for one in _articles(issue)}
        ),
        ("byline", Aspect.CONTENT): _changed(
            lambda issue: {one.id: one.byline for one in _articles(issue)}
        ),
        ("body", Aspect.PLACE): _other(_article_order),
        ("body", Aspect.CONTENT): _other(_texts),
        ("photo", Aspect.PLACE): _is_photo_moved,
        ("photo", Aspect.STYLE): _changed(
            lambda issue: {one.id: _photo_style(one) for one in _blocks(issue, Photo)}
        ),
        ("photo", Aspect.CONTENT): _other(
            lambda issue: {one.id: one.path for one in _blocks(issue, Photo)}
        ),
        ("caption", Aspect.CONTENT): _changed(
            lambda issue: {
                one.id: (one.caption, one.alt, one.credit) for one in _blocks(issue, Photo)
            }
        ),
        ("table", Aspect.STYLE): _changed(
            lambda issue: {
                one.id: (
                    one.widths,
                    one.alignments,
                    one.spans,
                    one.header_rows,
                    one.header_columns,
                    one.own_alignments,
                    one.zebra,
                    one.place,
                    one.across,
                    one.turned,
                )
                for one in _blocks(issue, Table)
            }
        ),
        ("table", Aspect.CONTENT): _other(
            lambda issue: {one.id: tuple(parts_of(one)) for one in _blocks(issue, Table)}
        ),
        ("pull-quote", Aspect.CONTENT): _other(
            lambda issue: {one.id: one.text for one in _blocks(issue, PullQuote)}
        ),
        ("colophon", Aspect.CONTENT): lambda before, after: before.colophon != after.colophon,
    }
)
"""Whether an act changes an aspect of a part. What stands nowhere here, no act can change."""
