"""Lines under words that are no single stroke: where they begin and end, and what they keep clear
of.
"""

from __future__ import annotations

import pytest
from marked_text import Printed, article, issue_of, text_of

from fonts.catalogue import Catalogue
from layouts.flow.underlines import UNDERLINES
from layouts.issue import edits
from layouts.issue.marks import TRAITS
from layouts.issue.places import Place, text_at
from layouts.issue.splice import consistent
from layouts.issue.text import Mark, MarkKind
from layouts.page.item import Line, Rule
from layouts.page.stops import character_edges

LINES = TRAITS[MarkKind.UNDERLINE].choices
FIRST = Place(0, 0, 0)


def drawn(catalogue: Catalogue, written: str) -> tuple[Line, list[Rule], Printed]:
    """The line of a short text, and what is drawn under it."""
    printed = Printed(catalogue, article(written))
    (line,) = printed.lines("body")
    grid = printed.layout.grid
    rules = [
        rule for rule in printed.rules() if line.y - line.size < rule.y0 < line.y + grid.leading
    ]
    return line, rules, printed


def test_every_kind_of_line_is_drawn() -> None:
    assert set(UNDERLINES) == set(LINES)


@pytest.mark.parametrize("kind", LINES)
def test_a_line_goes_from_the_first_character_to_the_last(catalogue: Catalogue, kind: str) -> None:
    line, rules, printed = drawn(catalogue, f"甲乙{{underline={kind}|丙丁，戊}}己")
    edges = character_edges(line, printed.face)
    # a round end goes half the stroke further
    slack = max(rule.width for rule in rules) * 1.1
    assert min(rule.x0 for rule in rules) == pytest.approx(edges[2][0], abs=slack)
    assert max(rule.x1 for rule in rules) == pytest.approx(edges[6][0], abs=slack)


@pytest.mark.parametrize("kind", LINES)
def test_it_clears_its_words_and_stays_in_the_line_gap(catalogue: Catalogue, kind: str) -> None:
    line, rules, printed = drawn(catalogue, f"{{underline={kind}|国务院}}")
    grid = printed.layout.grid
    tops = [min(rule.y0, rule.y1) - rule.width / 2 for rule in rules]
    feet = [max(rule.y0, rule.y1) + rule.width / 2 for rule in rules]
    assert min(tops) > line.y + 0.12 * line.size
    assert max(feet) < line.y + grid.leading - grid.ascent


@pytest.mark.parametrize("kind", ["", *LINES])
def test_emphasis_dots_stand_under_it(catalogue: Catalogue, kind: str) -> None:
    _, rules, _ = drawn(catalogue, f"{{underline={kind}|{{emphasis-dots|甲乙}}}}")
    dots = [rule for rule in rules if rule.round_caps and rule.x1 - rule.x0 < 0.1]
    others = [rule for rule in rules if rule not in dots]
    assert len(dots) == 2
    assert min(dot.y0 - dot.width / 2 for dot in dots) > max(
        max(rule.y0, rule.y1) + rule.width / 2 for rule in others
    )


def test_two_words_have_lines_of_their_own(catalogue: Catalogue) -> None:
    _, rules, _ = drawn(catalogue, "{underline=double|甲}{underline=thick|乙}")
    assert len({rule.width for rule in rules}) == 2
    assert len(rules) == 3


# -- as marks --------------------------------------------------------------------------------------


def test_the_same_characters_have_one_line() -> None:
    issue = issue_of(article("{underline|甲乙丙}"))
    wavy = edits.set_mark(issue, (FIRST, 1), (FIRST, 2), MarkKind.UNDERLINE, "wavy").issue
    assert text_at(wavy, FIRST) == text_of("{underline|甲}{underline=wavy|乙}{underline|丙}")


def test_asked_for_again_it_goes_and_another_takes_its_place() -> None:
    issue, ends = issue_of(article("甲乙")), ((FIRST, 0), (FIRST, 2))
    wavy = edits.toggle_mark(issue, *ends, MarkKind.UNDERLINE, "wavy").issue
    thick = edits.toggle_mark(wavy, *ends, MarkKind.UNDERLINE, "thick").issue
    assert text_at(thick, FIRST) == text_of("{underline=thick|甲乙}")
    assert text_at(edits.toggle_mark(thick, *ends, MarkKind.UNDERLINE, "thick").issue, FIRST) == (
        text_of("甲乙")
    )


def test_no_other_value_is_one() -> None:
    issue = issue_of(article("甲乙"))
    with pytest.raises(ValueError, match="underline"):
        edits.set_mark(issue, (FIRST, 0), (FIRST, 1), MarkKind.UNDERLINE, "red")
    assert consistent("甲乙", [Mark(0, 1, MarkKind.UNDERLINE, "red")]).marks == ()
