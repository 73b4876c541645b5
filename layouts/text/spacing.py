"""Widths that depend on neighbours: typed spaces dissolved, quotes resolved, marks squeezed in
pairs, gaps between Han and Latin.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from layouts.house.text_style import MarkWidths
from layouts.patterns import later
from layouts.text import classes as c

_SPACES = re.compile("S+")
# at both ends of a text no-break spaces go like all others; inside it they stay
_SPACES_AND_GLUE = re.compile("^[SB]+|[SB]+$|S+")
_QUOTES = re.compile("[oc]")
# beside one of these a quote is Chinese: Hanzi, and whatever is as wide as one
_CJK_NEIGHBOUR = frozenset("HOCTEPDAIZMYF")
_LOOKED_THROUGH = frozenset("ocSB" + c.EXTENDING)
_REACH = 24
"""How far a quote looks through spaces and other quotes: in a run of thousands each would look
through all.
"""

_UNSEEN = c.SPACE + c.EXTENDING
_LONE_DASH = re.compile("(?<!A)A(?!A)")
_TWO_EM = "⸺"
_SIGNS = frozenset("$¥£€￥＄%％‰‱℃℉°")
"""Signs that belong to a number: a space typed between one of them and a Hanzi stands for the gap
that a figure would have there.
"""
_PAIR_OF_EXCLAMATIONS = re.compile("(?<!E)EE(?!E)")
# begins with a class, so that `re` skips Hanzi; `(?<=H.)` asks what stands before the letter just
# read
_GAPS = re.compile("[LN](?:(?<=H.)|(?=H))")
_GAPS_EXTENDED = re.compile("H[VG]*(?=[LN])|[LN][VG]*(?=H)")
# the second mark is only looked at: it may be the first of the next pair
_MARK_PAIRS = re.compile("[OCTPMZ](?=[OCTPMZ])")
_MARK_PAIRS_STOPS = re.compile("[OCTPMZE](?=[OCTPMZE])")

_ANY_MARK = later("(?P<mark>[OCTEP])")
_WITHIN_SENTENCES = later("(?P<mark>[OCP])")
# what closes behind the end of a sentence is passed over together with that
_AFTER_NO_SENTENCE = later("[TE]C+|(?P<mark>[OCP])")


class Dissolved(NamedTuple):
    """Text without the spaces that layout replaces.

    `removed` are the offsets in the source that were taken out, ascending.

    `gaps` are the indexes of characters after which such a space stands for a gap, though their
    classes have none.
    """

    string: str
    classes: str
    removed: tuple[int, ...]
    gaps: tuple[int, ...] = ()


def dissolve(string: str, letters: str) -> Dissolved:
    """Take out typed spaces that stand for layout: between Han and Latin, beside full-width marks,
    at the ends.

    A space between two Han stays: editors type it between clauses (防寒潮 保供水) and before names.
    CSS Text 4 `text-autospace: replace`. A no-break space stays too, but at the ends: it is no
    layout but a character of the text (UAX #14 GL).
    """
    # nothing to print: joiners or selectors and no more
    if not letters.strip(_UNSEEN) and not any(map(c.is_visible, string)):
        return Dissolved("", "", tuple(range(len(string))))
    if c.SPACE not in letters and c.GLUE not in letters:
        return Dissolved(string, letters, ())
    strings: list[str] = []
    kept_letters: list[str] = []
    removed: list[int] = []
    typed: list[int] = []
    done = 0
    spaces = _SPACES_AND_GLUE if c.GLUE in letters else _SPACES
    for match in spaces.finditer(letters):
        start, end = match.span()
        pair = c.letter_before(letters, start) + letters[end : end + 1]
        # fewer than two neighbours: the space stands at an end of the text
        gone = len(pair) < 2 or pair in _DISSOLVING
        # the classes of such signs hold others too (№, ■), so the characters themselves are asked
        if pair in _BESIDE_SIGNS and (string[start - 1] in _SIGNS or string[end] in _SIGNS):
            gone = True
            # not between a currency and its figures, where nothing opens
            if c.IDEOGRAPH in pair:
                # the index in what is set: all spaces so far are in `removed`
                typed.append(start - 1 - len(removed))
        strings += (string[done:start], "" if gone else " ")
        kept_letters += (letters[done:start], "" if gone else c.SPACE)
        # of a run that stays, the first space does
        removed.extend(range(start if gone else start + 1, end))
        done = end
    strings.append(string[done:])
    kept_letters.append(letters[done:])
    return Dissolved("".join(strings), "".join(kept_letters), tuple(removed), tuple(typed))


_EVERY = "HOCTEPMKXAIDLNSZWYRQVFGBoc"
_SWALLOW = c.FULL_MARKS + c.GLUE
_LATIN_BESIDE_HAN = "LNR"

_DISSOLVING = frozenset(
    before + after
    for before in _EVERY
    for after in _EVERY
    if before in _SWALLOW
    or after in _SWALLOW
    or (before == c.IDEOGRAPH and after in _LATIN_BESIDE_HAN)
    or (before in _LATIN_BESIDE_HAN and after == c.IDEOGRAPH)
    # 5 % is set as 5%
    or before + after == c.NUMERAL + c.POSTFIX
)
"""The pairs of classes between which no typed space stays."""

_BESIDE_SIGNS = frozenset(
    [c.IDEOGRAPH + sign for sign in "RQFY"]
    + [sign + c.IDEOGRAPH for sign in "RQFY"]
    + [sign + c.NUMERAL for sign in "QF"]
)
"""The pairs in which one may be the sign of a number, and the other a Hanzi, or the number itself
after its currency.
"""


def resolve_dashes(string: str, letters: str) -> str:
    """Make a connector of each dash that stands alone: —— is a dash, — joins (一字线, GB/T 15834
    4.13).
    """
    if c.DASH not in letters:
        return letters
    lone = [
        # ⸺ is of the same class and a whole dash by itself
        match.start()
        for match in _LONE_DASH.finditer(letters)
        if string[match.start()] != _TWO_EM
    ]
    if not lone:
        return letters
    out = list(letters)
    for k in lone:
        out[k] = c.CONNECT
    return "".join(out)


def resolve_quotes(letters: str) -> str:
    """Give “ ” ‘ ’ their width: full beside Han or Chinese marks, Latin otherwise; both of a pair
    the same (CLREQ #534).

    An apostrophe between two letters is always Latin.
    """
    if c.OPEN_QUOTE not in letters and c.CLOSE_QUOTE not in letters:
        return letters
    out = list(letters)
    # quotes not yet closed, the innermost last, and whether their own neighbours make them wide
    waiting: list[tuple[int, bool]] = []
    for match in _QUOTES.finditer(letters):
        at = match.start()
        full = _beside_cjk(letters, at)
        if letters[at] == c.OPEN_QUOTE:
            waiting.append((at, full))
            out[at] = c.OPEN if full else c.LATIN_SIGN
        # the ’ in “it’s” closes nothing
        elif waiting and not _apostrophe(letters, at):
            opener, opener_full = waiting.pop()
            if full or opener_full:
                out[opener], out[at] = c.OPEN, c.CLOSE
            else:
                out[at] = c.LATIN_SIGN
        else:
            # an apostrophe, or a mark without a partner
            out[at] = c.CLOSE if full else c.LATIN_SIGN
    return "".join(out)


def _apostrophe(letters: str, at: int) -> bool:
    return letters[at - 1 : at] == c.LETTER and letters[at + 1 : at + 2] == c.LETTER


def _beside_cjk(letters: str, at: int) -> bool:
    before, after = at - 1, at + 1
    first, last = max(-1, at - _REACH), min(len(letters), at + _REACH)
    while before > first and letters[before] in _LOOKED_THROUGH:
        before -= 1
    while after < last and letters[after] in _LOOKED_THROUGH:
        after += 1
    return (before >= 0 and letters[before] in _CJK_NEIGHBOUR) or (
        after < len(letters) and letters[after] in _CJK_NEIGHBOUR
    )


def gaps(letters: str, typed: tuple[int, ...] = ()) -> list[int]:
    """Indexes of the characters after which an autospace gap stands (CSS Text 4 text-autospace,
    CLREQ 3.2.2), those typed among them.

    A character's marks and selectors are parts of it: the gap stands after the last.
    """
    if c.VARIATION in letters or c.CONTROL in letters:
        found = [match.end() - 1 for match in _GAPS_EXTENDED.finditer(letters)]
    else:
        found = list(_gaps_beside_latin(letters))
    return sorted({*found, *typed}) if typed else found


def _gaps_beside_latin(letters: str) -> Iterator[int]:
    """The gaps of a text in which nothing extends a character, from its Latin letters and figures:
    Hanzi are far more.
    """
    for match in _GAPS.finditer(letters):
        at = match.start()
        if letters[at - 1 : at] == c.IDEOGRAPH:
            yield at - 1
        if letters[at + 1 : at + 2] == c.IDEOGRAPH:
            yield at


class HalfTrim(NamedTuple):
    """Half of a mark taken away: of the character `at`, on its left or right side."""

    at: int
    left: bool


def halves(letters: str, widths: MarkWidths, pairs: bool) -> Iterator[HalfTrim]:
    """The blank halves of marks that have half an em by nature: of all, or of those that end no
    sentence (开明).

    Where neighbours are squeezed, what closes behind the end of a sentence (。”) keeps its em in
    its place: the blank stands behind the whole.
    """
    if c.VARIATION in letters or c.CONTROL in letters:
        plain, kept = c.seen_through(letters)
        yield from (HalfTrim(kept[trim.at], trim.left) for trim in halves(plain, widths, pairs))
        return
    narrow = _ANY_MARK
    if widths is MarkWidths.SENTENCE_ENDS:
        narrow = _AFTER_NO_SENTENCE if pairs else _WITHIN_SENTENCES
    for match in narrow().finditer(letters):
        at = match.start("mark")
        if at >= 0:
            yield HalfTrim(at, left=letters[at] == c.OPEN)


def trims(letters: str, stops: bool) -> Iterator[HalfTrim]:
    """Squeeze neighbouring marks (CLREQ 3.1.6.4, CSS Text 4 full-width collapsing).

    An opening mark after any mark loses its left half; a closing mark, pause or stop before any
    other mark loses its right half.
    """
    # a selector after a mark changes nothing for its neighbours
    if c.VARIATION in letters or c.CONTROL in letters:
        plain, kept = c.seen_through(letters)
        yield from (HalfTrim(kept[trim.at], trim.left) for trim in trims(plain, stops))
        return
    for match in (_MARK_PAIRS_STOPS if stops else _MARK_PAIRS).finditer(letters):
        at = match.start()
        before, after = letters[at], letters[at + 1]
        if after == c.OPEN:
            yield HalfTrim(at + 1, left=True)
        # of O, M and Z nothing is taken: （） keeps both em, · and the wide space have no blank
        # half
        elif before in "CTPE":
            yield HalfTrim(at, left=False)
    if stops:
        # ！？ one em together, three of them two (GB/T 15834 5.1.2)
        for match in _PAIR_OF_EXCLAMATIONS.finditer(letters):
            # the first has lost its half above, as any mark before another
            yield HalfTrim(match.end() - 1, left=False)
