"""What the name of a paragraph's style says it is, in the Chinese and English of Word, WPS and
LibreOffice.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_HEADING = re.compile(r"(?:heading|标题|標題)[ _]*([1-9])(?!\d)", re.IGNORECASE)


class StyleSays(NamedTuple):
    """What a paragraph of a style is, `heading` its level from 1 (0: none)."""

    heading: int = 0
    is_title: bool = False
    is_subtitle: bool = False
    is_caption: bool = False
    is_quote: bool = False


_NAMED = {
    "title": StyleSays(is_title=True),
    "标题": StyleSays(is_title=True),
    "標題": StyleSays(is_title=True),
    "subtitle": StyleSays(is_subtitle=True),
    "副标题": StyleSays(is_subtitle=True),
    "副標題": StyleSays(is_subtitle=True),
    "caption": StyleSays(is_caption=True),
    "题注": StyleSays(is_caption=True),
    "figure": StyleSays(is_caption=True),
    "illustration": StyleSays(is_caption=True),
    "quote": StyleSays(is_quote=True),
    "intense quote": StyleSays(is_quote=True),
    "quotations": StyleSays(is_quote=True),
    "引文": StyleSays(is_quote=True),
    "引用": StyleSays(is_quote=True),
    "明显引用": StyleSays(is_quote=True),
}

_NOTHING = StyleSays()


def said_by(name: str) -> StyleSays:
    """What the name of a style says."""
    plain = " ".join(name.lower().split())
    match = _HEADING.fullmatch(plain)
    return StyleSays(heading=int(match[1])) if match else _NAMED.get(plain, _NOTHING)
