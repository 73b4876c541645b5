"""Small issues to edit, what they hold, and strategies for random ones."""

from __future__ import annotations

import datetime
from collections import Counter
from itertools import count
from pathlib import Path

from hypothesis import strategies as st
from msgspec.structs import replace

from layouts.errors import Source
from layouts.issue.article import (
    Article,
    ArticleKind,
    Block,
    Note,
    PageBreak,
    Paragraph,
    PullQuote,
    Section,
    Subheading,
    Table,
)
from layouts.issue.edits.kinds import converted
from layouts.issue.issue import Colophon, Issue, Masthead
from layouts.issue.marks import TRAITS
from layouts.issue.parts import numbered_parts, parts_of, with_part
from layouts.issue.photo import Photo, Side
from layouts.issue.places import BYLINE, SUBTITLE, TITLE, Place, articles
from layouts.issue.sidebar import Sidebar
from layouts.issue.splice import consistent
from layouts.issue.splice import marked as with_mark
from layouts.issue.text import Comment, Mark, MarkKind, Text

HERE = Source("issue.md", 7)
A = Place(0, 0)
"""The first article, where most tests edit."""

TURN = PageBreak(HERE)


def marked(text: str) -> Text:
    """A text in which ⟦…⟧ stands for bold and ⟨…⟩ for kai."""
    string: list[str] = []
    marks: list[Mark] = []
    opened = 0
    for char in text:
        if char in "⟦⟨":
            opened = len(string)
        elif char in "⟧⟩":
            marks.append(Mark(opened, len(string), MarkKind.BOLD if char == "⟧" else MarkKind.KAI))
        else:
            string.append(char)
    return Text("".join(string), tuple(marks))


def shown(text: Text) -> str:
    """The reverse of `marked`."""
    out = text.string
    for start, end, kind, _ in reversed(text.marks):
        opening, closing = "⟦⟧" if kind is MarkKind.BOLD else "⟨⟩"
        out = f"{out[:start]}{opening}{out[start:end]}{closing}{out[end:]}"
    return out


def p(text: str = "") -> Paragraph:
    return Paragraph(marked(text), HERE)


def h(text: str, level: int = 1) -> Subheading:
    return Subheading(marked(text), level, HERE)


def note(*texts: str) -> Note:
    return Note(tuple(map(marked, texts)), HERE)


def table(*rows: tuple[str, ...], caption: str | None = None, notes: tuple[str, ...] = ()) -> Table:
    header, *rest = (tuple(map(marked, row)) for row in rows)
    made = Table(
        header, tuple(rest), ("left",) * len(header), HERE, notes=tuple(map(marked, notes))
    )
    return replace(made, caption=None if caption is None else marked(caption))


def photo(path: str = "a.jpg", caption: str = "") -> Photo:
    return Photo(path, caption, HERE)


def article(
    *blocks: Block,
    title: str = "题",
    byline: str | None = None,
    kind: ArticleKind = ArticleKind.HEADLINE,
    subtitle: str | None = None,
) -> Article:
    made = Article(kind, marked(title), blocks, HERE, None if byline is None else marked(byline))
    return replace(made, subtitle=None if subtitle is None else marked(subtitle))


def run_in(lead: str, rest: str = "", *more: Block) -> Article:
    """A run-in article as the reader makes it."""
    return Article(
        ArticleKind.RUN_IN, Text(lead.removesuffix("。")), (p(f"⟦▲ {lead}⟧{rest}"), *more), HERE
    )


def brief(*blocks: Block) -> Article:
    return Article(ArticleKind.BRIEF, Text(""), blocks, HERE)


def section(*found: Article, name: str = "栏目") -> Section:
    return Section(name, found, HERE)


def issue(*sections: Section) -> Issue:
    return Issue(
        Masthead("简报", 14, 850, datetime.date(2025, 8, 31), "办公室"),
        sections,
        Path(),
        Source("issue.md"),
        Colophon(editor="张三"),
    )


def one(
    *blocks: Block, title: str = "题", byline: str | None = None, subtitle: str | None = None
) -> Issue:
    """An issue of one article."""
    return issue(section(article(*blocks, title=title, byline=byline, subtitle=subtitle)))


