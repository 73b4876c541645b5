"""Proof: what a standard allows and a press room still sends back."""

from __future__ import annotations

from layouts.messages.message import Message

WHITE_OVERPRINTS = Message("白色设成了叠印，印出来会消失", "white overprints: it will not be there")
RICH_BLACK_TEXT = Message("小字用了多色黑", "small text is in a black of several inks")
BLACK_KNOCKS_OUT = Message("黑色文字没有叠印", "black text knocks out what is below")
MORE_PLATES_THAN_BLACK = Message(
    "文件是单黑的，却还有“{colorant}”色版",
    "the file is for black alone and has a plate “{colorant}”",
)

HAIRLINE_NOT_PRINTED = Message(
    "线条只有 {size:.3g} 点，印不出来", "a line of {size:.3g} pt will not print"
)
THIN_LINE = Message("线条只有 {size:.3g} 点", "a line is only {size:.3g} pt wide")
