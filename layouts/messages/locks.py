"""Of what a layout locks (锁定): parts of an issue, and what of them editors may not touch."""

from __future__ import annotations

from layouts.messages.message import Message

LOCKED = Message(
    "{part.zh}的{aspect.zh}由版式锁定，不能改", "the layout locks the {aspect.en} of {part.en}"
)
SOME_OF = Message("列表，可含 {options.zh}", "a list of any of {options.en}")

# Parts

MASTHEAD = Message("报头", "the masthead")
CONTENTS = Message("要目", "the contents")
SECTION = Message("栏目", "sections")
HEADLINE = Message("标题", "headlines")
BYLINE = Message("供稿", "by-lines")
BODY = Message("正文", "the text")
PHOTO = Message("图片", "photos")
CAPTION = Message("图说", "captions")
TABLE = Message("表格", "tables")
PULL_QUOTE = Message("引语", "pull quotes")
COLOPHON = Message("报尾", "the colophon")
PAGE_NUMBER = Message("页码", "page numbers")
RUNNING_HEAD = Message("书眉", "running heads")

# What of them

PLACE = Message("位置", "place")
STYLE = Message("样式", "style")
CONTENT = Message("内容", "content")