def at(block: int, part: int = 0) -> Place:
    """A text of the first article."""
    return Place(0, 0, block, part)


HEAD, UNDER, FOOT = at(TITLE), at(SUBTITLE), at(BYLINE)


def lines(of: Issue, place: Place = A) -> list[str]:
    """What an article holds, a line each: title, subtitle, blocks, by-line."""
    found = of.sections[place.section].articles[place.article or 0]
    out = [f"# {shown(found.title)}"]
    out += [f"—— {shown(found.subtitle)}"] if found.subtitle is not None else []
    for block in found.blocks:
        if isinstance(block, Photo):
            out.append(f"!{block.path}")
        elif isinstance(block, Paragraph):
            out.append(shown(block.text))
        elif isinstance(block, Subheading):
            out.append("=" * block.level + " " + shown(block.text))
        elif isinstance(block, PullQuote):
            out.append(f"“ {shown(block.text)}")
        elif isinstance(block, PageBreak):
            out.append("---")
        else:
            mark = ">" if isinstance(block, Note) else "[" if isinstance(block, Sidebar) else "|"
            out.append(mark + mark.join(map(shown, parts_of(block))))
    return out if found.byline is None else [*out, f"@ {shown(found.byline)}"]


# what an issue holds altogether


def texts_of(of: Issue) -> list[Text]:
    """Every text with marks. The title of a run-in article is left out: it repeats the lead."""
    out: list[Text] = []
    for _, found in articles(of):
        out += [found.title] if found.kind is not ArticleKind.RUN_IN else []
        out += [found.subtitle] if found.subtitle is not None else []
        out += [text for block in found.blocks for text in parts_of(block)]
        out += [found.byline] if found.byline is not None else []
    return out


def characters(of: Issue) -> Counter[str]:
    """Every character but spaces, and how often it stands in the issue."""
    return Counter("".join("".join(text.string.split()) for text in texts_of(of)))


def photos_of(of: Issue) -> list[Photo]:
    """The photos in their order, captions aside."""
    return [
        replace(block, caption="")
        for _, found in articles(of)
        for block in found.blocks
        if isinstance(block, Photo)
    ]


def ids_of(of: Issue) -> list[str]:
    """The ids of everything that has one."""
    out = [found.id for found in of.sections]
    for _, found in articles(of):
        out += [found.id, *(block.id for block in found.blocks)]
    return out


def check(of: Issue) -> None:
    """Marks are sorted, merged, inside their text, have a value where their kind has, and exclude
    no other; a table has its columns.
    """
    for text in texts_of(of):
        assert consistent(text.string, text.marks) == text, text
    for _, found in articles(of):
        assert found.byline is None or found.byline.string
        assert found.subtitle is None or found.subtitle.string
        assert found.kind is not ArticleKind.BRIEF or not found.title.string


# random ones

_CHARACTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种𬭁𫖯aBcZ12，。、；：！？“”（）—— "
_string = st.text(_CHARACTERS, max_size=24)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    string = draw(_string)
    text = Text(string)
    for kind in draw(st.lists(st.sampled_from(MarkKind), max_size=4)):
        start, end = sorted((draw(st.integers(0, len(string))), draw(st.integers(0, len(string)))))
        text = with_mark(text, start, end, kind, draw(values(kind)))
    return text


def values(kind: MarkKind) -> st.SearchStrategy[str | Comment]:
    """What a mark of a kind may say."""
    if kind is MarkKind.COMMENT:
        return st.builds(
            Comment,
            st.sampled_from(("林一", "周小满")),
            st.sampled_from(("", "2026-11-29T08:00")),
            st.sampled_from(("核对", "何处？")),
        )
    return (
        st.sampled_from(("hé wān", "见附件", "https://example.org/a"))
        if TRAITS[kind].valued
        else st.just("")
    )


FIRST = 0x8000
"""The first of the characters that `all_different` gives; up to LAST no edit of a test types
any.
"""

LAST = 0x8AFF


