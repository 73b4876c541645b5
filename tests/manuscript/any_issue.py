"""Strategies for any issue an editor could make: every kind of block, article and setting, with
texts that look like something else.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
from any_form import any_form
from hypothesis import strategies as st
from msgspec.structs import replace

from layouts.errors import Source
from layouts.issue.article import (
    Article,
    ArticleKind,
    Block,
    CellAlignment,
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
from layouts.issue.cover import Cover
from layouts.issue.form import PLAIN
from layouts.issue.issue import Accepted, Colophon, Issue, Masthead, SetAside
from layouts.issue.marks import TRAITS
from layouts.issue.photo import (
    Bleed,
    Crop,
    Photo,
    PhotoPlace,
    PhotoPoint,
    PhotoTone,
    RowCaptions,
    Side,
    Standoffs,
    Wrap,
)
from layouts.issue.sidebar import BoxKind, Sidebar
from layouts.issue.sound_floats import BOX_PLACES
from layouts.issue.splice import concat, consistent
from layouts.issue.tables import ALIGNMENTS
from layouts.issue.text import Comment, Mark, MarkKind, Text
from layouts.manuscript.escape import possible_text
from layouts.manuscript.runin import run_in
from layouts.manuscript.table_words import fitting

NOWHERE = Source("issue.md")
OPEN = ("measure", "size", "punctuation", "note_of_mine")

LOOKALIKES = (
    *("---", "- - -", "----", "***", "* * *", "___", "_ _", "# ", "#", "##", "###### ", "> ", ">", "- ", "-", "+ ", "* ", "1. ", "1)", "12. ", "1.", "0. "),
    *(" #", " ##", "-  甲", "- # 甲", "1. > 甲", "1.  甲", "- - 甲", "- ---", "+ 1) 甲", "- 　甲", "1. \xa0甲"),
    *("| ", "|--|", "||", ":--", "```", "~~~", "===", "    ", "<!-- -->", "<br>", "[a](b)", "[a]: b", "![", "![图](a.jpg)", "![图](a.jpg){side=left}", "!", "["),
    *("▲", "▲ ", "▲ **", "一、", "（一）", "(1)", "1、", "①", "第一，", "【", "】", "【】", "[]", "【领导关注】", "[领导关注]", "【简讯】", "本期要目", "目录"),
    *("【供稿：甲 乙】", "（供稿：甲）", "供稿：甲", "（某公司 张三 供稿）", "摄影：乙", "。【供稿：甲】", "编者按", "第 14 期（总第 850 期）", "2025 年 8 月 31 日"),
    *("{keep}", "{numbered}", "{编号=一、 级=2}", "{列项", "{verse indented}", "{initial=3}", "{rule}", "{落款}", "{text}", " {text}", "\\{text}", "{byline}", "{break}", "{empty}", "{brief keep}", "{不拆}", "{section}", "{side=left}", "{", "}", "){text}"),
    *("*", "**", "***", "\\", "\\\\", "\\*", "&", "&amp;", "&#x20;", "&#32;", "&nbsp;", "&lt", "AT&T;", "&copy;", "`", "_", "a_b_c", "~", "^", "$", "%20", "100%"),
    *(" ", "  ", "　", "　　", "\xa0", "\u2003", "\t", "\n", "\n\n", "\r", "\n---\n", "\n## x\n", "\x0c", "\u2028"),
    *("\u200b", "\xad", "\ufeff", "\u202e", "\u2060", "⼀", "⻓", "\ue815", "\ue864", "\uf000", "\U0001f600", "𠮷", "e\u0301", "\ufe0f", "\u061c", "\ufdd0"),
    *("[甲]{.underline}", "[甲]{下划线}", "]{.dots}", "[甲](https://a.b)", "](http://", "^[", "^[甲]", "甲^[乙]", "[[", "]]", "]", "^", "[]{.sup}", "{.sup}"),
    *("[!链接]", "[!提要] 甲", "[!链接]{side=left} ", "\\[!专栏]", "[!NOTE]", "{pull-quote side=left}", "{text side=left}", "{pull-quote", "[!"),
    *('[甲]{ruby="乙"}', '{note="', '"}', "]{note #1}", "{ #1}", "<u>", "</u>", "<sup>2</sup>", "<sub>", "<br/>", "</br>", "<", "<u", "(https://a)"),
    *("{subtitle}", "2026-05-20 {date}", "{origin}", "{副题}", "表 1 {caption}", "{table-note}", "资料来源 {table-source}", "{header-rows=2}", "{zebra=yes}", '{widths="8 auto"}', '{spans="0,0:1x2"}', "{列宽=“8 自动”}"),
    *("“", "”", "‘", "’", '"', "'", "，", "。", "、", "：", ":", "；", "！", "？", "…", "——", "·", "(", ")", "（", "）", "《", "》", ".", ",", "-5℃", "3.14", "C:\\甲"),
    *("key: value", "- key", "yes", "null", "~", "007", "0x10", "1e3", "{a: b}", "[a, b]", "@x", "%x", "#注", " #注", "'", "true", "2025-08-31", "...", "? a", "!tag", "&a", "*a"),
)  # fmt: skip
WORDS = ("区里召开会议", "会议强调，要持续推进", "同志们", "word", "Word", "B", "7", "2025年", "近日，某公司开展安全生产大检查。检查组一行先后来到各处，", "甲", "乙，丙，")  # fmt: skip

_lookalike = st.sampled_from(LOOKALIKES)
prose = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map("".join)
strings = st.one_of(
    st.just(""),
    _lookalike,
    prose,
    st.builds("{}{}".format, _lookalike, prose),
    st.builds("{}{}".format, prose, _lookalike),
    st.lists(st.sampled_from((*LOOKALIKES, *WORDS * 8)), max_size=6).map("".join),
)
said = strings.filter(bool)


_comments = st.builds(
    Comment,
    strings,
    st.sampled_from(("", "林一")) | strings,
    st.sampled_from(("", "2026-11-29T08:00")),
)
_addresses = st.one_of(
    st.sampled_from(
        (
            "https://a.b/c?d=1&e=2",
            "http://a.b/(c)",
            "HTTPS://例.中国/*x*",
            "附件.pdf",
            "https://a b",
            "https://a|b",
        )
    ),
    said,
)


@st.composite
def texts(draw: st.DrawFn, string: st.SearchStrategy[str] = strings) -> Text:
    """A text with marks of every kind, beside each other, inside each other and across each
    other.
    """
    if not draw(st.booleans()):
        return possible_text(Text(draw(string)))
    characters = draw(st.lists(string, max_size=4).map("".join))
    marks: list[Mark] = []
    for kind in draw(
        st.lists(st.sampled_from((*MarkKind, MarkKind.BOLD, MarkKind.KAI)), max_size=6)
    ):
        start, end = sorted(draw(st.tuples(*(st.integers(0, len(characters)) for _ in range(2)))))
        values = {
            MarkKind.COMMENT: _comments,
            MarkKind.LINK: _addresses,
            MarkKind.UNDERLINE: st.sampled_from(("", *TRAITS[MarkKind.UNDERLINE].choices)),
        } | dict.fromkeys((MarkKind.RUBY, MarkKind.NOTE), said)
        marks.append(Mark(start, end, kind, draw(values[kind]) if kind in values else ""))
    return possible_text(consistent(characters, marks))


_ems = st.one_of(st.sampled_from((0.5, 1.0, 12.0, 16.0, 0.1)), st.floats(0.001, 200.0))
_edges = st.one_of(st.just(0.0), st.sampled_from((0.05, 0.1, 0.123456789)), st.floats(0.0, 0.47))
_paths = st.one_of(st.sampled_from(("a.jpg", "photos/会场 一.jpg", "/abs/a(1).jpg", "a(b", "C:\\a.jpg", "%41.jpg", ' "x"', "a “b”", "<a>", "..", "a\tb")), said)  # fmt: skip
_points = st.builds(PhotoPoint, st.floats(0.0, 1.0), st.floats(0.0, 1.0))
photos = st.builds(
    Photo,
    _paths.filter(
        lambda path: not path.lower().startswith(("http:", "https:", "ftp:", "data:", "file:"))
    ),
    texts(),
    st.just(NOWHERE),
    st.sampled_from(Side),
    st.one_of(st.none(), _ems),
    st.one_of(st.just(0), st.integers(0, 9999)),
    st.one_of(st.none(), st.just(0.0), _ems),
    strings,
    st.one_of(st.just(Crop()), st.builds(Crop, _edges, _edges, _edges, _edges)),
    row=st.one_of(st.just(""), st.sampled_from(("1", "一 排")), strings),
    place=st.sampled_from(PhotoPlace),
    across=st.integers(0, 6),
    bleed=st.builds(Bleed, *[st.booleans()] * 4),
    wrap=st.sampled_from(Wrap),
    polygon=st.one_of(st.just(()), st.lists(_points, min_size=3, max_size=9).map(tuple)),
    standoffs=st.one_of(st.none(), st.builds(Standoffs, *[st.floats(0.0, 200.0)] * 4)),
    grid=st.integers(0, 6),
    captions=st.sampled_from(RowCaptions),
    tone=st.builds(
        PhotoTone, st.floats(-10.0, 10.0), st.floats(-1.0, 1.0), st.floats(-1.0, 1.0), st.booleans()
    ),
    frame=st.floats(0.0, 4.0),
    credit=strings,
    focus=st.one_of(st.none(), _points),
)


_own_alignments = st.builds(
    CellAlignment, *(st.integers(0, 3) for _ in range(2)), st.sampled_from(ALIGNMENTS)
)


_table_looks = st.fixed_dictionaries(
    {},
    optional={
        "data_source": strings.map(Text),
        "header_rows": st.integers(-1, 4),
        "header_columns": st.integers(-1, 4),
        "own_alignments": _own_alignments.map(lambda one: (one,)),
        "zebra": st.booleans(),
        "place": st.sampled_from(BOX_PLACES),
        "across": st.integers(-1, 9),
        "turned": st.booleans(),
    },
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 3))
    row = st.lists(texts(), min_size=columns, max_size=columns).map(tuple)
    alignments = st.lists(st.sampled_from(ALIGNMENTS), min_size=columns, max_size=columns)
    table = Table(
        draw(row),
        tuple(draw(st.lists(row, max_size=3))),
        tuple(draw(alignments)),
        NOWHERE,
        widths=draw(
            st.one_of(
                st.just(()), st.lists(st.one_of(st.none(), _ems), max_size=columns).map(tuple)
            )
        ),
        caption=draw(st.one_of(st.none(), texts())),
        notes=tuple(draw(st.lists(texts(), max_size=2))),
        **(draw(_table_looks) if draw(st.booleans()) else {}),
    )
    places = st.builds(
        CellSpan, *(st.integers(0, 2) for _ in range(2)), *(st.integers(1, 3) for _ in range(2))
    )
    spans = draw(st.lists(places, max_size=3))
    return fitting(replace(table, spans=tuple(spans)))


_paragraphs = st.builds(Paragraph, texts(), st.just(NOWHERE), form=st.just(PLAIN) | any_form)
_subheadings = st.builds(Subheading, texts(), st.integers(1, 4), st.just(NOWHERE))
_notes = st.lists(texts(), min_size=1, max_size=3).map(lambda found: Note(tuple(found), NOWHERE))
_widths = st.one_of(st.none(), st.sampled_from((4.0, 12.0, 12.5)), st.floats(4.0, 200.0))
_lines = st.one_of(st.just(0), st.integers(0, 9999))
_pull_quotes = st.one_of(
    texts().map(lambda text: PullQuote(text, NOWHERE)),
    st.builds(
        PullQuote,
        texts(),
        st.just(NOWHERE),
        st.just(""),
        st.sampled_from(Side),
        _widths,
        _lines,
        st.booleans(),
        st.sampled_from(BOX_PLACES),
        st.integers(0, 6),
    ),
)
_boxes = st.builds(
    Sidebar,
    st.lists(texts(), min_size=1, max_size=3).map(tuple),
    st.just(NOWHERE),
    st.sampled_from(BoxKind),
    st.booleans(),
    st.sampled_from(Side),
    _widths,
    _lines,
    st.integers(1, 3),
    st.sampled_from(BOX_PLACES),
    st.integers(0, 6),
)
blocks: st.SearchStrategy[Block] = st.one_of(
    _paragraphs, _paragraphs, _paragraphs, photos, st.just(PageBreak(NOWHERE)), st.just(Divider(NOWHERE)), _subheadings, _notes, _boxes, _pull_quotes, tables()
)  # fmt: skip
_anything = st.builds(
    Article,
    st.sampled_from(ArticleKind),
    texts(),
    st.lists(blocks, max_size=6).map(tuple),
    st.just(NOWHERE),
    st.one_of(st.none(), st.just(Text("【供稿：某公司 张三】")), texts()),
    st.booleans(),
    st.booleans(),
    subtitle=st.one_of(st.none(), st.none(), texts()),
    date=st.one_of(st.none(), st.none(), st.dates()),
    origin=st.one_of(st.just(""), st.just(""), strings),
    across=st.one_of(st.none(), st.none(), st.integers(0, 6)),
    boxed=st.sampled_from((False, False, True)),
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article of any make; run-in ones and briefs are often what their kind usually is, after
    photos too.
    """
    article = draw(_anything)
    first = draw(texts())
    if article.kind is ArticleKind.HEADLINE or draw(st.booleans()):
        return article
    if article.kind is ArticleKind.RUN_IN:
        title, lead = run_in(concat(Text("▲ "), first))
        begins = st.sampled_from((title, title, article.title))
    else:
        lead = concat(Text(draw(st.sampled_from(("1、", "2. ", "①", "")))), first)
        begins = st.just(Text(""))
    before = draw(st.lists(photos, max_size=1))
    keep = draw(st.sampled_from((False, False, article.keep_together)))
    return replace(
        article,
        title=draw(begins),
        blocks=(*before, Paragraph(lead, NOWHERE), *article.blocks),
        keep_together=keep,
    )


