"""Preflight: an issue held against its publication."""

from __future__ import annotations

from layouts.messages.message import Message

NUMBER_NOT_THE_NEXT = Message(
    "期号是第 {number} 期，刊物的下一期是第 {next} 期",
    "this is issue {number}; the publication's next is {next}",
)
NUMBER_IS_TAKEN = Message(
    "第 {number} 期已由 {who} 取走{file.zh}，下一期是第 {next} 期",
    "issue {number} is {who}'s{file.en}; the next is {next}",
)
IN_FILE = Message("（{file}）", " ({file})")
TOTAL_NOT_THE_NEXT = Message(
    "总期号是 {total}，按刊物应为 {next}",
    "the total number is {total}; by the publication it is {next}",
)
TOTAL_EMPTY = Message(
    "总期号没有填，按刊物应为 {next}", "the total number is empty; by the publication it is {next}"
)
DATE_BEFORE_LAST = Message(
    "日期 {date} 早于上一期的 {last}", "the date {date} is before the last issue's, {last}"
)
LAYOUT_DIFFERS = Message(
    "版式是“{layout.zh}”，刊物的版式是“{name.zh}”",
    "the layout is “{layout.en}”; the publication's is “{name.en}”",
)
LAYOUT_IS_NOT_OWN = Message(
    "版式是“{layout.zh}”，不是刊物自己的版式",
    "the layout is “{layout.en}”, not the publication's own",
)
SECTION_MISSING = Message(
    "缺少栏目“{name}”，刊物每期都有", "the section “{name}” is missing, which every issue has"
)
SECTION_ORDER = Message(
    "栏目“{name}”按刊物应排在“{before}”前面",
    "by the publication the section “{name}” comes before “{before}”",
)
