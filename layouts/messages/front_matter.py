"""Of the front matter (稿头): its YAML, its keys, their values."""

from __future__ import annotations

from layouts.messages.message import Message

FRONT_MATTER_OPEN = Message(
    "稿头没有结束：设置后面要有单独一行 ---",
    "the front matter does not end: a line --- must follow the settings",
)
FRONT_MATTER_TOO_LONG = Message("稿头太长", "the front matter is too long")
FRONT_MATTER_TOO_DEEP = Message("稿头里的设置嵌套太深", "the settings are nested too deeply")

# YAML

COLON_WRONG = Message(
    "“{line}”的冒号应是半角冒号加空格", "`{line}` needs a half-width colon and a space"
)
YAML_BROKEN = Message(
    "稿头的 YAML 有语法错误（{line}）", "broken YAML in the front matter: {problem}"
)
YAML_ALIAS = Message(
    "稿头里不能用 YAML 引用（*）", "YAML aliases (*) are not allowed in front matter"
)
YAML_TAG = Message("稿头里不能用 YAML 标签（!）", "YAML tags (!) are not allowed in front matter")

# Keys

KEY_NO_WORD = Message("稿头里的键应是一个词", "a key of the front matter must be a word")
NO_SUCH_KEY = Message(
    "稿头里没有“{key}”这一项，没有用上", "`{key}` is no key of the front matter and is not used"
)
NO_SUCH_KEY_BUT = Message(
    "稿头里没有“{key}”这一项，没有用上；是不是“{near}”？",
    "`{key}` is no key of the front matter and is not used; did you mean `{near}`?",
)
KEY_TWICE = Message("“{key}”写了两次", "`{key}` is given twice")
KEY_REPEATED = Message("“{key}”与前面的“{earlier}”重复", "`{key}` repeats `{earlier}` above")

# Values: the rest of a sentence that VALUE_WRONG begins

VALUE_WRONG = Message("“{key}”的值{why.zh}", "the value of `{key}` {why.en}")
VALUE_UNREADABLE = Message(
    "“{key}”的值“{value}”读不懂", "the value of `{key}` cannot be read: `{value}`"
)
NOT_A_MAPPING = Message(
    "应逐行写成“键: 值”，缩进两格", "must be lines of `key: value`, indented by two spaces"
)
COVER_MISSPELT = Message(
    "应为封面图片的路径，或写 photo、headlines 等的映射，或 true、false",
    "must be the path of the cover's photo, a mapping of photo, headlines …, or true or false",
)
COVER_HEADLINES_MISSPELT = Message(
    "的 headlines 应为一列标题", "must have a list of words for its headlines"
)
SET_ASIDE_MISSPELT = Message(
    "只能有 settings 和 design 两项", "may have `settings` and `design` only"
)
FITTING_MISSPELT = Message(
    "不是整页适配写下的内容：lines、photos、gaps、headings 各为编号对行数，leading、size 为数",
    "is nothing that fitting writes: rows by id in `lines`, `photos`, `gaps`, `headings`; numbers "
    "in `leading` and `size`",
)
NOT_ONE_LINE = Message("应是一行文字，不是列表", "must be one line of text, not a list")
NOT_AN_ISSUE_NUMBER = Message(
    "“{value}”不是期号（如 14）", "`{value}` is not an issue number such as 14"
)
NOT_A_NUMBER_OF_COPIES = Message(
    "“{value}”不是份数（如 120）", "`{value}` is not a number of copies such as 120"
)
NOT_ABOVE_ZERO = Message("“{value}”应大于 0", "`{value}` must be above 0")
NOT_A_DATE = Message(
    "“{value}”不是日期（如 2025-08-31）", "`{value}` is not a date such as 2025-08-31"
)
NOT_TRUE_OR_FALSE = Message("“{value}”应是 true 或 false", "`{value}` must be true or false")
RECEIVERS_MISSPELT = Message("应写成“报：… 送：… 发：…”", "must read `报：… 送：… 发：…`")
RECEIVER_UNKNOWN = Message(
    "里没有“{name}”，只有 报、送、发", "has no `{name}`, only report, send and distribute"
)
RECEIVER_TWICE = Message("里“{name}”写了两次", "has `{name}` twice")
ACCEPTED_MISSPELT = Message(
    "应是一列 key 和 reason（接受的问题和理由）", "must be a list of `key` and `reason`"
)

PROFILE_UNKNOWN = Message(
    "没有“{value}”这个类型，按公文性简报排；现有：{known}",
    "there is no type “{value}”, the issue is taken for an official newsletter; there are: {known}",
)
