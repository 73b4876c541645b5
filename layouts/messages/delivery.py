"""Of export sets: the parts, and what came of them."""

from __future__ import annotations

from layouts.messages.message import Message

PRINT_PART = Message("印刷 PDF", "PDF for print")
SCREEN_PART = Message("屏幕 PDF", "PDF for screens")
PICTURES_PART = Message("页面图片", "pictures of the pages")
LONG_PART = Message("长图", "long picture")
WECHAT_PART = Message("公众号图文", "WeChat article")
WEB_PART = Message("整期网页", "web page of the issue")
OFD_PART = Message("OFD 版式文件", "OFD")
DOCX_PART = Message("Word 文件", "Word file")
PART_UNKNOWN = Message(
    "没有 {asked} 这一项；可选 {known}", "there is no part {asked}; there are {known}"
)
NO_PART_NAMED = Message(
    "--set {asked} 里没有写要哪几项；可选 {known}", "--set {asked} names no part; there are {known}"
)
SET_AT_WORK = Message(
    "有人正在导出到“{folder}”，请等那边做完再导出",
    "somebody is making the set in {folder}: wait until it is done",
)
SET_AT_WORK_BY = Message(
    "{name}（{machine}）正在导出到“{folder}”，请等那边做完再导出",
    "{name} on {machine} is making the set in {folder}: wait until it is done",
)
PART_MADE = Message("{title.zh}：{name}", "{title.en}: {name}")
PART_FAILED = Message("没有做成{title.zh}：{why.zh}", "not made: {title.en}, for {why.en}")
