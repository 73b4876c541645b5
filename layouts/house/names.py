"""What editors call the settings of a layout, in Chinese and English, and the unit they count each
in. The schema says what a setting is; a test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from layouts.house.locks import PARTS
from layouts.messages.message import Sentence

Unit = Literal["", "mm", "pt", "em", "rows", "size", "times"]
"""How a number is shown: millimetres, points, 字 of the body, 行 of the body, a type size by its
name (字号), or so many times the size of type.
"""

ANY = "*"
"""Stands in a place for a name that the layout chooses: `styles.*.size`."""


class SettingName(Struct, frozen=True):
    """What a setting is called, and its unit."""

    zh: str
    en: str
    unit: Unit = ""


def name_of(place: str) -> SettingName:
    """What the setting at a place is called: `page.top`, `styles.headline.size`,
    `masthead.lines.baseline`. Its key where no name was given.
    """
    found = next((NAMES[key] for key in _keys(place) if key in NAMES), None)
    if found is not None:
        return found
    last = place.rsplit(".", maxsplit=1)[-1]
    return SettingName(last, last.replace("_", " ").replace("-", " "))


def _keys(place: str) -> Iterator[str]:
    """A place, and it with one of its steps open."""
    yield place
    steps = place.split(".")
    for k in range(1, len(steps)):
        yield ".".join((*steps[:k], ANY, *steps[k + 1 :]))


def style_name(key: str) -> Sentence:
    """What a style is called; its key where it is the layout's own and unknown here."""
    return STYLE_NAMES.get(key, Sentence(key, key))


def _line(baseline: Unit) -> dict[str, SettingName]:
    return {
        "template": SettingName("文字", "Text"),
        "style": SettingName("样式", "Style"),
        "align": SettingName("位置", "Place"),
        "baseline": SettingName("基线", "Baseline", baseline),
        "inset": SettingName("往里", "Inset", "mm"),
        "width": SettingName("限宽", "Room", "mm"),
        "at": SettingName("限宽后的位置", "Where its room is"),
        "squeeze_to_fit": SettingName("太长时收紧字距", "Tighten where too long"),
    }


_STRIP = {
    "length": SettingName("长", "Length", "mm"),
    "align": SettingName("位置", "Place"),
    "inset": SettingName("往里", "Inset", "mm"),
    "bleed": SettingName("通到纸边（出血）", "From edge to edge"),
}


def _rule(y: Unit) -> dict[str, SettingName]:
    return {
        "y": SettingName("高度", "Height on the page", y),
        "width": SettingName("粗细", "Thickness", "pt"),
        "ink": SettingName("颜色", "Ink"),
        **_STRIP,
    }


def _ground(y: Unit) -> dict[str, SettingName]:
    return {
        "y": SettingName("上边", "Top", y),
        "height": SettingName("高", "Height", y),
        "ink": SettingName("颜色", "Ink"),
        **_STRIP,
    }


def _art(y: Unit) -> dict[str, SettingName]:
    return {
        "file": SettingName("图片文件", "Picture"),
        "align": SettingName("左右", "Across"),
        "x": SettingName("左边离纸边", "From the left edge", "mm"),
        "y": SettingName("上边", "Top", y),
        "width": SettingName("宽", "Width", "mm"),
        "height": SettingName("高", "Height", "mm"),
        "behind": SettingName("垫在文字和线条下面（底图）", "Behind text and rules"),
        "ink": SettingName("只用一种颜色印", "Print in one ink"),
        "alt": SettingName("替代文字", "Alternative text"),
        "instead_of": SettingName("代替哪一项文字", "Instead of"),
    }


