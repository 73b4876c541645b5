"""A window on the screens of today: whole, no larger than they are, and usable at 1024×700."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QDialog

from desktop.window_parts.geometry import COLUMNS, FRAME, column_widths, fitted

LAPTOP, LARGE = QRect(0, 0, 1366, 728), QRect(1366, 0, 3840, 2120)


@pytest.mark.parametrize(
    ("window", "screens", "expected"),
    [
        # as it was
        (QRect(100, 100, 900, 500), [LAPTOP], QRect(100, 100, 900, 500)),
        # larger than the screen: the screen, below the title bar
        (QRect(0, 0, 1600, 1000), [LAPTOP], QRect(0, 32, 1366, 696)),
        # on a screen that is no longer there
        (QRect(2000, 300, 1200, 600), [LAPTOP], QRect(166, 128, 1200, 600)),
        # over the edge
        (QRect(1200, 600, 800, 500), [LAPTOP], QRect(566, 228, 800, 500)),
        (QRect(-400, -100, 800, 500), [LAPTOP], QRect(0, 32, 800, 500)),
        # mostly on the second screen: wholly there
        (QRect(1200, 100, 1400, 900), [LAPTOP, LARGE], QRect(1366, 100, 1400, 900)),
        # nowhere: the main screen
        (QRect(9000, 9000, 800, 500), [LAPTOP, LARGE], QRect(566, 228, 800, 500)),
    ],
)
def test_a_window_stands_whole_on_a_screen_of_today(window, screens, expected):
    assert fitted(window, screens) == expected


def test_what_was_kept_of_a_larger_screen_fits_this_one(qtbot, settings, catalogue, tmp_path):
    from desktop.session import Session
    from desktop.window import MainWindow

    before = MainWindow(Session(catalogue), settings, tmp_path / "data")
    qtbot.addWidget(before)
    before.setGeometry(3000, 900, 2400, 1800)
    before.show()
    before.close()
    after = MainWindow(Session(catalogue), settings, tmp_path / "data")
    qtbot.addWidget(after)
    room = after.screen().availableGeometry().marginsRemoved(FRAME)
    assert room.contains(after.geometry())


def test_the_pages_keep_half_of_a_narrow_window():
    assert column_widths(1600) == list(COLUMNS)
    left, pages, right = column_widths(1024)
    assert left + pages + right == 1024
    assert pages >= 512
    assert column_widths(3840)[0] == COLUMNS[0]


def test_large_letters_give_the_panels_more_of_the_window():
    plain, large = column_widths(1600), column_widths(1600, 2.0)
    assert (large[0], large[2]) == (1.5 * plain[0], round(1.5 * plain[2]))
    assert sum(large) == 1600


def test_the_fields_of_finding_keep_their_width_in_a_narrow_window(qtbot, opened):
    from desktop.dialogs.find_bar import FIELD

    opened.resize(1024, 700)
    opened.searching.open()
    qtbot.waitUntil(opened.searching.isVisible)
    bar = opened.searching
    qtbot.waitUntil(lambda: bar.needle.width() >= FIELD)
    assert bar.replacement.width() >= FIELD
    widgets = (
        bar.needle, bar.match_case, bar.match_width, bar.before, bar.after, bar.count, bar.replacement, bar.one, bar.all,
    )  # fmt: skip
    places = [
        QRect(widget.mapTo(bar, widget.rect().topLeft()), widget.size()) for widget in widgets
    ]
    assert not [
        (one, other)
        for k, one in enumerate(places)
        for other in places[k + 1 :]
        if one.intersects(other)
    ]
    assert all(bar.rect().contains(place) for place in places)
    opened.resize(1900, 900)
    qtbot.waitUntil(lambda: bar.needle.y() == bar.replacement.y())


def test_the_window_itself_can_be_made_that_small(qtbot, opened):
    opened.viewing.show_findings(shown=True)
    opened.searching.open()
    least = opened.minimumSizeHint()
    assert (least.width() <= 1024, least.height() <= 668) == (True, True)


def test_dialogs_are_no_larger_than_the_screen(qtbot, window):
    from desktop.window_parts.geometry import roomy

    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    roomy(dialog, 5000, 4000)
    room = window.screen().availableGeometry()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height() - FRAME.top()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_form_is_wider_than_the_inspector_in_a_narrow_window(session, qtbot, qapp, language):
    from desktop.panels.inspector import Inspector
    from desktop.window_parts.geometry import NARROWEST
    from desktop.words import install_translations

    install_translations(qapp, language)
    try:
        made = Inspector(session)
        qtbot.addWidget(made)
        made.resize(NARROWEST[2], 500)
        made.show()
        made.article.more.set_expanded(True)
        scroll_bar = 16
        forms = (made.article, made.section, made.photo, made.masthead, made.layout_form)
        room = NARROWEST[2] - scroll_bar
        assert [
            type(form).__name__ for form in forms if form.minimumSizeHint().width() > room
        ] == []
    finally:
        install_translations(qapp, "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_narrow_window_leaves_out_what_menus_have_and_keeps_the_export(
    qtbot, qapp, opened, language
):
    from desktop.words import install_translations

    install_translations(qapp, language)
    try:
        opened.speak()
        opened.show()
        tools = opened.tools
        for width in (1024, 1900):
            opened.resize(width, 668)
            qtbot.waitUntil(lambda width=width: tools.width() == width and tools.export.isVisible())
            assert tools.rect().contains(tools.export.geometry())
        qtbot.waitUntil(lambda: tools.fit.isVisible() and tools.arrangement.isVisible())
    finally:
        install_translations(qapp, "zh")


def test_controls_that_stand_below_each_other_are_all_seen(qtbot):
    from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

    from desktop.widgets.folding import FoldingRow

    form, boxes = QWidget(), (QCheckBox("Start on a new page"), QCheckBox("Keep on one page"))
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    row = FoldingRow(*boxes)
    column.addWidget(row)
    column.addStretch(1)
    form.resize(row.sizeHint().width() - 20, 400)
    form.show()
    assert boxes[1].geometry().top() > boxes[0].geometry().bottom()
    assert row.rect().contains(boxes[1].geometry())
