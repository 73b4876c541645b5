"""Widths that depend on neighbours: typed spaces dissolved, quotes resolved, marks squeezed in pairs, gaps between Han and Latin."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from layouts.text import classes as c

_SPACES = re.compile("S+")
_QUOTES = re.compile("[oc]")
_CJK_NEIGHBOUR = frozenset("HOCTEPDAIZMYF")
_LOOKED_THROUGH = frozenset("ocS")
_REACH = 24
"""How far a quote looks through spaces and other quotes: in a run of thousands each would look through all."""

_PAIR_OF_EXCLAMATIONS = re.compile("(?<!E)EE(?!E)")
_GAPS = re.compile("H(?=[LN])|[LN](?=H)")
_MARK_PAIRS = re.compile("[OCTPMZ](?=[OCTPMZ])")
_MARK_PAIRS_STOPS = re.compile("[OCTPMZE](?=[OCTPMZE])")


class Dissolved(NamedTuple):
    """Text without the spaces that layout replaces. `removed` are the offsets in the source that were taken out, ascending."""

    string: str
    classes: str
    removed: tuple[int, ...]


def dissolve(string: str, letters: str) -> Dissolved:
    """Take out typed spaces that stand for layout: between Han and Latin, beside full-width marks, at the ends.

    A space between two Han stays: editors type it between clauses (防寒潮 保供水) and before names. CSS Text 4 `text-autospace: replace`.
    """
    if c.SPACE not in letters:
        return Dissolved(string, letters, ())
    strings: list[str] = []
    kept_letters: list[str] = []
    removed: list[int] = []
    done = 0
    for match in _SPACES.finditer(letters):
        start, end = match.span()
        gone = _dissolves(letters[start - 1 : start], letters[end : end + 1])
        strings += (string[done:start], "" if gone else " ")
        kept_letters += (letters[done:start], "" if gone else c.SPACE)
        removed.extend(range(start if gone else start + 1, end))
        done = end
    strings.append(string[done:])
    kept_letters.append(letters[done:])
    return Dissolved("".join(strings), "".join(kept_letters), tuple(removed))


def _dissolves(before: str, after: str) -> bool:
    if not before or not after or before in c.FULL_MARKS or after in c.FULL_MARKS:
        return True
    if before == c.IDEOGRAPH:
        return after in "LNR"
    return (before in "LNR" and after == c.IDEOGRAPH) or (before == c.NUMERAL and after == c.POSTFIX)


def resolve_quotes(letters: str) -> str:
    """Give “ ” ‘ ’ their width: full beside Han or Chinese marks, Latin otherwise; both of a pair the same (CLREQ #534).

    An apostrophe between two letters is always Latin.
    """
    if c.OPEN_QUOTE not in letters and c.CLOSE_QUOTE not in letters:
        return letters
    out = list(letters)
    waiting: list[tuple[int, bool]] = []
    for match in _QUOTES.finditer(letters):
        at = match.start()
        full = _beside_cjk(letters, at)
        if letters[at] == c.OPEN_QUOTE:
            waiting.append((at, full))
            out[at] = c.OPEN if full else c.LATIN_SIGN
        elif waiting and not _apostrophe(letters, at):
            opener, opener_full = waiting.pop()
            if full or opener_full:
                out[opener], out[at] = c.OPEN, c.CLOSE
            else:
                out[at] = c.LATIN_SIGN
        else:
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
    return (before >= 0 and letters[before] in _CJK_NEIGHBOUR) or (after < len(letters) and letters[after] in _CJK_NEIGHBOUR)


def gaps(letters: str) -> list[int]:
    """Indexes of the characters after which an autospace gap stands (CSS Text 4 text-autospace, CLREQ 3.2.2)."""
    return [match.start() for match in _GAPS.finditer(letters)]


class Trim(NamedTuple):
    """Half of a mark taken away: of the character `at`, on its left or right side."""

    at: int
    left: bool


def trims(letters: str, stops: bool) -> Iterator[Trim]:
    """Squeeze neighbouring marks (CLREQ 3.1.6.4, CSS Text 4 full-width collapsing).

    An opening mark after any mark loses its left half; a closing mark, pause or stop before any other mark loses its right half.
    """
    if c.VARIATION in letters:  # a selector after a mark changes nothing for its neighbours
        kept = [k for k, letter in enumerate(letters) if letter != c.VARIATION]
        yield from (Trim(kept[trim.at], trim.left) for trim in trims("".join(letters[k] for k in kept), stops))
        return
    for match in (_MARK_PAIRS_STOPS if stops else _MARK_PAIRS).finditer(letters):
        at = match.start()
        before, after = letters[at], letters[at + 1]
        if after == c.OPEN:
            yield Trim(at + 1, left=True)
        elif before in "CTPE":
            yield Trim(at, left=False)
    if stops:
        for match in _PAIR_OF_EXCLAMATIONS.finditer(letters):  # ！？ one em together, three of them two (GB/T 15834 5.1.2)
            yield Trim(match.end() - 1, left=False)
