"""What a heading in a manuscript is said to be, in braces at its end, and what it sets besides:
`### 题目 {keep across=3}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from layouts.issue.photo import ALL_COLUMNS
from layouts.issue.sound_floats import sound_across
from layouts.manuscript.words import KINDS, LEVELS, NAMES, Word, braces_start, parted
from layouts.patterns import later

_ALL = ("all", "全部", "通栏")
_BOXED = ("boxed", "加框")
_ACROSS = rf"(?:across|跨栏)[=＝](?:[0-9]{{1,3}}|{'|'.join(_ALL)})"
_SETTING = rf"(?:{_ACROSS}|(?:columns|栏数)[=＝][0-9]{{1,3}}|boxed|加框)"
_PARTED = "[ ,，、]+"
_WORD = "|".join(NAMES)
# no backslash before, nor the ) of a photo; words and settings in any order, a setting among them
_BRACES = later(
    rf"(?<![\\)])\{{[ ]*(?:(?:{_WORD}){_PARTED})*{_SETTING}"
    rf"(?:{_PARTED}(?:{_WORD}|{_SETTING}))*[ ]*\}}\Z",
    re.IGNORECASE,
)
_ONE = later(_SETTING, re.IGNORECASE)


class HeadingSettings(NamedTuple):
    """What a heading sets: `across` so many columns it stands, 0 for all, None where it does not
    say; a section stands in so many `columns`, 0 where it does not say; an article may stand
    `boxed`.
    """

    across: int | None = None
    columns: int = 0
    boxed: bool = False


NO_SETTINGS = HeadingSettings()


class Said(NamedTuple):
    """What a heading is said to be, None where its looks decide; `keep`: an article that is not to
    be parted between pages.
    """

    word: Word | None = None
    keep: bool = False
    settings: HeadingSettings = NO_SETTINGS


def heading_words(content: str) -> tuple[str, Said]:
    """The Markdown of a heading without the words at its end, and what they say."""
    rest, settings = _without_settings(content)
    before, words = parted(rest)
    kinds = words - {Word.KEEP}
    keep = Word.KEEP in words
    # `keep` is of articles, and a level or a section is none
    if len(kinds) > 1 or not kinds <= (
        KINDS.keys() if keep else KINDS.keys() | LEVELS.keys() | {Word.SECTION}
    ):
        return content, Said()
    return before, Said(next(iter(kinds), None), keep, settings)


def words_start(content: str) -> int:
    """Where words in braces begin at the end of some Markdown, or are all of it; -1 where there are
    none.
    """
    from layouts.manuscript.form_words import form_start
    from layouts.manuscript.table_words import are_table_words

    if are_table_words(content):
        return 0
    starts = (part(content) for part in (braces_start, form_start, _settings_start))
    return next((start for start in starts if start >= 0), -1)


def _settings_start(content: str) -> int:
    if not content.endswith("}") or "{" not in content:
        return -1
    found = _BRACES().search(content)
    return found.start() if found else -1


def _without_settings(content: str) -> tuple[str, HeadingSettings]:
    """The Markdown of a heading without what it sets, and that; words stay in their braces."""
    content = content.rstrip()
    start = _settings_start(content)
    if start < 0:
        return content, NO_SETTINGS
    inside = content[start + 1 : -1]
    settings = NO_SETTINGS
    for found in _ONE().finditer(inside):
        if found[0].lower() in _BOXED:
            settings = settings._replace(boxed=True)
            continue
        name, value = re.split("[=＝]", found[0].lower())
        columns = ALL_COLUMNS if value in _ALL else sound_across(int(value))
        if name in {"across", "跨栏"}:
            settings = settings._replace(across=columns)
        else:
            settings = settings._replace(columns=columns)
    words = [word for word in re.split(_PARTED, _ONE().sub(" ", inside)) if word]
    braces = f" {{{' '.join(words)}}}" if words else ""
    return content[:start].rstrip() + braces, settings


def settings_words(settings: HeadingSettings) -> Iterator[str]:
    """What stands in braces for what a heading sets."""
    if settings.across is not None:
        yield f"across={settings.across or 'all'}"
    if settings.columns:
        yield f"columns={settings.columns}"
    if settings.boxed:
        yield "boxed"
