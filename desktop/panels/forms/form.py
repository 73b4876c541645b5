"""What all forms share: fields that commit live, refuse what is wrong with a sentence, and never
disturb who is typing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.incoming import text_in
from desktop.selection import Selection
from desktop.session import Session
from desktop.widgets import EmSpinBox, GrowingLine, LabelledControl, set_property
from desktop.widgets.field import GAP
from desktop.widgets.wheel import takes_wheel
from desktop.words import tr
from layouts.house.locks import locked
from layouts.issue.edits.typed import one_line
from layouts.issue.issue import Issue

Value = TypeVar("Value")

MARGINS = (16, 12, 16, 16)
"""Pixels round a form."""

SPACING = 12
"""Pixels between two fields."""


class Form(QWidget):
    """A column of fields about what is selected in a session. `follow` brings them up to date."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*MARGINS)
        self.column.setSpacing(SPACING)
        self._visit = 0
        self._shown: tuple[object, ...] = ()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.connect(self._go_on)

    def _go_on(self) -> None:
        """The editor goes to another field: what is typed when coming back is another act."""
        self._visit += 1

    def follow(self) -> None:
        """Show what is selected as it is now; cheap where nothing changed."""

    def first(self) -> QWidget:
        """The field that takes the keys when the editor comes here."""
        fields = [
            child
            for child in self.findChildren(QWidget)
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        return next(
            (child for child in fields if child.isEnabled() and child.isVisibleTo(self)), self
        )

    def field(self, name: str) -> QWidget:
        """The control of a field as templates name it; the first control where the form has none of
        this name.
        """
        return self.first()

    def commit(
        self, name: str, issue: Issue, field: str = "", selection: Selection | None = None
    ) -> None:
        """Do one act; acts in a row on one field of one place are one step of undo, until the
        editor leaves the field.
        """
        place = self.session.selection.place
        merge = f"field-{field}-{place}-{self._visit}" if field else ""
        before = self.session.issue
        self.session.do(name, issue, selection, merge)
        if self.session.issue is before and issue is not before:
            # it was refused: the field shows again what the issue has
            self._shown = ()
            self.follow()

    def hold(self, part: str, aspect: str, *widgets: QWidget) -> bool:
        """Let nothing be done in fields of what the layout locks; whether it does."""
        layout = self.session.layout
        is_locked = layout is not None and locked(layout.locks, part, aspect)
        for widget in widgets:
            widget.setEnabled(not is_locked)
            known = widget.property("unlocked")
            if is_locked and known is None:
                widget.setProperty("unlocked", widget.toolTip())
                widget.setToolTip(tr("由版式锁定，不能改"))
            elif not is_locked and known is not None:
                widget.setToolTip(str(known))
                widget.setProperty("unlocked", None)
        return is_locked

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a field below the others."""
        self.column.addWidget(widget, stretch)

    def add_row(self, *widgets: QWidget) -> QHBoxLayout:
        """Add fields beside each other, equally wide; they stay on a line where one of them has a
        note below.
        """
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        return row


class LineInput(QLineEdit):
    """A line that takes text also where a clipboard has it as HTML alone, which Qt's own does
    not.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Paste by the clipboard's text alone, whatever else it holds."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Put the text in as one line."""
        data = QGuiApplication.clipboard().mimeData()
        if data and not self.isReadOnly():
            self.insert(one_line(text_in(data)))


class LineField(LabelledControl):
    """A line of text that commits with every character.

    `commit` may answer with a sentence: then the value was refused.

    One that `grows` wraps long texts instead of cutting them.
    """

    def __init__(
        self,
        label: str,
        commit: Callable[[str], str | None],
        placeholder: str = "",
        *,
        grows: bool = False,
    ) -> None:
        self.line: QLineEdit | GrowingLine = GrowingLine() if grows else LineInput()
        super().__init__(label, self.line)
        self.line.setPlaceholderText(placeholder)
        self.line.setMinimumWidth(48)
        self._commit = commit
        self.line.textEdited.connect(self._edited)

    def show_text(self, text: str) -> None:
        """Show a value; what is refused stays to be mended while the editor is in the field."""
        if self.line.text() == text or (self.note() and self.line.hasFocus()):
            return
        at = self.line.cursorPosition()
        self.line.setText(text)
        self.line.setCursorPosition(min(at, len(text)) if self.line.hasFocus() else 0)
        self.refuse(None)

    def refuse(self, sentence: str | None) -> None:
        """Say why a value is not taken; None where it is."""
        set_property(self.line, "invalid", "true" if sentence else "false")
        if (sentence or "") != self.note():
            self.set_note(sentence or "", "error")

    def _edited(self, text: str) -> None:
        self.refuse(self._commit(text))


class LineSpinBox(QSpinBox):
    """A whole number that the wheel changes only where the editor is in it."""

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # as widgets.EmSpinBox has it: the sheet gives a spin box no padding
        self.lineEdit().setTextMargins(9, 0, 0, 0)

    def show_value(self, value: int) -> None:
        """Show a number silently."""
        with QSignalBlocker(self):
            self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """The wheel scrolls the panel unless the editor is in this field."""
        if takes_wheel(self, event):
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceBox(QComboBox):
    """A choice of values under names; the wheel changes it only while it has the focus."""

    def __init__(self, chosen: Callable[[object], object]) -> None:
        super().__init__()
        self.values: list[object] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self._chosen = chosen
        self.activated.connect(self._choose)

    def offer(self, options: list[tuple[object, str]]) -> None:
        """Offer values under their names."""
        names = [name for _, name in options]
        self.values = [value for value, _ in options]
        if names != [self.itemText(row) for row in range(self.count())]:
            with QSignalBlocker(self):
                self.clear()
                self.addItems(names)

    def _choose(self, row: int) -> None:
        self._chosen(self.values[row])

    def show_value(self, value: object) -> None:
        """Show a value as chosen; none where it is not offered."""
        self.setCurrentIndex(self.values.index(value) if value in self.values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """The wheel scrolls the panel unless the editor is in this field."""
        if takes_wheel(self, event):
            super().wheelEvent(event)
        else:
            event.ignore()


def check_box(label: str, clicked: Callable[[bool], object]) -> QCheckBox:
    """A tick that tells of the editor's clicks only."""
    box = QCheckBox(label)
    box.clicked.connect(clicked)
    return box


def link(label: str, act: Callable[[], object]) -> QPushButton:
    """A button that looks like a link."""
    button = QPushButton(label)
    button.setProperty("role", "link")
    button.clicked.connect(lambda _checked=False: act())
    return button


def beside(field: LabelledControl, button: QPushButton) -> QVBoxLayout:
    """A button for a row that keeps to the line of a field's control, notes below it or not."""
    holder = QVBoxLayout()
    holder.setSpacing(0)
    holder.addSpacing(field.label.sizeHint().height() + GAP)
    holder.addWidget(button)
    holder.addStretch(1)
    return holder


def show_em(box: EmSpinBox, em: float | None, own: float) -> None:
    """Show a length, or quietly the layout's own: three boxes in a row have no room for more than
    the number.
    """
    box.set_own(own)
    box.lineEdit().setPlaceholderText(tr("{em} 字", em=f"{own:g}"))
    box.setToolTip(tr("版式自己的 {em} 字；清空后回到它", em=f"{own:g}"))
    box.set_em(em)
