"""What one issue writes in two ways: short forms of a unit, numbers of congresses and plans, words
with two spellings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from layouts.importing.wording.house import HouseWords
from layouts.importing.wording.slip import DIFFERING, Slip
from layouts.importing.wording.words import CutText, longest_first
from layouts.issue.places import Place
from layouts.messages.word_lists import FORMS_DIFFER
from layouts.patterns import later


class Used(NamedTuple):
    """A form of something that can be written in more than one way, used at a place.

    `preferred` forms win over others, however often these are used.
    """

    thing: str
    form: str
    place: Place
    start: int
    preferred: bool = False


_NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")
_CONGRESS = later(
    r"(?<![\d一二三四五六七八九十])(?P<number>1[5-9]|2\d|十[五六七八九]|二十[一二三四五]?)"
    r"(?:大(?=精神|报告|代表|以来|召开|胜利|提出|部署|会|闭幕|开幕|党章|[，。、；”》])|届(?=[一二三四五六七八九\d]中全会))"
)
_VARIANTS = (
    ("账户", "帐户"),
    ("唯一", "惟一"),
    ("其他", "其它"),
    ("想象", "想像"),
    ("人才", "人材"),
    ("身份", "身分"),
    ("订单", "定单"),
    ("成分", "成份"),
    ("分量", "份量"),
    ("思维", "思惟"),
    ("精彩", "精采"),
    ("纪念", "记念"),
    ("粘贴", "黏贴"),
    ("启程", "起程"),
    ("含义", "涵义"),
    ("双十一", "双11"),
)
"""Words with two spellings, the one that the list of variant forms of 2001 (GF 1001-2001) or custom
recommends first. Either is right alone; both in one issue are not.
"""


def used_forms(text: CutText, place: Place, house: HouseWords) -> Iterator[Used]:
    """Every form that a text uses of what may be written in two ways."""
    yield from _units(text, place, house)
    string = text.string
    for right, other in _VARIANTS:
        for form in (right, other):
            for start in text.places(form):
                if text.is_whole(start, start + len(form)):
                    yield Used(right, form, place, start, preferred=form == right)
    for match in _CONGRESS().finditer(string):
        number = match["number"]
        in_words = _in_words(number) if number.isdigit() else number
        form = match[0]
        yield Used(in_words + form[-1], form, place, match.start(), preferred=not number.isdigit())


def _in_words(number: str) -> str:
    tens, unit = divmod(int(number), 10)
    return f"{'' if tens == 1 else str(tens).translate(_NUMERALS)}十" + (
        str(unit).translate(_NUMERALS) if unit else ""
    )


def _units(text: CutText, place: Place, house: HouseWords) -> Iterator[Used]:
    """Short forms of units; inside a longer name of the list they are not themselves."""
    taken: set[int] = set()
    for form in longest_first(house.forms):
        for start in text.places(form):
            span = range(start, start + len(form))
            if taken.isdisjoint(span):
                taken.update(span)
                if form != house.forms[form]:
                    yield Used(house.forms[form], form, place, start)


def differing(used: Iterable[Used]) -> Iterator[Slip]:
    """The places where an issue uses another form than it mostly does, or than is recommended."""
    by_thing: dict[str, list[Used]] = {}
    for one in used:
        by_thing.setdefault(one.thing, []).append(one)
    for uses in by_thing.values():
        forms = Counter(one.form for one in uses)
        if len(forms) < 2:
            continue
        chosen = next((one.form for one in uses if one.preferred), forms.most_common(1)[0][0])
        for one in uses:
            if one.form != chosen:
                sentence = FORMS_DIFFER(form=one.form, chosen=chosen, count=forms[chosen])
                end = one.start + len(one.form)
                yield Slip(DIFFERING, one.place, one.start, end, sentence, chosen)
