"""Every kind of edit at places that hypothesis draws: functions from its data and an issue to the
issue after it.
"""

from __future__ import annotations

from edited_issues import note, text_places
from hypothesis import strategies as st

from layouts.issue import edits
from layouts.issue.article import ArticleKind
from layouts.issue.edits import table_looks, tables
from layouts.issue.photo import PhotoPlace, Side
from layouts.issue.places import Place, text_at
from layouts.issue.tables import ALIGNMENTS
from layouts.issue.text import MarkKind


def position(data, of):
    """A place in the text and an offset there; None where no article is."""
    places = [place for place in text_places(of) if place.article is not None]
    if not places:
        return None
    place = data.draw(st.sampled_from(places))
    return place, data.draw(st.integers(0, len(text_at(of, place).string)))


def acting(act):
    """An edit at a position drawn; nothing where there is none, or where such an edit is
    refused.
    """

    def done(data, of):
        found = position(data, of)
        if found is None:
            return of
        try:
            return act(data, of, found)
        except LookupError:
            return of

    return done


def typed(data):
    return data.draw(st.text("甲乙的一在。a \n", max_size=4))


def retyped(data, of, found):
    """A title, a cell or another text typed anew in a field, with some of its characters left."""
    string = text_at(of, found[0]).string
    kept = data.draw(st.lists(st.booleans(), min_size=len(string), max_size=len(string)))
    new = "".join(
        character if keep else typed(data) for character, keep in zip(string, kept, strict=True)
    )
    return edits.set_text(of, found[0], new).issue


def moved(data, of, found):
    to = data.draw(st.integers(0, len(of.sections) - 1))
    return edits.move_articles(of, [found[0].of_article], Place(to)).issue


def moved_section(data, of, _found):
    section, to = (data.draw(st.integers(0, len(of.sections) - 1)) for _ in range(2))
    return edits.move_section(of, Place(section), to).issue


def merged_section(data, of, _found):
    section = data.draw(st.integers(0, len(of.sections) - 1))
    return edits.merge_section(of, Place(section)).issue if section else of


def moved_photo(data, of, found):
    side, line = data.draw(st.sampled_from(Side)), data.draw(st.integers(0, 3))
    to, _ = position(data, of)
    return edits.move_photo(of, found[0], to.of_article, max(to.block or 0, 0), line, side).issue


def pasted_again(data, of, found):
    """Copied and put in elsewhere as well."""
    pieces = edits.copied(of, found, position(data, of))
    return edits.paste_blocks(of, *position(data, of), pieces).issue


def dragged(data, of, found):
    """Dragged with Ctrl; without it what is dragged has another id there, as if cut and pasted."""
    return edits.copy_text(of, found, position(data, of), position(data, of)).issue


def replaced(data, of, found):
    string = text_at(of, found[0]).string
    return edits.replace_all(of, string[found[1] : found[1] + 1] or "甲", typed(data)).issue


ACTS = {
    "type": acting(lambda data, of, found: edits.insert_text(of, *found, typed(data)).issue),
    "paste lines": acting(lambda data, of, found: edits.paste_text(of, *found, typed(data)).issue),
    "delete": acting(
        lambda data, of, found: edits.delete_range(of, found, position(data, of)).issue
    ),
    "break the page": acting(lambda _data, of, found: edits.break_page(of, *found).issue),
    "drag text": acting(dragged),
    "split": acting(lambda data, of, found: edits.split_paragraph(of, *found).issue),
    "join back": acting(lambda data, of, found: edits.join_with_previous(of, found[0]).issue),
    "join forward": acting(lambda data, of, found: edits.join_with_next(of, found[0]).issue),
    "level": acting(
        lambda data, of, found: (
            edits.set_level(of, found[0], data.draw(st.sampled_from((None, 1, 2)))).issue
        )
    ),
    "kind": acting(
        lambda data, of, found: (
            edits.set_kind(of, found[0].of_article, data.draw(st.sampled_from(ArticleKind))).issue
        )
    ),
    "mark": acting(
        lambda data, of, found: (
            edits.toggle_mark(
                of, found, position(data, of), data.draw(st.sampled_from(MERGING))
            ).issue
        )
    ),
    "retype": acting(retyped),
    "replace": acting(replaced),
    "remove": acting(lambda _data, of, found: edits.remove_article(of, found[0]).issue),
    "duplicate": acting(lambda _data, of, found: edits.duplicate(of, found[0]).issue),
    "put in a note": acting(
        lambda _data, of, found: edits.insert_block(of, found[0], note("按语")).issue
    ),
    "pull quote": acting(
        lambda data, of, found: edits.pull_quote(of, found, position(data, of)).issue
    ),
    "set apart as a note": acting(
        lambda data, of, found: edits.set_note(of, found, position(data, of)).issue
    ),
    "take a note back": acting(lambda _data, of, found: edits.clear_note(of, *found).issue),
    "set apart as a box": acting(
        lambda data, of, found: edits.set_box(of, found, position(data, of)).issue
    ),
    "take a box back": acting(lambda _data, of, found: edits.clear_box(of, *found).issue),
    "title of a box": acting(
        lambda data, of, found: edits.set_titled(of, found[0], data.draw(st.booleans())).issue
    ),
    "add a row": acting(
        lambda data, of, found: tables.add_row(of, found[0], below=data.draw(st.booleans())).issue
    ),
    "add a column": acting(
        lambda data, of, found: (
            tables.add_column(of, found[0], after=data.draw(st.booleans())).issue
        )
    ),
    "take a row out": acting(lambda _data, of, found: tables.remove_row(of, found[0]).issue),
    "take a column out": acting(lambda _data, of, found: tables.remove_column(of, found[0]).issue),
    "merge cells": acting(
        lambda data, of, found: tables.merge_cells(of, found[0], position(data, of)[0]).issue
    ),
    "split a cell": acting(lambda _data, of, found: tables.split_cell(of, found[0]).issue),
    "say what heads a table": acting(
        lambda data, of, found: (
            table_looks.set_heads(
                of, found[0], data.draw(st.integers(-1, 9)), data.draw(st.integers(-1, 9))
            ).issue
        )
    ),
    "align cells": acting(
        lambda data, of, found: (
            table_looks.align_cells(
                of, found[0], position(data, of)[0], data.draw(st.sampled_from(ALIGNMENTS))
            ).issue
        )
    ),
    "make a column wide": acting(
        lambda data, of, found: (
            table_looks.set_column_widths(
                of, found[0], {data.draw(st.integers(0, 3)): data.draw(st.floats(1, 30))}
            ).issue
        )
    ),
    "stand a table": acting(
        lambda data, of, found: (
            table_looks.set_table_place(
                of, found[0], data.draw(st.sampled_from(PhotoPlace)), data.draw(st.integers(-1, 9))
            ).issue
        )
    ),
    "turn a table": acting(
        lambda data, of, found: (
            table_looks.set_turned(of, found[0], turned=data.draw(st.booleans())).issue
        )
    ),
    "take a block out": acting(lambda _data, of, found: edits.remove_block(of, found[0]).issue),
    "move": acting(moved),
    "move section": acting(moved_section),
    "merge section": acting(merged_section),
    "move photo": acting(moved_photo),
    "another file": acting(
        lambda _data, of, found: edits.replace_photo(of, found[0], "e.jpg").issue
    ),
    "paste": acting(pasted_again),
}

MERGING = (MarkKind.BOLD, MarkKind.KAI, MarkKind.UNDERLINE, MarkKind.DOTS)
