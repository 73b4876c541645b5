"""Of exports that are refused: what stands in the issue, on the pages, in the profile of the print
condition, in the finished file.
"""

from __future__ import annotations

from layouts.messages.message import Message

ERRORS_STAND = Message(
    "有错误未改正，没有输出 {path}", "errors must be mended first; {path} was not written"
)
ERRORS_STAND_FIRST = Message(
    "有错误未改正，没有输出 {path}：{first.zh}",
    "errors must be mended first; {path} was not written: {first.en}",
)

CHARACTER_IN_NO_FONT = Message(
    "第 {page} 页有字体中没有的字：{text}", "page {page} has a character that no font holds: {text}"
)
LINK_LEADS_NOWHERE = Message(
    "第 {page} 页的链接指向不存在的位置 {target}", "a link on page {page} leads nowhere: {target}"
)
BOOKMARK_LEADS_NOWHERE = Message(
    "书签“{title}”指向不存在的位置 {target}", "the bookmark {title} leads nowhere: {target}"
)

CONDITION_NO_CMYK = Message(
    "印刷条件的 ICC 特性文件无法使用：不是 CMYK 特性文件",
    "the ICC profile of the print condition is no CMYK profile",
)
CONDITION_DAMAGED = Message(
    "印刷条件的 ICC 特性文件已损坏", "the ICC profile of the print condition is damaged"
)
BLACK_CONDITION_DAMAGED = Message(
    "单黑印刷的 ICC 特性文件已损坏", "the ICC profile of printing in black alone is damaged"
)

STANDARD_BROKEN = Message(
    "{path} 没有输出：写好后检查发现 {count} 处不合标准，第一处：{first.zh}",
    "{path} was not written: the finished file breaks its standard in {count} places, "
    "first: {first.en}",
)

PAGES_NOT_THERE = Message(
    "没有“{pages}”这些页：应写成 1,3-5，一共 {count} 页",
    "there are no pages {pages}: they are written 1,3-5, of {count}",
)
PHOTO_IN_THE_WAY = Message(
    "{path} 是这一期用的图片，不能被输出盖掉，请换个名字",
    "{path} is a photo of the issue and is not to be written over: give the output another name",
)
PARTS_APART = Message(
    "封面另成文件或只输出封面时，不能再选页或每页一个文件",
    "with the cover apart or alone no pages can be chosen, nor a file a page",
)
