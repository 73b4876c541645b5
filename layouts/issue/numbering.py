"""The numbers of paragraphs that number themselves: counted over the blocks of an article, never
stored, so that they are right wherever a paragraph is moved.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from msgspec import Struct, field
from msgspec.structs import replace

from layouts.issue.article import Block, Paragraph, Subheading
from layouts.issue.form import MOST_COUNTED, FormKind, ItemLabel, ParagraphForm

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_DIGITS = "〇一二三四五六七八九"


class ItemNumber(Struct, frozen=True):
    """The form of an item, its number, 0 for one with a sign, and which list of its article it is
    of; items of one list stand at one level.
    """

    form: ParagraphForm
    number: int
    of_list: int


class _ItemCounter(Struct):
    """How far the lists of an article have counted: `open` ones by their level, and what each came
    to by level and label.
    """

    open: dict[int, ItemNumber] = field(default_factory=dict[int, ItemNumber])
    latest: dict[tuple[int, ItemLabel | None], ItemNumber] = field(
        default_factory=dict[tuple[int, ItemLabel | None], ItemNumber]
    )
    lists: int = 0

    def count(self, form: ParagraphForm) -> ItemNumber:
        """The number of the next item."""
        for level in [level for level in self.open if level > form.level]:
            del self.open[level]
        counted = self._next(form)
        self.open[form.level] = counted
        if form.kind is FormKind.NUMBERED:
            self.latest[form.level, form.label] = counted
        return counted

    def saying(self, form: ParagraphForm, number: int) -> ParagraphForm:
        """A form that says no more than it must to have a number as the next item."""
        lists = self.lists
        ways = (form, replace(form, goes_on=True), replace(form, start=number))
        found = next(way for way in ways if self._next(way).number == number)
        self.lists = lists
        return found

    def _next(self, form: ParagraphForm) -> ItemNumber:
        before = self.open.get(form.level)
        last = before if before is not None and _are_alike(before.form, form) else None
        if last is None and form.goes_on:
            last = self.latest.get((form.level, form.label))
        if last is None:
            self.lists += 1
            last = ItemNumber(form, 0, self.lists)
        if form.kind is FormKind.BULLETED:
            return last
        return ItemNumber(form, form.start or last.number + 1, last.of_list)


def _are_alike(one: ParagraphForm, other: ParagraphForm) -> bool:
    return one.kind is other.kind and one.label is other.label


def counted(blocks: Sequence[Block]) -> dict[int, ItemNumber]:
    """The items among the blocks of an article and their numbers.

    Items of a deeper level part no list, nor does what is no paragraph. Any other paragraph and a
    sub-heading end it: what follows begins at 1, unless it says that it goes on.
    """
    counter = _ItemCounter()
    found: dict[int, ItemNumber] = {}
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.form.is_item:
            found[index] = counter.count(block.form)
        elif isinstance(block, Paragraph | Subheading):
            counter.open.clear()
    return found


def with_numbers(blocks: Sequence[Block], numbers: Mapping[int, int]) -> tuple[Block, ...]:
    """Blocks whose items at some indices have these numbers, from 1 on: they go on with a list, or
    begin at a number, where counting alone would give another.
    """
    counter = _ItemCounter()
    made = list(blocks)
    for index, block in enumerate(made):
        if isinstance(block, Paragraph) and block.form.is_item:
            form = block.form
            if index in numbers:
                form = counter.saying(form, numbers[index])
                made[index] = replace(block, form=form)
            counter.count(form)
        elif isinstance(block, Paragraph | Subheading):
            counter.open.clear()
    return tuple(made)


def read_label(string: str) -> tuple[ItemLabel, int] | None:
    """The label and the number, 1 to `MOST_COUNTED`, that print exactly these characters."""
    return _labels().get(string)


@cache
def _labels() -> dict[str, tuple[ItemLabel, int]]:
    found: dict[str, tuple[ItemLabel, int]] = {}
    for label in ItemLabel:
        for number in range(1, MOST_COUNTED + 1):
            found.setdefault(label_text(label, number), (label, number))
    return found


def label_text(label: ItemLabel, number: int) -> str:
    """A number as its label says it: 12 is 十二、, （十二）, 12., （12） or ⑫."""
    return _SAID[label](number)


def _han(number: int) -> str:
    """一 to 九百九十九 as they are counted; beyond that, digit by digit."""
    if number > 999:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    said = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        # 十二 and 一百一十二
        said += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        said += "〇"
    return said + (_DIGITS[ones] if ones else "")


def _circled(number: int) -> str:
    return _CIRCLED[number - 1] if 0 < number <= len(_CIRCLED) else f"（{number}）"


_SAID: Mapping[ItemLabel, Callable[[int], str]] = {
    ItemLabel.HAN: lambda number: f"{_han(number)}、",
    ItemLabel.HAN_IN_BRACKETS: lambda number: f"（{_han(number)}）",
    ItemLabel.FIGURE: lambda number: f"{number}.",
    ItemLabel.FIGURE_IN_BRACKETS: lambda number: f"（{number}）",
    ItemLabel.CIRCLED: _circled,
}
