"""Of the changes that fitting to whole pages made (整页适配), one sentence each."""

from __future__ import annotations

from layouts.messages.message import Message

LINES_LESS = Message("段落“{text}”少 {count} 行", "paragraph “{text}”: {count} line(s) less")
LINES_MORE = Message("段落“{text}”多 {count} 行", "paragraph “{text}”: {count} line(s) more")
PHOTO_LOWER = Message("图片“{text}”矮 {count} 行", "photo “{text}”: {count} row(s) lower")
PHOTO_HIGHER = Message("图片“{text}”高 {count} 行", "photo “{text}”: {count} row(s) higher")
GAP_LESS = Message("“{text}”前少空 {count} 行", "{count} row(s) less before “{text}”")
GAP_MORE = Message("“{text}”前多空 {count} 行", "{count} row(s) more before “{text}”")
HEADING_LESS = Message("标题“{text}”少占 {count} 行", "heading “{text}”: {count} row(s) less")
HEADING_MORE = Message("标题“{text}”多占 {count} 行", "heading “{text}”: {count} row(s) more")
LEADING = Message("全期行距 {share:+.1%}", "leading of the whole issue {share:+.1%}")
SIZE = Message("全期正文字号 {points:+g} 磅", "body size of the whole issue {points:+g} pt")
CUT_SHORT = Message("{text}…", "{text}…")
NAMELESS = Message("没有标题", "without a title")
