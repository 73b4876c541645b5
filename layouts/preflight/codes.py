"""Every code a preflight reports: its levels, what mends it, and whether the editor may let it
stand (docs/preflight.md is this table).
"""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from layouts.errors import Address, Finding, Level, Source

LONGEST = 40
"""Characters of a key behind its code: enough to tell two places apart, short enough to be read in
a manuscript.
"""


class CheckRule(NamedTuple):
    """One check. `levels` are those it can report; `final` ones stop an export and cannot be
    accepted; `fix` is offered where one fits.
    """

    code: str
    levels: tuple[Level, ...]
    zh: str
    en: str
    fix: str = ""
    final: bool = False

    @property
    def may_stand(self) -> bool:
        """Whether a finding can be accepted for a reason; a notice is none that counts."""
        return not self.final and self.levels != NOTICE


ERROR: tuple[Level, ...] = ("error",)
WARNING: tuple[Level, ...] = ("warning",)
NOTICE: tuple[Level, ...] = ("notice",)
BOTH: tuple[Level, ...] = ("error", "warning")

RULES = (  # under the module that reports them, one of this folder where no other is named
    # page.py
    CheckRule("overset", ERROR, "正文溢出", "text with nowhere to go", final=True),
    CheckRule(
        "text-near-trim",
        BOTH,
        "文字离裁切边太近",
        "text outside the trim, or nearer than 5 mm to it",
    ),
    CheckRule(
        "bleed-missing", ERROR, "出血不足", "a photo or tint touches the trim and does not bleed"
    ),
    CheckRule(
        "bleed-short",
        WARNING,
        "出血不够，输出时放大图片",
        "the preset bleeds further than a photo, which is enlarged to go there",
    ),
    CheckRule(
        "pages-not-fold",
        WARNING,
        "页数不是 4 的倍数",
        "pages are not a multiple of 4 though the issue is folded",
    ),
    CheckRule("last-page-short", WARNING, "末页不满七成", "the last page is under 70 % full"),
    CheckRule("heading-last", WARNING, "标题落在页末", "a heading is last in a column"),
    CheckRule(
        "line-ragged",
        WARNING,
        "一行排不满",
        "a line is left short, since it would have been spread over 0.25 em a gap",
    ),
    CheckRule(
        "note-elsewhere",
        WARNING,
        "脚注不在注号那一页",
        "a note that is to stand at the foot of its page stands on another",
    ),
    # readings.py
    CheckRule(
        "reading-in-brackets",
        NOTICE,
        "注音排在了括号里",
        "a reading in brackets where the layout has readings above: the lines are too close",
    ),
    # layouts/compose.py, which asks for the size of every photo
    CheckRule(
        "photo-unusable",
        ERROR,
        "图片不见了或打不开",
        "a photo is missing or unreadable",
        final=True,
    ),
    CheckRule(
        "contour-not-found",
        WARNING,
        "找不到绕排的轮廓",
        "a photo without the contour that text is to run round: it runs round the frame",
    ),
    # layouts/flow/art.py, which reads the pictures of the layout
    CheckRule(
        "art-unusable",
        WARNING,
        "版式的图片不见了或打不开",
        "a picture of the layout is missing, unreadable or no plain drawing; type stands instead",
    ),
    # layouts/store/photos.py, for photos of a package; the command line's check decodes the others
    CheckRule("photo-damaged", ERROR, "图片损坏", "a photo's pixels are damaged", final=True),
    # cover.py
    CheckRule(
        "cover-not-drawn",
        WARNING,
        "版式没有封面",
        "a cover is wanted in a layout that has none",
    ),
    CheckRule(
        "cover-headlines",
        WARNING,
        "封面标题排不下",
        "headlines chosen for the cover find no room on it",
    ),
    # photos.py
    CheckRule(
        "photo-changed", WARNING, "图片文件被改动过", "a photo's file has changed on the disk"
    ),
    CheckRule(
        "photo-ppi",
        BOTH,
        "图片精度不足",
        "effective resolution under 150 or 220 ppi (1-bit art 550 or 800)",
        "narrow",
    ),
    CheckRule(
        "photo-uneven",
        WARNING,
        "图片变形",
        "a photo is scaled unevenly by more than 3 %",
        "restore",
    ),
    CheckRule(
        "photo-edge",
        WARNING,
        "要出血的图片没有到页边",
        "a photo that is to bleed does not stand at the edge of its page",
    ),
    CheckRule(
        "photo-focus",
        WARNING,
        "图片的焦点被裁掉了",
        "a photo's centre of interest lies outside of what is shown",
    ),
    CheckRule("photo-ink", BOTH, "墨量超限", "ink above the preset's limit, above 320 %"),
    CheckRule(
        "ink-limit",
        BOTH,
        "预设的总墨量太高",
        "a preset that lets photos take more than 300 % or 320 % of ink",
    ),
    CheckRule("photo-rgb", ERROR, "图片仍是 RGB", "an RGB photo is left in a PDF/X-1a", final=True),
    CheckRule(
        "photo-untagged",
        WARNING,
        "图片没有色彩特性文件",
        "a photo without a colour profile in a PDF/X-4",
    ),
    # layouts/flow/lost_characters.py
    CheckRule(
        "glyph-missing",
        ERROR,
        "字体里没有的字",
        "a character in no face, 〓 stands for it; one finding for all of a kind",
        "drop",
        final=True,
    ),
    # layouts/flow/face_findings.py
    CheckRule(
        "face-missing",
        WARNING,
        "缺少版式要的字体",
        "a face that the layout names is missing, gone, damaged or too large, another stands in",
        "face",
    ),
    CheckRule(
        "face-forbidden",
        ERROR,
        "版式要的字体不许嵌入",
        "a face that the layout names may not be embedded (OS/2 fsType), and another stands in",
        "face",
        final=True,
    ),
    CheckRule(
        "face-gone",
        WARNING,
        "字体文件不见了",
        "the file of a face went away or was replaced while it was in use; a folder of faces or "
        "files in it cannot be read, and a face was not found",
    ),
    CheckRule(
        "face-licence",
        NOTICE,
        "字体要有授权",
        "a face of a foundry that sells licences for embedding (方正, 汉仪, 华文)",
    ),
    # type.py
    CheckRule(
        "face-fallback",
        WARNING,
        "用了替代字体",
        "another face stood in for a character; where one lacks more than 20, one finding for all",
    ),
    CheckRule(
        "variant-alike",
        WARNING,
        "异体字分不开",
        "a variant of a Hanzi that no face tells from the plain one",
    ),
    CheckRule(
        "face-embedding",
        ERROR,
        "字体不许嵌入",
        "a face forbids embedding (OS/2 fsType)",
        final=True,
    ),
    CheckRule("type-small", BOTH, "字号太小", "type under 5 pt or 7.5 pt, reversed under 9 pt"),
    CheckRule("line-thin", BOTH, "线太细", "a rule under 0.125 pt or 0.25 pt"),
    CheckRule(
        "inks-many",
        WARNING,
        "小字细线用了三色以上",
        "type under 12 pt or a rule under 1 pt in more than two inks",
    ),
    CheckRule("tint-faint", WARNING, "底色太浅", "a tint under 8 %"),
    # fields.py
    CheckRule("masthead-empty", WARNING, "报头有空项", "a field of the masthead is empty"),
    CheckRule(
        "number-order", WARNING, "期号大于总期号", "the issue's number is above its total number"
    ),
    CheckRule(
        "number-not-next",
        WARNING,
        "期号不是下一期",
        "the number is not the one after the last issue's",
        "number",
    ),
    CheckRule(
        "date-far", WARNING, "日期离今天太远", "the date is more than 60 days from today", "date"
    ),
    CheckRule(
        "colophon-incomplete", WARNING, "报尾没有印数", "the colophon has receivers and no copies"
    ),
    # publication.py, where the publication is known
    CheckRule(
        "total-not-next",
        WARNING,
        "总期号不是下一期",
        "the total number is not the one after the last issue's",
        "number",
    ),
    CheckRule(
        "date-before-last",
        WARNING,
        "日期早于上一期",
        "the date is before the last issue's",
        "date",
    ),
    CheckRule(
        "layout-differs",
        WARNING,
        "不是刊物的版式",
        "the layout is not the publication's",
        "layout",
    ),
    CheckRule(
        "section-missing",
        WARNING,
        "缺少栏目",
        "a section that every issue of the publication has is missing",
        "add-section",
    ),
    CheckRule(
        "section-order",
        WARNING,
        "栏目次序与刊物不同",
        "sections are not in the publication's order",
        "order-sections",
    ),
    # internal.py, for internal material alone
    CheckRule(
        "internal-field-empty",
        WARNING,
        "内部资料缺应标明的项",
        "internal material does not say what it must",
        "notice",
    ),
    CheckRule(
        "internal-field-unprinted",
        WARNING,
        "版式不印内部资料应标明的项",
        "the layout does not print what internal material must say",
    ),
    CheckRule(
        "internal-notice",
        WARNING,
        "“内部资料，免费交流”字样不对",
        "the notice of internal material has other words",
        "notice",
    ),
    CheckRule(
        "internal-name",
        WARNING,
        "内部资料的名称用了报、刊、杂志",
        "internal material is named as a newspaper or periodical",
    ),
    CheckRule(
        "internal-word",
        WARNING,
        "内部资料自称报刊",
        "internal material calls itself a periodical: 本报, 本刊, 记者××, 杂志社, 刊号",
    ),
    # articles.py
    CheckRule("section-empty", WARNING, "空栏目", "a section has no articles", "remove-section"),
    CheckRule("article-empty", WARNING, "文章没有正文", "an article has no text"),
    CheckRule("article-untitled", WARNING, "文章没有标题", "an article has no title"),
    CheckRule(
        "block-empty",
        WARNING,
        "小标题、引语、专栏框或按语没有文字",
        "a sub-heading, pull quote, box or editor's note without words",
    ),
    CheckRule(
        "subtitle-unprinted",
        WARNING,
        "副题不印",
        "an article has a subtitle and no title line to print it under",
    ),
    CheckRule(
        "byline-missing",
        WARNING,
        "没有供稿",
        "an article has no by-line though others like it have",
    ),
    CheckRule(
        "contents-differ", WARNING, "要目与标题不符", "the contents list differs from the titles"
    ),
    # text.py
    CheckRule("mark-half-width", WARNING, "半角标点", "a half-width mark in Chinese text", "mend"),
    CheckRule("mark-doubled", WARNING, "标点重复", "doubled marks", "mend"),
    CheckRule(
        "mark-unpaired", WARNING, "引号括号不成对", "an unpaired quotation mark or bracket", "mend"
    ),
    CheckRule("spacing-mixed", WARNING, "日期空格不一", "mixed spacing inside a date", "mend"),
    CheckRule("placeholder", WARNING, "待补文字", "placeholder text"),
    # layouts/importing/wording/slip.py, where the house has word lists
    CheckRule(
        "name-near",
        WARNING,
        "姓名与词表只差一字",
        "a name differs from a listed one in one character",
        "put",
    ),
    CheckRule(
        "title-differs", WARNING, "职务与词表不符", "an office before a name is not the listed one"
    ),
    CheckRule(
        "leader-order", WARNING, "领导排序与词表不符", "leaders are not named in the listed order"
    ),
    CheckRule(
        "spelling-forbidden", WARNING, "词表不用的写法", "a spelling that the house forbids", "put"
    ),
    CheckRule("word-avoided", WARNING, "公文不宜用的词", "a word that the house avoids"),
    CheckRule("word-wrong", WARNING, "错别字", "a word that is always a slip", "put"),
    CheckRule(
        "form-differs",
        WARNING,
        "前后写法不一",
        "the issue writes one thing in two ways",
        "put",
    ),
    # links.py
    CheckRule("link-broken", WARNING, "链接不是网址", "a link whose address is none"),
    # comments.py
    CheckRule("comment", NOTICE, "有批注", "a comment, which is not printed"),
    # access.py
    CheckRule(
        "alt-missing",
        ERROR,
        "图片没有替代文字",
        "a photo has neither alternative text nor a caption (PDF/UA)",
        final=True,
    ),
    CheckRule(
        "language-missing", ERROR, "没有语言", "the document names no language (PDF/UA)", final=True
    ),
    CheckRule("title-missing", ERROR, "没有题名", "the document has no title (PDF/UA)"),
    # found while composing, layouts/flow
    CheckRule(
        "photo-too-wide", WARNING, "图片比栏宽", "a photo is wider than its column and was scaled"
    ),
    CheckRule("table-too-wide", WARNING, "表格比栏宽", "a table is wider than its column"),
    CheckRule(
        "line-squeezed",
        BOTH,
        "一行缩小才放得下",
        "a fixed line was made smaller to fit, or would be too small to read",
    ),
    CheckRule("colophon-alone", WARNING, "末页只有报尾", "the last page holds the colophon alone"),
)
BY_CODE = {rule.code: rule for rule in RULES}


def key_of(code: str, words: str) -> str:
    """The key of a finding: its code and the words it is about, without what no line can hold."""
    kept = (character for character in words if character.isprintable() and not character.isspace())
    return f"{code}@{''.join(islice(kept, LONGEST))}"


def found(
    code: str,
    level: Level,
    zh: str,
    en: str,
    about: str,
    *,
    source: Source | None = None,
    page: int | None = None,
    place: Address | None = None,
    span: tuple[int, int] | None = None,
    box: tuple[float, float, float, float] | None = None,
    field: str = "",
    fix: str = "",
) -> Finding:
    """A finding with its key, made of the words it is about; none where its rule is final."""
    key = "" if BY_CODE[code].final or level == "notice" else key_of(code, about)
    return Finding(level, code, zh, en, source, page, place, span, box, field, fix, key)
