"""Proof: what a file for everybody needs (PDF/UA-1, level A of PDF/A-2)."""

from __future__ import annotations

from layouts.messages.message import Message

NOT_TAGGED = Message("文件没有结构标签", "the file is not tagged")
TAGS_SUSPECT = Message("结构标签标为存疑（Suspects）", "the tags are said to be suspect")
CONTENT_NOT_TAGGED = Message(
    "有 {count} 处内容没有标签", "{count} marks on the page are neither tagged nor artifacts"
)
TYPES_UNKNOWN = Message(
    "不认识的结构类型：{types.zh}", "structure types that nobody knows: {types.en}"
)
HEADINGS_SKIP = Message(
    "标题从 {above} 级跳到 {level} 级", "headings skip from level {above} to {level}"
)

LANGUAGE_NOT_SAID = Message("没有说明语言", "the file does not say its language")
XMP_WITHOUT_TITLE = Message("XMP 中没有标题", "the XMP metadata has no title")
TITLE_NOT_SHOWN = Message(
    "窗口不显示标题（DisplayDocTitle）", "viewers are not asked to show the title"
)

FIGURES_NOT_DESCRIBED = Message(
    "有 {count} 张图没有说明文字", "{count} figures have no description"
)
LINK_OUTSIDE_STRUCTURE = Message("链接不在结构中", "a link is not in the structure")
LINK_NOT_DESCRIBED = Message("链接没有说明", "a link has no description")
TABS_WITHOUT_STRUCTURE = Message(
    "Tab 键不按结构顺序走（Tabs）", "the tabulator does not follow the structure"
)
