"""The words for roles in by-lines: who wrote, photographed, edited, where and when it came out."""

from __future__ import annotations

import re
from enum import StrEnum


class CreditSort(StrEnum):
    """What a line about an article says: who wrote it, who took its photos, when and where it came
    out, who edited it, whom to ask.
    """

    WRITER = "writer"
    PHOTO = "photo"
    ORIGIN = "origin"
    DATE = "date"
    EDITOR = "editor"
    CONTACT = "contact"


GIVERS = (
    *("供稿单位", "供稿部门", "供稿人", "供稿者", "供稿", "来稿单位", "来稿人", "来稿", "投稿单位"),
    *("投稿人", "投稿", "报送单位", "报送部门", "报送人"),
)
"""Who sent the manuscript in: what an issue prints as 供稿."""

_ROLES: dict[CreditSort, tuple[str, ...]] = {
    CreditSort.WRITER: (
        *GIVERS,
        *(
            "作者单位",
            "作者",
            "撰稿单位",
            "撰稿人",
            "撰稿",
            "撰文",
            "文字",
            "文案",
            "执笔人",
            "执笔",
        ),
        *("特约通讯员", "通讯员", "特约撰稿人", "特约记者", "实习记者", "见习记者", "摄影记者"),
        *("记者", "信息员", "宣传员", "评论员", "采写", "采编", "采访", "整理", "编写", "编译"),
        *(
            "文/图",
            "图/文",
            "文／图",
            "图／文",
            "文·图",
            "图·文",
            "文图",
            "图文",
            "文/摄影",
            "文并摄",
        ),
        *("文", "原创", "单位", "部门", "姓名"),
    ),
    CreditSort.PHOTO: (
        *("摄影报道", "摄影", "摄像", "图片提供", "图片来源", "供图", "图片", "照片", "制图", "图"),
        *("视频", "摄"),
    ),
    CreditSort.ORIGIN: (
        *("稿件来源", "信息来源", "文章来源", "内容来源", "来源", "出处", "转载自", "转自", "摘自"),
        *("发布单位", "发布机构", "发布者", "公众号"),
    ),
    CreditSort.DATE: (
        *("发布时间", "发布日期", "发稿时间", "发稿日期", "供稿时间", "供稿日期", "投稿时间"),
        *("投稿日期", "更新时间", "撰稿时间", "时间", "日期"),
    ),
    CreditSort.EDITOR: (
        *("责任编辑", "执行编辑", "本期编辑", "编辑", "责编", "美编", "审核人", "审核", "审稿"),
        *("审签", "签发人", "签发", "初审", "复审", "终审", "一审", "二审", "三审", "初校", "复校"),
        *("校对", "编审", "审校", "监制", "主编", "副主编", "编发", "制作", "排版", "策划", "统筹"),
    ),
    CreditSort.CONTACT: (
        *("联系人", "联系电话", "联系方式", "联系地址", "电话", "手机", "电子邮箱", "邮箱", "邮编"),
        *("传真", "地址", "微信", "QQ", "E-mail", "Email", "网址"),
    ),
}
SORT_OF = {word: sort for sort, words in _ROLES.items() for word in words}
SORT_ORDER = (
    CreditSort.WRITER,
    CreditSort.PHOTO,
    CreditSort.EDITOR,
    CreditSort.CONTACT,
    CreditSort.ORIGIN,
    CreditSort.DATE,
)
"""A line with several fields is what the first of these says."""

PEOPLE_ONLY = ("记者", "通讯员", "采访", "姓名", "文", "图", "整理", "图片", "照片")
UNITS_ONLY = ("单位", "部门")
"""Roles after which other words than names are text: 记者：请介绍一下, 图：活动现场, 单位：万元."""

PRINTED_SORTS = frozenset((CreditSort.WRITER, CreditSort.PHOTO))
"""What of a by-line an issue prints; the rest is told as left out."""

BEFORE_ROLE = r"(?:本报|本刊|本网|本台|本站|特约|实习|见习|首席|特派|全媒体|融媒体|驻地)"


def _spaced(word: str) -> str:
    """A role as a pattern, which two characters with a space between them are too: 作　者."""
    return r"[ \u3000]*".join(map(re.escape, word)) if len(word) == 2 else re.escape(word)


ANY_ROLE = "|".join(_spaced(word) for word in sorted(SORT_OF, key=len, reverse=True))
FIELD = re.compile(
    rf"(?:^|(?<=[\s/／|｜，,；;、·）)]))({BEFORE_ROLE}{{0,2}}(?:{ANY_ROLE})(?:[/／、&和](?:{ANY_ROLE}))*)"
    r"[ \u3000]*[:：|｜丨]"
)
"""A role with its colon at the start of a line or behind a gap, several at once too: 图、文：."""

GLUED_BEFORE = re.compile(
    rf"((?:{BEFORE_ROLE}|[\u3400-\u9fff]{{1,6}}(?:社|报|网|台)){{0,2}}"
    r"(?:特约通讯员|通讯员|特约撰稿人|摄影记者|记者|信息员|评论员))(?=.)"
)
GLUED_AFTER = re.compile(
    r"(?<=.)((?:联合)?供稿|来稿|投稿|撰稿|撰文|采写|整理|提供|通讯员|摄影报道|摄影|供图|摄|报道"
    r"|文/图|图/文)$"
)
"""Roles that stand right before or behind a name, with no space between."""

ALONE = frozenset(
    (
        *("供稿", "来稿", "投稿", "撰稿", "撰文", "作者", "采写", "整理", "报道", "文", "图"),
        *("图文", "摄影", "摄", "供图", "摄影报道", "原创", "记者", "通讯员", "特约通讯员", "文字"),
        *("本报记者", "本刊记者", "本报通讯员", "本刊通讯员", "特约记者", "信息员", "撰稿人"),
        *("文图", "供稿人", "图片", "提供", "文并摄", "本报特约通讯员", "本刊特约通讯员", "本报讯"),
    )
)
"""Roles that may be a word of their own in a line of names."""

PICTURE_WORDS = frozenset(("图", "摄", "摄影", "供图", "图片", "摄影报道"))
GIVER_WORDS = frozenset(("供稿", "来稿", "投稿", "供稿人"))
