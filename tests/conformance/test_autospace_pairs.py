"""Gaps between Han and Latin: a text typed with spaces is set exactly as the same text typed
without.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from composing import Composer

from layouts.issue.text import Text
from layouts.text.prepare import Typesetter

EXCEPTIONS = Path(__file__).parent / "autospace-exceptions.tsv"


def is_han(char: str) -> bool:
    """Ideographs of CSS Text 4: Han, kana, bopomofo."""
    name = unicodedata.name(char, "")
    return (
        name.startswith(
            ("CJK UNIFIED", "CJK COMPATIBILITY IDEOGRAPH", "HIRAGANA LETTER", "KATAKANA LETTER")
        )
        or char in "々〇〻"
    )


def is_latin(char: str) -> bool:
    """Letters and numerals that are not full-width."""
    return (unicodedata.category(char)[0] in "LM" and not is_han(char)) or unicodedata.category(
        char
    ) == "Nd"


def inserted(typed: str, spaced: str) -> list[int] | None:
    """Where spaces were put in, as offsets of `typed`; None where anything else differs."""
    found: list[int] = []
    k = 0
    for char in spaced:
        if k < len(typed) and char == typed[k]:
            k += 1
        elif char == " ":
            found.append(k)
        else:
            return None
    return found if k == len(typed) else None


def relevant(suite: Path) -> Iterator[tuple[str, str]]:
    """Rows about Han and Latin: all that differs are spaces put between a Han ideograph and a
    letter or numeral.
    """
    with suite.open(encoding="utf8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            typed, spaced = row["input"], row["expected"]
            places = inserted(typed, spaced)
            if not places or "\\" in typed:
                continue
            sides = [(typed[k - 1 : k], typed[k : k + 1]) for k in places]
            if all(
                a and b and ((is_han(a) and is_latin(b)) or (is_latin(a) and is_han(b)))
                for a, b in sides
            ):
                yield typed, spaced


def placed(composer: Composer, text: str) -> tuple[list[int], list[float]]:
    """The glyphs and where they stand."""
    line = composer.one(Text(text))
    return [glyph.glyph for glyph in line.glyphs], [round(glyph.pen, 6) for glyph in line.glyphs]


def test_spaced_and_unspaced_text_give_the_same_layout(
    suites: Path, typesetter: Typesetter, count: Callable[[str, int, int], None]
) -> None:
    composer = Composer(typesetter)
    rows = list(relevant(suites / "autospace-pairs.tsv"))
    wrong = {typed for typed, spaced in rows if placed(composer, typed) != placed(composer, spaced)}
    with EXCEPTIONS.open(encoding="utf8", newline="") as lines:
        explained = {
            row["input"]: row["why"]
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        }
    count("autospace pairs about Han and Latin", len(rows) - len(wrong), len(rows))
    assert len(rows) - len(wrong) >= 0.95 * len(rows)
    assert wrong == set(explained)
    assert all(explained.values())


def test_a_gap_opens_at_every_place_where_a_space_was_put(
    suites: Path, typesetter: Typesetter
) -> None:
    """Equal layouts are not enough: there must be a gap, an eighth of an em by default."""
    composer = Composer(typesetter)
    missing: list[str] = []
    with EXCEPTIONS.open(encoding="utf8", newline="") as lines:
        explained = {
            row["input"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        }
    for typed, spaced in relevant(suites / "autospace-pairs.tsv"):
        places = inserted(typed, spaced) or []
        prepared = composer.prepare(Text(typed))
        offsets = {prepared.source_offset(k) + 1 for k in prepared.gaps}
        if not offsets.issuperset(places) and typed not in explained:
            missing.append(typed)
    assert missing == []
