"""Preflight: the fields of masthead and colophon (报头、报尾)."""

from __future__ import annotations

from layouts.messages.message import Message

MASTHEAD_FIELD_EMPTY = Message("报头的{field.zh}没有填", "the masthead's {field.en} is empty")
COPIES_MISSING = Message(
    "报尾写了发送范围，没有写印数", "the colophon names receivers and no number of copies"
)

NUMBER_ABOVE_TOTAL = Message(
    "第 {number} 期大于总第 {total} 期", "issue {number} is above total {total}"
)
NUMBER_NOT_NEXT = Message(
    "上一期是第 {last} 期{last_total.zh}，这一期是第 {number} 期{total.zh}",
    "the issue before was {last}{last_total.en}, this one is {number}{total.en}",
)
OF_TOTAL = Message("（总第 {total} 期）", " (total {total})")

DATE_AHEAD = Message("日期 {date} 还有 {days} 天", "the date {date} is {days} days ahead")
DATE_PAST = Message("日期 {date} 已过 {days} 天", "the date {date} is {days} days past")
