"""What is selected: a part of the issue, or a caret in its text."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from layouts.issue.article import PullQuote
from layouts.issue.edits.reading import reading_order, running_texts
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import TITLE, Place, article_at, block_at, section_at, text_at
from layouts.issue.sidebar import Sidebar
from layouts.issue.text import MarkKind


class SelectionKind(StrEnum):
    """What a selection is about; it decides what the inspector shows."""

    NOTHING = "nothing"
    ISSUE = "issue"
    MASTHEAD = "masthead"
    CONTENTS = "contents"
    COLOPHON = "colophon"
    SECTION = "section"
    ARTICLE = "article"
    PHOTO = "photo"
    BOX = "box"
    TEXT = "text"


class TextPosition(NamedTuple):
    """A place between two characters: `offset` code points into the text at `place`."""

    place: Place
    offset: int


class Caret(NamedTuple):
    """The text cursor at `position`; text from `anchor` to it is marked, nothing where they are the
    same.

    `typing` are the kinds of marks that the next character is to carry, None for those of the text
    around it.
    """

    position: TextPosition
    anchor: TextPosition
    typing: frozenset[MarkKind] | None = None

    @property
    def marks(self) -> bool:
        """Whether any text is marked."""
        return self.position != self.anchor

    @property
    def ordered(self) -> tuple[TextPosition, TextPosition]:
        """The ends of the marked text in reading order."""
        return (
            (self.anchor, self.position)
            if reading_order(self.anchor) <= reading_order(self.position)
            else (self.position, self.anchor)
        )


class Selection(NamedTuple):
    """`places` are what is selected (several articles, one photo …); a text selection has its caret
    and the article it stands in.
    """

    kind: SelectionKind = SelectionKind.NOTHING
    places: tuple[Place, ...] = ()
    caret: Caret | None = None

    @property
    def place(self) -> Place | None:
        """The first place, None where nothing of the issue's tree is selected."""
        return self.places[0] if self.places else None


NOTHING = Selection()


def of_article(*places: Place) -> Selection:
    """The selection of articles."""
    return Selection(SelectionKind.ARTICLE, places)


def of_section(place: Place) -> Selection:
    """The selection of a section."""
    return Selection(SelectionKind.SECTION, (Place(place.section),))


def of_photo(*places: Place) -> Selection:
    """The selection of photos."""
    return Selection(SelectionKind.PHOTO, places)


def of_box(place: Place) -> Selection:
    """The selection of a box, or of a pull quote that text runs round."""
    return Selection(SelectionKind.BOX, (place._replace(part=0),))


def of_text(position: TextPosition, anchor: TextPosition | None = None) -> Selection:
    """A caret, with the text marked from `anchor` on."""
    return Selection(SelectionKind.TEXT, (position.place,), Caret(position, anchor or position))


def box_place_of(selection: Selection) -> Place | None:
    """The box, or the pull quote, that is selected."""
    if selection.kind is not SelectionKind.BOX or selection.place is None:
        return None
    return selection.place._replace(part=0)


def photo_place_of(issue: Issue | None, selection: Selection) -> Place | None:
    """The photo selected, or the one in whose caption the caret is."""
    place = selection.place
    asked = selection.kind in {SelectionKind.PHOTO, SelectionKind.TEXT}
    if issue is None or place is None or not asked:
        return None
    try:
        return place._replace(part=0) if isinstance(block_at(issue, place), Photo) else None
    except LookupError:
        return None


def holding(selection: Selection, issue: Issue) -> Selection:
    """A selection as far as an issue has what it is about: a caret whose text is gone leaves the
    article selected, and so on up.
    """
    if selection.caret is not None and not (
        _has_text(issue, selection.caret.position) and _has_text(issue, selection.caret.anchor)
    ):
        return holding(of_article(selection.caret.position.place.of_article), issue)
    kept = tuple(place for place in selection.places if _has(issue, place, selection.kind))
    if kept == selection.places:
        return selection
    if kept:
        return selection._replace(places=kept)
    return (
        holding(of_article(selection.places[0].of_article), issue)
        if selection.kind in {SelectionKind.PHOTO, SelectionKind.BOX}
        else NOTHING
    )


def _has(issue: Issue, place: Place, kind: SelectionKind) -> bool:
    try:
        if kind is SelectionKind.PHOTO:
            return isinstance(block_at(issue, place), Photo)
        if kind is SelectionKind.BOX:
            return isinstance(block_at(issue, place), Sidebar | PullQuote)
        if kind is SelectionKind.ARTICLE:
            article_at(issue, place)
        else:
            section_at(issue, place)
    except LookupError:
        return False
    return True


def _has_text(issue: Issue, position: TextPosition) -> bool:
    if position.place.article is None:
        return _has(issue, position.place, SelectionKind.SECTION)
    try:
        return position.offset <= len(text_at(issue, position.place).string)
    except LookupError:
        return False


def text_ends(issue: Issue, place: Place) -> tuple[TextPosition, TextPosition]:
    """Where the text of an article begins and ends."""
    texts = list(running_texts(article_at(issue, place), place))
    if not texts:
        position = TextPosition(place._replace(block=TITLE), 0)
        return position, position
    (first, _), (last, text) = texts[0], texts[-1]
    return TextPosition(first, 0), TextPosition(last, len(text.string))
