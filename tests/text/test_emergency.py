"""Units longer than their slot: the cut tears least at a joint, and starts or ends no line with
what may not stand there.
"""

from __future__ import annotations

import pytest
from composing import CLREQ, OFFICE, Composer


@pytest.mark.parametrize("punctuation", [CLREQ, OFFICE])
@pytest.mark.parametrize("tenths", range(40, 100, 7))
@pytest.mark.parametrize(
    "text",
    [
        "GB/T 15834—2011执行",
        "fghij~klmnopq。文",
        "¥1,234,567—¥2,345,678",
        "abcdefghijklmnopqr，文",
        "（abcdefghijklmnopqrst）",
    ],
)
def test_a_cut_line_starts_with_no_mark(
    composer: Composer, text: str, tenths: int, punctuation: object
) -> None:
    lines = composer.lines(text, tenths / 10, punctuation=punctuation)  # type: ignore[arg-type]
    assert not any(line[0] in "—~。，）,.、" for line in lines), lines
    assert not any(line[-1] in "（¥" for line in lines), lines


def test_the_number_of_a_standard_is_cut_at_its_joints(composer: Composer) -> None:
    assert [line.strip() for line in composer.lines("GB/T 15834—2011执行", 6.0)] == [
        "GB/T",
        "15834—2011",
        "执行",
    ]
    assert composer.lines("GB/T 15834—2011执行", 7.1)[0] == "GB/T 15834—"


def test_an_amount_is_cut_at_its_groups_of_three_before_its_figures_are(composer: Composer) -> None:
    assert composer.lines("1,234,567,890,123", 4.0)[0].endswith(",")


def test_a_joint_that_would_leave_the_line_nearly_blank_is_no_place_to_cut(
    composer: Composer,
) -> None:
    assert composer.lines("A/" + "x" * 60, 10.0)[0] != "A/"


def test_nothing_is_lost_where_nothing_but_marks_is_left(composer: Composer) -> None:
    text = "。" * 9
    assert "".join(composer.lines(text, 2.0)) == text


def test_a_sign_inside_a_unit_stays_with_what_is_before_it(composer: Composer) -> None:
    assert composer.lines("（abcdefghijk=lmnopqrstuv）", 6.5)[0].endswith(("=", "k", "j", "i"))
    assert not any(
        line.startswith("'")
        for tenths in range(20, 60, 3)
        for line in composer.lines("（shouldn't've）", tenths / 10)
    )
