"""Articles cut into pieces: what of each block stands on the grid, in reading order."""

from __future__ import annotations

import math
from itertools import pairwise

from layouts.flow.across import columns_across
from layouts.flow.article_tasks import ArticleTask
from layouts.flow.cutter import Cutter
from layouts.flow.heading_place import settle
from layouts.flow.headings import pad, section_heading
from layouts.flow.levelling import BEFORE_BREAKS
from layouts.flow.photos import Sizes, photo_block
from layouts.flow.pieces import (
    ApartPiece,
    Band,
    BoxPiece,
    BreakPiece,
    Group,
    HeadingPiece,
    Piece,
    RulePiece,
    SolidPiece,
    TablePiece,
    TextPiece,
)
from layouts.flow.pull_quote import ROLE, pull_quote_block
from layouts.flow.setting import Origin, Setter
from layouts.geometry import EPSILON
from layouts.house.text_style import Levelling
from layouts.issue.article import (
    ArticleKind,
    Divider,
    Note,
    PageBreak,
    Paragraph,
    PullQuote,
    Subheading,
    Table,
)
from layouts.issue.blocks import BlockTable
from layouts.issue.form import PLAIN
from layouts.issue.note_label import labelled
from layouts.issue.photo import Photo, PhotoPlace, Side
from layouts.issue.sidebar import Sidebar


def outline(task: ArticleTask, setter: Setter, sizes: Sizes) -> Group:
    """The pieces of one article, its section's heading before the first."""
    setter = setter.in_columns(task.columns, boxed=task.article.boxed)
    head: list[Piece] = [BreakPiece(closes=True)] if task.break_before else []
    across = columns_across(task.article, setter.layout, beside_list=task.beside_list)
    if task.opens and task.name:
        piece = section_heading(
            task.section,
            task.name,
            setter,
            Origin("section", None, None, task.source, task.section),
            setter.layout.grid.columns if task.turns else across,
        )
        pad(piece, task.fitting, task.section_id)
        head.append(piece)
    return _article(task, setter, sizes, head, across)


def _article(
    task: ArticleTask, setter: Setter, sizes: Sizes, head: list[Piece], across: int
) -> Group:
    article = task.article
    cutter = Cutter(task.number, setter, sizes, list(head), task.fitting, article.blocks)
    if (
        article.break_before
        and task.follows
        # the section that the article opens may break the page already
        and not any(isinstance(piece, BreakPiece) for piece in head)
    ):
        cutter.pieces.insert(0, BreakPiece(closes=True))
    rules = setter.layout.article_rule > 0 and across <= 1
    if rules and task.follows and not task.opens and not cutter.pieces:
        cutter.pieces.append(_dividing_rule(0.5 if article.title.string else 0.0))
    if article.kind is ArticleKind.HEADLINE:
        cutter.title(article, across)
    for index, block in enumerate(article.blocks):
        CUT(block, cutter, index)
    cutter.end(article)
    if article.kind is ArticleKind.RUN_IN and task.follows and not task.opens:
        _part_run_in(cutter.pieces, setter, task.fitting.gaps.get(article.id, 0))
    _settle_section(cutter.pieces, setter)
    spreads = any(block.facing is not None for block in cutter.apart)
    return Group(
        cutter.pieces,
        article.keep_together,
        cutter.anchor,
        bool(cutter.apart),
        spreads,
        task.closes,
        cutter.notes if cutter.noted.at_foot else [],
        _band(task, across, setter),
        task.columns,
        task.article.boxed,
    )


def _band(task: ArticleTask, across: int, setter: Setter) -> Band | None:
    """The band that begins with an article, where one does: a headline across columns, or columns
    that end level before it.
    """
    article, level = task.article, setter.layout.balance
    begins = across > 1 or task.turns
    if not begins and task.follows and setter.layout.grid.columns > 1:
        breaks = task.break_before or article.break_before
        titled = article.kind is ArticleKind.HEADLINE and bool(article.title.string)
        begins = (
            (breaks and level in BEFORE_BREAKS)
            or (task.opens and level in {Levelling.SECTION, Levelling.ARTICLE})
            or (titled and level is Levelling.ARTICLE)
        )
    return Band(setter.layout.grid.columns if task.turns else across) if begins else None


