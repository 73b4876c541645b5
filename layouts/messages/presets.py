"""Of export presets: their files, what of their values does not go together, their print profiles.

`{{key}}` stays as `{key}`: who knows where in the file it stands puts that in.
"""

from __future__ import annotations

from layouts.messages.message import Message

PRESET_UNKNOWN = Message(
    "没有名为 {name} 的输出预设；{known.zh}", "there is no preset {name}; {known.en}"
)
PRESET_FILE_MISSING = Message("找不到输出预设文件 {name}", "the preset file {name} does not exist")
PRESET_UNREADABLE = Message(
    "输出预设文件读不出：{why.zh}", "the preset file cannot be read: {why.en}"
)
PRESET_NOT_UTF8 = Message("输出预设文件不是 UTF-8 编码", "the preset file is not in UTF-8")

# What a key takes

WORDS_NOT_EMPTY = Message(
    "一行不超过 60 字、不为空的文字", "a string on one line of 1 to 60 characters"
)
WORDS_WITH_FIELDS = Message(
    "不超过 200 字的文字，花括号里只有这些字段：{fields}",
    "a string on one line of at most 200 characters, in braces nothing but {fields}",
)
ONE_OR_FOUR_EDGES = Message(
    "{edge.zh}，或左、上、右、下四个这样的数",
    "{edge.en}, or four of them: left, top, right, bottom",
)

A_SHEET = Message(
    "纸名（{names.zh}）或 430x310 这样的毫米数", "one of {names.en}, or millimetres like 430x310"
)

# What does not go together

COLOUR_MUST_BE_PRINTED = Message(
    "standard 为 {standard} 时，{{key}} 应为 cmyk 或 grey",
    "{{key}} must be cmyk or grey with standard {standard}",
)
LINKS_IN_PRINT = Message(
    "standard 为 {standard} 时，{{key}} 应为 false：印刷文件不带链接",
    "{{key}} must be false with standard {standard}: a file for print has no links",
)
SPOT_NEEDS_CMYK = Message(
    "{{key}} 设为 spot 时，colour 应为 cmyk", "{{key}} can be spot only with colour cmyk"
)
SPOT_NAME_TAKEN = Message(
    "{{key}} 不能是 {name}：这个名称另有含义",
    "{{key}} cannot be {name}, which means something else",
)
A2A_NEEDS_TAGS = Message(
    "standard 为 a2a 时，{{key}} 应为 true：没有结构标签的文件用 a2u",
    "{{key}} must be true with standard a2a: a file without structure is a2u",
)
CURVES_ARE_NO_TEXT = Message(
    "{{key}} 不能与 tagged 或 standard 为 ua1、a2u、a2a 同用：转曲的文字不能检索，也不能朗读",
    "{{key}} does not go with tagged nor with standard ua1, a2u or a2a: curves cannot be searched "
    "nor read aloud",
)
PROFILE_NEEDS_CONDITION = Message(
    "设了 {{key}} 就要用 condition 写明它的印刷条件",
    "{{key}} needs condition, the name of the printing condition it is for",
)
SIGNATURE_UNFIT = Message(
    "{{key}} 应为 4 的倍数，并且 booklet 为 true",
    "{{key}} must be a multiple of 4, with booklet true",
)
BOOKLET_STANDS_ALONE = Message(
    "{{key}} 不能与 bleed、marks 或 standard 同用：印厂自己拼版",
    "{{key}} does not go with bleed, marks or a standard: a print house imposes the pages itself",
)

CONDITION_NEEDS_PROFILE = Message(
    "{{key}} 为 {condition} 时要用 profile 指明它的 ICC 文件；自带的只有 {names.zh}",
    "{{key}} {condition} needs its ICC file as profile: those that come with it are {names.en}",
)
ARRANGED_IS_NOT_READ = Message(
    "{{key}} 不能与 booklet、tagged 或 standard 为 ua1、a2u、a2a 同用：拼好的版不供朗读",
    "{{key}} does not go with booklet, tagged nor standard ua1, a2u or a2a: sheets are not read",
)
REDUCED_NEEDS_UP = Message(
    "arrange 为 reduced 时，{{key}} 应为 1 到 64：一面拼几页",
    "{{key}} must be 1 to 64 with arrange reduced: so many pages on each side",
)
GUTTER_OF_CUT_SHEETS = Message(
    "{{key}} 只和 arrange 为 sequence、stack、repeat 同用",
    "{{key}} goes with arrange sequence, stack or repeat alone",
)
OF_ARRANGED_ALONE = Message("{{key}} 只和 arrange 同用", "{{key}} goes with arrange alone")
PAPER_OF_SHEETS = Message(
    "{{key}} 只和 booklet 或 arrange 同用", "{{key}} goes with booklet or arrange alone"
)

# Profiles: the reasons read on after PROFILE_REFUSED

PROFILE_REFUSED = Message("印刷配置文件 {path} {why.zh}", "the print profile {path} {why.en}")
PROFILE_UNREADABLE = Message("读不出：{why.zh}", "cannot be read: {why.en}")
NO_PROFILE = Message("不是 ICC 配置文件，或不完整", "is no ICC profile, or not a whole one")
PROFILE_DAMAGED = Message("已损坏", "is damaged")
NO_CMYK_PROFILE = Message("不是 CMYK 印刷配置文件", "is no profile of a CMYK printing condition")
NO_GREY_PROFILE = Message(
    "不是单黑（灰度）印刷配置文件", "is no profile of printing in black alone (GRAY)"
)
PROFILE_LACKS_TABLES = Message("缺少分色表 {tables.zh}", "lacks its tables {tables.en}")
