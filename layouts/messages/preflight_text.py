"""Preflight: marks, spaces, placeholders, links and comments in texts."""

from __future__ import annotations

from layouts.messages.message import Message

MARK_HALF_WIDTH = Message(
    "“{near}”中有半角标点，中文应当用“{mended}”",
    "“{near}” has a half-width mark; Chinese text has “{mended}”",
)
MARK_DOUBLED = Message("“{near}”中标点重复：“{flaw}”", "doubled marks in “{near}”: “{flaw}”")
MARK_UNPAIRED = Message(
    "“{near}”中的引号或括号不成对", "a quotation mark or bracket in “{near}” has no partner"
)
SPACING_MIXED = Message("“{flaw}”中空格时有时无", "the spaces in “{flaw}” are mixed")
PLACEHOLDER = Message("“{near}”像是待补的文字", "“{near}” looks like placeholder text")

IN_A_NOTE = Message("注释：{flaw.zh}", "in a note: {flaw.en}")
MORE_LIKE_IT = Message(
    "{flaw.zh}，本段这样的还有 {count} 处，不再逐处列出",
    "{flaw.en}: {count} like it in this paragraph are not told one by one",
)

LINK_BROKEN = Message(
    "“{words}”的链接“{address}”不是网址，也不是邮箱，点不开",
    "the link of “{words}” leads to “{address}”, which is no address of the web nor of mail",
)
COMMENT_OPEN = Message("“{words}”有批注：{comment}", "a comment on “{words}”: {comment}")
COMMENT_OPEN_BY = Message(
    "“{words}”有批注（{author}）：{comment}", "a comment on “{words}” by {author}: {comment}"
)