def _part_run_in(pieces: list[Piece], setter: Setter, more: int) -> None:
    """Keep a run-in article apart from the one before it, which has no headline to do so; by so
    many rows more than it is by itself.
    """
    first = next((piece for piece in pieces if not isinstance(piece, ApartPiece)), None)
    if isinstance(first, TextPiece):
        grid = setter.layout.grid
        usual = math.ceil(setter.layout.run_in_gap / grid.leading - EPSILON)
        first.gap_rows = max(0, usual + more)


def _settle_section(pieces: list[Piece], setter: Setter) -> None:
    """Stand the heading of the section that an article opens as near to what follows as all are."""
    for piece, follower in pairwise(pieces[:3]):
        if isinstance(piece, HeadingPiece) and piece.origin.role == "section":
            settle(piece, follower if isinstance(follower, HeadingPiece) else None, setter.layout)


def _paragraph(block: Paragraph, cutter: Cutter, index: int) -> None:
    origin = Origin("body", cutter.number, index, block.source)
    more = cutter.fitting.lines.get(block.id, 0)
    if block.form != PLAIN and cutter.formed(block, index, origin, more):
        return
    cutter.text(block.text, "body", origin, beside=True, more=more)


def _subheading(block: Subheading, cutter: Cutter, index: int) -> None:
    role = f"subheading-{block.level}"
    cutter.text(block.text, role, Origin(role, cutter.number, index, block.source), keep_next=True)
    style, piece = cutter.setter.style(role), cutter.pieces[-1]
    if not isinstance(piece, TextPiece):
        return
    layout = cutter.setter.layout
    if len(piece.lines) > 1:
        # balanced, and broken between words
        measure = layout.grid.column_width / style.size - piece.indent
        piece.lines = cutter.setter.heading(piece.prepared, measure, style.max_lines)
    if style.before + style.after:
        # in no leading that fitting gives the body it takes a row more than in its own
        leading = max(layout.own_leading, layout.grid.leading)
        usual = math.ceil((style.before + style.after) / leading - EPSILON)
        rows = max(0, usual + cutter.fitting.headings.get(block.id, 0))
        above = rows * style.before / (style.before + style.after)
        piece.air = above, rows - above


def _pull_quote(block: PullQuote, cutter: Cutter, index: int) -> None:
    origin = Origin(ROLE, cutter.number, index, block.source)
    counted = len(cutter.noted.texts)
    text, setter = cutter.noted.numbered(block.text), cutter.setter
    if block.side is Side.NONE and not block.between and block.place is PhotoPlace.TEXT:
        cutter.floats_alone()
        cutter.pieces.append(SolidPiece(pull_quote_block(text, setter, origin)))
        return
    from layouts.flow.text_floats import ApartBox, PullQuoteBlock, set_quote

    made = set_quote(block, text, setter, origin)
    if isinstance(made, ApartBox):
        cutter.leave_room(made, counted, block.source)
        cutter.send(made)
    elif isinstance(made, PullQuoteBlock):
        cutter.floats_alone()
        cutter.pieces.append(SolidPiece(made))
    else:
        cutter.waiting.append(made)


def _note(block: Note, cutter: Cutter, index: int) -> None:
    cutter.floats_alone()
    inset, last = cutter.setter.layout.note.inset, len(block.paragraphs) - 1
    for part, text in enumerate(block.paragraphs):
        origin = Origin("note", cutter.number, index, block.source, part)
        cutter.text(text if part else labelled(text), "note", origin, inset=inset)
        piece = cutter.pieces[-1]
        if isinstance(piece, TextPiece):
            piece.air = NOTE_AIR * (not part), NOTE_AIR * (part == last)


def _sidebar(block: Sidebar, cutter: Cutter, index: int) -> None:
    from layouts.flow.text_floats import ApartBox, SidebarBlock, set_box

    counted = len(cutter.noted.texts)
    texts = [cutter.noted.numbered(text) for text in block.paragraphs]
    notes = cutter.notes_apart(counted, block.source)
    below = notes.rows_in_column() if notes else 0
    made = set_box(block, texts, cutter.number, index, cutter.setter, below)
    if isinstance(made, ApartBox):
        cutter.leave_room(made, counted, block.source)
        cutter.send(made)
    elif isinstance(made, SidebarBlock):
        cutter.waiting.append(made)
    else:
        cutter.floats_alone()
        cutter.pieces.append(BoxPiece(made))


