"""What an item says by itself that it is, before its neighbours are asked."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from layouts.importing.received import ReceivedBreak, ReceivedTable
from layouts.importing.recognition import cues
from layouts.importing.recognition.captions import is_caption
from layouts.importing.recognition.credit_words import CreditSort
from layouts.importing.recognition.credits import Credit, credit_of
from layouts.importing.recognition.items import Role, SourceItem
from layouts.importing.recognition.opening import is_form, is_web
from layouts.manuscript.marks import RUN_IN, holds_briefs, label_level, section_name

_NOTE = re.compile(
    r"[【（(\[]?\s*(?:本[刊报]|编者)?(?:编者按|编者的话|按语|编后语?|按)\s*[】）)\]]?\s*(?:[:：]|$|(?<=[】）)\]]))"
)
_DASHES = re.compile(r"(?:——|—|--|－－|―|──|–|⸺)\s*\S")
_NOT_SECTIONS = ("编者按", "按语", "摘要", "提要", "导语", "背景", "链接", "注", "正文", "标题")
_BRIEFS_HEAD = re.compile(
    r".{0,6}(?:简讯|短讯|快讯|短波|简报集锦|动态集锦)(?:[一二三四五六七八九十\d]{1,3}[则条篇])?"
)
_LONGEST_SECTION = 12
_ASIDES = (CreditSort.EDITOR, CreditSort.CONTACT)


class Spotted(NamedTuple):
    """A role, how likely it is, and what a line says about the article where it says that.

    A line of names that may be a by-line is text with a credit.
    """

    role: Role
    confidence: float = cues.SUREST
    credit: Credit | None = None


def spot(item: SourceItem, sections: Collection[str]) -> Spotted:
    """The role that an item has by itself."""
    if item.thing is not None:
        return Spotted(_role_of_thing(item))
    if item.said is not None:
        return Spotted(item.said if item.string else Role.LEFT_OUT)
    if is_web(item.string) or is_form(item.string):
        return Spotted(Role.LEFT_OUT)
    return _spot_words(item, sections)


def _role_of_thing(item: SourceItem) -> Role:
    if isinstance(item.thing, ReceivedTable):
        return Role.TABLE
    return Role.BREAK if isinstance(item.thing, ReceivedBreak) else Role.PHOTO


def _spot_words(item: SourceItem, sections: Collection[str]) -> Spotted:
    string = item.string
    if item.look.is_caption or (is_caption(string) and not item.goes_on):
        return Spotted(Role.CAPTION, cues.CAPTION_SAID)
    if _NOTE.match(string) or item.look.is_quote:
        return Spotted(Role.NOTE, cues.NAMED)
    if section_said(string, sections) and not _is_signature(string, sections):
        return Spotted(Role.SECTION, cues.BRACKETED_SECTION)
    if (credit := credit_of(string)) is not None:
        return _spot_credit(credit)
    if string.startswith(RUN_IN):
        return Spotted(Role.RUN_IN)
    if item.look.is_subtitle or (_DASHES.match(string) and len(string) <= cues.LONGEST_TITLE):
        return Spotted(Role.SUBTITLE, cues.DASHED)
    if item.look.is_title:
        return Spotted(Role.TITLE)
    return Spotted(Role.TEXT)


def _spot_credit(credit: Credit) -> Spotted:
    if not credit.named:
        return Spotted(Role.TEXT, credit.confidence, credit)
    role = Role.ASIDE if credit.sort in _ASIDES else Role.CREDIT
    return Spotted(role, credit.confidence, credit)


def _is_signature(string: str, sections: Collection[str]) -> bool:
    """Whether a name in brackets is one of a body with a person's, 【区图书馆 陆明远】."""
    if "".join((section_name(string) or string).split()) in sections:
        return False
    credit = credit_of(string)
    return credit is not None and credit.confidence >= cues.UNIT_AND_PERSON + cues.BRACKETED


def section_said(string: str, sections: Collection[str]) -> str:
    """The section whose name is all that a line says, in brackets or as one that the issue has."""
    name = section_name(string)
    plain = "".join((name or string).split())
    if plain in sections:
        return plain
    if name and len(name) <= _LONGEST_SECTION and name not in _NOT_SECTIONS:
        return "" if re.search("[：:，、。\\d]", name) else name
    if not _BRIEFS_HEAD.fullmatch(plain):
        return ""
    return next(filter(holds_briefs, sections), plain)


def is_brief_label(string: str) -> bool:
    """Whether a paragraph begins as a brief does: with a number or a bullet."""
    return label_level(string) > 0 or string.startswith(("●", "◆", "■", "★", "◎", "▶", "·", "•"))


def opens_briefs(name: str) -> bool:
    """Whether the paragraphs under a section's name are briefs."""
    return holds_briefs(name)


def is_note_label(string: str) -> bool:
    """Whether a line says no more than that an editor's note follows."""
    match = _NOTE.match(string)
    return match is not None and match.end() == len(string)
