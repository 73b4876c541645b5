"""The named styles of our Word files: what each says a paragraph is, on the way out and back in.

Word shows its own `Normal`, `Title` and `Subtitle` in Chinese as 正文, 标题 and 副标题.
"""

from __future__ import annotations

BODY = "Normal"
MASTHEAD_NAME, MASTHEAD = "报头刊名", "报头"
CONTENTS_TITLE = "要目标题"
SECTION = "栏目"
TITLE, SUBTITLE = "Title", "Subtitle"
BYLINE = "供稿"
RUN_IN, BRIEF = "要闻", "简讯"
SUBHEADINGS = ("小标题 一", "小标题 二", "小标题 三", "小标题 四")
NOTE = "按语"
PULL_QUOTE = "引语"
BOXES = {"link": "链接", "summary": "提要", "plain": "专栏"}
"""The words of a box by its kind; its title has `BOX_TITLE` behind that."""
BOX_TITLE = "标题"
GOES_ON = "续"
"""Behind the name of a style: the paragraph goes on with the note or box before it."""
PICTURE, PICTURE_PLACE = "图片", "图位"
"""A photo in the line, and the small paragraph to which one beside the text is tied."""
CAPTION, CREDIT = "图题", "摄影"
TABLE_CAPTION, TABLE_HEAD, TABLE_TEXT = "表题", "表头", "表文"
TABLE_NOTE, DATA_SOURCE = "表注", "资料来源"
NUMBERED, BULLETED = "编号", "列项"
"""Items of lists; their level, from 1, stands behind the name."""
VERSE, VERSE_INDENTED = "诗行", "诗行缩进"
SIGNATURE, NAMES, LEADER = "落款", "名单", "目录行"
DIVIDER, PAGE_BREAK, OPENING = "分隔线", "换页", "文首"
"""`OPENING` begins an article whose first words do not."""
COLOPHON = "报尾"
KAI = "楷体"
"""A style of characters."""

JOINER = "\N{WORD JOINER}"
"""Nothing to be seen: what stands in a paragraph that is there for its style alone, and before the
name of who took a photo, which tells it from the caption.
"""

MARK, VERSION = "BanxinWord", "1"
"""The property of the document that says its styles are ours."""
LAYOUT, MEASURE = "BanxinLayout", "BanxinMeasure"
"""The properties that name the layout it was written by, and how many em the text is wide."""


def of_box(kind: str, *, is_title: bool = False, goes_on: bool = False) -> str:
    """The style of a paragraph of a box."""
    if is_title:
        return f"{BOXES[kind]}{BOX_TITLE}"
    return f"{BOXES[kind]}{GOES_ON}" if goes_on else BOXES[kind]


def of_item(name: str, level: int) -> str:
    """The style of an item at a level."""
    return f"{name} {level}"
