"""Of fitting an issue to whole pages (整页适配): what was asked for, what changed, the outcome."""

from __future__ import annotations

from layouts.messages.message import Message

AIM_MISSPELT = Message(
    "整页适配的目标应写成 whole、页数（如 12）或页数的倍数（如 4x），不能是“{aim}”",
    "the aim of fitting is written whole, a number of pages (12) or a multiple (4x), not “{aim}”",
)
AIM_TOO_LARGE = Message(
    "整页适配的目标“{aim}”超出范围：1 到 {most}",
    "the aim of fitting “{aim}” is out of range: 1 to {most}",
)