def _table(block: Table, cutter: Cutter, index: int) -> None:
    # loaded with the first: an issue without one is composed sooner
    from layouts.flow.tables import table_block

    origin = Origin("table", cutter.number, index, block.source)
    counted = len(cutter.noted.texts)
    made = table_block(block, cutter.setter, cutter.number, index, cutter.noted)
    if made.across or made.turned or block.place is not PhotoPlace.TEXT:
        from layouts.flow.apart_tables import apart_table

        for part in apart_table(
            made, block.place, cutter.setter, cutter.notes_apart(counted, block.source)
        ):
            cutter.send(part)
        return
    cutter.floats_alone()
    cutter.pieces.append(TablePiece(made, origin))


def _photo(block: Photo, cutter: Cutter, index: int) -> None:
    if block.row and _row(cutter, index):
        return
    size = cutter.sizes[block]
    if block.place is not PhotoPlace.TEXT:
        # loaded with the first: an issue without one is composed sooner
        from layouts.flow.apart_photos import apart_photo

        counted = len(cutter.noted.texts)
        photo = cutter.signed(block)
        notes = cutter.notes_apart(counted, block.source)
        cutter.send(apart_photo(photo, size, cutter.number, index, cutter.setter, notes))
        return
    more, counted = cutter.fitting.photos.get(block.id, 0), len(cutter.noted.texts)
    photo = cutter.signed(block)
    notes = cutter.notes_apart(counted, block.source)
    below = notes.rows_in_column() if notes else 0
    made = photo_block(photo, size, cutter.number, index, cutter.setter, more, below)
    cutter.waiting.append(made)


def _row(cutter: Cutter, index: int) -> bool:
    """The photos of a row (并排) as one float, at the first of them; False where the photo at
    `index` stands in none.
    """
    # loaded with the first row: an issue without one is composed sooner
    from layouts.flow.photo_rows import RowMember, RowRoom, photo_row
    from layouts.issue.photo_rows import row_at

    row = row_at(cutter.blocks, index)
    if len(row) > 1 and index == row.start:
        counted = len(cutter.noted.texts)
        photos = [(block, k) for k in row if isinstance(block := cutter.blocks[k], Photo)]
        members = [RowMember(cutter.signed(photo), cutter.sizes[photo], k) for photo, k in photos]
        notes = cutter.notes_apart(counted, photos[0][0].source)
        if photos[0][0].place is PhotoPlace.TEXT:
            grid = cutter.setter.layout.grid
            below = notes.rows_in_column() if notes else 0
            room = RowRoom(grid.column_width, grid.rows - below)
            cutter.waiting.append(photo_row(members, cutter.number, cutter.setter, room))
        else:
            from layouts.flow.apart_rows import apart_row

            apart = apart_row(members, cutter.number, cutter.setter, notes)
            cutter.sent.append(apart)
            cutter.apart.append(apart)
    return len(row) > 1


def _page_break(block: PageBreak, cutter: Cutter, index: int) -> None:
    del block, index
    cutter.floats_alone()
    cutter.pieces.append(BreakPiece())


def _divider(block: Divider, cutter: Cutter, index: int) -> None:
    del block, index
    cutter.floats_alone()
    cutter.pieces.append(_dividing_rule(0.0))


def _dividing_rule(drop: float) -> RulePiece:
    # loaded with the first
    from layouts.flow.dividing_rule import DividingRule

    return RulePiece(DividingRule(drop))


CUT: BlockTable[[Cutter, int], None] = BlockTable(
    {
        Paragraph: _paragraph,
        Subheading: _subheading,
        PullQuote: _pull_quote,
        Note: _note,
        Sidebar: _sidebar,
        Table: _table,
        Photo: _photo,
        PageBreak: _page_break,
        Divider: _divider,
    }
)
"""How each kind of block is cut into pieces."""

NOTE_AIR = 0.5
"""Rows that part an editor's note from the text above and below it (second-look.md, Pages 7)."""
