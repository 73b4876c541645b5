"""The sentences of flaws in a text, and the findings they make."""

from __future__ import annotations

from collections.abc import Iterator

from layouts.errors import Finding
from layouts.issue.article import Article, ArticleKind
from layouts.issue.parts import parts_of
from layouts.issue.places import BYLINE, TITLE, Place
from layouts.preflight.codes import found
from layouts.preflight.text import Flaw, flaws

AROUND = 6
"""Characters on either side that a sentence quotes and a key is made of."""

MOST_QUOTED = 400
"""Characters of a flaw that go into its key, which keeps fewer: a paragraph without a full stop is one flaw from end to end."""

_SENTENCES = {
    "mark-half-width": ("“{near}”中有半角标点，中文应当用“{mended}”", "“{near}” has a half-width mark; Chinese text has “{mended}”"),
    "mark-doubled": ("“{near}”中标点重复：“{flaw}”", "doubled marks in “{near}”: “{flaw}”"),
    "mark-unpaired": ("“{near}”中的引号或括号不成对", "a quotation mark or bracket in “{near}” has no partner"),
    "spacing-mixed": ("“{flaw}”中空格时有时无", "the spaces in “{flaw}” are mixed"),
    "placeholder": ("“{near}”像是待补的文字", "“{near}” looks like placeholder text"),
}


def texts(article: Article) -> Iterator[tuple[int, int, str, bool]]:
    """Block, part and characters of every text of an article, and whether the next paragraph goes on with an open quotation."""
    if article.kind is ArticleKind.HEADLINE and article.title.string:
        yield TITLE, 0, article.title.string, False
    parts = [(k, part, text.string) for k, block in enumerate(article.blocks) for part, text in enumerate(parts_of(block))]
    for here, following in zip(parts, (*parts[1:], None), strict=False):
        yield here[0], here[1], here[2], following is not None and following[2].startswith("“")
    if article.byline is not None:
        yield BYLINE, 0, article.byline.string, False


def of_article(article: Article) -> list[Finding]:
    """What is wrong in the texts of an article; places are those of the first article of the first section, to be moved where it stands."""
    return [
        _finding(article, Place(0, 0, block, part), string, flaw)
        for block, part, string, continues in texts(article)
        for flaw in flaws(string, continues=continues)
    ]


def of_string(string: str, name: str) -> list[Finding]:
    """What is wrong in a field of masthead or colophon. Only placeholders: a telephone number or a list of offices has rules of its own."""
    return [
        found(flaw.code, "warning", *_said(string, flaw), f"{name}:{string}", field=name)
        for flaw in flaws(string)
        if flaw.code in ("placeholder", "mark-doubled")
    ]


def _finding(article: Article, place: Place, string: str, flaw: Flaw) -> Finding:
    source = article.source if place.block in (TITLE, BYLINE, None) else article.blocks[place.block].source
    near = string[max(0, flaw.start - AROUND) : min(flaw.end, flaw.start + MOST_QUOTED) + AROUND]
    fix = "mend" if flaw.mended is not None else ""
    span = (flaw.start, flaw.end)
    return found(flaw.code, "warning", *_said(string, flaw), near, source=source, place=place, span=span, fix=fix)


def _said(string: str, flaw: Flaw) -> tuple[str, str]:
    end = min(flaw.end, flaw.start + 24)
    words = {
        "near": string[max(0, flaw.start - AROUND) : end + AROUND],
        "flaw": string[flaw.start : end],
        "mended": (flaw.mended or "").strip() if len(flaw.mended or "") < 16 else f"{(flaw.mended or '')[:6]}…{(flaw.mended or '')[-3:]}",
    }
    zh, en = _SENTENCES[flaw.code]
    zh, en = zh.format_map(words), en.format_map(words)
    if flaw.more:
        return f"{zh}，本段这样的还有 {flaw.more} 处，不再逐处列出", f"{en}: {flaw.more} like it in this paragraph are not told one by one"
    return zh, en
