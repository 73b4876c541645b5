"""What the eye can tell of the program's windows. Places are rectangles on the screen in its own
pixels: [left, top, width, height].
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from PySide6.QtCore import QAbstractListModel, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from layouts.page.stops import character_edges

Place = list[int]


def windows() -> list[list[object]]:
    """The open windows: kind, title, place; the active one last."""
    active = _front()
    found = sorted(_top(), key=lambda window: window is active)
    return [[type(w).__name__, w.windowTitle(), _place(w, w.rect())] for w in found]


def words(text: str, kind: str = "", window: str = "") -> list[Place]:
    """Where a text stands: labels, buttons, fields (by their name or what is in them), menu items,
    tabs, rows. In the window in front alone, or in the one of this class; what says just this goes
    before what has it in it.

    `kind` is the class of the widget, or one that it comes from, where several say the same.
    """
    front = _front() if not window else _of_class(window)
    said = [
        (label, place)
        for widget in (_shown(front) if front is not None else ())
        if not kind or any(kind == base.__name__ for base in type(widget).__mro__)
        for label, place in _labels(widget)
        if text in label
    ]
    return [place for label, place in sorted(said, key=lambda found: _plain(found[0]) != text)]


def line(text: str, role: str = "", nth: int = 0) -> Place | None:
    """Where a text stands on the pages, scrolled and enlarged as they are: from its first to its
    last character. None where no line in sight has it.
    """
    view = _view()
    found = 0
    for page, shown in enumerate(view.pages):
        for one in shown.lines:
            at = one.text.find(text)
            if at < 0 or (role and one.role != role):
                continue
            if found == nth:
                edges = character_edges(one, view.session.catalogue.face)
                left, right = edges[at][0], edges[at + len(text) - 1][1]
                sheet = view.shown(page)
                box = QRectF(
                    sheet.x(left),
                    sheet.y(one.y - one.size),
                    (right - left) * sheet.scale,
                    1.2 * one.size * sheet.scale,
                )
                seen = view.viewport().rect().contains(box.center().toPoint())
                return _place(view.viewport(), box.toRect()) if seen else None
            found += 1
    return None


def picture(nth: int = 0) -> Place | None:
    """Where a photo stands on the pages."""
    view = _view()
    found = [(page, one) for page, shown in enumerate(view.pages) for one in shown.pictures]
    if nth >= len(found):
        return None
    page, one = found[nth]
    sheet = view.shown(page)
    box = QRectF(sheet.x(one.x), sheet.y(one.y), one.width * sheet.scale, one.height * sheet.scale)
    return _place(view.viewport(), box.toRect())


def picture_of(file: str) -> Place | None:
    """Where the photo of a file stands on the pages; None where it is out of sight."""
    view = _view()
    for page, shown in enumerate(view.pages):
        for one in shown.pictures:
            if PurePath(one.path).name != file:
                continue
            sheet = view.shown(page)
            box = QRectF(
                sheet.x(one.x), sheet.y(one.y), one.width * sheet.scale, one.height * sheet.scale
            ).toRect()
            if view.viewport().rect().contains(box.center()):
                return _place(view.viewport(), box)
    return None


def caret() -> Place | None:
    """Where the caret is, as the widget with the keyboard tells the input method."""
    widget = QApplication.focusWidget()
    if widget is None or not widget.inputMethodQuery(Qt.InputMethodQuery.ImEnabled):
        return None
    area = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    return _place(widget, area.toRect() if isinstance(area, QRectF) else area)


def focus() -> list[object] | None:
    """What has the keyboard: its class, its name, the text in it, its place."""
    widget = QApplication.focusWidget()
    if widget is None:
        return None
    return [
        type(widget).__name__,
        widget.accessibleName(),
        _content(widget),
        _place(widget, widget.rect()),
    ]


def composing() -> str:
    """What is being composed, on the pages or in a field, and not chosen yet."""
    field = QApplication.instance().findChild(QObject, "field composition")
    return _view().ime.preedit.text or field._text


def selection() -> list[object]:
    """What is selected: its kind, and its article, counted through the issue."""
    chosen = _window().session.selection
    return [chosen.kind.name, str(chosen.place)]


def pages() -> list[list[str]]:
    """The lines of text on each page."""
    return [[one.text for one in shown.lines] for shown in _view().pages]


def done() -> bool:
    """Whether nothing is being composed into pages, read, or saved any more."""
    window = _window()
    session = window.session
    return not (
        window.services.tasks.is_busy
        or window.files.saving.is_running
        # not `is_current`: what is composed may stand on them
        or (session.issue is not None and session._shown_serial != session._ordered_serial)
    )


def saved() -> bool:
    """Whether the issue lies in its file as it is now."""
    window = _window()
    return window.session.is_saved and not window.files.saving.is_running


QUESTIONS = {
    question.__name__: question
    for question in (
        windows, words, line, picture, picture_of, caret, focus, composing, selection, pages, done, saved
    )
}  # fmt: skip


def _window() -> QWidget:
    return next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow")


def _view() -> QWidget:
    return _window().view


def _top() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def _of_class(kind: str) -> QWidget | None:
    return next((window for window in _top() if type(window).__name__ == kind), None)


def _front() -> QWidget | None:
    """What takes clicks now: a menu, a dialog, or the window."""
    return (
        QApplication.activePopupWidget()
        or QApplication.activeModalWidget()
        or QApplication.activeWindow()
    )


def _shown(window: QWidget) -> Iterator[QWidget]:
    yield window
    for widget in window.findChildren(QWidget):
        if (
            widget.window() is window
            and widget.isVisible()
            and not widget.visibleRegion().isEmpty()
        ):
            yield widget


def _labels(widget: QWidget) -> Iterator[tuple[str, Place]]:
    """What a widget says, and where."""
    for name in ("text", "title", "placeholderText", "currentText", "toPlainText"):
        say = getattr(widget, name, None)
        said = say() if callable(say) and not isinstance(widget, QMenu) else ""
        if isinstance(said, str) and said:
            yield said, _place(widget, widget.visibleRegion().boundingRect())
    if widget.accessibleName():
        yield widget.accessibleName(), _place(widget, widget.visibleRegion().boundingRect())
    yield from ((said, _place(*where)) for said, where in _parts(widget))


def _parts(widget: QWidget) -> Iterator[tuple[str, tuple[QWidget, QRect]]]:
    """The words of what is no widget by itself: menu items, tabs, rows."""
    if isinstance(widget, QMenu | QMenuBar):
        for action in widget.actions():
            if action.isVisible() and not action.isSeparator():
                yield action.text(), (widget, widget.actionGeometry(action))
    elif isinstance(widget, QTabBar):
        for k in range(widget.count()):
            yield widget.tabText(k), (widget, widget.tabRect(k))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _rows(widget)


def _rows(view: QAbstractItemView) -> Iterator[tuple[str, tuple[QWidget, QRect]]]:
    inside = view.viewport().rect()
    waiting = [view.rootIndex()]
    model = view.model()
    # a list keeps to itself what a table or a tree would say
    is_list = isinstance(model, QAbstractListModel)
    while waiting:
        parent = waiting.pop()
        for row in range(model.rowCount(parent)):
            for column in range(1 if is_list else model.columnCount(parent)):
                index = model.index(row, column, parent)
                area = view.visualRect(index) & inside
                if not area.isEmpty():
                    yield str(index.data() or ""), (view.viewport(), area)
                if column == 0 and not is_list and model.hasChildren(index):
                    waiting.append(index)


def _plain(label: str) -> str:
    """A label without its mark of the key (`文件(&F)`), the key behind it, and its dots."""
    return label.partition("\t")[0].partition("(&")[0].replace("&", "").removesuffix("…").strip()


def _content(widget: QWidget) -> str:
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.toPlainText()
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""


def _place(widget: QWidget, area: QRect) -> Place:
    corner = widget.mapToGlobal(QPoint(area.x(), area.y()))
    ratio = widget.devicePixelRatioF()
    return [round(value * ratio) for value in (corner.x(), corner.y(), area.width(), area.height())]
