"""TODO."""

from __future__ import annotations

from layouts.messages.message import Message

ERRORS_STAND = Message(
    "有错误未改正，没有输出 {path}", "errors must be mended first; {path} was not written"
)
ERRORS_STAND_FIRST = Message(
    "有错误未改正，没有输出 {path}：{first.zh}",
    "errors must be mended first; {path} was not written: {first.en}",
)
STANDARD_BROKEN = Message(
    "{path} 没有输出：写好后检查发现 {count} 处不合标准，第一处：{first.zh}",
    "{path} was not written: the finished file breaks its standard in {count} places, "
    "first: {first.en}",
)
