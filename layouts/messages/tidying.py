"""What tidying rules do, and where they did it."""

from __future__ import annotations

from layouts.messages.message import Message

TIDY_RADICALS = Message("部首字符换成同形的汉字", "radicals become the Hanzi of the same shape")
TIDY_PRIVATE_USE = Message(
    "旧编码的私用区字符换成标准字", "private-use codes of old GBK become standard characters"
)
TIDY_ZERO_WIDTH = Message("去掉看不见的零宽字符", "characters without width are removed")
TIDY_SOFT_HYPHENS = Message("去掉软连字符", "soft hyphens are removed")
TIDY_HALF_WIDTH_DIGITS = Message(
    "全角的数字和字母改为半角（１２００ → 1200）",
    "full-width digits and letters become half-width (１２００ → 1200)",
)
TIDY_QUOTES_PAIRED = Message(
    "直引号和方向不对的引号改成成对的“”‘’",
    "straight quotation marks, and such as stand the wrong way round, become “” and ‘’",
)
TIDY_ELLIPSIS = Message("... 和 。。。 改为 ……", "... and 。。。 become ……")
TIDY_DASH = Message("-- 和 －－ 改为 ——", "-- and －－ become ——")
TIDY_FULL_WIDTH_MARKS = Message(
    "汉字旁的半角标点改为全角（, → ，）", "half-width marks beside Hanzi become full-width (, → ，)"
)
TIDY_DOUBLED_MARKS = Message(
    "重复的标点只留一个（，， → ，）", "of doubled marks one stays (，， → ，)"
)
TIDY_DATES = Message(
    "日期里时有时无的空格统一（12 月 22日 → 12月22日）",
    "mixed spaces inside a date are removed (12 月 22日 → 12月22日)",
)
TIDY_TABS_AND_BULLETS = Message(
    "去掉段首的项目符号，制表符改为空格", "bullets before a paragraph go, tabs become spaces"
)
TIDY_LIST_LABELS = Message(
    "段首的序号按本单位的写法（1、）", "numbers before a paragraph as the house writes them (1、)"
)
TIDY_SPACES_BETWEEN_HANZI = Message("去掉汉字之间多余的空格", "needless spaces between Hanzi go")
TIDY_REPEATED_TITLE = Message(
    "正文开头重复的标题或供稿去掉", "a title or by-line said again at the head of the body goes"
)

TIDIED_TITLE = Message("标题", "title")
TIDIED_SUBTITLE = Message("副题", "subtitle")
TIDIED_BYLINE = Message("供稿", "by-line")
TIDIED_BLOCK = Message("正文第 {number} 段", "paragraph {number} of the text")
