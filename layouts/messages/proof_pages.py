"""Proof: the boxes of pages, and what must not lie on them."""

from __future__ import annotations

from layouts.messages.message import Message

TRIM_MISSING = Message("没有成品尺寸（TrimBox）", "there is no TrimBox")
TRIM_TWICE = Message("同时有 TrimBox 和 ArtBox", "there are both a TrimBox and an ArtBox")
BOX_OUTSIDE = Message("{inner} 超出 {outer}", "the {inner} is not inside the {outer}")
BOX_EMPTY = Message("{box} 是空的", "the {box} is empty")
PAGE_TOO_LARGE = Message("页面超过 14400 点", "the page is larger than 14400 pt")
NOTES_IN_PRINT = Message("印刷范围内有链接或批注", "there are links or notes inside the bleed")
