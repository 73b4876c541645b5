"""整页适配 in the window: what fitting found is shown with ticks and pages side by side, taken whole or
in part as one step, and taken off. What fitting finds is not told here: see tests/fitting.
"""

from __future__ import annotations

import threading

import pytest
from fitting_outcomes import changes_of, outcome
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from windows import copied, dialog, give, open_issue, settle

from desktop.dialogs.fitting import FittingDialog, work
from desktop.selection import of_article
from layouts.compose import Superseded
from layouts.fitting.aim import Aim, AimKind
from layouts.fitting.layer import without_fitting
from layouts.issue import edits
from layouts.issue.fitting import NO_FITTING
from layouts.issue.places import Place, article_at
from resources import resource

SAMPLE = resource("sample/issue.md")


@pytest.fixture
def asked(monkeypatch):
    """The aims that fitting was asked for; it answers at once."""
    aims = []

    def fit(issue, aim, _catalogue, **_more):
        aims.append(aim)
        return outcome(issue, aim)

    monkeypatch.setattr(work, "fit", fit)
    return aims


@pytest.fixture
def sample(qtbot, window, tmp_path, asked):
    """The sample in the window."""
    open_issue(qtbot, window, copied(SAMPLE, tmp_path))
    return window


@pytest.fixture
def fitting(qtbot, sample):
    """The dialog once it shows what was found."""
    give(sample, "layout.fit")
    return found(qtbot)


def found(qtbot):
    shown = dialog(qtbot, FittingDialog)
    qtbot.waitUntil(lambda: shown.trial is not None, timeout=15000)
    return shown


def row(dialog, number):
    return dialog.changes.topLevelItem(number)


def test_every_change_is_listed_with_a_tick_and_the_outcome_said(fitting):
    changes = fitting.trial.fitted.changes
    words = [row(fitting, k).text(0) for k in range(fitting.changes.topLevelItemCount())]
    assert words == [change.zh for change in changes]
    assert fitting.changes.chosen == list(changes)
    assert fitting.title.text() == "末页排满"
    # of all changes the title tells how the issue ends
    assert not fitting.ending.text()
    assert fitting.take.text() == "全部采用"
    assert fitting.tabs.tabText(0) == f"改动 {len(changes)}"


def test_taking_all_is_one_step_that_can_be_undone(qtbot, sample, fitting):
    session = sample.session
    before = session.issue
    steps = session.stack.count()
    QTest.mouseClick(fitting.take, Qt.MouseButton.LeftButton)
    assert session.stack.count() == steps + 1
    assert session.stack.undoText() == "整页适配"
    assert session.issue.fitting == outcome(before).issue.fitting
    assert without_fitting(session.issue) == before
    session.stack.undo()
    assert session.issue is before


def test_how_the_issue_ends_with_what_is_ticked_is_said(qtbot, fitting):
    row(fitting, 1).setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: fitting.made is not None, timeout=10000)
    pages = len(fitting.made.edition.pages)
    assert fitting.ending.text().startswith(f"只采用勾选的：{pages} 页，末页排满 ")
    row(fitting, 1).setCheckState(0, Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: fitting.made is not None, timeout=10000)
    assert not fitting.ending.text()


def test_what_is_not_ticked_is_not_taken(qtbot, sample, fitting):
    changes = fitting.trial.fitted.changes
    row(fitting, 1).setCheckState(0, Qt.CheckState.Unchecked)
    assert fitting.take.text() == f"采用 {len(changes) - 1} 处"
    qtbot.waitUntil(lambda: fitting.made is not None, timeout=10000)
    QTest.mouseClick(fitting.take, Qt.MouseButton.LeftButton)
    fitted = sample.session.issue.fitting
    taken = {*fitted.lines, *fitted.photos}
    assert changes[1].id not in taken
    assert {change.id for change in changes if change is not changes[1]} == taken


@pytest.mark.parametrize("untick", [False, True])
def test_fitted_is_said_only_where_all_that_reaches_the_aim_was_taken(
    sample, fitting, monkeypatch, untick
):
    said = []
    monkeypatch.setattr(sample.services, "say", said.append)
    changes = fitting.trial.fitted.changes
    if untick:
        row(fitting, 1).setCheckState(0, Qt.CheckState.Unchecked)
    QTest.mouseClick(fitting.take, Qt.MouseButton.LeftButton)
    taken = f"已采用 {len(changes) - 1} 处改动，可以撤销"
    assert said == [taken if untick else "已适配：排满整页，可以撤销"]


def test_the_choices_of_an_aim_stay_where_they_are(fitting):
    choices = fitting.aims.kind
    before = choices.mapTo(fitting, QPoint(0, 0))
    choices.set_value(AimKind.PAGES)
    fitting.aims._show_number()
    fitting.aims.layout().activate()
    assert choices.mapTo(fitting, QPoint(0, 0)) == before


def test_a_change_comes_into_view_on_both_sides(qtbot, fitting):
    last = fitting.changes.topLevelItemCount() - 1
    fitting.changes.setCurrentItem(row(fitting, last))
    for column in (fitting.pages.before, fitting.pages.after):
        top, area = column.strip.top_of(last), column.area
        seen = area.verticalScrollBar().value()
        assert seen <= top < seen + area.viewport().height()


def test_both_sides_are_scrolled_together(fitting):
    before, after = (
        column.area.verticalScrollBar() for column in (fitting.pages.before, fitting.pages.after)
    )
    apart = after.value() - before.value()
    before.setValue(before.value() + 300)
    assert after.value() - before.value() == apart
    after.setValue(after.value() - 120)
    assert after.value() - before.value() == apart