sections = st.builds(
    Section,
    st.one_of(st.sampled_from(("领导关注", "简讯", "目录", "")), strings),
    st.lists(articles(), max_size=4).map(tuple),
    st.just(NOWHERE),
    st.booleans(),
    columns=st.sampled_from((0, 0, 0, 1, 2, 6)),
)

_field = st.one_of(
    st.just(""),
    strings.map(lambda string: " ".join(string.split("\n")).strip()).filter(
        lambda string: len(string.splitlines()) < 2
    ),
)
_number = st.one_of(st.none(), st.integers(1, 999_999))
_values = st.one_of(
    st.booleans(), st.integers(), st.floats(allow_nan=False), strings, st.dates(), st.none()
)
mastheads = st.builds(
    Masthead,
    _field,
    _number,
    _number,
    st.one_of(st.none(), st.dates()),
    _field,
    _field,
    _field,
    _field,
    _field,
    _field,
)
colophons = st.builds(
    Colophon,
    _field,
    _field,
    _field,
    _field,
    _field,
    _number,
    _field,
    _field,
    st.one_of(st.none(), st.dates()),
)
_filled = _field.map(lambda field: field or "字")
_designed = _values.filter(lambda value: value is not None)
_design = st.dictionaries(
    st.one_of(st.sampled_from(("page.top", "inks.red", "styles.a.b")), _filled),
    st.one_of(
        _designed,
        st.lists(st.dictionaries(strings, _values, max_size=2), max_size=2),
        st.dictionaries(strings, st.lists(_values, max_size=2), max_size=2),
    ),
    max_size=3,
).map(lambda design: dict(sorted(design.items())))
"""What an issue has otherwise than its layout: any JSON, no layout need know the places."""