_TABLES: dict[str, dict[str, SettingName]] = {
    "": {
        "title_zh": SettingName("中文名称", "Chinese title"),
        "title_en": SettingName("英文名称", "English title"),
        "based_on": SettingName("依据的版式", "Based on"),
        "made_from": SettingName("改自", "Made from"),
        "page": SettingName("纸张与页边", "Page and margins"),
        "grid": SettingName("版心网格", "Grid"),
        "punctuation": SettingName("标点", "Punctuation"),
        "inks": SettingName("颜色", "Inks"),
        "inks.*": SettingName("颜色", "Ink"),
        "styles": SettingName("样式", "Styles"),
        "styles.*": SettingName("样式", "Style"),
        "masthead": SettingName("报头", "Masthead"),
        "contents": SettingName("要目", "Contents"),
        "body": SettingName("栏目与文章", "Sections and articles"),
        "columns": SettingName("各栏目的栏数", "Columns of sections"),
        "columns.*": SettingName("栏数", "Columns"),
        "page_number": SettingName("页码", "Page numbers"),
        "running_head": SettingName("书眉", "Running heads"),
        "boxed": SettingName("加框文章", "Articles in a frame"),
        "thumb": SettingName("书口标", "Thumb marks"),
        "note": SettingName("按语", "Editor's notes"),
        "notes": SettingName("注释", "Notes on words"),
        "ornaments": SettingName("标题装饰", "Ornaments"),
        "photo": SettingName("图片", "Photos"),
        "table": SettingName("表格", "Tables"),
        "pull_quote": SettingName("拉线引语", "Pull quotes"),
        "box": SettingName("专栏框", "Boxes"),
        "list": SettingName("列项", "Lists"),
        "colophon": SettingName("报尾", "Colophon"),
        "cover": SettingName("封面", "Cover"),
        "fit": SettingName("整页适配", "Fitting to pages"),
        "locks": SettingName("锁定", "Locks"),
        "open": SettingName("编辑可改", "Open to editors"),
    },
    "page": {
        "width": SettingName("宽", "Width", "mm"),
        "height": SettingName("高", "Height", "mm"),
        "top": SettingName("天头", "Top margin", "mm"),
        "foot": SettingName("地脚", "Foot margin", "mm"),
        "side": SettingName("左右页边", "Side margins", "mm"),
        "bleed": SettingName("出血", "Bleed", "mm"),
        "single_sided": SettingName("单面印刷，左上装订", "Printed on one side"),
    },
    "grid": {
        "size": SettingName("正文字号", "Body size", "size"),
        "leading": SettingName("行距", "Leading", "times"),
        "measure": SettingName("每行字数", "Characters a line", "em"),
        "columns": SettingName("栏数", "Columns"),
        "gutter": SettingName("栏间", "Gutter", "em"),
        "ascent": SettingName("字顶到基线", "Top of type to baseline", "em"),
    },
    "punctuation": {
        "style": SettingName("标点样式", "Punctuation style"),
        "prohibition": SettingName("避头尾", "Line-edge prohibition"),
        "autospace": SettingName("中西间隙", "Han–Latin gap"),
        "hang": SettingName("标点悬挂", "Hang punctuation"),
        "styles": SettingName("自己的标点样式", "Own punctuation styles"),
    },
    "punctuation.styles.*": {
        "based_on": SettingName("依据", "Based on"),
        "prohibition": SettingName("避头尾", "Line-edge prohibition"),
        "widths": SettingName("标点宽", "Width of marks"),
        "pairs": SettingName("相邻标点挤压", "Squeeze neighbours"),
        "stops": SettingName("叹号、问号也挤压", "Squeeze ！ and ？"),
        "line_end": SettingName("行末标点宽", "Width at line end", "em"),
        "line_start": SettingName("行首开括号收窄", "Trim at line start"),
        "hang": SettingName("标点悬挂", "Hang punctuation"),
        "autospace": SettingName("中西间隙", "Han–Latin gap", "em"),
        "autospace_min": SettingName("最窄间隙", "Narrowest gap", "em"),
        "autospace_max": SettingName("最宽间隙", "Widest gap", "em"),
        "squeeze": SettingName("行内标点最多挤", "Most squeeze in a line", "em"),
        "total_fit": SettingName("整段权衡换行", "Weigh whole paragraphs"),
        "units": SettingName("数字与单位不拆", "Keep numbers with units"),
        "connector": SettingName("连接号宽", "Width of a hyphen", "em"),
    },
    "styles.*": {
        "face": SettingName("中文字体", "Chinese face"),
        "latin": SettingName("西文字体", "Latin face"),
        "size": SettingName("字号", "Size", "size"),
        "leading": SettingName("行距", "Leading", "times"),
        "ink": SettingName("颜色", "Ink"),
        "align": SettingName("对齐", "Alignment"),
        "indent": SettingName("首行缩进", "First-line indent", "em"),
        "tracking": SettingName("字距", "Letter-spacing", "em"),
        "before": SettingName("段前", "Space before", "rows"),
        "after": SettingName("段后", "Space after", "rows"),
        "bold": SettingName("加粗用", "Bold face"),
        "bold_latin": SettingName("西文加粗用", "Latin bold face"),
        "kai": SettingName("楷体用", "Kai face"),
        "max_lines": SettingName("最多行数", "Most lines"),
        "readings": SettingName("注音位置", "Readings"),
    },
    "cover": {
        "photo": SettingName("封面图片", "Cover photo"),
        "lines": SettingName("封面文字", "Cover lines"),
        "rules": SettingName("封面线条", "Cover rules"),
        "headlines": SettingName("封面标题", "Cover headlines"),
        "grounds": SettingName("封面色块", "Cover grounds"),
        "art": SettingName("封面题字、徽标", "Cover art"),
        "back": SettingName("封二空白", "Blank page behind it"),
        "counted": SettingName("计入页码", "Counted in page numbers"),
    },
    "cover.photo": {
        "left": SettingName("离左边", "From the left", "mm"),
        "top": SettingName("离上边", "From the top", "mm"),
        "right": SettingName("离右边", "From the right", "mm"),
        "foot": SettingName("离下边", "From the foot", "mm"),
        "ground": SettingName("没有图片时的底色", "Colour without a photo"),
    },
    "cover.lines": _line("mm"),
    "cover.rules": _rule("mm"),
    "cover.grounds": _ground("mm"),
    "cover.art": _art("mm"),
    "cover.headlines": {
        "style": SettingName("样式", "Style"),
        "x": SettingName("左边离纸边", "From the left edge", "mm"),
        "top": SettingName("上边", "Top", "mm"),
        "width": SettingName("宽", "Width", "mm"),
        "foot": SettingName("下边", "Foot", "mm"),
        "gap": SettingName("两条之间", "Between two", "pt"),
        "most": SettingName("最多几条", "At most"),
        "lead_style": SettingName("头条样式", "Style of the first"),
        "section_style": SettingName("栏目名样式", "Style of section names"),
        "page_style": SettingName("页码样式", "Style of page numbers"),
        "rule": SettingName("两条之间的线", "Rule between two", "pt"),
        "rule_ink": SettingName("线的颜色", "Colour of the rule"),
        "at_foot": SettingName("靠下排", "Set to the foot"),
    },
    "masthead": {
        "height": SettingName("正文从这里起", "Text starts at", "mm"),
        "lines": SettingName("报头文字", "Masthead lines"),
        "rules": SettingName("报头线条", "Masthead rules"),
        "grounds": SettingName("报头色块", "Masthead grounds"),
        "art": SettingName("报头图片", "Masthead art"),
    },
    "masthead.lines": _line("mm"),
    "masthead.rules": _rule("mm"),
    "masthead.grounds": _ground("mm"),
    "masthead.art": _art("mm"),
    "contents": {
        "title": SettingName("标题", "Heading"),
        "page_numbers": SettingName("标出页码", "Page numbers"),
        "entry_indent": SettingName("条目缩进", "Entry indent", "em"),
        "leader_pitch": SettingName("引点间距", "Leader pitch", "pt"),
        "leader_dot": SettingName("引点大小", "Leader dot", "pt"),
        "leader_ink": SettingName("引点颜色", "Leader ink"),
        "body_on_new_page": SettingName("正文另起一页", "Body on a new page"),
        "body_from_rows": SettingName("剩几行就接排正文", "Body under a list that leaves", "rows"),
        "bullet": SettingName("条目前的符号", "Mark before entries"),
        "open_up": SettingName("要目短时行距最多放大", "Opens up to", "times"),
        "leaders": SettingName("引点", "Leaders"),
        "place": SettingName("位置", "Place"),
        "columns": SettingName("栏数", "Columns"),
        "gutter": SettingName("栏间", "Gutter", "em"),
        "mark": SettingName("条目前的方块", "Square before entries", "pt"),
        "mark_ink": SettingName("方块颜色", "Square's ink"),
        "number_style": SettingName("页码样式", "Style of page numbers"),
        "ground": SettingName("底色", "Ground"),
        "padding": SettingName("底色四边留空", "Padding of the ground", "pt"),
        "rule": SettingName("下面的线", "Closing rule", "pt"),
        "rule_ink": SettingName("线的颜色", "Rule's ink"),
    },
    "colophon": {
        "leading": SettingName("行高", "Row height", "pt"),
        "rows": SettingName("总高", "Height", "rows"),
        "lines": SettingName("报尾文字", "Colophon lines"),
        "rules": SettingName("报尾线条", "Colophon rules"),
        "grounds": SettingName("报尾色块", "Colophon grounds"),
        "art": SettingName("报尾图片", "Colophon art"),
    },
    "colophon.lines": _line("rows"),
    "colophon.rules": _rule("rows"),
    "colophon.grounds": _ground("rows"),
    "colophon.art": _art("rows"),
    "page_number": {
        "template": SettingName("文字", "Text"),
        "style": SettingName("样式", "Style"),
        "position": SettingName("位置", "Position"),
        "drop": SettingName("离版心", "Below the type area", "mm"),
        "first_page": SettingName("第 1 页也标", "Also on page 1"),
        "inset": SettingName("往里", "Inset", "em"),
        "first_position": SettingName("第 1 页位置", "Position on page 1"),
        "first_template": SettingName("第 1 页文字", "Text on page 1"),
    },
    "running_head": {
        "outside": SettingName("外侧文字", "Text at the outer edge"),
        "inside": SettingName("内侧文字", "Text at the inner edge"),
        "left": SettingName("左边文字", "Text at the left"),
        "right": SettingName("右边文字", "Text at the right"),
        "center": SettingName("中间文字", "Text in the middle"),
        "style": SettingName("样式", "Style"),
        "rise": SettingName("离版心", "Above the type area", "mm"),
        "rule": SettingName("下面的线", "Rule under it", "pt"),
        "rule_drop": SettingName("线离文字", "Rule below the text", "pt"),
        "ink": SettingName("线的颜色", "Rule's ink"),
        "first_page": SettingName("第 1 页也排", "Also on page 1"),
    },
    "boxed": {
        "rule": SettingName("线宽", "Rule", "pt"),
        "ink": SettingName("颜色", "Ink"),
        "ground": SettingName("底色", "Ground"),
        "padding": SettingName("框内留空", "Inside", "em"),
    },
    "thumb": {
        "width": SettingName("宽", "Width", "mm"),
        "height": SettingName("高", "Height", "mm"),
        "top": SettingName("第一个离页顶", "First one from the top", "mm"),
        "gap": SettingName("相隔", "Apart", "mm"),
        "ink": SettingName("颜色", "Ink"),
        "style": SettingName("栏目名样式", "Style of the name"),
        "first_page": SettingName("第 1 页也排", "Also on page 1"),
    },
    "note": {
        "inset": SettingName("两侧留空", "Free at either side", "em"),
        "bar": SettingName("旁边的竖条", "Bar beside it", "pt"),
        "ink": SettingName("竖条颜色", "Bar's ink"),
    },
    "notes": {
        "place": SettingName("印在", "Printed at"),
        "turnover": SettingName("排法", "Set as"),
        "rule": SettingName("注线", "Rule over them", "pt"),
        "rule_length": SettingName("注线长（栏宽的比例）", "Length of rule (share)"),
    },
    "ornaments": {
        "section": SettingName("栏目名的装饰", "Sections"),
        "headline": SettingName("标题的装饰", "Headlines"),
        "contents-title": SettingName("要目标题的装饰", "Contents heading"),
    },
    "ornaments.*": {
        "ground": SettingName("底色", "Ground"),
        "ink": SettingName("线和竖条颜色", "Ink of rules and bar"),
        "fits": SettingName("底色与文字同宽", "Ground as wide as the words"),
        "padding": SettingName("底色上下留空", "Padding above and below", "pt"),
        "padding_side": SettingName("底色左右留空", "Padding at the sides", "pt"),
        "over": SettingName("上面的线", "Rule over it", "pt"),
        "under": SettingName("下面的线", "Rule under it", "pt"),
        "beside": SettingName("两旁的线", "Rules beside it", "pt"),
        "gap": SettingName("线与文字", "Words to rules", "pt"),
        "length": SettingName("线长", "Length of rules", "mm"),
        "bar": SettingName("前面的竖条", "Bar before it", "pt"),
        "bar_gap": SettingName("竖条与文字", "Bar to words", "pt"),
    },
    "photo": {
        "width": SettingName("常用宽度", "Usual width", "em"),
        "standoff": SettingName("离文字", "Standoff", "em"),
        "min_slot": SettingName("旁边最少留", "Narrowest text beside", "em"),
        "caption_gap": SettingName("离图注", "Gap to caption", "pt"),
        "gutter": SettingName("并排图片间", "Between photos of a row", "em"),
    },
    "table": {
        "rule": SettingName("内线", "Inner rules", "pt"),
        "outer_rule": SettingName("外线", "Outer rules", "pt"),
        "padding": SettingName("线与字的间隔", "Padding", "pt"),
        "ink": SettingName("线条颜色", "Rule ink"),
        "header_ground": SettingName("表头底色", "Header's ground"),
        "rules": SettingName("表线", "Rules"),
        "zebra": SettingName("隔行底色", "Zebra stripes"),
        "zebra_ground": SettingName("隔行的颜色", "Stripes' ground"),
        "short": SettingName("短栏对齐", "Short columns"),
    },
    "pull_quote": {
        "rule": SettingName("线粗", "Rules", "pt"),
        "padding": SettingName("线与字的间隔", "Padding", "pt"),
        "inset": SettingName("两侧留空", "Free at either side", "em"),
        "ink": SettingName("线条颜色", "Rule ink"),
        "width": SettingName("绕排时的宽", "Width where text runs round", "em"),
    },
    "box": {
        "width": SettingName("常用宽度", "Usual width", "em"),
        "standoff": SettingName("离文字", "Standoff", "em"),
        "gutter": SettingName("框内栏间", "Gutter inside", "em"),
        "link": SettingName("链接框", "Link boxes"),
        "summary": SettingName("提要框", "Summary boxes"),
        "plain": SettingName("其他专栏框", "Other boxes"),
    },
    "list": {
        f"level_{level}": SettingName(f"第{said}级", f"Level {level}")
        for level, said in enumerate("一二三四五", 1)
    },
    "list.*": {
        "label": SettingName("编号", "Numbers"),
        "bullet": SettingName("符号", "Sign"),
        "turnover": SettingName("转行", "Turnovers"),
    },
    "box.*": {
        "ground": SettingName("底色", "Ground"),
        "frame": SettingName("四周的线", "Rule all round", "pt"),
        "over": SettingName("上面的线", "Rule along the head", "pt"),
        "under": SettingName("下面的线", "Rule along the foot", "pt"),
        "bar": SettingName("左边的竖条", "Bar at the left", "pt"),
        "ink": SettingName("线和竖条颜色", "Ink of rules and bar"),
        "padding": SettingName("上下留空", "Padding above and below", "pt"),
        "padding_side": SettingName("左右留空", "Padding at the sides", "pt"),
        "title_ground": SettingName("框题底色", "Ground of its title"),
        "title_rule": SettingName("框题下的线", "Rule under its title", "pt"),
        "title_gap": SettingName("框题与文字", "Title to text", "pt"),
        "title_style": SettingName("框题样式", "Style of its title"),
        "text_style": SettingName("文字样式", "Style of its text"),
    },
    "body": {
        "section_brackets": SettingName("栏目括号", "Brackets round sections"),
        "article_gap": SettingName("文章之间", "Between articles", "rows"),
        "article_rule": SettingName("文间线", "Rule between articles", "pt"),
        "article_rule_length": SettingName("文间线长", "Its length"),
        "article_rule_ink": SettingName("文间线颜色", "Its ink"),
        "run_in_gap": SettingName("要闻之间", "Between run-in articles", "rows"),
        "across": SettingName("标题跨栏", "Columns of headlines"),
        "balance": SettingName("各栏齐平", "Levelling columns"),
        "column_rule": SettingName("栏间竖线", "Rule between columns", "pt"),
        "column_rule_ink": SettingName("竖线颜色", "Its ink"),
        "readings": SettingName("注音位置", "Readings"),
    },
    "fit": {
        "aim": SettingName("自动适配的目标", "Fitted by itself to"),
        "lines": SettingName("段落加减一行", "Paragraphs by a line"),
        "photos": SettingName("图片高度加减（比例）", "Height of photos (share)"),
        "gaps": SettingName("文章间隔加减", "Between articles", "rows"),
        "headings": SettingName("标题占行加减", "Round headings", "rows"),
        "leading": SettingName("行距加减（比例）", "Leading (share)"),
        "size": SettingName("正文字号加减", "Body size", "pt"),
        "fill": SettingName("末页至少排满（比例）", "Last page at least full (share)"),
    },
    "locks": {part: SettingName(name.zh, name.en) for part, name in PARTS.items()},
    "open": {
        "measure": SettingName("每行字数", "Characters a line"),
        "size": SettingName("正文字号", "Body size"),
        "leading": SettingName("行距", "Leading"),
        "punctuation": SettingName("标点样式", "Punctuation style"),
        "prohibition": SettingName("避头尾", "Line-edge prohibition"),
        "page_numbers": SettingName("要目标页码", "Page numbers in the contents"),
        "balance": SettingName("各栏齐平", "Levelling columns"),
        "notes": SettingName("注释印在", "Notes printed at"),
    },
}

