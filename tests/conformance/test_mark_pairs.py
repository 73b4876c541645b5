"""The 532 ordered pairs of marks of CSS Text 4's full-width collapsing, with the classes of
zh-Hans.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from layouts.text.classes import ClassTable
from layouts.text.spacing import resolve_quotes, trims

CLOSING_IN_CHINESE = "：；"
"""Middle marks in Japanese, closing ones in zh-Hans (CSS Text 4)."""

PATTERNS = {"CC": "HF", "CM": "HF", "CO": "FH", "MO": "FH", "OO": "FH"}


def expected_pairs(suite: Path) -> dict[str, str]:
    """Which of two marks becomes half: H, and which stays full: F. Pairs with ： or ； as their
    classes in Chinese have it.
    """
    data = json.loads(suite.read_text("utf8"))
    classes = data["classes"]
    opening, closing, middle = (
        classes["O"],
        classes["C"] + classes["D"] + CLOSING_IN_CHINESE,
        classes["M"],
    )

    def letter(mark: str) -> str:
        return (
            "O" if mark in opening else "C" if mark in closing else "M" if mark in middle else "?"
        )

    pairs: dict[str, str] = {}
    for kind, pair, widths in data["pairs_ja_htb"]:
        chinese = letter(pair[0]) + letter(pair[1])
        assert kind == chinese or set(pair) & set(CLOSING_IN_CHINESE), pair
        pairs[pair] = PATTERNS[chinese]
        assert kind != chinese or pairs[pair] == widths
    return pairs


def squeezed(pair: str) -> str:
    widths = ["F", "F"]
    for trim in trims(resolve_quotes(pair.translate(ClassTable())), stops=False):
        widths[trim.at] = "H"
    return "".join(widths)


def test_every_pair_is_squeezed_as_css_says(
    suites: Path, count: Callable[[str, int, int], None]
) -> None:
    pairs = expected_pairs(suites / "text-spacing-trim-combinations.json")
    wrong = {
        pair: (squeezed(pair), widths) for pair, widths in pairs.items() if squeezed(pair) != widths
    }
    count("text-spacing-trim pairs, zh classes", len(pairs) - len(wrong), len(pairs))
    assert len(pairs) == 532
    assert wrong == {}


def test_the_half_of_a_closing_mark_falls_on_its_right_and_of_an_opening_one_on_its_left(
    suites: Path,
) -> None:
    """Typst #8557, #8390."""
    for pair, widths in expected_pairs(suites / "text-spacing-trim-combinations.json").items():
        for trim in trims(resolve_quotes(pair.translate(ClassTable())), stops=False):
            assert trim.left == (widths == "FH"), pair


def test_exclamation_and_question_marks_are_squeezed_only_where_the_style_asks() -> None:
    letters = "！“".translate(ClassTable())
    assert not list(trims(resolve_quotes(letters), stops=False))
    assert list(trims(resolve_quotes(letters), stops=True))