def _on_cover(photo: Photo) -> Photo:
    """A photo as covers have it: what counts there."""
    bare = Photo(photo.path, "", NOWHERE, alt=photo.alt, crop=photo.crop)
    return replace(bare, tone=photo.tone, credit=photo.credit, focus=photo.focus)


covers = st.builds(
    Cover,
    st.one_of(st.none(), photos.map(_on_cover)),
    st.lists(_filled.map(lambda field: " ".join(field.split())).filter(bool), max_size=4).map(
        tuple
    ),
)
issues = st.builds(
    Issue,
    mastheads,
    st.lists(sections, max_size=3).map(tuple),
    st.just(Path()),
    st.just(NOWHERE),
    colophons,
    st.one_of(st.just("jianbao-a4"), _field.filter(bool)),
    st.booleans(),
    st.dictionaries(st.sampled_from(OPEN), st.one_of(_values, st.lists(_values, max_size=3), st.dictionaries(strings, _values, max_size=2)), max_size=3),
    st.just({}),
    st.lists(st.builds(Accepted, _filled, _filled), max_size=2).map(tuple),
    _design,
    st.dictionaries(_filled, st.builds(SetAside, st.dictionaries(st.sampled_from(OPEN), _designed, min_size=1, max_size=2), _design), max_size=2),
    st.sampled_from(("", "internal")),
    cover=st.one_of(st.none(), st.none(), covers),
)  # fmt: skip


