"""What of a document is no manuscript: masthead (报头), contents (要目) and colophon (报尾) of a
whole issue, and what web pages say around a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from layouts.importing.received import ReceivedBreak
from layouts.importing.recognition.items import SourceItem
from layouts.issue.issue import Masthead
from layouts.manuscript.blocks import Heading, Passage, PipeTable, RawBlock, Turn
from layouts.manuscript.marks import section_line
from layouts.manuscript.masthead import Opening, read_opening

_LONGEST_OPENING = 400
"""Items of a masthead with its contents; no issue's are longer."""

_COLOPHON = re.compile(
    r"(?:主?报|抄?送|主送|抄报|抄送|发|印发|分送)\s*[:：]|共印\s*\d+\s*份|[（(]共印"
)
_WEB = re.compile(
    r"(?:点击|长按|扫描|扫码|识别).{0,12}(?:关注|二维码|蓝字|订阅).{0,12}|(?:点击)?(?:蓝字|上方).{0,6}关注.{0,8}|"
    r"阅读原文.{0,6}|[-—=\s]*(?:END|end|End|THE END)[-—=\s]*|点[个亮]?[“\"]?(?:在看|赞).{0,10}|"
    r"微信扫一扫.{0,12}|分享到[:：]?.{0,20}|【?(?:关闭窗口|打印本页|打印|返回顶部|字号[:：]?.{0,10})】?|往期(?:推荐|回顾)|"
    r"[（(【]?(?:全文)?完[）)】]?|"
    r"以下文章来源于.{0,20}|.{2,20}，?赞\s*\d+"
)


_FORM = re.compile(
    r"[（(]?(?:全文)?(?:共|字数)\s*[:：]?\s*约?\s*\d{2,5}\s*字?[）)]?"
    r"|[（(\[［]\s*(?:通讯|消息|特写|侧记|纪实|评论|随笔|散文|诗歌|报告文学|综述|征文|来稿|投稿)\s*[）)\]］]"
)
_PART = re.compile(
    r"[【（(\[]?(?:稿件|文章|稿子)\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[】）)\]]?\s*[:：]?"
)


class OpeningFound(NamedTuple):
    """How many items at the top are masthead and contents, and what the masthead says."""

    taken: int
    masthead: Masthead


def read_masthead(items: Sequence[SourceItem]) -> OpeningFound:
    """The masthead and the contents at the top of a whole issue, as the manuscript's own reader of
    them tells; a lone heading at the top is the title of a manuscript.
    """
    blocks = [_raw(item) for item in items[:_LONGEST_OPENING]]
    opening = read_opening(blocks, Masthead(), "")
    if not _is_of_an_issue(opening):
        return OpeningFound(0, Masthead())
    return OpeningFound(len(blocks) - len(opening.blocks), opening.masthead)


def _is_of_an_issue(opening: Opening) -> bool:
    """Whether what was read as a masthead is one: a number alone may be that of an event in the
    title of a manuscript (青年读书会第六期), so more of a masthead, a list of contents or a section
    has to stand with it.
    """
    if opening.findings:
        return True
    masthead = opening.masthead
    if not masthead.number:
        return False
    following = next((block for block in opening.blocks if not isinstance(block, Turn)), None)
    return bool(masthead.total or masthead.date or masthead.issuer or masthead.secrecy) or (
        isinstance(following, Heading | Passage) and section_line(following.content) is not None
    )


def _raw(item: SourceItem) -> RawBlock:
    """An item as the manuscript's reader of mastheads knows it."""
    if item.thing is not None:
        return Turn(item.line) if isinstance(item.thing, ReceivedBreak) else PipeTable((), (), 0)
    words = f"{item.label}{item.string}"
    if item.look.is_title or item.look.heading:
        return Heading(max(1, item.look.heading), words, item.line)
    return Passage(words, item.line)


def is_colophon(string: str) -> bool:
    """Whether a line says to whom an issue goes, or how many are printed."""
    return len(string) <= 120 and _COLOPHON.match(string) is not None


def is_web(string: str) -> bool:
    """Whether a line is what web pages say around a text: 点击蓝字关注我们."""
    return len(string) <= 40 and _WEB.fullmatch(string) is not None


def is_form(string: str) -> bool:
    """Whether a line says of a manuscript how long it is or of what kind: （通讯）, 字数：800."""
    return _FORM.fullmatch(string) is not None or counts_manuscripts(string)


def counts_manuscripts(string: str) -> bool:
    """Whether a line only says that the next of several manuscripts follows: 稿件二：."""
    return _PART.fullmatch(string) is not None
