"""TODO."""

from __future__ import annotations

from layouts.messages.message import Message

LINK_BROKEN = Message(
    "“{words}”的链接“{address}”不是网址，也不是邮箱，点不开",
    "the link of “{words}” leads to “{address}”, which is no address of the web nor of mail"
)
