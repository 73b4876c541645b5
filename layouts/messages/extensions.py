"""Of extensions: code of somebody else's, found by its entry point."""

from __future__ import annotations

from layouts.messages.message import Message

EXTENSION_NOT_LOADED = Message(
    "扩展 {name}（banxin.{group}）装不上：{reason}",
    "the extension {name} (banxin.{group}) cannot be loaded: {reason}",
)
EXTENSION_FAILED = Message(
    "扩展 {name}（banxin.{group}）出错：{reason}",
    "the extension {name} (banxin.{group}) failed: {reason}",
)
OWN_FAILED = Message("自己的函数 {name} 出错：{reason}", "your function {name} failed: {reason}")
OWN_GIVES_OTHERS = Message(
    "自己的函数 {name} 应给出 {wanted}，给出的是 {given}",
    "your function {name} is to give {wanted}, and gave {given}",
)
BLOCK_OF_NOBODY = Message(
    "::{name} 没有人会排，有的是 {known}", "nobody makes ::{name}; there is {known}"
)
BLOCK_OF_ARTICLES = Message(
    "::{name} 只能是一篇里的内容，不能有稿件标题",
    "::{name} stands inside an article, and what it becomes has no heading of another",
)
