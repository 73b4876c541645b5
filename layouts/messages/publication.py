"""Of publications: their folder and files, numbers taken, articles held over.

`{{key}}` stays as `{key}`: who knows where in the file it stands puts that in.
"""

from __future__ import annotations

from layouts.messages.message import Message

# Their file

NO_PUBLICATION = Message(
    "{folder} 里没有 publication.toml，不是刊物文件夹",
    "{folder} is no publication's folder: it has no publication.toml",
)
PUBLICATION_UNREADABLE = Message(
    "刊物文件读不出：{why.zh}", "the publication's file cannot be read: {why.en}"
)
PUBLICATION_NOT_UTF8 = Message(
    "刊物文件不是 UTF-8 编码，请另存为 UTF-8",
    "the publication's file is not in UTF-8; save it as such",
)
PUBLICATION_NOT_WRITTEN = Message(
    "刊物没有存成 {path}：{why.zh}；原来的没有动",
    "the publication was not saved to {path}: {why.en}; what was there stays as it was",
)
PUBLICATION_THERE = Message(
    "{folder} 里已经有刊物，没有改动它",
    "{folder} holds a publication already; nothing was changed",
)
SECTION_TWICE = Message(
    "{{key}}：栏目“{name}”写了两次，请删去一个",
    "{{key}}: the section “{name}” stands there twice; delete one",
)
FILE_OUTSIDE = Message(
    "{{key}} 应在刊物文件夹里，不能是 {name}",
    "{{key}} must lie in the publication's folder, not {name}",
)

PUBLICATION_FILE_HEAD = Message(
    "刊物：名称、版式、栏目、报头报尾、编号。可以在版心里改，也可以用文本编辑器改。",
    "A publication: name, layout, sections, masthead, colophon, numbering. docs/publications.md",
)
BEFORE_NEEDS_DATE = Message(
    "按年编号时，{{key}} 要写明日期 date",
    "{{key}} needs its date where numbers are counted by year",
)

# What a key takes

SOME_WORDS = Message(
    "一行不超过 {longest} 字、不为空的文字", "a string on one line of 1 to {longest} characters"
)
LINES_OF_WORDS = Message(
    "一行文字，或一组这样的文字（各不超过 {longest} 字）",
    "a string on one line, or a list of them, each of at most {longest} characters",
)
A_LIST_OF_WORDS = Message(
    "一组文字（各不超过 {longest} 字）", "a list of strings of at most {longest} characters"
)
A_DAY = Message("一个日期，如 2026-11-20", "a date such as 2026-11-20")
DAYS_OF_THE_MONTH = Message("一组 1 到 31 的日子", "a list of days of the month, 1 to 31")
VALUES_OF_SETTINGS = Message(
    "一个表，写版式开放的设置", "a table of what the layout opens to editors"
)

# Numbers

NUMBERS_UNREADABLE = Message(
    "{folder} 读不出：{why.zh}；没有取号", "{folder} cannot be read: {why.en}; no number was taken"
)
NUMBER_NOT_TAKEN = Message(
    "没有取到期号，{path} 写不进：{why.zh}",
    "no number was taken, {path} cannot be written: {why.en}",
)
NO_NUMBER_FREE = Message(
    "取号 {tries} 次都被别人先取走，请稍后再试",
    "others were faster {tries} times; try again in a while",
)
NUMBER_NOT_GIVEN_BACK = Message(
    "期号没有退回，{path} 删不掉：{why.zh}",
    "the number was not given back, {path} cannot be removed: {why.en}",
)
NUMBER_NOT_NOTED = Message(
    "存盘的位置没有记到 {path}：{why.zh}；期号仍是取走的",
    "{path} does not say where the issue was saved: {why.en}; the number stays taken",
)
NUMBER_ENTRY_UNREADABLE = Message(
    "期号 {number} 已被取走，但记录读不出：{why.zh}；没有人用就删去这个文件",
    "number {number} is taken, but its record cannot be read: {why.en}; delete the file if nobody "
    "uses it",
)
ENTRY_HALF_WRITTEN = Message("只写了一半", "it was only half written")
ENTRY_IS_NONE = Message("内容不是取号记录", "it holds no such record")
NUMBER_IN_USE = Message(
    "期号 {number} 的那一期已经保存（{file}），不能退回",
    "the issue of number {number} was saved ({file}); the number cannot be given back",
)
NUMBER_IS_ANOTHERS = Message(
    "{path} 是别人取的号，没有动它", "{path} is a number somebody else took; it was left alone"
)

# Articles held over

HELD_UNTITLED = Message("无题", "untitled")
NOT_HELD_OVER = Message(
    "“{title}”没有转到下期，{folder} 写不进：{why.zh}；文章仍在本期",
    "“{title}” was not held over, {folder} cannot be written: {why.en}; the article stays in this "
    "issue",
)
HELD_FOLDER_UNREADABLE = Message(
    "转下期的稿件读不出，{folder}：{why.zh}",
    "the articles held over cannot be read, {folder}: {why.en}",
)
HELD_ARTICLE_UNREADABLE = Message(
    "转下期的稿件读不出：{error.zh}", "an article held over cannot be read: {error.en}"
)
HELD_ARTICLE_TAKEN = Message(
    "“{title}”已由 {who} 排进另一期，没有再排", "“{title}” is in another issue already, by {who}"
)

# A new issue

LAYOUT_NOT_BROUGHT = Message(
    "刊物的版式没有带到新的一期：{why.zh}",
    "the publication's layout was not brought along into the new issue: {why.en}",
)
SUPPLEMENT = Message("增刊", "supplement")
INTERNAL_VALUE_EMPTY = Message(
    "刊物里没有写{field.zh}，每一期都要补",
    "the publication does not say the {field.en}, so every issue will want it",
)
