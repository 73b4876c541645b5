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
