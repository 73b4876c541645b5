"""What a paragraph is besides running text: an item of a list, verse, a signature, names, a line
with a leader, or text with a drop initial.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace


class FormKind(StrEnum):
    """Running text; an item that numbers itself (编号), or one that begins with a sign (列项);
    lines of verse (诗行); unit or date under a text (落款); names spread to one width (名单); words
    and a value with dots between (目录行).
    """

    PLAIN = "plain"
    NUMBERED = "numbered"
    BULLETED = "bulleted"
    VERSE = "verse"
    SIGNATURE = "signature"
    NAMES = "names"
    LEADER = "leader"


class ItemLabel(StrEnum):
    """How an item is numbered: the four levels of GB/T 9704-2012 7.3.3, and ① below them."""

    HAN = "一、"
    HAN_IN_BRACKETS = "（一）"
    FIGURE = "1."
    FIGURE_IN_BRACKETS = "（1）"
    CIRCLED = "①"


class Turnover(StrEnum):
    """Where the lines of an item begin after its first: as the layout has it, at the margin (顶格),
    or under its words (突排).
    """

    LAYOUT = "layout"
    MARGIN = "margin"
    HANGING = "hanging"


class ParagraphForm(Struct, frozen=True):
    """What a paragraph is. One that is an item stands at a `level` from 1 on, numbered by a `label`
    (None: the one its layout has for the level).

    It is counted on from the item before it; from 1 again where a list begins. `start` is the
    number it begins at instead; `goes_on` counts on from the last list like it, across whatever
    stands between. Verse is centred by its longest line, or `indented`. Running text may begin with
    a drop initial (首字下沉) `initial` rows tall.
    """

    kind: FormKind = FormKind.PLAIN
    level: int = 1
    label: ItemLabel | None = None
    turnover: Turnover = Turnover.LAYOUT
    start: int | None = None
    goes_on: bool = False
    indented: bool = False
    initial: int = 0

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.kind in _ITEMS


PLAIN = ParagraphForm()

_ITEMS = frozenset([FormKind.NUMBERED, FormKind.BULLETED])

DEEPEST_ITEM = 5
"""Levels of lists."""

MOST_COUNTED = 999
"""No item begins at a higher number."""

LEAST_INITIAL, MOST_INITIAL = 2, 5
"""Rows that a drop initial takes."""


def sound_form(form: ParagraphForm) -> ParagraphForm:
    """A form that an editor could have made: numbers in their range, and nothing that its kind
    cannot say.
    """
    if form.kind is FormKind.PLAIN:
        rows = max(LEAST_INITIAL, min(form.initial, MOST_INITIAL))
        return ParagraphForm(initial=rows) if form.initial > 0 else PLAIN
    if not form.is_item:
        verse = form.kind is FormKind.VERSE
        return ParagraphForm(form.kind, indented=form.indented and verse)
    level = max(1, min(form.level, DEEPEST_ITEM))
    if form.kind is FormKind.BULLETED:
        return ParagraphForm(form.kind, level, turnover=form.turnover)
    start = None if form.start is None else max(1, min(form.start, MOST_COUNTED))
    goes_on = form.goes_on and start is None
    return ParagraphForm(form.kind, level, form.label, form.turnover, start, goes_on)


def goes_on_with(form: ParagraphForm) -> ParagraphForm:
    """The form of a paragraph that goes on behind one of this form: an item is counted on from it,
    and only the first begins with an initial.
    """
    return replace(form, start=None, goes_on=False, initial=0)


def deeper(form: ParagraphForm) -> ParagraphForm:
    """An item one level down, under the one before it, numbered by the next of the labels."""
    return _moved(form, 1)


def higher(form: ParagraphForm) -> ParagraphForm:
    """An item one level up; one of the first level stays."""
    return _moved(form, -1) if form.level > 1 else form


def _moved(form: ParagraphForm, by: int) -> ParagraphForm:
    labels = list(ItemLabel)
    label = form.label
    if label is not None:
        label = labels[max(0, min(labels.index(label) + by, len(labels) - 1))]
    moved = replace(form, level=form.level + by, label=label, start=None, goes_on=False)
    return sound_form(moved)


def leader_value(string: str) -> int:
    """Where the value of a line with a leader begins: behind its last blank; 0 where there is
    none.
    """
    words = string.rstrip()
    at = max((k + 1 for k, character in enumerate(words) if character.isspace()), default=0)
    return at if string[:at].strip() else 0
