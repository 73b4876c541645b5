"""Where the caret goes: by characters, words and paragraphs, from text to text."""

from __future__ import annotations

from enum import StrEnum

from desktop.blocks import FACE
from desktop.canvas.where import photo_at, text_of, texts_of
from desktop.selection import TextPosition
from layouts.issue.edits import next_stop, previous_stop, word_at
from layouts.issue.issue import Issue
from layouts.issue.places import Place, articles, block_at
from layouts.issue.text import LINE_BREAK
from layouts.text.words import open_words


class MotionUnit(StrEnum):
    """What one step or one click takes."""

    CHARACTER = "character"
    WORD = "word"
    PARAGRAPH = "paragraph"


def string_at(issue: Issue, place: Place) -> str:
    """The characters at a place, none where there is no text."""
    text = text_of(issue, place)
    return text.string if text is not None else ""


def word_around(string: str, offset: int) -> tuple[int, int]:
    """Start and end of the word around an offset; runs of Hanzi are cut into words by the
    dictionary.
    """
    return word_at(string, offset, open_words().segment) if string else (0, 0)


def right_of(
    issue: Issue, position: TextPosition, unit: MotionUnit = MotionUnit.CHARACTER
) -> TextPosition:
    """One character, word or paragraph on, into the next text at the end of this one; the same
    position at the end of the issue.
    """
    string = string_at(issue, position.place)
    if position.offset >= len(string) or unit is MotionUnit.PARAGRAPH:
        after = neighbour(issue, position.place, 1)
        return (
            TextPosition(after, 0)
            if after is not None
            else TextPosition(position.place, len(string))
        )
    if unit is MotionUnit.CHARACTER:
        return TextPosition(position.place, next_stop(string, position.offset))
    end = word_around(string, position.offset)[1]
    if string[position.offset] != LINE_BREAK:
        while end < len(string) and _is_blank(string[end]):
            end += 1
    return TextPosition(position.place, max(end, next_stop(string, position.offset)))


def left_of(
    issue: Issue, position: TextPosition, unit: MotionUnit = MotionUnit.CHARACTER
) -> TextPosition:
    """One character or word back, into the text before at the start of this one; by paragraphs to
    the start of this one, or of the one before.
    """
    string = string_at(issue, position.place)
    if position.offset <= 0:
        before = neighbour(issue, position.place, -1)
        if before is None:
            return position
        end = 0 if unit is MotionUnit.PARAGRAPH else len(string_at(issue, before))
        return TextPosition(before, end)
    if unit is MotionUnit.PARAGRAPH:
        return TextPosition(position.place, 0)
    if unit is MotionUnit.CHARACTER:
        return TextPosition(
            position.place, previous_stop(string, min(position.offset, len(string)))
        )
    at = previous_stop(string, min(position.offset, len(string)))
    while at > 0 and _is_blank(string[at]):
        at = previous_stop(string, at)
    return TextPosition(position.place, word_around(string, at)[0])


def _is_blank(character: str) -> bool:
    """Whether a character is a space that goes along with the word beside it: a line that was ended
    goes by itself.
    """
    return character.isspace() and character != LINE_BREAK


def neighbour(issue: Issue, place: Place, step: int) -> Place | None:
    """The text before or after one, in this article or the next; None at the ends of the issue.

    Captions are passed by.
    """
    order = [
        # a caption that the caret is in is passed by no more
        found
        for found in texts_of(issue, place)
        if found == place or not _is_caption(issue, found)
    ]
    at = order.index(place) + step if place in order else None
    if at is not None and 0 <= at < len(order):
        return order[at]
    all_places = [found for found, _ in articles(issue)]
    number = all_places.index(place.of_article) + step
    while 0 <= number < len(all_places):
        texts = [
            found for found in texts_of(issue, all_places[number]) if not _is_caption(issue, found)
        ]
        if texts:
            return texts[0] if step > 0 else texts[-1]
        number += step
    return None


def _is_caption(issue: Issue, place: Place) -> bool:
    return photo_at(issue, place) is not None


def article_ends(issue: Issue, place: Place) -> tuple[TextPosition, TextPosition]:
    """The first and the last position of an article's text."""
    texts = [found for found in texts_of(issue, place) if not _is_caption(issue, found)] or [place]
    return TextPosition(texts[0], 0), TextPosition(texts[-1], len(string_at(issue, texts[-1])))


def issue_ends(issue: Issue) -> tuple[TextPosition, TextPosition] | None:
    """The first and the last position of all text; None where there is none."""
    texts = [
        found
        for place, _ in articles(issue)
        for found in texts_of(issue, place)
        if not _is_caption(issue, found)
    ]
    if not texts:
        return None
    return TextPosition(texts[0], 0), TextPosition(texts[-1], len(string_at(issue, texts[-1])))


def around(
    issue: Issue, position: TextPosition, unit: MotionUnit
) -> tuple[TextPosition, TextPosition]:
    """The ends of the word or paragraph around a position."""
    string = string_at(issue, position.place)
    if unit is MotionUnit.CHARACTER:
        return position, position
    start, end = (
        (0, len(string)) if unit is MotionUnit.PARAGRAPH else word_around(string, position.offset)
    )
    return TextPosition(position.place, start), TextPosition(position.place, end)


def blocks_between(issue: Issue, first: Place, last: Place) -> list[Place]:
    """The paragraphs and sub-headings from one text to another, inside one article."""
    texts = texts_of(issue, first)
    low = texts.index(first) if first in texts else 0
    high = texts.index(last) if last in texts else len(texts) - 1
    inside = [
        place for place in texts[low : high + 1] if place.block is not None and place.block >= 0
    ]
    return [place for place in inside if FACE(block_at(issue, place)).level is not None]
