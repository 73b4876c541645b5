"""Found while composing: text with nowhere to go, characters in no face, what had to be
squeezed.
"""

from __future__ import annotations

from layouts.messages.message import Message

TEXT_TALLER_THAN_COLUMN = Message(
    "“{text}”起的文字比一栏还高", "the text from “{text}” on is taller than a column"
)
CHARACTER_IN_NO_FACE = Message(
    "“{near}”中的字符 {codes.zh} 在所有字体中都没有，排成〓，不能付印",
    "character {codes.en} in “{near}” is in no font: 〓 stands for it, and it cannot be printed",
)
CHARACTER_IN_NO_FACE_OFTEN = Message(
    "{first.zh}；全刊共 {count} 处", "{first.en}; {count} times in the issue"
)
CHARACTER_WHOLE_IN_NO_FACE = Message(
    "“{near}”中的“{whole}”没有一种字体能印全，缺的是 {codes.zh}，不能付印",
    "“{whole}” in “{near}” is whole in no font, for want of {codes.en}, and cannot be printed",
)
LINE_SQUEEZED = Message(
    "“{text}”太长，字号缩小到 {factor:.0%} 才放得下",
    "“{text}” is too long and was set at {factor:.0%} of its size to fit",
)
LINE_UNREADABLE = Message(
    "“{text}”太长，字号缩小到 {share.zh} 才放得下，看不清，请改短",
    "“{text}” is too long and would be set at {share.en} of its size to fit, which nobody "
    "can read: make it shorter",
)
UNDER_ONE_PER_CENT = Message("不到 1%", "under 1%")

PHOTO_TOO_WIDE = Message(
    "图片 {path} 宽 {width:g} 字，超过栏宽 {measure:g} 字，已缩小到栏宽",
    "photo {path} is {width:g} em wide, wider than the column of {measure:g} em; it was "
    "scaled to the column",
)
TABLE_TOO_WIDE = Message(
    "表格有 {count} 栏，栏宽放不下，字会挤在一起：请拆成两个表或减少栏数",
    "a table of {count} columns is too wide for the page and sets badly: split it or leave "
    "columns out",
)
TABLE_TOO_WIDE_UPRIGHT = Message(
    "表格有 {count} 栏，栏宽放不下，字会挤在一起：请横排转页、拆成两个表或减少栏数",
    "a table of {count} columns is too wide for the page and sets badly: turn its page, split it "
    "or leave columns out",
)
COLOPHON_ALONE = Message(
    "第 {page} 页只有报尾：前面的正文再少几行，就能省下这一页",
    "page {page} holds the colophon alone: a few lines less of the text before it would save it",
)
