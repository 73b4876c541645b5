"""Numbers of items that Word counts itself (ECMA-376 17.9): one list of Word for each run of ours,
begun at the number that it has.
"""

from __future__ import annotations

from typing import NamedTuple

from layouts.house.layout import Layout
from layouts.issue.form import FormKind, ItemLabel, ParagraphForm
from layouts.issue.numbering import ItemNumber
from layouts.wordfile.xml import Element, element, valued

_FORMATS = {
    ItemLabel.HAN: ("chineseCountingThousand", "%{}、"),
    ItemLabel.HAN_IN_BRACKETS: ("chineseCountingThousand", "（%{}）"),
    ItemLabel.FIGURE: ("decimal", "%{}."),
    ItemLabel.FIGURE_IN_BRACKETS: ("decimal", "（%{}）"),
    ItemLabel.CIRCLED: ("decimalEnclosedCircle", "%{}"),
}
"""How Word counts and prints each label; {} is the level."""


_MOST_COUNTED = {ItemLabel.HAN: 99, ItemLabel.HAN_IN_BRACKETS: 99, ItemLabel.CIRCLED: 20}
"""Up to these Word prints what we do: beyond, it says 一百零一 for 一百〇一, and circles end."""


class _Scheme(NamedTuple):
    """How items of one level are counted: the format, what is printed, and the level from 0."""

    format: str
    text: str
    level: int


class CountedLists:
    """The lists of a file, as they are come upon."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._schemes: dict[_Scheme, int] = {}
        self._lists: list[tuple[_Scheme, int]] = []
        self._last: dict[tuple[int, _Scheme], tuple[int, int]] = {}

    def of_article(self) -> None:
        """Another article begins: its lists are counted anew."""
        self._last.clear()

    def counts(self, item: ItemNumber) -> bool:
        """Whether Word prints the number of an item as we do."""
        if item.form.kind is FormKind.BULLETED:
            return True
        label = item.form.label or ItemLabel(self._layout.lists.level(item.form.level).label)
        return item.number <= _MOST_COUNTED.get(label, item.number)

    def properties(self, item: ItemNumber) -> Element:
        """What puts a paragraph into its list: `w:numPr`."""
        scheme = self._scheme(item.form)
        number = self._number(item, scheme)
        return element("w:numPr", None, valued("w:ilvl", scheme.level), valued("w:numId", number))

    def _scheme(self, form: ParagraphForm) -> _Scheme:
        design = self._layout.lists.level(form.level)
        if form.kind is FormKind.BULLETED:
            return _Scheme("bullet", design.bullet, form.level - 1)
        format_, text = _FORMATS[form.label or ItemLabel(design.label)]
        return _Scheme(format_, text.format(form.level), form.level - 1)

    def _number(self, item: ItemNumber, scheme: _Scheme) -> int:
        """The list of an item: that of the one before it where it counts on, else one more."""
        key = item.of_list, scheme
        known, last = self._last.get(key, (0, -1))
        counts_on = item.form.kind is FormKind.BULLETED or item.number == last + 1
        if not known or not counts_on:
            self._schemes.setdefault(scheme, len(self._schemes))
            self._lists.append((scheme, item.number))
            known = len(self._lists)
        self._last[key] = known, item.number
        return known

    def part(self) -> Element:
        """The part `numbering.xml`."""
        schemes = [_abstract(number, scheme) for scheme, number in self._schemes.items()]
        lists = [
            _list(number, scheme, self._schemes[scheme], first)
            for number, (scheme, first) in enumerate(self._lists, 1)
        ]
        return element("w:numbering", None, *schemes, *lists)


def _abstract(number: int, scheme: _Scheme) -> Element:
    level = element(
        "w:lvl",
        {"w:ilvl": scheme.level},
        valued("w:start", 1),
        valued("w:numFmt", scheme.format),
        valued("w:suff", "nothing"),
        valued("w:lvlText", scheme.text),
        valued("w:lvlJc", "left"),
    )
    # an id of its own for each, as Word gives them, but the same each time
    about = {"w:abstractNumId": number}
    kind = valued("w:multiLevelType", "multilevel")
    return element(
        "w:abstractNum", about, valued("w:nsid", f"{0x42580000 + number:08X}"), kind, level
    )


def _list(number: int, scheme: _Scheme, abstract: int, first: int) -> Element:
    begins = element(
        "w:lvlOverride", {"w:ilvl": scheme.level}, valued("w:startOverride", max(1, first))
    )
    return element(
        "w:num",
        {"w:numId": number},
        valued("w:abstractNumId", abstract),
        begins if scheme.format != "bullet" else None,
    )