NAMES: Mapping[str, SettingName] = MappingProxyType(
    {
        f"{table}.{key}" if table else key: name
        for table, names in _TABLES.items()
        for key, name in names.items()
    }
)
"""The name of every setting, by its place."""

STYLE_NAMES: Mapping[str, Sentence] = MappingProxyType(
    {
        "body": Sentence("正文", "Body"),
        "section": Sentence("栏目名", "Section"),
        "headline": Sentence("标题", "Headline"),
        "headline-across": Sentence("跨栏标题", "Headline across columns"),
        "subtitle": Sentence("副题", "Subtitle"),
        "subheading-1": Sentence("小标题 一、", "Sub-heading 1"),
        "subheading-2": Sentence("小标题 （一）", "Sub-heading 2"),
        "subheading-3": Sentence("小标题 1.", "Sub-heading 3"),
        "subheading-4": Sentence("小标题 （1）", "Sub-heading 4"),
        "byline": Sentence("供稿", "By-line"),
        "note": Sentence("按语", "Editor's note"),
        "pull-quote": Sentence("拉线引语", "Pull quote"),
        "box": Sentence("框内文字", "Text of boxes"),
        "box-title": Sentence("框题", "Title of boxes"),
        "box-band": Sentence("框题反白字", "Reversed title of boxes"),
        "caption": Sentence("图注", "Caption"),
        "credit": Sentence("摄影署名", "Photo credit"),
        "endnote": Sentence("注释", "Notes on words"),
        "table": Sentence("表格", "Table"),
        "table-header": Sentence("表头", "Table header"),
        "contents-title": Sentence("要目标题", "Contents heading"),
        "contents-section": Sentence("要目栏目", "Contents section"),
        "contents-entry": Sentence("要目条目", "Contents entry"),
        "contents-number": Sentence("要目页码", "Contents page number"),
        "page-number": Sentence("页码", "Page number"),
        "name": Sentence("刊名", "Publication name"),
        "number": Sentence("期号", "Issue number"),
        "issuer": Sentence("编印单位、日期", "Issuer and date"),
        "secrecy": Sentence("密级", "Secrecy mark"),
        "copy-number": Sentence("份号", "Copy number"),
        "colophon": Sentence("报尾", "Colophon"),
        "small": Sentence("报头小字", "Small masthead text"),
        "total": Sentence("总期号", "Total number"),
        "ear": Sentence("报眼", "Masthead ear"),
        "band": Sentence("报头反白字", "Masthead band"),
        "corner": Sentence("报头边角", "Masthead corner"),
        "running-head": Sentence("书眉", "Running head"),
        "cover-name": Sentence("封面刊名", "Name on the cover"),
        "cover-number": Sentence("封面期号", "Number on the cover"),
        "cover-small": Sentence("封面小字", "Small text on the cover"),
        "cover-lead": Sentence("封面头条", "Lead on the cover"),
        "cover-headline": Sentence("封面标题", "Headline on the cover"),
        "cover-section": Sentence("封面栏目名", "Section on the cover"),
        "cover-page": Sentence("封面标题页码", "Page number on the cover"),
    }
)
"""What the styles of layouts are called."""
