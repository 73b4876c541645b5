"""A photo dragged by the mouse over the boundary of two pages, on the real window: the text of both
flows while it moves.
"""

from __future__ import annotations

import pytest
from page_driver import Driver
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from windows import give, open_issue, settle

from layouts.issue.photo import Side
from layouts.issue.places import Place

PROSE = "集团各部门分头走访基层，把群众反映的问题一件一件记下来，能当场办的当场办，一时办不了的说清楚原因和时限。"
CAPTION = "图为走访现场"


@pytest.fixture
def driver(qtbot, window, tmp_path):
    """A window with one long article over several pages, its photo on the left page of a spread;
    both pages are in view.
    """
    photo = QImage(1200, 800, QImage.Format.Format_RGB32)
    photo.fill(Qt.GlobalColor.darkCyan)
    photo.save(str(tmp_path / "photo.jpg"))
    paragraphs = [f"第{k + 1}段。" + PROSE * 3 for k in range(40)]
    paragraphs.insert(22, f"![{CAPTION}](photo.jpg){{side=right width=14em}}")
    path = tmp_path / "issue.md"
    path.write_text("\n\n".join(["## 【要闻】", "### 走访记", *paragraphs]), encoding="utf-8")
    open_issue(qtbot, window, path)
    give(window, "view.spreads")
    give(window, "view.fit-page")
    made = Driver(window.session, window.view)
    window.view.go_to_page(home(made))
    return made


def home(driver):
    """The page of the picture."""
    return next(k for k, page in enumerate(driver.session.edition.pages) if page.pictures)


def target(driver, page, rank=8):
    """A body line well inside a page, and a point in the right third of its column."""
    line = [line for line in driver.session.edition.pages[page].lines if line.role == "body"][rank]
    return line, driver.at(page, line.x + line.width * 0.8, line.y - line.size / 2)


def beside(driver):
    """The lines that stand beside the picture, and the picture."""
    page = driver.session.edition.pages[home(driver)]
    picture = page.pictures[0]
    body = [line for line in page.lines if line.role == "body"]
    return picture, [
        line for line in body if picture.y < line.y - line.size / 2 < picture.y + picture.height
    ]


def check_text_beside(driver):
    """What stands beside the photo keeps its distance and is whole em wide."""
    layout = driver.session.layout
    em, gap = layout.grid.size, layout.photo.standoff * layout.grid.size
    picture, lines = beside(driver)
    assert len(lines) >= 5
    for line in lines:
        assert (
            line.x + line.width <= picture.x - gap + 0.01
            or line.x >= picture.x + picture.width + gap - 0.01
        ), line.text
        assert line.width / em == pytest.approx(round(line.width / em), abs=1e-6), line.text
        inked = [run.x for run in line.runs]
        assert min(inked) >= line.x - em / 2
    full = max(
        line.width
        for line in driver.session.edition.pages[home(driver)].lines
        if line.role == "body"
    )
    assert all(line.width < full for line in lines)


def test_a_photo_is_dragged_onto_the_next_page(qtbot, window, driver):
    session = window.session
    left = home(driver)
    right = left + 1
    sheets = window.view.shown(left).paper, window.view.shown(right).paper
    assert sheets[0].right() <= sheets[1].left()  # a spread
    assert sheets[0].top() == sheets[1].top()
    assert all(window.view.viewport().rect().contains(sheet.center().toPoint()) for sheet in sheets)
    issue, pages = session.issue, session.edition.pages
    place, photo = driver.photo()
    picture = pages[left].pictures[0]
    steps = session.stack.count()
    line, end = target(driver, right)
    start = driver.at(left, picture.x + picture.width * 0.8, picture.y + 12)
    with driver.drag(start, end, steps=14):
        # while the button is still held
        qtbot.waitUntil(lambda: home(driver) == right and session.is_current, timeout=5000)
        assert [len(page.pictures) for page in session.edition.pages].count(1) == 1
        check_text_beside(driver)
        assert session.stack.undoText() == "移动图片"
    settle(qtbot, window)

    moved_place, moved = driver.photo()
    assert home(driver) == right
    assert not session.edition.pages[left].pictures
    assert session.selection.places == (moved_place,)
    assert moved_place.block > place.block
    assert moved.side is Side.RIGHT
    assert (moved.path, moved.caption.string, moved.width) == (photo.path, CAPTION, photo.width)
    assert session.edition.pages[right].pictures[0].y == pytest.approx(
        line.y - line.size, abs=4 * session.layout.grid.leading
    )
    check_text_beside(driver)
    assert text_of(session.edition.pages) == text_of(pages)

    assert session.stack.count() == steps + 1
    assert window.actions_["edit.undo"].text() == "撤销“移动图片”"
    QTest.keyClick(window.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert session.issue == issue
    assert session.edition.pages == pages
    QTest.keyClick(
        window.view,
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    settle(qtbot, window)
    assert home(driver) == right
    assert driver.photo() == (moved_place, moved)


def test_escape_on_the_other_page_gives_the_old_pages_back(qtbot, window, driver):
    session, left = window.session, home(driver)
    pages, steps = session.edition.pages, session.stack.count()
    picture = pages[left].pictures[0]
    _line, end = target(driver, left + 1)
    with driver.drag(driver.at(left, picture.x + 20, picture.y + 12), end, steps=10):
        qtbot.waitUntil(lambda: home(driver) == left + 1, timeout=5000)
        driver.key(Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert session.edition.pages == pages
    assert session.stack.count() == steps
    assert driver.photo()[0] == Place(0, 0, 22)


def text_of(pages):
    """All body text as a bag of characters: none is lost, none set twice."""
    return sorted(
        "".join(line.text for page in pages for line in page.lines if line.role == "body")
    )
