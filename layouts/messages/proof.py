"""Proof (印前检查): how its outcome is told."""

from __future__ import annotations

from layouts.messages.message import Message

READY_TO_PRINT = Message("印前检查通过，可以付印", "ready to print")
NO_ERRORS = Message("检查通过", "no errors")
ERRORS_FOUND = Message("有 {count} 处错误", "{count} errors")
ON_PAGE = Message("第 {page} 页", "page {page}")

BREACH_OF_CLAUSE = Message("{breach.zh}（{clause.zh}）", "{breach.en} ({clause.en})")
OUR_OWN_RULE = Message("印前要求", "our own rule")

STANDARD_NOT_CLAIMED = Message(
    "{name} 没有标明任何标准，请用 --standard 指定 {standards.zh}",
    "{name} claims no standard: say --standard {standards.en}",
)