def all_different(of: Issue) -> Issue:
    """The issue with a character of its own in the place of each, and a note and a comment on every
    text that nothing else says.
    """
    letters, numbers = map(chr, count(FIRST)), count(1)

    def text(old: Text) -> Text:
        size = len(old.string)
        kept = tuple(
            mark for mark in old.marks if mark.kind not in (MarkKind.NOTE, MarkKind.COMMENT)
        )
        new = Text("".join(next(letters) for _ in old.string), kept)
        new = with_mark(new, 0, size * 2 // 3, MarkKind.NOTE, f"注{next(numbers)}")
        return with_mark(
            new, size // 3, size, MarkKind.COMMENT, Comment("某", "", f"批注{next(numbers)}")
        )

    def block(old: Block) -> Block:
        for part, inner in numbered_parts(old):
            old = with_part(old, part, text(inner))
        return old

    def whole(old: Article) -> Article:
        byline = None if old.byline is None else text(old.byline)
        subtitle = None if old.subtitle is None else text(old.subtitle)
        title = text(old.title) if old.kind is ArticleKind.HEADLINE else old.title
        return replace(
            old, title=title, subtitle=subtitle, blocks=tuple(map(block, old.blocks)), byline=byline
        )

    return replace(
        of,
        sections=tuple(
            replace(one, articles=tuple(map(whole, one.articles))) for one in of.sections
        ),
    )


_photo = st.builds(
    lambda path, caption, side, line: Photo(path, caption, HERE, side, line=line),
    st.sampled_from(("a.jpg", "b.jpg", "c.jpg")),
    st.text("图说甲乙", max_size=6) | texts(),
    st.sampled_from(Side),
    st.integers(0, 5),
)


_some_text = texts().filter(lambda text: bool(text.string))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 3))
    rows = draw(st.lists(st.lists(texts(), min_size=1, max_size=columns).map(tuple), max_size=3))
    caption = draw(st.one_of(st.none(), _some_text))
    notes = tuple(draw(st.lists(texts(), max_size=2)))
    header = tuple(draw(texts()) for _ in range(columns))
    return Table(header, tuple(rows), ("left",) * columns, HERE, caption=caption, notes=notes)


_paragraph = texts().map(lambda text: Paragraph(text, HERE))
_block: st.SearchStrategy[Block] = st.one_of(
    _paragraph,
    _paragraph,
    st.builds(lambda text, level: Subheading(text, level, HERE), texts(), st.integers(1, 4)),
    _photo,
    _photo,
    tables(),
    st.lists(texts(), min_size=1, max_size=3).map(lambda found: Note(tuple(found), HERE)),
    texts().map(lambda text: PullQuote(text, HERE)),
    st.builds(
        lambda found, titled: Sidebar(tuple(found), HERE, titled=titled),
        st.lists(texts(), min_size=1, max_size=3),
        st.booleans(),
    ),
    st.just(TURN),
)


@st.composite
def random_articles(draw: st.DrawFn) -> Article:
    byline, subtitle = (
        draw(st.one_of(st.none(), _some_text)),
        draw(st.one_of(st.none(), st.none(), _some_text)),
    )
    blocks = tuple(draw(st.lists(_block, max_size=6)))
    made = Article(ArticleKind.HEADLINE, draw(texts()), blocks, HERE, byline, subtitle=subtitle)
    return converted(made, draw(st.sampled_from(ArticleKind)))


issues = st.lists(
    st.builds(
        lambda name, found: Section(name, tuple(found), HERE),
        _string,
        st.lists(random_articles(), max_size=3),
    ),
    min_size=1,
    max_size=3,
).map(lambda sections: issue(*sections))


def text_places(of: Issue) -> list[Place]:
    """Every place a caret may stand: in reading order, section names and captions too.

    The title of a run-in article is its lead.
    """
    out: list[Place] = []
    for s, found in enumerate(of.sections):
        out.append(Place(s))
        for a, inner in enumerate(found.articles):
            out += (
                [Place(s, a, TITLE), Place(s, a, SUBTITLE)]
                if inner.kind is ArticleKind.HEADLINE
                else []
            )
            out += [
                Place(s, a, b, part)
                for b, block in enumerate(inner.blocks)
                for part, _ in numbered_parts(block)
            ]
            out.append(Place(s, a, BYLINE))
    return out
