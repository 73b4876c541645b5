"""Of an issue however it was written: what it lacks, what is too large to be set."""

from __future__ import annotations

from layouts.messages.message import Message

SECTION_EMPTY = Message("栏目【{name}】里没有稿件", "section {name} has no articles")
ARTICLE_EMPTY = Message("“{title}”只有标题，没有正文", "“{title}” has a title and no text")
ARTICLE_BYLINE_ALONE = Message(
    "署名“{byline}”的稿件没有标题，也没有正文",
    "the article signed “{byline}” has no title and no text",
)
ARTICLE_UNTITLED = Message("这篇稿件没有标题（### 标题）", "this article has no title (### …)")

ISSUE_TOO_LARGE = Message(
    "这一期太大：到这里已超过 {most.zh} 万字的量，请分成几期",
    "the issue is too large: up to here it holds as much as {most.en} characters and more; "
    "divide it",
)
PARAGRAPH_TOO_LONG = Message(
    "这一段有 {count} 字，最多 {most} 字，请分段",
    "this paragraph has {count} characters, at most {most} can be set: divide it",
)
TABLE_TOO_MANY_COLUMNS = Message(
    "表格有 {columns} 栏，最多 {most} 栏",
    "the table has {columns} columns, at most {most} can be set",
)
