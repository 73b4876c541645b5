"""Proof: fonts, images, actions and whatever else a file must not hold."""

from __future__ import annotations

from layouts.messages.message import Message

FONT_NOT_EMBEDDED = Message("字体 {font} 没有嵌入", "the font {font} is not embedded")
FONT_AS_OPENTYPE = Message(
    "字体 {font} 以 OpenType 形式嵌入，PDF 1.4 没有",
    "the font {font} is embedded as OpenType, which PDF 1.4 has not",
)
FONT_WITHOUT_UNICODE = Message(
    "字体 {font} 没有 ToUnicode，文字无法还原",
    "the font {font} has no ToUnicode: its text cannot be read back",
)
TEXT_NOT_PRINTED = Message(
    "“{text}”只在文字层里，页面上没有印出来",
    "“{text}” is in the text layer and not printed on the page",
)
NOTDEF_PRINTED = Message(
    "印了字体里没有的字（.notdef）", "a character that the font lacks is printed (.notdef)"
)

JAVASCRIPT = Message("文件带有 JavaScript", "the file holds JavaScript")
ACTIONS_HELD = Message("文件带有动作：{kinds.zh}", "the file holds actions: {kinds.en}")
ACTIONS_FORBIDDEN = Message(
    "文件带有不允许的动作：{kinds.zh}", "the file holds actions that are not allowed: {kinds.en}"
)
FORM = Message("文件带有表单", "the file holds a form")
FORM_CHANGES = Message("文件带有动态表单", "the file holds a form that changes its looks")
LAYERS = Message("文件带有图层", "the file has layers")

FILTER_FORBIDDEN = Message("使用了 {filter} 压缩", "{filter} compression is used")
DATA_OUTSIDE = Message("有数据在文件之外", "a stream has its data outside the file")
ATTACHMENTS = Message("文件带有附件", "the file has attachments")
OPI_USED = Message("使用了 OPI 低分辨率替身", "OPI stand-ins are used")
POSTSCRIPT_USED = Message("含有 PostScript 代码", "there is PostScript code")
OTHER_PDF_USED = Message("引用了别的 PDF 的页面", "a page of another PDF is referred to")

IMAGE_ALTERNATES = Message("图片带有替代版本", "an image has alternates")
IMAGE_SIXTEEN_BITS = Message(
    "图片是 16 位的，PDF 1.4 没有", "an image has 16 bits a component, which PDF 1.4 has not"
)
IMAGE_INTERPOLATED = Message("图片要求插值（Interpolate）", "an image asks for interpolation")

TRANSFER_FUNCTION = Message("使用了传递函数 TR", "there is a transfer function (TR)")
TRANSFER_FUNCTION_2 = Message("使用了传递函数 TR2", "there is a transfer function (TR2)")
HALFTONE_NAMED = Message("指定了网屏名称", "a halftone is named")
HALFTONE_TYPE = Message("网屏类型不是 1 或 5", "a halftone is of a type other than 1 or 5")
SPOT_DEFINED_TWICE = Message(
    "专色 {spot} 的定义前后不一", "the spot colour {spot} is defined in two ways"
)
