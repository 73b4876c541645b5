"""A day that is typed, stepped to or taken from a calendar; or none."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from desktop.days import day_words, days_locale, today, weekday
from desktop.icons import icon
from desktop.widgets.field import LabelledControl
from desktop.widgets.polish import set_property
from desktop.words import tr
from layouts.manuscript.typed_day import typed_day

TODAY: Final = (Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
"""The key that puts in today, as in every spreadsheet."""

STEPS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class DateLine(QLineEdit):
    """A line for a day in any of the ways that days are written.

    Whatever stands in it may be typed over, taken out and left out: `chosen` carries the day as
    soon as one is understood, None where the line is empty. While the line says none it is the
    day from before the editor came, for that of which it is the beginning was never meant. What is
    understood is written out in full when the editor leaves.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: datetime.date | None = None
        self._before: datetime.date | None = None
        self.setPlaceholderText(tr("如 2026-1-31；Ctrl+; 今天"))
        self.setToolTip(
            tr(
                "可以写 2026-1-31、20260131、1/31、二〇二六年一月三十一日；"
                "Ctrl+; 填今天，↑ ↓ 前后一天，Alt+↓ 看日历"
            )
        )
        self._calendar_action = QAction(icon("chevron-down", "quiet"), tr("日历"), self)
        self.addAction(self._calendar_action, QLineEdit.ActionPosition.TrailingPosition)
        self._calendar_action.triggered.connect(self.show_calendar)
        self.textEdited.connect(self._read)

    def day(self) -> datetime.date | None:
        """The day in force."""
        return self._day

    def understood(self) -> bool:
        """Whether the line is empty or says a day."""
        return not self.text().strip() or self._said() is not None

    def show_day(self, day: datetime.date | None) -> None:
        """Show a day silently; what is being typed stays where it says the same."""
        if day != self._day or not self.hasFocus():
            self._day = self._before = day
            self._write()

    def choose(self, day: datetime.date | None) -> None:
        """Take a day as if it had been typed."""
        self.setText("" if day is None else day_words(day))
        self._before = day
        self._take(day)

    def show_calendar(self) -> None:
        """Show the month round the day under the line; a click or Enter takes a day."""
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        calendar.setContentsMargins(1, 1, 1, 1)  # its edge
        calendar.setAccessibleName(tr("日历"))
        calendar.setLocale(days_locale())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = self._day or today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))

        def take(chosen: QDate) -> None:
            calendar.close()
            self.choose(datetime.date(chosen.year(), chosen.month(), chosen.day()))

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        calendar.move(self._beside(calendar))
        calendar.show()
        calendar.setFocus()

    def _beside(self, calendar: QWidget) -> QPoint:
        """Below the line, above it or further left where the screen ends."""
        size, room = calendar.sizeHint(), self.screen().availableGeometry()
        under = self.mapToGlobal(QPoint(0, self.height() + 2))
        over = self.mapToGlobal(QPoint(0, 0)).y() - size.height() - 2
        return QPoint(
            max(room.left(), min(under.x(), room.right() - size.width())),
            under.y() if under.y() + size.height() <= room.bottom() else max(room.top(), over),
        )

    # -- typing ------------------------------------------------------------------------------------

    def _said(self) -> datetime.date | None:
        return typed_day(self.text(), (self._before or today()).year)

    def _read(self) -> None:
        said = self._said()
        self._take(said if said is not None or not self.text().strip() else self._before)

    def _take(self, day: datetime.date | None) -> None:
        changed, self._day = day != self._day, day
        if changed:
            self.chosen.emit(day)

    def _write(self) -> None:
        self.setText("" if self._day is None else day_words(self._day))
        self.setCursorPosition(0)  # the year is seen, however narrow the line

    def event(self, event: QEvent) -> bool:
        """The field's own keys are its own, whatever menus do with them."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (event.key(), event.modifiers()) == TODAY
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Today, a day on or back, the calendar."""
        key = Qt.Key(event.key())
        if (key, event.modifiers()) == TODAY:
            self.choose(today())
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.show_calendar()
        elif key in STEPS:
            # from nothing, stepping begins today
            day = self._day + datetime.timedelta(STEPS[key]) if self._day else today()
            self.choose(day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802, Qt's name
        """What stands here now is what a day that is never finished goes back to."""
        self._before = self._day
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802, Qt's name
        """Write out what was understood; the rest stays to be mended."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            if self.understood():
                self._write()
            self.left.emit()


class DateField(LabelledControl):
    """A day under its name; a note below says how what is typed is understood, or that it is
    not.
    """

    def __init__(
        self, label: str, commit: Callable[[datetime.date | None], object] | None = None
    ) -> None:
        self.line = DateLine()
        super().__init__(label, self.line)
        self._commit = commit
        self.line.chosen.connect(self._chosen)
        self.line.textEdited.connect(self._explain)
        self.line.left.connect(self.settle)

    def day(self) -> datetime.date | None:
        """The day in force."""
        return self.line.day()

    def show_day(self, day: datetime.date | None) -> None:
        """Show a day silently."""
        self.line.show_day(day)
        if not self.line.hasFocus():
            self._say("")

    def settle(self) -> bool:
        """Say what is wrong with what stands here; whether nothing is."""
        fine = self.line.understood()
        self._say(
            ""
            if fine
            else tr("看不出是哪一天：可以写 2026-1-31、1/31 或 二〇二六年一月三十一日，年份写四位"),
            wrong=not fine,
        )
        return fine

    def _chosen(self, day: datetime.date | None) -> None:
        if self._commit is not None:
            self._commit(day)

    def _explain(self) -> None:
        """While typing, only what was understood: what is not finished is not wrong."""
        day = self.line.day() if self.line.understood() else None
        self._say(f"{day_words(day)} {weekday(day)}" if day else "")

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        set_property(self.line, "invalid", "true" if wrong else "false")
        if sentence != self.note():
            self.set_note(sentence, "error" if wrong else "quiet")
