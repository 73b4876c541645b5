"""Of settings in TOML, a layout's or a preset's: keys, and what a value must be.

`{{key}}` stays as `{key}`: who knows where in the file it stands puts that in.
"""

from __future__ import annotations

from layouts.messages.message import Message

TOML_BROKEN = Message("TOML 写法有误（{reason}）", "broken TOML ({reason})")
KEY_NESTED_TOO_DEEP = Message("键嵌套超过 {most} 层", "a key is nested deeper than {most}")
KEY_UNKNOWN = Message("没有 {{key}} 这一项", "{{key}} is not a key we know")
KEY_MISSING = Message("缺少 {place}", "{place} is missing")
VALUE_REFUSED = Message(
    "{{key}} 应为{expected.zh}，不能是 {value}", "{{key}} must be {expected.en}, not {value}"
)

# What a value must be, to follow “must be”

TRUE_OR_FALSE = Message(" true 或 false", "true or false")
A_NUMBER = Message("{span.zh}的数", "a number {span.en}")
A_WHOLE_NUMBER = Message("{span.zh}的整数", "a whole number {span.en}")
A_LENGTH = Message("{span.zh}的长度（{units}）", "a length {span.en} ({units})")
FROM_TO = Message(" {low:g}{unit} 到 {high:g}{unit} 之间", "from {low:g}{unit} to {high:g}{unit}")
CHARACTERS_AT_MOST = Message(
    "一行不超过 {most} 字的文字", "a string on one line of at most {most} characters"
)
CHARACTERS_OF_COUNTS = Message(" {counts.zh} 个字符的文字", "a string of {counts.en} characters")
ONE_OF = Message(" {options.zh} 之一", "one of {options.en}")
ONE_OF_OR_FLAG = Message(
    " {options.zh} 之一（true 即 {yes}，false 即 {no}）",
    "one of {options.en} (true means {yes}, false {no})",
)
NAME_OF = Message("{thing.zh}的名称", "the name of {thing.en}")
A_FACE_CHOICE = Message(
    "字体名，或按先后排列的几个字体名（最后一个是自带字体）",
    "the name of a face, or an array of names in order of preference, the last a face of ours",
)
A_COLOUR = Message("形如 #C8161D 的颜色", "a colour like #C8161D")
A_COLOUR_OR_TABLE = Message("形如 #C8161D 的颜色，或 {table}", "a colour like #C8161D, or {table}")
A_TEMPLATE = Message("模板文字", "a template")
A_PAGES_AIM = Message(
    " whole、页数（如 2）或倍数（如 4x）", "whole, a number of pages (2) or a multiple (4x)"
)
A_TABLE = Message("一个表", "a table")
AN_ARRAY_OF_TABLES = Message("一组表（[[…]]）", "an array of tables ([[…]])")

# What a layout leaves open

TRUE_OR_RANGE = Message(
    " true，或 {{ min = …, max = … }}（各为{each.zh}，min 不大于 max）",
    "true or {{ min = …, max = … }}, each {each.en}, min not above max",
)
TRUE_OR_LIST = Message(
    " true，或若干可选值的列表（每项为{each.zh}）",
    "true or a list of what may be chosen, each {each.en}",
)

# Hints

WITH_HINT = Message("{sentence.zh}（{hint.zh}）", "{sentence.en} ({hint.en})")
BOTH_CLAUSES = Message("{first.zh}；{second.zh}", "{first.en}; {second.en}")
DID_YOU_MEAN = Message("是不是 {word}？", "did you mean {word}?")
UNSEEN_SIGN = Message("含有看不见的控制字符 U+{code:04X}", "it holds the unseen U+{code:04X}")
NO_SUCH_FIELD = Message("没有字段 {{{name}}}", "there is no field {{{name}}}")
LAST_IS_OURS = Message(
    "别家的字体后面要写一个自带字体作替补：{names.zh}",
    "behind a face of others stands one of ours in its stead: {names.en}",
)
NEVER_REACHED = Message(
    "自带字体 {name} 总是有的，要写在最后", "{name} is a face of ours, which is always there: last"
)
THERE_IS = Message("已有：{names.zh}", "there are: {names.en}")
THERE_ARE = Message("现有：{names.zh}", "there are: {names.en}")
THERE_ARE_AFTER = Message("{hint.zh}现有：{names.zh}", "{hint.en} there are: {names.en}")
