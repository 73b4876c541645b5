"""Of internal material (内部资料): what the rules for it ask for, and what they forbid."""

from __future__ import annotations

from layouts.messages.message import Message, Sentence

NOTICE = Sentence("内部资料，免费交流", "internal material, free of charge")
"""The words that must stand on the cover (art. 14); they are printed in Chinese."""

INTERNAL_FIELD_EMPTY = Message(
    "内部资料要标明{field.zh}，现在是空的（《内部资料性出版物管理办法》第十四条）",
    "internal material must say its {field.en}, which is empty (art. 14 of the rules for internal "
    "publications)",
)
INTERNAL_NOTICE_WRONG = Message(
    "内部资料要印“内部资料，免费交流”字样，现在是“{notice}”",
    "internal material must print “内部资料，免费交流”; it says “{notice}”",
)
INTERNAL_FIELD_UNPRINTED = Message(
    "内部资料要印出{field.zh}，这个版式不印它，请换版式或在版式里加上",
    "internal material must print its {field.en}, which this layout does not; choose another or "
    "add it there",
)
INTERNAL_NAME = Message(
    "内部资料的名称不能用“{word}”（第十四条），现在是“{name}”",
    "the name of internal material may not be a “{word}” (art. 14); it is “{name}”",
)
INTERNAL_WORD = Message(
    "内部资料里不能用“{word}”（第十四条）",
    "internal material may not say “{word}” (art. 14)",
)
