"""TODO."""

from __future__ import annotations

from layouts.messages.message import Message

PHOTO_NAME_IMPOSSIBLE = Message(
    "照片 {name} 的文件名无效", "no file can be called {name}, the photo's name"
)
PHOTO_OUTSIDE = Message(
    "图片 {path} 在稿件所在文件夹之外，请放到稿件旁边",
    "the photo {path} lies outside the manuscript's folder",
)
