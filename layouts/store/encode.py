"""Issues as plain values: the dictionaries, lists and strings that issue.json and the journal are
written from.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Mapping
from typing import Any, cast

import msgspec
from msgspec.structs import asdict, astuple

from layouts.issue.article import Article, Block, Section
from layouts.issue.cover import Cover, sound_headlines
from layouts.issue.fitting import NO_FITTING, Fitting, put_right
from layouts.issue.issue import Accepted, Issue
from layouts.issue.masthead import INTERNAL
from layouts.store import schema
from layouts.store.block_entries import ENTRY, NamePhoto
from layouts.store.text_entries import optional_entry, text_entry

Plain = Any
"""A value of JSON: null, true or false, a number, a string, a list or a dictionary of such."""


class Encoder:
    """Turns issues into plain values.

    What two issues share is turned once and comes out as the same object, to be compared by
    identity.
    """

    def __init__(self, name_photo: NamePhoto | None = None) -> None:
        self._name_photo = name_photo
        self._new: dict[int, tuple[object, Plain]] = {}
        self._old: dict[int, tuple[object, Plain]] = {}

    def issue(self, issue: Issue) -> dict[str, Plain]:
        """The whole issue.

        What the issue before the last held and this one does not is forgotten.
        """
        self._old, self._new = self._new, {}
        entry = schema.IssueEntry(
            version=schema.VERSION,
            layout=issue.layout,
            masthead=schema.MastheadEntry(*astuple(issue.masthead)),
            colophon=schema.ColophonEntry(*astuple(issue.colophon)),
            contents=issue.contents,
            profile="internal" if issue.profile == INTERNAL else "",
            settings=_settings(issue.settings),
            design=_settings(issue.design),
            set_aside={
                layout: schema.SetAsideEntry(_settings(kept.settings), _settings(kept.design))
                for layout, kept in sorted(issue.set_aside.items())
            },
        )
        plain = _with(
            _plain(entry),
            "accepted",
            [self._kept(accepted, self._accepted) for accepted in issue.accepted],
        )
        plain = _with(plain, "fitting", _fitting(issue.fitting))
        if issue.cover is not None:
            plain = dict(sorted([*plain.items(), ("cover", self._kept(issue.cover, self._cover))]))
        return _with(
            plain, "sections", [self._kept(section, self._section) for section in issue.sections]
        )

    def _cover(self, cover: Cover) -> Plain:
        photo = None if cover.photo is None else ENTRY(cover.photo, self._name_photo)
        return _plain(schema.CoverEntry(None, sound_headlines(cover.headlines))) | (
            {} if photo is None else {"photo": _plain(photo)}
        )

    def _accepted(self, accepted: Accepted) -> Plain:
        return _plain(schema.AcceptedEntry(accepted.key, accepted.reason))

    def _kept(self, item: Any, make: Callable[[Any], Plain]) -> Plain:  # noqa: ANN401, any part of an issue
        known = self._new.get(id(item)) or self._old.get(id(item))
        if known is None:
            known = (item, make(item))  # holds the item, so that its id stays its own
        self._new[id(item)] = known
        return known[1]

    def _section(self, section: Section) -> Plain:
        entry = schema.SectionEntry(
            id=section.id, name=section.name, break_before=section.break_before
        )
        return _with(
            _plain(entry),
            "articles",
            [self._kept(article, self._article) for article in section.articles],
        )

    def _article(self, article: Article) -> Plain:
        entry = schema.ArticleEntry(
            id=article.id,
            kind=article.kind.value,
            title=text_entry(article.title),
            byline=optional_entry(article.byline),
            break_before=article.break_before,
            keep_together=article.keep_together,
            subtitle=optional_entry(article.subtitle),
            date=article.date,
            origin=article.origin,
            across=article.across,
        )
        return _with(
            _plain(entry), "blocks", [self._kept(block, self._block) for block in article.blocks]
        )

    def _block(self, block: Block) -> Plain:
        return _plain(ENTRY(block, self._name_photo))


def _with(
    plain: dict[str, Plain], key: str, items: list[Plain] | dict[str, Plain]
) -> dict[str, Plain]:
    """With one more list or table, in its place by name; an empty one is left out like any other
    default.
    """
    return dict(sorted([*plain.items(), (key, items)])) if items else plain


def _plain(entry: msgspec.Struct) -> dict[str, Plain]:
    try:
        return schema.plain(entry)
    except UnicodeEncodeError:  # half of a surrogate pair, which no file can hold
        return schema.plain(msgspec.convert(_possible(msgspec.to_builtins(entry)), type(entry)))


def _possible(plain: Plain) -> Plain:
    if isinstance(plain, str):
        # two halves that belong together become one character, one alone a �
        return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(plain, list | tuple):
        return [_possible(item) for item in plain]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(plain, dict):
        return {_possible(key): _possible(item) for key, item in plain.items()}  # pyright: ignore[reportUnknownVariableType]
    return plain


def _fitting(fitting: Fitting) -> dict[str, Plain]:
    values, usual = asdict(put_right(fitting)), asdict(NO_FITTING)
    # by value: a number computed is another object than its default
    said = {key: value for key, value in values.items() if value != usual[key]}
    return _plain(schema.FittingEntry(**said))


def _settings(settings: Mapping[str, object]) -> dict[str, Plain]:
    return {key: _setting(value) for key, value in sorted(settings.items())}


def _setting(value: object) -> Plain:
    """A setting as JSON. What JSON has no word for is an object with one key that begins with $;
    other keys that do get a second one.
    """
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
        return {
            f"${key}" if key.startswith("$") else key: _setting(table[key]) for key in sorted(table)
        }
    return str(value)
