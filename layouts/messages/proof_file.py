"""Proof: version, marks, dates, identifier, encryption, metadata."""

from __future__ import annotations

from layouts.messages.message import Message

HEADER_MISSING = Message("文件不以 %PDF- 开头", "the file does not begin with %PDF-")
VERSION_TOO_NEW = Message(
    "PDF 版本是 {major}.{minor}，最高应为 {newest}",
    "PDF {major}.{minor}, at most {newest} is allowed",
)
BINARY_COMMENT_MISSING = Message(
    "第二行缺少标明二进制的注释", "the second line lacks the comment that marks the file as binary"
)
ENCRYPTED = Message("文件已加密", "the file is encrypted")
IDENTIFIER_MISSING = Message("缺少文件标识 ID", "the trailer has no ID")
CROSS_REFERENCE_STREAM = Message(
    "使用了交叉引用流，旧流程读不了",
    "a cross-reference stream instead of a table: PDF 1.4 knows none",
)
OBJECT_STREAMS = Message("使用了对象流，旧流程读不了", "object streams: PDF 1.4 knows none")

# Info and XMP

INFO_NOT_MARKED = Message("Info 中没有标明 {standard}", "Info does not say {standard}")
INFO_MARKED_OTHERWISE = Message("Info 标明了另一种 PDF/X", "Info claims another PDF/X")
INFO_LACKS = Message("Info 中缺少 {key}", "Info lacks {key}")
INFO_NO_DATE = Message("Info 的 {key} 不是日期：{value}", "Info's {key} is no date: {value}")
XMP_MISSING = Message("没有 XMP 元数据", "there is no XMP metadata")
XMP_COMPRESSED = Message("XMP 元数据被压缩", "the XMP metadata is compressed")
XMP_BROKEN = Message("XMP 元数据无法解析", "the XMP metadata cannot be parsed")
XMP_NOT_MARKED = Message("XMP 中没有标明 {standard}", "the XMP metadata does not say {standard}")
XMP_NOT_DESCRIBED = Message(
    "XMP 没有说明 {prefix} 的含义", "the XMP metadata does not describe {prefix}"
)
XMP_LACKS = Message("XMP 中缺少 {key}", "the XMP metadata lacks {key}")
INFO_AND_XMP_DIFFER = Message(
    "Info 的 {key} 与 XMP 的 {counterpart} 不一致", "Info's {key} and XMP's {counterpart} differ"
)
TRAPPING_NOT_SAID = Message("没有说明是否已陷印（Trapped）", "Trapped is neither True nor False")
