"""Of the changes that fitting to whole pages made (整页适配), one sentence each."""

from __future__ import annotations

from layouts.messages.message import Message

LINES_LESS = Message("段落少 {count} 行：{text}", "paragraph {count} line(s) less: {text}")
LINES_MORE = Message("段落多 {count} 行：{text}", "paragraph {count} line(s) more: {text}")
PHOTO_LOWER = Message("图片矮 {count} 行：{text}", "photo {count} row(s) lower: {text}")
PHOTO_HIGHER = Message("图片高 {count} 行：{text}", "photo {count} row(s) higher: {text}")
GAP_LESS = Message("文前少空 {count} 行：{text}", "{count} row(s) less before: {text}")
GAP_MORE = Message("文前多空 {count} 行：{text}", "{count} row(s) more before: {text}")
HEADING_LESS = Message("标题少占 {count} 行：{text}", "heading {count} row(s) less: {text}")
HEADING_MORE = Message("标题多占 {count} 行：{text}", "heading {count} row(s) more: {text}")
LEADING = Message("全期行距 {share:+.1%}", "leading of the whole issue {share:+.1%}")
SIZE = Message("全期正文字号 {points:+g} 磅", "body size of the whole issue {points:+g} pt")
CUT_SHORT = Message("{text}…", "{text}…")
NAMELESS = Message("没有标题", "without a title")
