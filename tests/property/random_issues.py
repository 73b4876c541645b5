"""Strategies for issues of random text: Hanzi, Latin, figures, marks and emphasis in any order,
with photos, tables and briefs.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Container
from functools import lru_cache
from pathlib import Path

from any_form import any_form
from composing import NOWHERE, picture_file
from hypothesis import strategies as st
from msgspec.structs import replace

from layouts.issue.article import (
    Article,
    ArticleKind,
    Block,
    CellSpan,
    Divider,
    Note,
    PageBreak,
    Paragraph,
    PullQuote,
    Section,
    Subheading,
    Table,
)
from layouts.issue.form import PLAIN
from layouts.issue.issue import Colophon, Issue, Masthead
from layouts.issue.photo import Photo, PhotoPlace, RowCaptions, Side
from layouts.issue.sidebar import BoxKind, Sidebar
from layouts.issue.splice import NO_TEXT, consistent
from layouts.issue.tables import ALIGNMENTS, fitting_spans
from layouts.issue.text import Mark, MarkKind, Text

HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞"
RARE = "𬭁𫖯𬬻𫓧"
LATIN = (
    "A",
    "App",
    "PDF",
    "CEO",
    "iPhone",
    "Wi-Fi",
    "office",
    "affine",
    "http://www.jiading.gov.cn/news/2023/12",
    "naïve",
    "GB/T",
)
FIGURES = (
    "1",
    "12",
    "850",
    "2023",
    "3.14",
    "1,024",
    "50%",
    "-5℃",
    "¥300",
    "2023年12月31日",
    "〔2026〕12号",
    "GB/T 15834—2011",
    "１２",
    "第3期",
    "5G",
    "10:30",
)
MARKS = ("，", "。", "、", "；", "：", "！", "？", "“", "”", "‘", "’", "（", "）", "《", "》", "【", "】", "——", "……", "·", "～", "–", "-", "/", "(", ")", ",", ".", "!", "…", "—")  # fmt: skip
SPACES = (" ", "  ", "\u3000", "\u00a0")

CLUSTERS = ("葛\U000e0100", "凉\ufe00", "，\ufe01", "x\u0331\u0303", "e\u0301", "X\u0304", "и\u0301", "か\u3099", "国\u0301", "‼\ufe0f", "fi\u200cfi", "人\u200d", "\u2060")  # fmt: skip
"""Characters with marks, selectors and joiners, known to a face or not."""

_han = st.text(HAN, min_size=1, max_size=14)
_token = st.one_of(_han, st.sampled_from((*MARKS, *FIGURES, *LATIN, *SPACES, *RARE, *CLUSTERS)))
_short = st.lists(_token, min_size=1, max_size=40).map("".join)


def _long_text(seed: int, size: int) -> str:
    """Prose of about `size` characters: mostly Hanzi, a mark every ten or so, now and then figures,
    Latin, or marks in a row.
    """
    dice = random.Random(seed)
    parts: list[str] = []
    length = 0
    while length < size:
        part = "".join(dice.choices(HAN, k=dice.randint(1, 14)))
        part += dice.choice("，，，，。。、、；：！？")
        if dice.random() < 0.3:
            part += dice.choice(MARKS)
        if dice.random() < 0.35:
            part += (
                dice.choice(("", " "))
                + dice.choice((*FIGURES, *LATIN, *RARE, *CLUSTERS))
                + dice.choice(("", " "))
            )
        if dice.random() < 0.1:
            part = f"“{part}”" if dice.random() < 0.5 else f"（{part}）"
        parts.append(part)
        length += len(part)
    return "".join(parts)[:size]


_long = st.builds(_long_text, st.integers(0, 2**32), st.integers(1, 600))
_sentence = st.one_of(_long, _long, _long, _short)


@st.composite
def texts(draw: st.DrawFn, strategy: st.SearchStrategy[str] = _sentence) -> Text:
    """A text with at most two stretches of emphasis, and readings, lines and dots on some words;
    never blank: of nothing but joiners it would be, as `break_lines` has it, an empty line.
    """
    string = draw(strategy.filter(lambda s: bool("".join(s.split()).strip("\u2060"))))
    edges = sorted(set(draw(st.lists(st.integers(0, len(string)), max_size=4))))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    emphasis = [Mark(a, b, draw(st.sampled_from((MarkKind.BOLD, MarkKind.KAI)))) for a, b in pairs]
    return consistent(string, (*emphasis, *draw(st.one_of(st.just(()), _on_words(len(string))))))


@st.composite
def _on_words(draw: st.DrawFn, size: int) -> tuple[Mark, ...]:
    """Readings, lines and dots on short words."""
    said = {
        MarkKind.RUBY: ("chóng qìng", "zhuāng", "ā", "bózhōu de yàoshì"),
        MarkKind.UNDERLINE: ("", "double", "wavy", "dotted", "thick"),
        MarkKind.DOTS: ("",),
    }
    found: list[Mark] = []
    for start in draw(st.lists(st.integers(0, size), max_size=6)):
        kind = draw(st.sampled_from(tuple(said)))
        value = draw(st.sampled_from(said[kind]))
        found.append(Mark(start, start + draw(st.integers(1, 4)), kind, value))
    return tuple(found)


_titles = st.lists(_han, min_size=1, max_size=5).map("".join).map(lambda s: Text(s[:50]))
_cells = st.text(HAN, min_size=1, max_size=12).map(Text)


@lru_cache(maxsize=1)
def photo_folder() -> Path:
    """A folder of small photos of several shapes, made once."""
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="banxin-photos-")).resolve()
    for name, (width, height) in {
        "wide.png": (60, 20),
        "square.png": (30, 30),
        "tall.png": (20, 50),
        "land.png": (40, 30),
        "strip.png": (3000, 1),
        "pole.png": (1, 3000),
    }.items():
        picture_file(folder, name, width, height)
    return folder


@st.composite
def _captions(draw: st.DrawFn) -> Text:
    """A caption, in one of three with marks."""
    string = draw(_han)
    if draw(st.integers(0, 2)):
        return Text(string)
    kinds = (MarkKind.BOLD, MarkKind.SUBSCRIPT)
    start = draw(st.integers(0, len(string) - 1))
    own = Mark(start, start + draw(st.integers(1, 4)), draw(st.sampled_from(kinds)))
    return consistent(string, (own, *draw(_on_words(len(string)))))


@st.composite
def photos(draw: st.DrawFn) -> Photo:
    return Photo(
        draw(st.sampled_from(("wide.png", "square.png", "tall.png", "land.png"))),
        draw(st.one_of(st.just(NO_TEXT), _captions())),
        NOWHERE._replace(line=draw(st.integers(1, 10_000))),
        draw(st.sampled_from(Side)),
        draw(st.one_of(st.none(), st.integers(4, 40).map(float))),
        draw(st.integers(0, 8)),
        draw(st.one_of(st.none(), st.sampled_from((0.0, 0.5, 1.0, 2.0)))),
        row=draw(st.sampled_from(("", "1", "1", "1", "2"))),
        grid=draw(st.integers(0, 4)),
        captions=draw(st.sampled_from(RowCaptions)),
        credit=draw(st.sampled_from(("", "", "安宁"))),
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 4))
    row = st.lists(_cells, min_size=columns, max_size=columns).map(tuple)
    rows = draw(st.lists(row, min_size=1, max_size=45))
    # no row begins as the header does: a repeated header is told from a row
    header = tuple(Text(f"甲{cell.string}") for cell in draw(row))
    alignments = (draw(st.sampled_from(ALIGNMENTS)),) * columns
    if draw(st.booleans()):
        return Table(header, tuple(rows), alignments, NOWHERE)
    table = Table(
        header,
        tuple(rows),
        alignments,
        NOWHERE,
        caption=draw(_titles),
        notes=(draw(_titles),) * draw(st.integers(0, 1)),
        data_source=draw(_titles),
        header_rows=draw(st.integers(1, min(2, len(rows)))),
        header_columns=draw(st.integers(0, columns - 1)),
        zebra=draw(st.sampled_from((None, True))),
        place=draw(_places),
        across=draw(st.sampled_from((1, 1, 2, 0))),
        turned=draw(st.integers(0, 5)) == 0,
    )
    return _with_merged(table, draw(st.lists(_spans, max_size=2)))


_spans = st.builds(
    CellSpan, st.integers(0, 6), st.integers(0, 3), st.integers(1, 9), st.integers(1, 3)
)


def _with_merged(table: Table, spans: list[CellSpan]) -> Table:
    """A table with those of the merged cells that it can have; what they cover has no words."""
    rows = [list(row) for row in (table.header, *table.rows)]
    kept = [
        span
        for span in fitting_spans(spans, len(rows), len(table.header))
        if not 0 <= table.header_rows - span.row - 1 < span.rows - 1
    ]
    for span in kept:
        for row in range(span.row, span.row + span.rows):
            for column in range(span.column, span.column + span.columns):
                if (row, column) != (span.row, span.column):
                    rows[row][column] = NO_TEXT
    header, *rest = map(tuple, rows)
    return replace(table, header=header, rows=tuple(rest), spans=tuple(kept))


_paragraph = st.builds(
    Paragraph, texts(), st.just(NOWHERE), form=st.just(PLAIN) | st.just(PLAIN) | any_form
)
_subheading = st.builds(
    lambda text, level: Subheading(text, level, NOWHERE), _titles, st.integers(1, 4)
)
_note = st.lists(texts(), min_size=1, max_size=2).map(lambda found: Note(tuple(found), NOWHERE))
_places = st.sampled_from((PhotoPlace.TEXT, PhotoPlace.TEXT, PhotoPlace.TOP, PhotoPlace.FOOT))
_pull_quote = st.one_of(
    _titles.map(lambda text: PullQuote(text, NOWHERE)),
    st.builds(
        PullQuote,
        _titles,
        st.just(NOWHERE),
        st.just(""),
        st.sampled_from(Side),
        st.one_of(st.none(), st.integers(4, 20).map(float)),
        st.integers(0, 6),
        st.booleans(),
        _places,
        st.integers(0, 2),
    ),
)
_box = st.builds(
    Sidebar,
    st.lists(texts(), min_size=1, max_size=4).map(tuple),
    st.just(NOWHERE),
    st.sampled_from(BoxKind),
    st.booleans(),
    st.sampled_from(Side),
    st.one_of(st.none(), st.integers(4, 40).map(float)),
    st.integers(0, 8),
    st.integers(1, 3),
    _places,
    st.integers(0, 2),
)
_block: st.SearchStrategy[Block] = st.one_of(
    _paragraph,
    _paragraph,
    _paragraph,
    _paragraph,
    _subheading,
    photos(),
    photos(),
    photos(),
    photos(),
    photos(),
    photos(),
    tables(),
    _note,
    _pull_quote,
    _box,
    st.just(PageBreak(NOWHERE)),
    st.just(Divider(NOWHERE)),
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    kind = draw(st.sampled_from(ArticleKind))
    blocks = draw(st.lists(_block, min_size=1, max_size=8))
    first = next((k for k, block in enumerate(blocks) if not isinstance(block, Photo)), len(blocks))
    if kind is ArticleKind.RUN_IN or not any(isinstance(block, Paragraph) for block in blocks):
        blocks.insert(first, draw(_paragraph))
    title = draw(_titles) if kind is not ArticleKind.BRIEF else Text("")
    byline = draw(st.one_of(st.none(), _han.map(lambda name: Text(f"【供稿：{name}】"))))
    across = draw(st.sampled_from((None, None, None, 0, 2)))
    boxed = draw(st.sampled_from((False, False, False, True)))
    return Article(kind, title, tuple(blocks), NOWHERE, byline, across=across, boxed=boxed)


@st.composite
def issues(draw: st.DrawFn, **settings: st.SearchStrategy[object]) -> Issue:
    """A whole issue; `settings` are drawn too."""
    named = st.builds(
        lambda name, found, turned, columns: Section(
            name, tuple(found), NOWHERE, turned, columns=columns
        ),
        st.text(HAN, min_size=2, max_size=6),
        st.lists(articles(), min_size=1, max_size=3),
        st.booleans(),
        st.sampled_from((0, 0, 0, 1)),
    )
    sections = draw(st.lists(named, min_size=1, max_size=3))
    return Issue(
        Masthead("澜汀简报", draw(st.integers(1, 99)), 850, datetime.date(2025, 8, 31), "编辑部"),
        tuple(sections),
        photo_folder(),
        NOWHERE,
        draw(
            st.sampled_from(
                (Colophon(), Colophon("区委", "各部门", "各镇", "张三", "59530000", 300))
            )
        ),
        contents=draw(st.booleans()),
        settings={key: draw(strategy) for key, strategy in settings.items()},
    )


def source_text(
    issue: Issue,
    brackets: str,
    boxed: Container[tuple[int, int]] = (),
    *,
    boxes_after: bool = False,
) -> str:
    """All characters that flow, in reading order, spaces aside; headlines only where they are set.

    Without blocks that are `boxed`, by the number of their article and their own; `boxes_after` the
    block they stand beside, as they are read out.
    """
    return "".join("".join(_parts(issue, brackets, boxed, boxes_after)).split())


def _parts(
    issue: Issue, brackets: str, boxed: Container[tuple[int, int]], boxes_after: bool
) -> list[str]:
    found: list[str] = []
    number = 0
    for section in issue.sections:
        found += [brackets[:1], section.name, brackets[1:]]
        for article in section.articles:
            if article.kind is ArticleKind.HEADLINE:
                found.append(article.title.string)
            late: list[str] = []
            for k, block in enumerate(article.blocks):
                if boxes_after and isinstance(block, Sidebar):
                    late += _block_parts(block)
                    continue
                told = _read_parts(block) if boxes_after else _block_parts(block)
                found += [] if (number, k) in boxed else told
                if not isinstance(block, Photo):
                    found += late
                    late = []
            found += late
            if article.byline:
                found.append(article.byline.string)
            number += 1
    return found


def _read_parts(block: Block) -> list[str]:
    """The texts of a block as they are read out: those below a table too."""
    parts = _block_parts(block)
    if isinstance(block, Table):
        below = (*block.notes, *(() if block.data_source is None else (block.data_source,)))
        parts += [text.string for text in below]
    return parts


def _block_parts(block: Block) -> list[str]:
    if isinstance(block, Paragraph | Subheading | PullQuote):
        return [block.text.string]
    if isinstance(block, Note | Sidebar):
        return [text.string for text in block.paragraphs]
    if isinstance(block, Table):
        return [cell.string for row in (block.header, *block.rows) for cell in row]
    return []


def photo_count(issue: Issue) -> int:
    return sum(
        isinstance(block, Photo)
        for section in issue.sections
        for article in section.articles
        for block in article.blocks
    )
