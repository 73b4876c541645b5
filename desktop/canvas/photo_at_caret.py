"""A photo where the caret stands: Backspace behind it and Delete before it select it first, and
once more take it out.
"""

from __future__ import annotations

from desktop.canvas.context import Context
from desktop.canvas.where import photo_at, texts_of
from desktop.selection import TextPosition, of_article, of_text
from desktop.words import tr
from layouts.issue.edits import remove_photos
from layouts.issue.issue import Issue
from layouts.issue.parts import first_part, parts_of
from layouts.issue.photo import Photo
from layouts.issue.places import BYLINE, SUBTITLE, TITLE, Place, article_at, text_at


def photo_at_caret(issue: Issue, position: TextPosition, step: int) -> Place | None:
    """The photo right before a position (`step` −1) or right behind it (1); None where none is.

    One that stands further down beside its paragraph is not at either end of the text.
    """
    place, offset = position
    if place.article is None or place.block is None or photo_at(issue, place) is not None:
        return None
    index = _before(issue, place, offset) if step < 0 else _behind(issue, place, offset)
    blocks = article_at(issue, place).blocks
    if index is None or not 0 <= index < len(blocks):
        return None
    block = blocks[index]
    if not isinstance(block, Photo):
        return None
    beside = next((other for other in blocks[index:] if not other.trait.beside), None)
    stands_down = block.line > 0 and beside is not None and beside.trait.is_running
    return None if stands_down else place._replace(block=index, part=0)


def _before(issue: Issue, place: Place, offset: int) -> int | None:
    blocks = article_at(issue, place).blocks
    if offset > 0 or place.block in (None, TITLE, SUBTITLE):
        return None
    if place.block == BYLINE:
        return len(blocks) - 1
    return place.block - 1 if place.part == first_part(blocks[place.block]) else None


def _behind(issue: Issue, place: Place, offset: int) -> int | None:
    article = article_at(issue, place)
    if offset < len(text_at(issue, place).string) or place.block in (None, BYLINE):
        return None
    if place.block == TITLE and article.subtitle is not None:
        return None
    if place.block in (TITLE, SUBTITLE):
        return 0
    block = article.blocks[place.block]
    last = first_part(block) + len(parts_of(block)) - 1
    return place.block + 1 if place.part == last else None


def remove_selected(context: Context, step: int) -> bool:
    """Take the selected photos out; the caret goes to the text after it (`step` −1) or before it
    (1). False where no photo is selected.
    """
    session = context.session
    issue, place = session.issue, session.selection.place
    if issue is None or place is None or photo_at(issue, place) is None:
        return False
    left = remove_photos(issue, session.selection.places).issue
    position = _beside(left, place, step)
    session.do(
        tr("删除图片"),
        left,
        of_text(position) if position is not None else of_article(place.of_article),
    )
    return True


def _beside(issue: Issue, gone: Place, step: int) -> TextPosition | None:
    """The start of the text behind where a photo stood, or the end of the one before it; the other
    of the two where there is only that.
    """
    texts = [found for found in texts_of(issue, gone.of_article) if not photo_at(issue, found)]
    behind = [found for found in texts if _rank(found) >= (gone.block or 0)]
    before = [found for found in texts if found not in behind]
    if behind and (step < 0 or not before):
        return TextPosition(behind[0], 0)
    if before:
        return TextPosition(before[-1], len(text_at(issue, before[-1]).string))
    return None


def _rank(place: Place) -> float:
    """Where a text stands among blocks: titles before all, a by-line behind them."""
    if place.block == BYLINE:
        return float("inf")
    return -1 if place.block in (None, TITLE, SUBTITLE) else place.block
