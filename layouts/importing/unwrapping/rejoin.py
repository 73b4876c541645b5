"""Lines joined to a paragraph: what the break parted is put together, and nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_HYPHENATED: Final = re.compile(r"(?<![\w-])[A-Za-z\u00c0-\u024f]{2,}[-\u00ad\u2010]$")
_SMALL: Final = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u00ff]{2}")
_TAIL: Final = 80
"""Characters of a line's end that are looked at: longer addresses are none."""

_SOFT_HYPHEN: Final = "\u00ad"
_ADDRESS: Final = re.compile(r"(?:https?://|www\.|[\w.]+@)[!-~]*$")
_HAN: Final = "[\u3400-\u9fff]"
_BOUNDARY: Final = re.compile(f"{_HAN}[A-Za-z0-9]|[A-Za-z0-9]{_HAN}")
_UNSPACED: Final = re.compile(f"{_HAN}(?=[A-Za-z0-9])|[A-Za-z0-9](?={_HAN})")
_SPACED: Final = re.compile(f"{_HAN} (?=[A-Za-z0-9])|[A-Za-z0-9] (?={_HAN})")
_CLOSES_WORD: Final = frozenset(",.;:!?)]}'\"%")
_OPENS_WORD: Final = frozenset("([{'\"")


class Rejoined(NamedTuple):
    """A paragraph, and the hyphens that were taken out of it where a word was parted."""

    text: str
    hyphens: str = ""


def rejoin(lines: Sequence[str]) -> Rejoined:
    """One paragraph of lines.

    Latin words get their space back, Hanzi need none; between the two there is one where the
    paragraph has it elsewhere.
    """
    spaced = len(lines) > 1 and _spaces_latin(lines)
    joined, hyphens = lines[0], ""
    for line in lines[1:]:
        if _is_parted(joined, line):
            hyphens += joined[-1]
            joined = joined[:-1] + line
        else:
            joined = _join(joined, line, spaced)
    return Rejoined(joined, hyphens.replace(_SOFT_HYPHEN, ""))


def _spaces_latin(lines: Sequence[str]) -> bool:
    text = "\n".join(lines)
    return len(_SPACED.findall(text)) > len(_UNSPACED.findall(text))


def _is_parted(above: str, below: str) -> bool:
    """Whether a hyphen at a line's end is there only because the word did not fit."""
    if above[-1] == _SOFT_HYPHEN:
        return True
    return _HYPHENATED.search(above[-_TAIL:]) is not None and _SMALL.match(below) is not None


def _join(above: str, below: str, spaced: bool) -> str:
    needs_space = _needs_space(above[-_TAIL:], below) or (
        spaced and _BOUNDARY.fullmatch(above[-1] + below[0])
    )
    return above + (" " if needs_space else "") + below


def _needs_space(above: str, below: str) -> bool:
    if _ADDRESS.search(above):
        return False
    last, first = above[-1], below[0]
    if (last.isdigit() and first.isdigit()) or not (
        _is_latin(last, _CLOSES_WORD) and _is_latin(first, _OPENS_WORD)
    ):
        return False
    return last.isalnum() or _is_latin(above.rstrip("".join(_CLOSES_WORD))[-1:], frozenset())


def _is_latin(char: str, marks: frozenset[str]) -> bool:
    return char in marks or (char.isalnum() and char < "\u0250" and char != "")
