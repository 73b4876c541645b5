"""Of the pictures that a layout names (题字, 徽标): what a file may be called, and why one cannot
be set.

Each reason reads on after ART_UNUSABLE with the name.
"""

from __future__ import annotations

from layouts.messages.message import Message

# In a layout's file, where `{{key}}` stays as `{key}`

ART_FILE_NAME = Message(
    "版式文件旁边一张图片的文件名（{endings}）",
    "the name of a picture file beside the layout's file ({endings})",
)
ART_WITHOUT_SIZE = Message("{{key}} 要有 width 或 height", "{{key}} needs a width or a height")
