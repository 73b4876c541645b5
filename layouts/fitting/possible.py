"""What could be changed of an issue, rung by rung: only what shows no more than what stands there
already.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from layouts.fitting.change import Rung, cut_short
from layouts.fitting.trial import Trial, piece_of, placed_of, runs_of_pieces
from layouts.flow.floats import PlacedFloat
from layouts.flow.photos import PhotoBlock
from layouts.flow.pieces import TextPiece
from layouts.flow.placed import Placed, PlacedHeading, PlacedLine
from layouts.geometry import EPSILON
from layouts.house.layout import FitDesign, Layout
from layouts.house.locks import locked
from layouts.issue.article import Article, ArticleKind, Block
from layouts.issue.issue import Issue
from layouts.issue.photo import NO_BLEED, PhotoPlace, Side
from layouts.issue.places import Place, articles
from layouts.text.breaking import break_again
from layouts.text.classes import NEWLINE
from layouts.text.copyfit import cost_of, recast
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared

RUNGS = {rung: k for k, rung in enumerate(Rung)}
"""The place of each rung on the ladder."""


class Possible(Struct, frozen=True):
    """One change that could be made: an `amount` of a rung for what has this id, which brings about
    so many `rows`; both with a sign.

    `cost` orders those of one rung, the least first. `run` is the run of pages it stands in,
    `article` the number of its article, `page` that page (from 1), `text` what it is of, in words.
    What changes alike with it has the `ids`, its own among them; empty where it is alone.
    """

    rung: Rung
    id: str
    amount: int
    cost: float
    run: int
    article: int
    place: Place
    page: int
    text: str
    ids: tuple[str, ...] = ()

    @property
    def all_ids(self) -> tuple[str, ...]:
        """The ids of all that changes."""
        return self.ids or (self.id,)

    @property
    def rows(self) -> int:
        """About so many rows it brings (+) or saves (−)."""
        return self.amount * len(self.all_ids)

    @property
    def is_more(self) -> bool:
        """Whether it brings rows; else it saves them."""
        return self.amount > 0


class _OnPage(NamedTuple):
    """Something on a page: in which run, on which page (from 1), in which article."""

    item: Placed
    run: int
    page: int


class PlainParagraph(NamedTuple):
    """A paragraph as it came to stand: its lines, the place of its block and the block's id."""

    prepared: Prepared
    lines: list[Broken]
    id: str
    place: Place
    run: int
    article: int
    page: int

    def possible(self, rung: Rung, amount: int, cost: float) -> Possible:
        """A change of it."""
        text = cut_short(self.prepared.string)
        return Possible(
            rung, self.id, amount, cost, self.run, self.article, self.place, self.page, text
        )


def possibles(issue: Issue, trial: Trial) -> list[Possible]:
    """All that could be changed of an issue as a trial without a layer set it, by rungs, the least
    first.
    """
    design, layout = trial.layout.fit, trial.layout
    known = list(articles(issue))
    found: list[Possible] = []
    for seen in _all_seen(trial):
        item = seen.item
        if isinstance(item, PlacedHeading):
            found += _of_heading(item, seen, issue, known, design)
        elif isinstance(item, PlacedFloat) and not locked(layout.locks, "photo", "style"):
            block = item.block
            found += _of_photo(block, seen, known, layout) if isinstance(block, PhotoBlock) else ()
    found += _of_run_ins(trial, known, design)
    found += _of_subheadings(trial, known, design)
    if design.lines:
        for paragraph in paragraphs(issue, trial):
            found += _of_paragraph(paragraph)
    return sorted(found, key=lambda one: (RUNGS[one.rung], one.cost, one.page, one.id))


def paragraphs(issue: Issue, trial: Trial) -> Iterator[PlainParagraph]:
    """The paragraphs of a trial in reading order, but for those in which an editor ended a line,
    and verse, names and whatever else stands as it is.
    """
    known = list(articles(issue))
    lines: dict[int, list[_OnPage]] = {}
    for seen in _all_seen(trial):
        if isinstance(seen.item, PlacedLine) and seen.item.piece.origin.role == "body":
            lines.setdefault(id(seen.item.piece), []).append(seen)
    for own in lines.values():
        first = own[0].item
        if not isinstance(first, PlacedLine) or NEWLINE in first.piece.prepared.letters:
            continue
        if first.piece.whole:
            continue
        number, index = first.piece.origin.article, first.piece.origin.paragraph
        if number is None or index is None:
            continue
        place, article = known[number]
        yield PlainParagraph(
            first.piece.prepared,
            [one.item.broken for one in own if isinstance(one.item, PlacedLine)],
            article.blocks[index].id,
            place._replace(block=index),
            own[0].run,
            number,
            own[0].page,
        )


def idle_paragraphs(issue: Issue, trial: Trial) -> set[str]:
    """The ids of the paragraphs that are to be a line shorter or longer and are not: where they
    came to stand, beside a photo, that would have shown.
    """
    return {
        paragraph.id
        for paragraph in paragraphs(issue, trial)
        if trial.fitting.lines.get(paragraph.id)
        and len(_by_itself(paragraph)) == len(paragraph.lines)
    }


def _by_itself(paragraph: PlainParagraph) -> list[Broken]:
    """A paragraph where it stands as it breaks by itself."""
    widths = [line.width for line in paragraph.lines]

    def measure(k: int) -> float:
        # further lines have slots under the last, most likely as wide as that
        return widths[min(k, len(widths) - 1)]

    return break_again(paragraph.prepared, measure, 0)


def _all_seen(trial: Trial) -> Iterator[_OnPage]:
    runs = runs_of_pieces(trial)
    run = 0
    for page, item in placed_of(entry.stretch for entry in trial.strung):
        run = max(run, runs.get(id(piece_of(item)), run))
        yield _OnPage(item, run, trial.front + page + 1)