def test_a_click_on_a_mark_chooses_its_change(qtbot, fitting):
    strip = fitting.pages.after.strip
    wanted = 3
    fitting.changes.look_at(wanted)
    top = round(strip.top_of(wanted)) + 4
    fitting.changes.look_at(0)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() // 2, top))
    assert fitting.changes.currentItem() is row(fitting, wanted)


def test_after_an_edit_it_says_that_it_is_out_of_date(qtbot, sample, fitting):
    session = sample.session
    session.do("输入", edits.insert_text(session.issue, Place(0, 1, 0), 0, "新").issue)
    assert "过时" in fitting.note.text()
    assert not fitting.take.isVisible()
    QTest.mouseClick(fitting.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: fitting.trial is not None, timeout=15000)
    assert fitting.trial.issue is session.issue
    assert not fitting.note.text()


def test_fitting_again_shows_the_issue_without_its_layer_before(qtbot, sample, fitting):
    QTest.mouseClick(fitting.take, Qt.MouseButton.LeftButton)
    settle(qtbot, sample)
    give(sample, "layout.fit")
    again = found(qtbot)
    assert again.trial.bare.fitting == NO_FITTING


def test_another_aim_is_fitted_to_at_once(qtbot, sample, fitting, asked):
    QTest.mouseClick(fitting.aims.kind.buttons()[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(asked) == 2 and fitting.trial is not None, timeout=15000)
    assert asked[-1] == Aim(AimKind.MULTIPLE, 4)
    QTest.mouseClick(fitting.aims.kind.buttons()[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(asked) == 3, timeout=15000)
    assert asked[-1] == Aim(AimKind.PAGES, len(sample.session.edition.pages))


def test_an_edit_for_a_person_is_gone_to(qtbot, sample, fitting):
    fitting.tabs.setCurrentIndex(1)
    edit = fitting.trial.fitted.suggestions[0]
    fitting.edits.itemActivated.emit(fitting.edits.topLevelItem(0), 0)
    assert sample.session.selection.place.of_article == edit.place.of_article
    qtbot.waitUntil(lambda: not fitting.isVisible())  # it stood over the pages


def test_fitting_can_be_given_up(qtbot, sample, monkeypatch):
    waits = threading.Event()

    def fit(_issue, _aim, _catalogue, stale=None, **_more):
        while not stale():
            waits.wait(0.01)
        raise Superseded

    monkeypatch.setattr(work, "fit", fit)
    give(sample, "layout.fit")
    shown = dialog(qtbot, FittingDialog)
    before = sample.session.issue
    shown.busy.cancelled.emit()
    qtbot.waitUntil(lambda: shown.title.text() == "适配已取消", timeout=10000)
    assert sample.session.issue is before
    assert not shown.take.isEnabled()
    # and typing went on meanwhile
    assert sample.session.settle()


@pytest.mark.parametrize(
    ("command", "kind", "number"),
    [
        ("article.save-lines", AimKind.SAVE, 2),
        ("article.gain-line", AimKind.GAIN, 1),
        ("article.one-page", AimKind.ONE_PAGE, 0),
        ("article.one-spread", AimKind.ONE_SPREAD, 0),
    ],
)
def test_one_article_is_fitted_by_itself(qtbot, sample, asked, command, kind, number):
    place = Place(0, 1)
    sample.session.select(of_article(place))
    give(sample, command)
    shown = found(qtbot)
    assert asked == [Aim(kind, number, article_at(sample.session.issue, place).id)]
    assert not shown.aims.isVisible()


def test_fitting_one_article_leaves_the_layer_of_the_others(qtbot, sample, fitting):
    QTest.mouseClick(fitting.take, Qt.MouseButton.LeftButton)
    settle(qtbot, sample)
    session = sample.session
    layer = session.issue.fitting
    article = article_at(session.issue, Place(0, 1))
    session.select(of_article(Place(0, 1)))
    give(sample, "article.save-lines")
    of_one = found(qtbot)
    own = {block.id for block in article.blocks}
    for number, change in enumerate(of_one.trial.fitted.changes):
        if change.id not in own:
            row(of_one, number).setCheckState(0, Qt.CheckState.Unchecked)
    QTest.mouseClick(of_one.take, Qt.MouseButton.LeftButton)
    assert session.issue.fitting == layer
    session.select(of_article(Place(0, 1)))
    give(sample, "article.gain-line")
    of_one = found(qtbot)
    of_one.changes.tick_all(ticked=False)
    row(of_one, 0).setCheckState(0, Qt.CheckState.Checked)
    QTest.mouseClick(of_one.take, Qt.MouseButton.LeftButton)
    assert session.issue.fitting.aim == layer.aim
    assert set(session.issue.fitting.lines) == set(layer.lines) - own


def test_the_layer_is_taken_off_as_one_step(qtbot, sample, fitting):
    before = sample.session.issue
    QTest.mouseClick(fitting.take, Qt.MouseButton.LeftButton)
    assert sample.session.issue.fitting != NO_FITTING
    assert sample.actions_["layout.unfit"].isEnabled()
    give(sample, "layout.unfit")
    assert not sample.actions_["layout.unfit"].isEnabled()
    assert sample.session.issue == before
    assert sample.session.stack.undoText() == "去掉适配调整"


def test_the_outcomes_of_these_tests_are_of_the_sample(sample):
    assert len(changes_of(sample.session.issue)) > 8
