"""What a paragraph is besides running text: made an item of a list, its level, its number."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from layouts.issue.article import Paragraph
from layouts.issue.edits.edited import Edited
from layouts.issue.edits.plain import MADE_PLAIN
from layouts.issue.edits.text import lead_place
from layouts.issue.edits.tree import block_of, with_block
from layouts.issue.form import PLAIN, ParagraphForm, sound_form
from layouts.issue.issue import Issue
from layouts.issue.places import Place
from layouts.issue.traits import Shape


def set_form(issue: Issue, places: Sequence[Place], form: ParagraphForm) -> Edited:
    """Give the paragraphs at some places a form; sub-headings and pull quotes become paragraphs.

    What is neither stays, and so does the lead of a run-in article. Only the first begins at a
    number.
    """
    form, first = sound_form(form), True
    for place in places:
        if not _takes_form(issue, place):
            continue
        paragraph = MADE_PLAIN(block_of(issue, place))[0]
        if not isinstance(paragraph, Paragraph):
            continue
        own = form if first else replace(form, start=None, goes_on=False)
        issue, first = with_block(issue, place, replace(paragraph, form=own)), False
    return Edited(issue, places[0] if places else None)


def change_forms(
    issue: Issue, places: Sequence[Place], change: Callable[[ParagraphForm], ParagraphForm]
) -> Edited:
    """Change the forms of the items at some places; all else stays."""
    for place in places:
        if not _takes_form(issue, place):
            continue
        block = block_of(issue, place)
        if isinstance(block, Paragraph) and block.form.is_item:
            form = sound_form(change(block.form))
            issue = with_block(issue, place, replace(block, form=form))
    return Edited(issue, places[0] if places else None)


def form_at(issue: Issue, place: Place) -> ParagraphForm:
    """The form of the paragraph at a place; PLAIN where there is none."""
    if place.article is None or place.block is None or place.block < 0:
        return PLAIN
    block = block_of(issue, place)
    return block.form if isinstance(block, Paragraph) else PLAIN


def _takes_form(issue: Issue, place: Place) -> bool:
    if place.article is None or place.block is None or place.block < 0:
        return False
    if place == lead_place(issue, place):
        return False
    return block_of(issue, place).trait.shape is Shape.TEXT
