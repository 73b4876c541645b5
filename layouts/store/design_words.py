"""What an issue has otherwise than its layout, in Chinese words: `样式·标题·字号：20pt`.

The words are of the issue, as everything that is compared is; a place without one stays as a layout
file has it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import cast

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        # tables
        "page": "页面",
        "grid": "版心",
        "punctuation": "标点",
        "inks": "颜色",
        "styles": "样式",
        "masthead": "报头",
        "contents": "要目",
        "page_number": "页码",
        "photo": "图片",
        "table": "表格",
        "pull_quote": "引语",
        "colophon": "报尾",
        "open": "开放的设置",
        "locks": "锁定",
        # styles
        "body": "正文",
        "section": "栏目",
        "headline": "标题",
        "subtitle": "副题",
        "subheading-1": "一级小标题",
        "subheading-2": "二级小标题",
        "subheading-3": "三级小标题",
        "subheading-4": "四级小标题",
        "byline": "供稿",
        "note": "按语",
        "caption": "图说",
        "table-header": "表头",
        "pull-quote": "引语",
        "contents-title": "要目标题",
        "contents-section": "要目栏目",
        "contents-entry": "要目条目",
        "page-number": "页码",
        "running-head": "书眉",
        # what they say
        "title_zh": "版式名",
        "title_en": "版式英文名",
        "width": "宽",
        "height": "高",
        "top": "天头",
        "foot": "地脚",
        "side": "左右边距",
        "single_sided": "单面装订",
        "size": "字号",
        "leading": "行距",
        "measure": "每行字数",
        "columns": "栏数",
        "gutter": "栏间距",
        "ascent": "基线",
        "face": "字体",
        "latin": "西文字体",
        "bold": "加粗字体",
        "bold_latin": "西文加粗字体",
        "kai": "楷体",
        "ink": "颜色",
        "align": "对齐",
        "indent": "首行缩进",
        "tracking": "字距",
        "before": "前空",
        "after": "后空",
        "max_lines": "最多行数",
        "lines": "各行",
        "rules": "线",
        "rows": "行数",
        "rule": "线粗",
        "outer_rule": "外线粗",
        "padding": "线与字的距离",
        "inset": "两侧缩进",
        "template": "文字",
        "position": "位置",
        "drop": "下距",
        "first_page": "首页也排",
        "page_numbers": "页码",
        "title": "标题",
        "entry_indent": "条目缩进",
        "leader_pitch": "点线间距",
        "leader_dot": "点的大小",
        "leader_ink": "点的颜色",
        "body_on_new_page": "正文另页起",
        "bullet": "条目符号",
        "section_brackets": "栏目括号",
        "article_gap": "稿件间距",
        "balance": "末页各栏找齐",
        "standoff": "图文间距",
        "min_slot": "最窄排字宽度",
        "caption_gap": "图与图说间距",
        "style": "样式",
        "prohibition": "避头尾",
    }
)


def changed_place(place: str, value: object) -> str:
    """One place and what it says now, on one line."""
    words = "·".join(_WORDS.get(step, step) for step in place.split("."))
    return f"{words}：{_said(value)}"


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Mapping):
        table = cast("Mapping[object, object]", value)
        return "，".join(
            f"{_WORDS.get(str(key), str(key))} {_said(item)}" for key, item in table.items()
        )
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "；".join(map(_said, cast("Sequence[object]", value)))
    return str(value)
