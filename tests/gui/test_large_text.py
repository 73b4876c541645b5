"""Text of twice the size, and high contrast: every panel and dialog holds, as far as sizes tell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QToolButton,
)
from windows import dialog, give, settle

from desktop.dialogs.preferences import PreferencesDialog
from desktop.selection import NOTHING, Selection, SelectionKind, of_article, of_section
from desktop.settings import TEXT_SIZE
from desktop.theme import HIGH_DARK, LIGHT, apply_theme, restyle, text_scale, use_text_size
from desktop.widgets import MiddleElidedLabel
from layouts.issue.places import Place


@pytest.fixture
def large(qapp):
    """The application with text of twice the size."""
    use_text_size(qapp, 200)
    apply_theme(qapp, HIGH_DARK)
    yield
    use_text_size(qapp, 100)
    apply_theme(qapp, LIGHT)


def clipped(root):
    """What in a widget does not show its whole text: name and text."""
    root.ensurePolished()
    QApplication.processEvents()
    return [
        (type(widget).__name__, text)
        for kind in (QLabel, QAbstractButton, QLineEdit, QComboBox)
        for widget in root.findChildren(kind)
        if widget.isVisibleTo(root) and (text := _text(widget)) and _is_clipped(widget, text)
    ]


def _text(widget):
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return "" if isinstance(widget, MiddleElidedLabel) else widget.text()


def _is_clipped(widget, text):
    if isinstance(widget, QToolButton) and _only_an_icon(widget):
        return False
    metrics, room = widget.fontMetrics(), widget.contentsRect()
    if isinstance(widget, QLabel) and widget.wordWrap():
        area = QRect(0, 0, room.width(), 10_000)
        return metrics.boundingRect(area, 0x1000, text).height() > widget.height()
    if widget.height() < metrics.height():
        return True
    if isinstance(widget, QLineEdit | QComboBox) or "<" in text:
        return False  # these scroll, and rich text breaks
    wide = max(metrics.horizontalAdvance(line.replace("&", "")) for line in text.splitlines())
    if isinstance(widget, QCheckBox):
        wide += 16
    return widget.width() < wide


def _only_an_icon(button):
    style = Qt.ToolButtonStyle.ToolButtonIconOnly
    return not button.icon().isNull() and button.toolButtonStyle() is style


def test_the_start_page_holds(qtbot, window, large):
    window.resize(1600, 1000)
    assert clipped(window) == []


PANELS = {
    "article": of_article(Place(0, 0)),
    "section": of_section(Place(0)),
    "masthead": Selection(SelectionKind.MASTHEAD),
    "layout": Selection(SelectionKind.ISSUE),
    "nothing": NOTHING,
}


@pytest.mark.parametrize("selected", PANELS.values(), ids=PANELS)
def test_panels_hold(qtbot, opened, large, selected):
    opened.resize(1600, 1000)
    opened.speak()
    opened.viewing.show_findings(shown=True)
    opened.searching.open()
    opened.session.select(selected)
    opened.inspector.article.more.set_expanded(True)
    settle(qtbot, opened)
    # a list of pictures learns its height from its width: the form is laid out once more
    qtbot.waitUntil(lambda: clipped(opened) == [])


@pytest.mark.parametrize(
    "key",
    [
        "file.new", "export.pdf", "export.images", "export.ofd", "export.web", "export.word", "export.wechat", "export.set", "edit.preferences", "help.shortcuts", "help.about", "view.go-to-page",
        "view.palette", "house.words",
    ],
)  # fmt: skip
def test_dialogs_hold(qtbot, opened, large, key):
    opened.resize(1600, 1000)
    give(opened, key)
    asking = dialog(qtbot, QDialog)
    asking.resize(asking.size().expandedTo(asking.minimumSizeHint()))
    qtbot.waitUntil(lambda: not opened.services.tasks.is_busy)
    assert clipped(asking) == []
    asking.reject()


def test_the_size_of_text_changes_at_once(qtbot, opened, qapp):
    give(opened, "edit.preferences")
    asking = dialog(qtbot, PreferencesDialog)
    before = opened.status.pages.fontMetrics().height()
    box = asking.fields[TEXT_SIZE].widget
    box.activated.emit(box.findData("200"))
    assert text_scale() == 2
    assert opened.status.pages.fontMetrics().height() > 1.8 * before
    dialog(qtbot, PreferencesDialog).reject()
    use_text_size(qapp, 100)
    restyle(qapp)


@pytest.mark.parametrize(
    ("points", "scale"), [(9.0, 1.0), (11.0, 1.0), (15.0, 1.5), (20.0, 2.0), (40.0, 2.0)]
)
def test_the_system_s_larger_letters_are_followed(qapp, monkeypatch, points, scale):
    from desktop import theme

    monkeypatch.setattr(theme, "_SYSTEM_POINTS", "a test's own")
    qapp.setProperty("a test's own", points)
    monkeypatch.setattr(theme, "POINTS", 10.0)
    use_text_size(qapp, 0)
    assert text_scale() == scale
    use_text_size(qapp, 100)


def test_the_layout_panel_holds(qtbot, opened, large):
    opened.resize(1600, 1000)
    opened.speak()
    opened.designing.open()
    panel = opened.designing.panel
    for group in panel.groups:
        group.set_expanded(True)
    settle(qtbot, opened)
    qtbot.wait(50)
    assert clipped(panel) == []
