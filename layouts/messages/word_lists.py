"""The word lists of the house: what is wrong in their file, and what texts have against them."""

from __future__ import annotations

from layouts.messages.message import Message

WORD_LIST_UNREADABLE = Message("词表读不出：{why.zh}", "the word list cannot be read: {why.en}")
WORD_LIST_NOT_UTF8 = Message(
    "词表不是 UTF-8 编码，请另存为 UTF-8",
    "the word list is not in UTF-8; save it as such",
)
A_LIST_OF_TERMS = Message(
    "一组不超过 {longest} 字的词",
    "a list of words of at most {longest} characters",
)
A_TERM = Message(
    " {shortest} 到 {longest} 字、不含冒号的词",
    "a word of {shortest} to {longest} characters without a colon",
)
NOT_A_TERM = Message("{{key}} 应为{kind.zh}", "{{key}} must be {kind.en}")
TERM_TWICE = Message(
    "{{key}}：“{name}”写了两次，请删去一个",
    "{{key}}: “{name}” stands there twice; delete one",
)
SPELLING_LEADS_NOWHERE = Message(
    "{{key}} 的写法和要改成的写法一样，请删去这一行",
    "{{key}} leads to the same spelling; delete this line",
)

NAME_IS_NEAR = Message(
    "“{typed}”和词表里的“{name}”只差一字，请核对",
    "“{typed}” differs from the listed “{name}” in one character; check it",
)
OFFICE_DIFFERS = Message(
    "“{name}”前写的是“{office}”，词表里是“{title}”，请核对",
    "“{name}” is called “{office}” here and “{title}” in the list; check it",
)
LEADER_MISPLACED = Message(
    "“{name}”按词表应排在“{other}”前面",
    "by the list “{name}” comes before “{other}”",
)
SPELLING_IS_FORBIDDEN = Message(
    "“{wrong}”按词表应写作“{right}”",
    "by the list “{wrong}” is written “{right}”",
)
WORD_IS_AVOIDED = Message("“{word}”不宜用在公文里", "“{word}” is a word that the house avoids")
WORD_IS_AVOIDED_FOR = Message(
    "“{word}”不宜用在公文里：{why}",
    "“{word}” is a word that the house avoids: {why}",
)
WORD_IS_WRONG = Message("“{wrong}”应为“{right}”", "“{wrong}” should be “{right}”")
FORMS_DIFFER = Message(
    "“{form}”在本期别处写作“{chosen}”（{count} 处），请统一",
    "“{form}” is written “{chosen}” elsewhere in this issue ({count} times); write it one way",
)

HOUSE_FILE_HEAD = Message(
    "本单位的词表：人名、单位、写法、稿件整理。可以在版心的设置里改，也可以用文本编辑器改。",
    "Word lists of the house: persons, units, spellings, and how manuscripts are tidied.",
)
HOUSE_FILE_PEOPLE = Message(
    "和领导姓名相近、但本来就这样写的其他人名",
    "Other persons whose names are right though they are like a leader's",
)
HOUSE_FILE_LEADERS = Message(
    "领导姓名和职务，按排名先后；几个职务之间用顿号（区委副书记、区长）",
    "Leaders and their offices, in their order; several offices are parted by 、",
)
HOUSE_FILE_UNITS = Message(
    "单位全称和可以用的简称", "Units: the full name and the short forms in use"
)
HOUSE_FILE_SPELLINGS = Message(
    "不用的写法 = 要用的写法", "A spelling that is not used = the one to use instead"
)
HOUSE_FILE_AVOIDED = Message(
    "公文里不宜用的词 = 原因或建议（可以空着）",
    "A word that official texts avoid = why, or what to write (may be empty)",
)
HOUSE_FILE_TIDY = Message(
    "导入稿件时的整理：序号写法（空着：照原稿），各条规则是否启用",
    "Tidying of manuscripts: how lists are numbered (empty: as typed), and which rules are on",
)