def without_sources(issue: Issue) -> Issue:
    """An issue as if written nowhere and without ids: two issues that say the same are equal
    then.
    """
    return replace(_without_sources(issue), folder=Path(), setting_sources={})


def _without_sources(value: object) -> object:
    if isinstance(value, msgspec.Struct):
        changed = {
            name: _without_sources(getattr(value, name))
            for name in value.__struct_fields__
            if name not in ("source", "id")
        }
        changed |= {"id": ""} if "id" in value.__struct_fields__ else {}
        return (
            replace(value, source=NOWHERE, **changed)
            if "source" in value.__struct_fields__
            else replace(value, **changed)
            if isinstance(value, Cover)
            else value
        )
    if type(value) is tuple:
        return tuple(map(_without_sources, value))
    return value


def issue_of(text: Text) -> Issue:
    """An issue that has one text everywhere: as section, title, by-line, field, in every block,
    below paragraphs of every kind.
    """
    string = text.string
    photo = Photo(string or "a.jpg", string, NOWHERE, alt=string, row=string)
    paragraph = Paragraph(text, NOWHERE)
    plain, comma, label = (
        Paragraph(Text(words), NOWHERE) for words in ("一段。", "一段，", "1、一段。")
    )
    spans, widths = (CellSpan(1, 0, 2, 1),), (8.5, None)
    table = Table(
        (text, text),
        ((text, Text("")), (Text(""), text)),
        ("left", "center"),
        NOWHERE,
        spans,
        widths,
        text,
        (text, text),
    )
    subheadings = tuple(Subheading(text, level, NOWHERE) for level in (1, 2, 3, 4))
    heads = (
        (text, (), None, False),
        (Text("题目"), (photo, label), text, False),
        (Text(""), (), Text("【供稿：甲】"), True),
    )
    rests = (
        (paragraph,),
        (plain, paragraph),
        (comma, paragraph, photo),
        (*subheadings, Note((text, text), NOWHERE), table),
        (Sidebar((text, text), NOWHERE), Sidebar((text,), NOWHERE, titled=False)),
    )
    found = [
        Article(kind, title, (*first, *rest), NOWHERE, byline, bool(first), keep)
        for kind in ArticleKind
        for (title, first, byline, keep), rest in zip((*heads, *heads[:2]), rests, strict=True)
    ]
    found += [Article(kind, Text(""), (paragraph,), NOWHERE) for kind in ArticleKind]
    day = datetime.date(2026, 5, 20)
    headed = [
        Article(kind, Text("题目"), (paragraph,), NOWHERE, subtitle=text, date=day, origin=string)
        for kind in ArticleKind
    ]
    names = (string, "简讯", "一、要闻")
    field = " ".join(string.splitlines()).strip()
    return Issue(
        Masthead(field, issuer=field),
        tuple(
            Section(name, (*found, article), NOWHERE)
            for name, article in zip(names, headed, strict=True)
        ),
        Path(),
        NOWHERE,
        Colophon(send_to=field, editor=field),
        settings={"note_of_mine": string},
        accepted=(Accepted(field, field),) if field else (),
    )
