"""TODO."""

from __future__ import annotations

from layouts.messages.message import Message

MASTHEAD_FIELD_EMPTY = Message(
    "报头的{field.zh}没有填",
    "the masthead's {field.en} is empty"
)
NUMBER_ABOVE_TOTAL = Message(
    "第 {number} 期大于总第 {total} 期",
    "issue {number} is above total {total}"
)
COPIES_MISSING = Message(
    "报尾写了发送范围，没有写印数",
    "the colophon names receivers and no number of copies"
)
