"""What fitting changed is a layer: listed in the inspector, taken off as a whole or one by one, and
told in the issue's panel; the chip below says whether the issue still ends well.
"""

from __future__ import annotations

import pytest
from fitting_outcomes import outcome
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import copied, open_issue, settle

from desktop.dialogs.fitting import work
from desktop.panels.fit_state import FitState, chip_text
from desktop.selection import Selection, SelectionKind
from layouts.fitting.aim import Aim, AimKind
from layouts.fitting.listing import changes_in
from layouts.issue import edits
from layouts.issue.fitting import NO_FITTING
from layouts.issue.places import Place
from resources import resource


@pytest.fixture
def fitted(qtbot, window, tmp_path):
    """The sample with a layer, its settings shown in the inspector."""
    open_issue(qtbot, window, copied(resource("sample/issue.md"), tmp_path))
    session = window.session
    session.do("整页适配", outcome(session.issue).issue)
    session.select(Selection(SelectionKind.ISSUE))
    window.inspector.layout_form.fitting.set_expanded(True)
    settle(qtbot, window)
    return window


def test_every_change_of_the_layer_is_listed(fitted):
    layer = fitted.inspector.layout_form.fitting
    said = [row.words.accessibleName() for row in layer.rows]
    assert said == [change.zh for change in changes_in(fitted.session.issue)]
    assert layer.title() == f"适配调整 {len(said)} 处"
    assert layer.aim.text() == "目标：排满整页"
    assert fitted.issue_panel.layer.text() == layer.title()


def test_one_change_is_taken_off(qtbot, fitted):
    layer, session = fitted.inspector.layout_form.fitting, fitted.session
    before = changes_in(session.issue)
    QTest.mouseClick(layer.rows[2].cross, Qt.MouseButton.LeftButton)
    assert changes_in(session.issue) == (*before[:2], *before[3:])
    assert session.stack.undoText() == "去掉一处适配调整"
    session.stack.undo()
    assert changes_in(session.issue) == before


def test_all_of_it_is_taken_off(qtbot, fitted):
    layer, session = fitted.inspector.layout_form.fitting, fitted.session
    QTest.mouseClick(layer.off, Qt.MouseButton.LeftButton)
    assert session.issue.fitting == NO_FITTING
    qtbot.waitUntil(lambda: not layer.isVisible())
    qtbot.waitUntil(lambda: not fitted.issue_panel.layer.isVisible())


def test_the_issue_panel_leads_to_the_list(qtbot, fitted):
    fitted.session.select(Selection(SelectionKind.MASTHEAD))
    QTest.mouseClick(fitted.issue_panel.layer, Qt.MouseButton.LeftButton)
    assert fitted.inspector.form() is fitted.inspector.layout_form


def test_the_layer_survives_an_edit_and_another_leading_is_composed(qtbot, fitted):
    session = fitted.session
    layer = session.issue.fitting
    leading = session.layout.grid.leading
    issue = edits.insert_text(session.issue, Place(0, 1, 0), 0, "新").issue
    session.do("输入", issue)
    assert session.issue.fitting == layer
    session.do("行距", replace(issue, fitting=replace(layer, leading=1.03)))
    assert session.layout.grid.leading == pytest.approx(1.03 * leading)
    session.stack.undo()
    assert session.layout.grid.leading == leading


EIGHT = Aim(AimKind.PAGES, 8)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (FitState(6, None, 0), "差 2 页满 8 页"),
        (FitState(8, None, 0), "整页适配"),
        (FitState(8, EIGHT, 0), "排成 8 页 ✓"),
        (FitState(8, EIGHT, 5), "排成 8 页：差 5 行"),
        (FitState(9, EIGHT, -3), "排成 8 页：多 3 行"),
        (FitState(0, None, 0), ""),
    ],
)
def test_the_chip_says_how_the_issue_ends(qapp, state, said):
    assert chip_text(state, folded=True) == said


def test_what_is_stapled_has_no_sheets_to_fill(qapp):
    assert chip_text(FitState(6, None, 0), folded=False) == "整页适配"


def test_a_click_on_the_chip_fits_again_once_the_issue_no_longer_ends_well(
    qtbot, fitted, monkeypatch
):
    session = fitted.session
    few = len(session.edition.pages) - 1
    issue = session.issue
    session.do("目标", replace(issue, fitting=replace(issue.fitting, aim=str(few))))
    chip = fitted.status.fit
    qtbot.waitUntil(lambda: chip.text().startswith(f"排成 {few} 页：多 "))
    asked = []

    def fit(issue, aim, _catalogue, **_more):
        asked.append(aim)
        return outcome(issue, aim)

    monkeypatch.setattr(work, "fit", fit)
    steps = session.stack.count()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.stack.count() == steps + 1, timeout=15000)
    assert asked == [Aim(AimKind.PAGES, few)]
    assert session.stack.undoText() == "整页适配"
