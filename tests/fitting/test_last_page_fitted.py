"""How pages end is read off them as fitting counts it, and so are the rows that an aim lacks."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from layouts.compose import compose
from layouts.fitting.aim import Aim, AimKind
from layouts.fitting.ending import ending_of, rows_short
from layouts.fitting.fitted import IssueEnd
from layouts.fitting.trial import Trials
from layouts.house.load import layout_of, load_layout, stock_layouts
from layouts.house.text_style import Levelling
from layouts.issue.fitting import NO_FITTING
from layouts.issue.ids import with_ids
from layouts.manuscript import read_manuscript
from resources import resource


@pytest.mark.parametrize("layout", stock_layouts())
def test_pages_say_what_a_trial_does(layout, catalogue):
    issue, _ = read_manuscript(resource("sample/issue.md"))
    issue = with_ids(replace(issue, layout=layout))
    trial = Trials(issue, catalogue).lay(NO_FITTING)
    house = layout_of(issue)
    found = ending_of(compose(issue, house, catalogue), house)
    assert found.pages == trial.pages
    # where columns end level they may be a row apart
    level = house.grid.columns - 1 if house.balance is not Levelling.NEVER else 0
    assert abs(found.fill - trial.fill) * trial.capacity <= level + 0.01


@pytest.mark.parametrize("layout", ["neikan-a4-2col", "neikan-a4-3col"])
def test_a_section_in_one_column_fills_its_page_as_far_down_as_it_goes(layout, catalogue, tmp_path):
    """Its rows are as wide as all columns of the layout together."""
    head = f"---\nlayout: {layout}\npublication: 简报\nissue: 1\ndate: 2026-11-20\n---\n\n"
    text = "湖边的书房今天开门，来的人很多。" * 90
    (tmp_path / "issue.md").write_text(
        f"{head}## 【要闻】 {{columns=1}}\n\n### 题目\n\n{text}\n", "utf8"
    )
    issue = with_ids(read_manuscript(tmp_path / "issue.md")[0])
    house = layout_of(issue)
    edition = compose(issue, house, catalogue)
    last = max(line.y for line in edition.pages[-1].lines if line.role == "body")
    rows = round((last - house.grid.top - house.grid.ascent) / house.grid.leading) + 1
    assert ending_of(edition, house).fill == pytest.approx(rows / house.grid.rows)
    assert Trials(issue, catalogue).lay(NO_FITTING).fill == pytest.approx(rows / house.grid.rows)


JIANBAO = load_layout("jianbao-a4")
"""30 rows, its last page full from 0.7 on: 21 rows."""


@pytest.mark.parametrize(
    ("aim", "pages", "fill", "rows"),
    [
        (Aim(), 6, 0.7, 0),
        (Aim(), 6, 0.5, 6),
        (Aim(AimKind.PAGES, 6), 6, 0.1, 0),
        (Aim(AimKind.PAGES, 8), 7, 0.5, 36),
        (Aim(AimKind.PAGES, 6), 7, 0.2, -6),
        (Aim(AimKind.MULTIPLE, 4), 8, 0.1, 0),
        (Aim(AimKind.MULTIPLE, 4), 7, 1.0, 21),
        (Aim(AimKind.SAVE, 2, "a1"), 7, 0.1, 0),
    ],
)
def test_the_rows_that_an_aim_lacks(aim, pages, fill, rows):
    assert rows_short(aim, IssueEnd(pages, fill), JIANBAO) == rows


def test_a_layout_that_asks_for_it_wants_its_last_page_filled_too():
    aim, end = Aim(AimKind.PAGES, 6), IssueEnd(6, 0.5)
    assert rows_short(aim, end, JIANBAO) == 0
    assert rows_short(aim, end, JIANBAO, filled=True) == 6