Known = list[tuple[Place, Article]]
"""The articles of an issue with their places, by number."""


def _of_paragraph(paragraph: PlainParagraph) -> Iterator[Possible]:
    """A paragraph a line shorter or longer."""
    prepared, lines = paragraph.prepared, paragraph.lines
    usual = cost_of(prepared, lines)
    # a line more has the slot under the last, most likely as wide as that
    widths = [*(line.width for line in lines), lines[-1].width]
    for more in (-1, 1):
        cast = recast(prepared, widths.__getitem__, lines, more)
        if cast is not None:
            yield paragraph.possible(Rung.LINES, more, max(0.0, cast.cost - usual))


def _of_heading(
    item: PlacedHeading, seen: _OnPage, issue: Issue, known: Known, design: FitDesign
) -> Iterator[Possible]:
    """Rows round a heading, and before an article; at the head of a column none of them count."""
    piece = item.piece
    if item.rows < piece.rows or item.row == 0:
        return
    origin = piece.origin
    if origin.role == "headline" and origin.article is not None:
        place, article = known[origin.article]
        name, text, number = article.id, article.title.string, origin.article
        if article.kind is ArticleKind.HEADLINE:
            gaps = range(-min(design.gaps, piece.gap_rows), design.gaps + 1)
            yield from _by(Rung.GAPS, gaps, name, seen, number, place, text)
    elif origin.role == "section":
        place = Place(origin.part)
        section = issue.sections[origin.part]
        name, text = section.id, section.name
        number = next(
            (k for k, (at, _) in enumerate(known) if at.section == origin.part), len(known)
        )
    else:
        return
    least = -min(design.headings, piece.rows - piece.rows_at_top)
    amounts = range(least, design.headings + 1)
    yield from _by(Rung.HEADINGS, amounts, name, seen, number, place, text)


def _of_subheadings(trial: Trial, known: Known, design: FitDesign) -> Iterator[Possible]:
    """The space round the sub-headings of an article: all of them alike, as a reader sees them one
    under the other.
    """
    found: dict[int, list[tuple[TextPiece, _OnPage]]] = {}
    for seen in _all_seen(trial):
        item = seen.item
        if isinstance(item, PlacedLine) and item.first and item.piece.keep_next:
            number = item.piece.origin.article
            if number is not None and sum(item.piece.air):
                found.setdefault(number, []).append((item.piece, seen))
    for number, several in found.items():
        place, article = known[number]
        indices = [piece.origin.paragraph or 0 for piece, _ in several]
        piece, seen = several[0]
        there, text = place._replace(block=indices[0]), cut_short(piece.prepared.string)
        ids = tuple(article.blocks[index].id for index in indices)
        amounts = range(-min(design.headings, round(sum(piece.air))), design.headings + 1)
        for one in _by(Rung.HEADINGS, amounts, ids[0], seen, number, there, text):
            yield replace(one, ids=ids)


def _of_run_ins(trial: Trial, known: Known, design: FitDesign) -> Iterator[Possible]:
    """Rows before a run-in article; at the head of a column none of them count."""
    for seen in _all_seen(trial):
        item = seen.item
        if not isinstance(item, PlacedLine) or not item.first or not item.row:
            continue
        piece, number = item.piece, item.piece.origin.article
        if number is None or not piece.gap_rows:
            continue
        place, article = known[number]
        amounts = range(-min(design.gaps, piece.gap_rows), design.gaps + 1)
        text = cut_short(piece.prepared.string)
        yield from _by(Rung.GAPS, amounts, article.id, seen, number, place, text)


def _by(
    rung: Rung, amounts: range, name: str, seen: _OnPage, number: int, place: Place, text: str
) -> Iterator[Possible]:
    """The one step of a heading or gap in each direction that is open; those at the end of an issue
    first, so that what changes stands together.
    """
    for amount in (-1, 1):
        if amount in amounts:
            yield Possible(rung, name, amount, -seen.page, seen.run, number, place, seen.page, text)


def _of_photo(block: PhotoBlock, seen: _OnPage, known: Known, layout: Layout) -> Iterator[Possible]:
    """A photo a row lower or higher."""
    place, article = known[block.article]
    photo: Block = article.blocks[block.paragraph]
    for more in (-1, 1):
        if _may_be(block, more, layout):
            yield Possible(
                Rung.PHOTOS,
                photo.id,
                more,
                layout.grid.leading / block.height,
                seen.run,
                block.article,
                place._replace(block=block.paragraph),
                seen.page,
                cut_short(block.photo.caption.string) or block.photo.path.rpartition("/")[2],
            )


def _may_be(block: PhotoBlock, more: int, layout: Layout) -> bool:
    """Whether a photo may be so much higher, and stands as it did."""
    grid, design = layout.grid, layout.fit
    step = more * grid.leading
    photo = block.photo
    if photo.row or photo.place is not PhotoPlace.TEXT or photo.bleed != NO_BLEED:
        return False
    if abs(step) > design.photos * block.height + EPSILON:
        return False
    # one over the whole column stays so wide, and its crop gives; a strip has no row to give
    if block.width >= grid.column_width - EPSILON:
        rows = (block.height - grid.ascent) / grid.leading
        return abs(rows - round(rows)) < EPSILON
    width = block.width * (1 + step / block.height)
    if width > grid.column_width + EPSILON:
        return False
    if block.side is Side.NONE:
        return True
    beside = math.floor((grid.column_width - width - block.clearance.left) / grid.size + EPSILON)
    return beside >= layout.photo.min_slot
