"""Our `office` style beside a print of December 2023: lines end where the print's do.

The print's text stays in the shared folder.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from composing import OFFICE, Composer

from layouts.issue.text import Text
from layouts.text.breaking import break_lines
from layouts.text.prepare import Typesetter

MEASURE, INDENT = 34.0, 2.0
LEAST = 97
"""Lines of 102. The print ends two lines a Hanzi earlier than they hold: no rule gives that, and
the three lines that follow from them differ too."""


@pytest.fixture(scope="module")
def paragraphs(shared: Path) -> list[dict[str, Any]]:
    return json.loads((shared / "golden" / "print-lines.json").read_text("utf8"))["paragraphs"]


@pytest.fixture(scope="module")
def composer(typesetter: Typesetter) -> Composer:
    return Composer(typesetter)


def ours(composer: Composer, paragraph: dict[str, Any]) -> list[str]:
    """The paragraph in the slots it had: 34 em, 2 em less on the first line, narrower beside a
    photo.
    """
    photo = paragraph["photo"]

    def measure(k: int) -> float:
        beside = photo is not None and photo["first"] <= k <= photo["last"]
        return (photo["em"] if beside else MEASURE) - (INDENT if k == 0 else 0.0)

    prepared = composer.prepare(Text(paragraph["text"]), OFFICE)
    return [prepared.string[line.start : line.end] for line in break_lines(prepared, measure)]


def test_at_least_97_of_102_full_lines_are_those_of_the_print(
    paragraphs: list[dict[str, Any]], composer: Composer, figure: Callable[[str], None]
) -> None:
    pairs: list[tuple[str, str]] = []
    for paragraph in paragraphs:
        if paragraph["photo"] is None:
            found = ours(composer, paragraph)
            found += [""] * (len(paragraph["lines"]) - len(found))
            pairs += zip(paragraph["lines"], found, strict=False)
    same = sum(printed == line for printed, line in pairs)
    figure(
        f"print of 2023, office style: {same} of {len(pairs)} full lines identical ({same / len(pairs):.1%})"
    )
    assert len(pairs) == 102
    assert same >= LEAST, [pair for pair in pairs if pair[0] != pair[1]]


def test_narrow_lines_beside_a_photo_are_those_of_the_print(
    paragraphs: list[dict[str, Any]], composer: Composer
) -> None:
    """Where a photo stands beside one paragraph alone, its recorded width gives the print's
    lines.
    """
    alone = [
        paragraph
        for paragraph in paragraphs
        if paragraph["photo"] and not paragraph["photo"]["shared"]
    ]
    assert [paragraph["photo"]["em"] for paragraph in alone] == [15.5, 16.0]
    for paragraph in alone:
        count = paragraph["photo"]["last"] + 1
        assert ours(composer, paragraph)[:count] == paragraph["lines"][:count]


def test_lines_under_a_photo_are_those_of_the_print(
    paragraphs: list[dict[str, Any]], composer: Composer
) -> None:
    for paragraph in paragraphs:
        if paragraph["photo"] and not paragraph["photo"]["shared"]:
            assert ours(composer, paragraph) == paragraph["lines"]


def test_each_narrow_line_of_a_shared_photo_fits_its_slot(
    paragraphs: list[dict[str, Any]], composer: Composer
) -> None:
    """That photo stands beside two paragraphs and its recorded width is a mean, so that its lines
    break elsewhere; each of the print's narrow lines still fits a slot within an em of the recorded
    width, marks squeezed as the style allows.
    """
    (paragraph,) = [
        paragraph for paragraph in paragraphs if paragraph["photo"] and paragraph["photo"]["shared"]
    ]
    photo = paragraph["photo"]
    for k, printed in enumerate(paragraph["lines"][photo["first"] : photo["last"] + 1]):
        width = photo["em"] + 1 - (INDENT if k == 0 else 0.0)
        assert composer.lines(Text(printed), width, punctuation=OFFICE) == [printed]


def test_text_under_a_shared_photo_breaks_as_the_print_does(
    paragraphs: list[dict[str, Any]], composer: Composer
) -> None:
    """From the first full line on, set as text that goes on."""
    (paragraph,) = [
        paragraph for paragraph in paragraphs if paragraph["photo"] and paragraph["photo"]["shared"]
    ]
    full = paragraph["lines"][paragraph["photo"]["last"] + 1 :]
    assert composer.lines(Text("".join(full)), MEASURE, punctuation=OFFICE) == full


def test_nothing_of_the_print_is_lost_or_doubled(
    paragraphs: list[dict[str, Any]], composer: Composer
) -> None:
    for paragraph in paragraphs:
        assert "".join(ours(composer, paragraph)) == "".join(paragraph["lines"])
