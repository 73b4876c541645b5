"""Of fitting an issue to whole pages (整页适配): what was asked for, what changed, the outcome."""

from __future__ import annotations

from layouts.messages.message import Message

AIM_MISSPELT = Message(
    "整页适配的目标应写成 whole、页数（如 12）或页数的倍数（如 4x），不能是“{aim}”",
    "the aim of fitting is written whole, a number of pages (12) or a multiple (4x), not “{aim}”",
)
AIM_TOO_LARGE = Message(
    "整页适配的目标“{aim}”超出范围：1 到 {most}",
    "the aim of fitting “{aim}” is out of range: 1 to {most}",
)

ARTICLE_GONE = Message("没有编号为 {article} 的稿件", "there is no article {article}")

LINES_LESS = Message("段落少 {count} 行：{text}", "paragraph {count} line(s) less: {text}")
LINES_MORE = Message("段落多 {count} 行：{text}", "paragraph {count} line(s) more: {text}")
PHOTO_LOWER = Message("图片矮 {count} 行：{text}", "photo {count} row(s) lower: {text}")
PHOTO_HIGHER = Message("图片高 {count} 行：{text}", "photo {count} row(s) higher: {text}")
GAP_LESS = Message("文前少空 {count} 行：{text}", "{count} row(s) less before: {text}")
GAP_MORE = Message("文前多空 {count} 行：{text}", "{count} row(s) more before: {text}")
HEADING_LESS = Message("标题少占 {count} 行：{text}", "heading {count} row(s) less: {text}")
HEADING_MORE = Message("标题多占 {count} 行：{text}", "heading {count} row(s) more: {text}")
NAMELESS = Message("没有标题", "without a title")
LEADING = Message("全期行距 {share:+.1%}", "leading of the whole issue {share:+.1%}")
SIZE = Message("全期正文字号 {points:+g} 磅", "body size of the whole issue {points:+g} pt")

CUT_CHARACTERS = Message(
    "“{text}”这一段末行只有 {count} 个字：删 {count} 个字省一行",
    "the last line of “{text}” has {count} character(s): cut {count} and save a line",
)
ADD_CHARACTERS = Message(
    "“{text}”这一段末行快满了：加 {count} 个字多一行",
    "the last line of “{text}” is nearly full: add {count} character(s) and gain a line",
)
AIM_WHOLE = Message("末页排满", "a full last page")
AIM_PAGES = Message("{number} 页", "{number} page(s)")
AIM_MULTIPLE = Message("{number} 的倍数页", "a multiple of {number} pages")
AIM_SAVE = Message("这篇稿件省 {number} 行", "{number} row(s) less in this article")
AIM_GAIN = Message("这篇稿件多 {number} 行", "{number} row(s) more in this article")
AIM_ONE_PAGE = Message("这篇稿件排在一页上", "this article on one page")
AIM_ONE_SPREAD = Message("这篇稿件排在对开两页上", "this article on two pages that face each other")

FITTED_ALREADY = Message(
    "不用改：{pages} 页，末页排满 {fill:.0%}",
    "nothing to change: {pages} page(s), the last one {fill:.0%} full",
)
FITTED = Message(
    "已适配：{before} 页排成 {pages} 页，末页排满 {fill:.0%}，改动 {count} 处",
    "fitted: {before} page(s) became {pages}, the last one {fill:.0%} full, by {count} change(s)",
)
FITTED_SPARSELY = Message(
    "{fitted.zh}；末页没有排到版式要求的 {least:.0%}",
    "{fitted.en}; the layout asks for {least:.0%}",
)
ARTICLE_FITTED = Message(
    "已适配：{aim.zh}，改动 {count} 处", "fitted: {aim.en}, by {count} change(s)"
)
ARTICLE_NOT_FITTED = Message(
    "没有做到：{aim.zh}；改动 {count} 处，还差 {rows} 行",
    "not reached: {aim.en}; {count} change(s), {rows} row(s) short",
)
ROWS_OVER = Message(
    "没有做到：{aim.zh}；改动 {count} 处之后是 {pages} 页，还多 {rows} 行，约 {characters} 字",
    "not reached: {aim.en}; {count} change(s) make {pages} page(s), with {rows} row(s), about "
    "{characters} characters, too many",
)
ROWS_OVER_UNCHANGED = Message(
    "没有做到：{aim.zh}；没有可改之处，现在 {pages} 页，还多 {rows} 行，约 {characters} 字",
    "not reached: {aim.en}; nothing can be changed, {pages} page(s) have {rows} row(s), about "
    "{characters} characters, too many",
)
ROWS_MISSING_UNCHANGED = Message(
    "没有做到：{aim.zh}；没有可改之处，现在 {pages} 页，还少 {rows} 行，约 {characters} 字",
    "not reached: {aim.en}; nothing can be changed, {pages} page(s) lack {rows} row(s), about "
    "{characters} characters",
)
ROWS_MISSING = Message(
    "没有做到：{aim.zh}；改动 {count} 处之后是 {pages} 页，还少 {rows} 行，约 {characters} 字",
    "not reached: {aim.en}; {count} change(s) make {pages} page(s), with {rows} row(s), about "
    "{characters} characters, missing",
)
ARTICLE_NOT_FITTED_UNCHANGED = Message(
    "没有做到：{aim.zh}；没有可改之处，还差 {rows} 行",
    "not reached: {aim.en}; nothing can be changed, {rows} row(s) short",
)
NOTHING_TO_FIT = Message("没有正文，不用适配", "there is no text to fit")
