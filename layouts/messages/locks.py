"""Of what a layout locks (锁定): parts of an issue, and what of them editors may not touch."""

from __future__ import annotations

from layouts.messages.message import Message

LOCKED = Message(
    "{part.zh}的{aspect.zh}由版式锁定，不能改", "the layout locks the {aspect.en} of {part.en}"
)
SOME_OF = Message("列表，可含 {options.zh}", "a list of any of {options.en}")

# Parts

LOCKED_MASTHEAD = Message("报头", "the masthead")
LOCKED_CONTENTS = Message("要目", "the contents")
LOCKED_SECTION = Message("栏目", "sections")
LOCKED_HEADLINE = Message("标题", "headlines")
LOCKED_BYLINE = Message("供稿", "by-lines")
LOCKED_BODY = Message("正文", "the text")
LOCKED_PHOTO = Message("图片", "photos")
LOCKED_CAPTION = Message("图说", "captions")
LOCKED_TABLE = Message("表格", "tables")
LOCKED_PULL_QUOTE = Message("引语", "pull quotes")
LOCKED_COLOPHON = Message("报尾", "the colophon")
LOCKED_PAGE_NUMBER = Message("页码", "page numbers")
LOCKED_RUNNING_HEAD = Message("书眉", "running heads")

# What of them

LOCKED_PLACE = Message("位置", "place")
LOCKED_STYLE = Message("样式", "style")
LOCKED_CONTENT = Message("内容", "content")
