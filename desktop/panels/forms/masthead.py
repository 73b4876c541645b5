"""报头与报尾: what the front page and the last page's foot say of the issue."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.panels.forms.form import Form, LineField, check_box, link
from desktop.session import Session
from desktop.widgets import CollapsibleGroup, Field
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.issue import Issue

LARGEST = 999_999
"""No number of an issue nor of copies is larger."""


class MastheadForm(Form):
    """Fields of masthead and colophon."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._shown: tuple[object, ...] = ()
        self._fields: dict[str, LineField] = {}
        self._make_masthead()
        self.contents = check_box(tr("排本期要目"), self._set_contents)
        self.add(self.contents)
        self.colophon = CollapsibleGroup(tr("报尾"))
        self.column.addWidget(self.colophon)
        self._make_colophon()
        self.column.addStretch(1)

    # -- its parts ---------------------------------------------------------------------------------------------------------------------

    def _make_masthead(self) -> None:
        self.add(self._text("publication", tr("刊名"), tr("修改刊名")))
        row = self.add_row(self._whole("number", tr("期号"), tr("修改期号")), self._whole("total", tr("总期号"), tr("修改总期号")))
        self.next_button = QPushButton(tr("下一期"))
        self.next_button.setToolTip(tr("期号和总期号各加一；换了年份从第 1 期起"))
        self.next_button.clicked.connect(self.take_next)
        row.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignTop)
        self._level(row)
        self.date = DateEdit(self._set_date)
        self.clear_date = link(tr("不填"), lambda: self._set_date(None))
        self.clear_date.setToolTip(tr("报头上不印日期"))
        self.today = link(tr("今天"), lambda: self._set_date(_today()))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(Field(tr("日期"), self.date), 1)
        row.addWidget(self.today, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.clear_date, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(row)
        self.add(self._text("issuer", tr("编印单位"), tr("修改编印单位")))
        self.add_row(
            self._text("secrecy", tr("密级"), tr("修改密级"), tr("不标")),
            self._text("copy_number", tr("份号"), tr("修改份号"), tr("不标")),
        )

    def _level(self, row: QHBoxLayout) -> None:
        """Have the button beside two fields stand on the line of their controls, sentences below them or not."""
        holder = QVBoxLayout()
        label = self._fields["number"].label
        holder.addSpacing(label.sizeHint().height() + 4)
        row.removeWidget(self.next_button)
        holder.addWidget(self.next_button)
        holder.addStretch(1)
        row.addLayout(holder)

    def _make_colophon(self) -> None:
        for name, label, act in (
            ("report_to", tr("报"), tr("修改报送单位")),
            ("send_to", tr("送"), tr("修改抄送单位")),
            ("distribute_to", tr("发"), tr("修改发至单位")),
            ("editor", tr("编辑", meaning="person"), tr("修改编辑")),
            ("telephone", tr("电话"), tr("修改电话")),
        ):
            self.colophon.body.addWidget(self._text(name, label, act, part="colophon"))
        self.colophon.body.addWidget(self._whole("copies", tr("印数"), tr("修改印数"), part="colophon"))

    def _text(self, name: str, label: str, act: str, placeholder: str = "", part: str = "masthead") -> LineField:
        def commit(text: str) -> None:
            if self.session.issue is not None:
                self.commit(act, _setter(part)(self.session.issue, name, text).issue, name)

        field = self._fields[name] = LineField(label, commit, placeholder)
        return field

    def _whole(self, name: str, label: str, act: str, part: str = "masthead") -> LineField:
        def commit(text: str) -> str | None:
            written = text.strip()
            if written and not (written.isascii() and written.isdigit() and 0 < int(written) <= LARGEST):
                return tr("请填 1 到 {largest} 之间的整数，或留空", largest=LARGEST)
            if self.session.issue is not None:
                self.commit(act, _setter(part)(self.session.issue, name, int(written) if written else None).issue, name)
            return None

        field = self._fields[name] = LineField(label, commit)
        field.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        return field

    def field(self, name: str) -> QWidget:
        """The control of a field of masthead or colophon."""
        if name == "date":
            return self.date
        found = self._fields.get({"report": "report_to", "send": "send_to", "distribute": "distribute_to"}.get(name, name))
        if found is None:
            return self.first()
        if self.colophon.isAncestorOf(found):
            self.colophon.set_expanded(True)
        return found.line

    # -- following and acting ----------------------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Show masthead and colophon."""
        issue = self.session.issue
        if issue is None or self._shown == (issue.masthead, issue.colophon, issue.contents):
            return
        self._shown = (issue.masthead, issue.colophon, issue.contents)
        for name, field in self._fields.items():
            value: object = getattr(issue.masthead if hasattr(issue.masthead, name) else issue.colophon, name)
            field.show_text("" if value is None else str(value))
        self.date.show_date(issue.masthead.date)
        self.clear_date.setEnabled(issue.masthead.date is not None)
        self.contents.setChecked(issue.contents)

    def take_next(self) -> None:
        """Give the masthead the next number."""
        issue = self.session.issue
        if issue is not None:
            numbers = edits.next_numbers(issue.masthead, _today())
            issue = edits.set_masthead_field(issue, "number", numbers.number).issue
            self.commit(tr("期号加一"), edits.set_masthead_field(issue, "total", numbers.total).issue)

    def _set_date(self, date: datetime.date | None) -> None:
        if self.session.issue is not None:
            self.commit(tr("修改日期"), edits.set_masthead_field(self.session.issue, "date", date).issue, "date")

    def _set_contents(self, shown: bool) -> None:
        if self.session.issue is not None:
            self.commit(tr("排本期要目") if shown else tr("不排本期要目"), edits.set_contents(self.session.issue, shown).issue)


class DateEdit(QDateEdit):
    """A date, or none, with a calendar."""

    NONE = QDate(1900, 1, 1)

    def __init__(self, chosen: Callable[[datetime.date | None], object]) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setDisplayFormat(tr("yyyy年M月d日"))
        self.setMinimumDate(self.NONE)
        self.setSpecialValueText(tr("未填"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._chosen = chosen
        self.dateChanged.connect(self._choose)

    def _choose(self, date: QDate) -> None:
        self._chosen(None if date == self.NONE else datetime.date(date.year(), date.month(), date.day()))

    def show_date(self, date: datetime.date | None) -> None:
        """Show a date silently."""
        with QSignalBlocker(self):
            self.setDate(self.NONE if date is None else QDate(date.year, date.month, date.day))

    def stepBy(self, steps: int) -> None:  # noqa: N802, Qt's name
        """Stepping from nothing begins today."""
        if self.date() == self.NONE:
            today = _today()
            self.setDate(QDate(today.year, today.month, today.day))
        else:
            super().stepBy(steps)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """The wheel scrolls the panel unless the editor is in this field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def _setter(part: str) -> Callable[[Issue, str, object], edits.Edited]:
    return edits.set_masthead_field if part == "masthead" else edits.set_colophon_field


def _today() -> datetime.date:
    return datetime.date.today()  # noqa: DTZ011, the editor's own day
