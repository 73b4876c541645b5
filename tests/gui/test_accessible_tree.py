"""A screen reader finds no control without a name, in the window and on the start page, whatever is
selected.
"""

from __future__ import annotations

import pytest
from accessible_tree import nameless, walk
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from windows import SAMPLE, copied, open_issue, press

from desktop.selection import (
    Selection,
    SelectionKind,
    TextPosition,
    of_article,
    of_photo,
    of_section,
    of_text,
)
from layouts.issue.photo import Photo
from layouts.issue.places import Place, articles

SELECTIONS = {
    "nothing": Selection(),
    "issue": Selection(SelectionKind.ISSUE),
    "masthead": Selection(SelectionKind.MASTHEAD),
    "colophon": Selection(SelectionKind.COLOPHON),
    "section": of_section(Place(0)),
    "article": of_article(Place(0, 0)),
    "text": of_text(TextPosition(Place(0, 0, 0), 0)),
}


@pytest.mark.parametrize("selected", SELECTIONS)
def test_every_control_of_the_window_has_a_name(opened, selected):
    opened.session.select(SELECTIONS[selected])
    opened.viewing.show_findings(shown=True)
    opened.searching.open()
    QApplication.processEvents()
    assert nameless(opened) == []


def test_every_control_beside_a_photo_has_a_name(qtbot, window, tmp_path):
    open_issue(qtbot, window, copied(SAMPLE, tmp_path))
    photos = (
        place._replace(block=k)
        for place, article in articles(window.session.issue)
        for k, block in enumerate(article.blocks)
        if isinstance(block, Photo)
    )
    window.session.select(of_photo(next(photos)))
    QApplication.processEvents()
    assert nameless(window) == []


def test_every_control_of_the_start_page_has_a_name(window):
    assert nameless(window) == []


def test_every_control_of_the_guide_has_a_name(opened):
    from PySide6.QtCore import Qt

    press(opened, Qt.Key.Key_F1)
    (guide,) = [one for one in QApplication.topLevelWidgets() if one.objectName() == "guide"]
    assert nameless(guide) == []
    guide.close()


def test_panels_are_told_apart(opened):
    opened.viewing.show_findings(shown=True)
    top = QAccessible.queryAccessibleInterface(opened)
    names = {part.text(QAccessible.Text.Name) for part, _path in walk(top)}
    assert {"本期", "版面", "检查器", "页流", "检查结果"} <= names


def test_a_notice_over_the_pages_is_called_by_its_sentence(opened):
    opened.bars.read_only.say("这个文件以只读打开")
    opened.bars.show()
    QApplication.processEvents()
    assert nameless(opened) == []
    bar = QAccessible.queryAccessibleInterface(opened.bars.read_only)
    assert bar.text(QAccessible.Text.Name) == "这个文件以只读打开"
