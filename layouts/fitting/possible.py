"""What could be changed of an issue, rung by rung: only what shows no more than what stands there
already.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from layouts.fitting.change import Rung
from layouts.fitting.trial import Trial, piece_of, placed_of, runs_of_pieces
from layouts.flow.photos import PhotoBlock, PlacedPhoto
from layouts.flow.pieces import TextPiece
from layouts.flow.placed import Placed, PlacedHeading, PlacedLine
from layouts.geometry import EPSILON
from layouts.house.layout import FitDesign, Layout
from layouts.house.locks import locked
from layouts.issue.article import Article, ArticleKind, Block
from layouts.issue.issue import Issue
from layouts.issue.photo import Side
from layouts.issue.places import Place, articles
from layouts.text.classes import NEWLINE
from layouts.text.copyfit import cost_of, recast


class Possible(Struct, frozen=True):
    """One change that could be made: an `amount` of a rung for what has this id, which brings about
    so many `rows`; both with a sign.

    `cost` orders those of one rung, the least first. `run` is the run of pages it stands in,
    `article` the number of its article, `page` that page (from 1), `text` what it is of, in words.
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

    @property
    def is_more(self) -> bool:
        """Whether it brings rows; else it saves them."""
        return self.amount > 0


class _Seen(NamedTuple):
    """Something on a page: in which run, on which page (from 1), in which article."""

    item: Placed
    run: int
    page: int


def possibles(issue: Issue, trial: Trial) -> list[Possible]:
    """All that could be changed of an issue as a trial without a layer set it, by rungs, the least
    first.
    """
    design, layout = trial.layout.fit, trial.layout
    known = list(articles(issue))
    found: list[Possible] = []
    lines: dict[int, tuple[TextPiece, list[_Seen]]] = {}
    for seen in _all_seen(trial):
        item = seen.item
        if isinstance(item, PlacedLine):
            lines.setdefault(id(item.piece), (item.piece, []))[1].append(seen)
        elif isinstance(item, PlacedHeading):
            found += _of_heading(item, seen, issue, known, design)
        elif isinstance(item, PlacedPhoto) and not locked(layout.locks, "photo", "style"):
            found += _of_photo(item.block, seen, known, layout)
    if design.lines:
        for piece, own in lines.values():
            found += _of_paragraph(piece, own, known)
    order = {rung: k for k, rung in enumerate(Rung)}
    return sorted(found, key=lambda one: (order[one.rung], one.cost, one.page, one.id))


def _all_seen(trial: Trial) -> Iterator[_Seen]:
    runs = runs_of_pieces(trial)
    run = 0
    for page, item in placed_of(entry.stretch for entry in trial.strung):
        run = max(run, runs.get(id(piece_of(item)), run))
        yield _Seen(item, run, trial.front + page + 1)


Known = list[tuple[Place, Article]]
"""The articles of an issue with their places, by number."""


def _of_paragraph(piece: TextPiece, seen: list[_Seen], known: Known) -> Iterator[Possible]:
    """A paragraph a line shorter or longer."""
    first, number, index = seen[0], piece.origin.article, piece.origin.paragraph
    if piece.origin.role != "body" or number is None or index is None:
        return
    if len(seen) == 1 or NEWLINE in piece.prepared.letters:
        return
    place, article = known[number]
    lines = [one.item.broken for one in seen if isinstance(one.item, PlacedLine)]
    usual = cost_of(piece.prepared, lines)
    for more in (-1, 1):
        # a line more has the slot under the last, most likely as wide as that
        cast = recast(piece.prepared, lambda k: lines[min(k, len(lines) - 1)].width, lines, more)
        if cast is not None:
            yield Possible(
                Rung.LINES,
                article.blocks[index].id,
                more,
                max(0.0, cast.cost - usual),
                first.run,
                number,
                place._replace(block=index),
                first.page,
                piece.prepared.string[:NAMED],
            )


NAMED = 8
"""Characters that a paragraph is told by."""


def _of_heading(
    item: PlacedHeading, seen: _Seen, issue: Issue, known: Known, design: FitDesign
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


def _by(
    rung: Rung, amounts: range, name: str, seen: _Seen, number: int, place: Place, text: str
) -> Iterator[Possible]:
    """The one step of a heading or gap in each direction that is open; those at the end of an issue
    first, so that what changes stands together.
    """
    for amount in (-1, 1):
        if amount in amounts:
            yield Possible(rung, name, amount, -seen.page, seen.run, number, place, seen.page, text)


def _of_photo(block: PhotoBlock, seen: _Seen, known: Known, layout: Layout) -> Iterator[Possible]:
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
                block.photo.caption[:NAMED] or block.photo.path.rpartition("/")[2],
            )


def _may_be(block: PhotoBlock, more: int, layout: Layout) -> bool:
    """Whether a photo may be so much higher, and stands as it did."""
    grid, design = layout.grid, layout.fit
    step = more * grid.leading
    if block.photo.row or abs(step) > design.photos * block.height + EPSILON:
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
    beside = math.floor((grid.column_width - width - block.standoff) / grid.size + EPSILON)
    return beside >= layout.photo.min_slot
