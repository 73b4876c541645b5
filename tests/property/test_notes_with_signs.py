"""Whatever bears the sign of a note, its note begins on the same page (脚注), unless no room could
be kept there for it.

That is so in three cases. A float placed before the line of the sign reaches so far down its column
that the note has no room under it. Or a box or a pull quote fills so much of its column that none
holds it with the notes on its words. Or those of one caption, box or row of a table that stand
before it take all that they may: a quarter of the column, half of a page that it fills. Such notes
begin in the next columns.
"""

from __future__ import annotations

import math
import random

import pytest
from composing import assert_printed
from examples import examples
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from random_issues import HAN, issues

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.flow.own_notes import MOST_BESIDE
from layouts.house.layout import Layout
from layouts.house.load import load_layout
from layouts.issue.article import Article, Block, Note, Paragraph, PullQuote, Subheading, Table
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo, PhotoPlace
from layouts.issue.sidebar import Sidebar
from layouts.issue.text import Mark, MarkKind, Text
from layouts.page.hit import band
from layouts.page.item import Line
from layouts.page.note_links import sign_of
from layouts.page.page import Edition, Page

LAYOUTS = ("jianbao-a4", "neikan-a4-2col", "neikan-a4-3col")

SHORT, LONG = (3, 20, 40), (3, 60, 200, 900)
"""How many characters notes have at most."""

some = settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)

catalogue = Catalogue()
"""One for all examples: faces are read-only."""

PLACES = (PhotoPlace.TOP, PhotoPlace.FOOT, PhotoPlace.PAGE, PhotoPlace.SPREAD)


class Noting:
    """Puts notes of these sizes on words of an issue, captions and cells among them, and turns
    tables and sends photos to pages of their own.
    """

    def __init__(self, luck: random.Random, sizes: tuple[int, ...]) -> None:
        self._luck = luck
        self._sizes = sizes

    def issue(self, issue: Issue) -> Issue:
        sections = tuple(
            replace(section, articles=tuple(map(self._article, section.articles)))
            for section in issue.sections
        )
        return replace(issue, sections=sections)

    def _text(self, text: Text, share: float) -> Text:
        if not text.string or self._luck.random() > share:
            return text
        marks = list(text.marks)
        for _ in range(self._luck.choice((1, 1, 2))):
            end = self._luck.randrange(1, len(text.string) + 1)
            size = self._luck.randrange(1, self._luck.choice(self._sizes))
            words = "".join(self._luck.choices(HAN, k=size))
            marks.append(Mark(self._luck.randrange(end), end, MarkKind.NOTE, words))
        return Text(text.string, tuple(marks))

    def _article(self, article: Article) -> Article:
        return replace(
            article,
            title=self._text(article.title, 0.3),
            blocks=tuple(map(self._block, article.blocks)),
            byline=article.byline and self._text(article.byline, 0.2),
        )

    def _block(self, block: Block) -> Block:
        if isinstance(block, Paragraph | Subheading | PullQuote):
            return replace(block, text=self._text(block.text, 0.3))
        if isinstance(block, Note | Sidebar):
            words = tuple(self._text(text, 0.5) for text in block.paragraphs)
            return replace(block, paragraphs=words)
        if isinstance(block, Table):
            return self._table(block)
        return self._photo(block) if isinstance(block, Photo) else block

    def _photo(self, photo: Photo) -> Photo:
        caption = photo.caption if photo.caption.string else Text("书房开放当日")
        place = self._luck.choice(PLACES) if self._luck.random() < 0.3 else photo.place
        return replace(photo, caption=self._text(caption, 0.7), place=place)

    def _table(self, table: Table) -> Table:
        rows = tuple(tuple(self._text(cell, 0.05) for cell in row) for row in table.rows)
        made = replace(
            table,
            rows=rows,
            caption=table.caption and self._text(table.caption, 0.5),
            notes=tuple(self._text(text, 0.5) for text in table.notes),
            data_source=table.data_source and self._text(table.data_source, 0.5),
        )
        if self._luck.random() < 0.3:
            return replace(made, turned=True, place=PhotoPlace.TEXT, across=1)
        return made


def at_foot(name: str, issue: Issue) -> Layout:
    layout = load_layout(name, issue.settings)
    return replace(layout, notes=replace(layout.notes, place="page"))


def elsewhere(edition: Edition) -> list[tuple[Page, Line]]:
    """The lines with signs of notes that begin on another page; a table's header is repeated on
    others with its signs.
    """
    found: list[tuple[Page, Line]] = []
    known: set[tuple[object, ...]] = set()
    for page in edition.pages:
        begun = {
            (line.article, sign_of(line.text))
            for line in page.lines
            if line.role == "endnote" and line.start == 0
        }
        for line in page.lines:
            key = line.article, line.paragraph, line.part, line.role, line.start
            signs = [line.text[put.start : put.end] for put in line.puts if put.note]
            is_again = line.role == "table" and key in known
            known.add(key)
            if not is_again and any((line.article, sign) not in begun for sign in signs):
                found.append((page, line))
    return found


def has_no_room(page: Page, line: Line, layout: Layout) -> bool:
    """Whether under what stands in the column of a line too little is left for another note: a
    float or box reaches into the quarter that notes of one have at most, or notes fill that.
    """
    grid = layout.grid
    least = grid.top + (1 - MOST_BESIDE) * grid.area_height
    middle = line.x + line.width / 2

    def here(left: float, width: float) -> bool:
        return abs(left + width / 2 - middle) < grid.column_width

    areas = [(one.x, one.width, one.y + one.height) for one in (*page.pictures, *page.boxes)]
    reach = max((foot for left, width, foot in areas if here(left, width)), default=0.0)
    own = [band(one).bottom for one in page.lines if one.role == line.role]
    boxed = line.role.startswith(("box", "pull-quote")) and max(own) > least
    notes = [
        band(one).top for one in page.lines if one.role == "endnote" and here(one.x, one.width)
    ]
    filled = min(notes, default=math.inf) < least + 2 * grid.leading
    return reach > least or boxed or filled


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("sizes", [SHORT, LONG])
def test_every_note_begins_on_the_page_of_its_sign(name: str, sizes: tuple[int, ...]) -> None:
    @some
    @given(issues(), st.randoms(use_true_random=True))
    def check(issue: Issue, luck: random.Random) -> None:
        issue = Noting(luck, sizes).issue(issue)
        layout = at_foot(name, issue)
        edition = compose(issue, layout, catalogue)
        assert_printed(edition, catalogue)
        away = [
            (page.number, line.role, line.text)
            for page, line in elsewhere(edition)
            if page.turned or not has_no_room(page, line, layout)
        ]
        assert away == []

    check()
