"""报头与报尾: what the front page and the last page's foot say of the issue."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.canvas.fields import COVER_HEADLINE
from desktop.days import today
from desktop.panels.forms.cover import CoverGroup
from desktop.panels.forms.form import Form, LineField, beside, check_box, link
from desktop.session import Session
from desktop.widgets import CollapsibleGroup, DateField
from desktop.words import language, tr
from layouts.issue import edits
from layouts.issue.fields import TEXTS, FieldKind
from layouts.issue.fields import Field as Declared
from layouts.issue.issue import Issue
from layouts.issue.masthead import COLOPHON, INTERNAL, MASTHEAD

Setter = Callable[[Issue, str, object], edits.Edited]

LARGEST = 999_999
"""No number of an issue nor of copies is larger."""


class MastheadForm(Form):
    """Fields of masthead and colophon."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._of_profiles: list[tuple[QWidget, Declared]] = []
        self._fields: dict[str, LineField] = {}
        self._dates: dict[str, LinkedDate] = {}
        self._make_masthead()
        self.contents = check_box(tr("排本期要目"), self._set_contents)
        self.add(self.contents)
        self.internal = check_box(tr("内部资料（有准印证）"), self._set_internal)
        self.internal.setToolTip(tr("多出准印证号、印刷单位等项，检查时按内部资料的规定看"))
        self.add(self.internal)
        self.cover = CoverGroup(self)
        self.column.addWidget(self.cover)
        self.colophon = CollapsibleGroup(tr("报尾"))
        self.column.addWidget(self.colophon)
        self._make_colophon()
        self.column.addStretch(1)

    # -- its parts ---------------------------------------------------------------------------------

    def _make_masthead(self) -> None:
        row = QHBoxLayout()
        for field in MASTHEAD:
            control = self._make(field, edits.set_masthead_field)
            if field.beside:
                row.addWidget(control, 1, Qt.AlignmentFlag.AlignTop)
            else:
                row = self.add_row(control)
            if field.name == "total":
                self._add_next(row)

    def _add_next(self, row: QHBoxLayout) -> None:
        """Beside the numbers, the button that gives the next ones."""
        self.next_button = QPushButton(tr("下一期"))
        self.next_button.setToolTip(tr("期号和总期号各加一；换了年份从第 1 期起"))
        self.next_button.clicked.connect(self.take_next)
        row.addLayout(beside(self._fields["number"], self.next_button))

    def _make_colophon(self) -> None:
        for field in COLOPHON:
            self.colophon.body.addWidget(self._make(field, edits.set_colophon_field))

    def _make(self, field: Declared, setter: Setter) -> QWidget:
        """The control of a declared field, by its kind."""
        chinese = language() == "zh"
        label = field.zh if chinese else field.en
        act = tr(
            "修改{field}",
            field=(field.act_zh or field.zh) if chinese else (field.act_en or field.en.lower()),
        )

        def commit(value: object) -> None:
            if self.session.issue is not None:
                self.commit(act, setter(self.session.issue, field.name, value).issue, field.name)

        made = self._control(field, label, commit)
        if field.profile:
            self._of_profiles.append((made, field))
        return made

    def _control(self, field: Declared, label: str, commit: Callable[[object], None]) -> QWidget:
        if field.kind is FieldKind.DATE:
            made = self._dates[field.name] = LinkedDate(label, commit)
            if field.profile:  # not that of the front page
                made.clear.setToolTip("")
            return made
        placeholder = tr("不标") if field.rare else ""
        line = self._fields[field.name] = LineField(
            label, commit if field.kind in TEXTS else _whole(commit), placeholder
        )
        if field.kind not in TEXTS:
            line.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        return line

    def field(self, name: str) -> QWidget:
        """The control of a field of masthead or colophon, or of the cover's headlines."""
        if name.startswith(COVER_HEADLINE):
            return self.cover.at_headline(int(name.removeprefix(COVER_HEADLINE)))
        own = next(
            (
                field.name
                for field in (*MASTHEAD, *COLOPHON)
                if name in (field.name, field.in_templates)
            ),
            "",
        )
        if own in self._dates:
            return self._dates[own].field.line
        found = self._fields.get(own)
        if found is None:
            return self.first()
        if self.colophon.isAncestorOf(found):
            self.colophon.set_expanded(True)
        return found.line

    # -- following and acting ----------------------------------------------------------------------

    def follow(self) -> None:
        """Show masthead and colophon."""
        issue = self.session.issue
        if issue is None:
            return
        layout = self.session.layout
        locks = layout.locks if layout is not None else None
        drawn = layout is not None and layout.cover is not None
        shown = (
            issue.masthead,
            issue.colophon,
            issue.contents,
            issue.profile,
            locks,
            issue.cover,
            drawn,
        )
        if self._shown == shown:
            return
        self._shown = shown
        self._hold()
        for part, fields in ((issue.masthead, MASTHEAD), (issue.colophon, COLOPHON)):
            for field in fields:
                self._show(field.name, getattr(part, field.name))
        self.contents.setChecked(issue.contents)
        self.internal.setChecked(issue.profile == INTERNAL)
        self.cover.setVisible(drawn or issue.cover is not None)
        self.cover.show_cover(issue, drawn=drawn)
        for control, field in self._of_profiles:
            value = getattr(issue.masthead, field.name, None) or getattr(
                issue.colophon, field.name, None
            )
            control.setVisible(field.profile == issue.profile or bool(value))

    def _hold(self) -> None:
        """What the layout locks cannot be changed here."""
        controls: dict[str, QWidget] = {**self._fields, **self._dates}
        for part, fields in (("masthead", MASTHEAD), ("colophon", COLOPHON)):
            self.hold(part, "content", *(controls[field.name] for field in fields))
        self.hold("masthead", "content", self.next_button)
        self.hold("contents", "content", self.contents)

    def _show(self, name: str, value: str | int | datetime.date | None) -> None:
        if name in self._fields:
            self._fields[name].show_text("" if value is None else str(value))
        elif not isinstance(value, str | int):
            self._dates[name].show_day(value)

    def take_next(self) -> None:
        """Give the masthead the next number."""
        issue = self.session.issue
        if issue is not None:
            numbers = edits.next_numbers(issue.masthead, today())
            issue = edits.set_masthead_field(issue, "number", numbers.number).issue
            self.commit(
                tr("期号加一"), edits.set_masthead_field(issue, "total", numbers.total).issue
            )

    def _set_internal(self, internal: bool) -> None:
        if self.session.issue is not None:
            self.commit(
                tr("按内部资料排") if internal else tr("按公文性简报排"),
                edits.set_profile(self.session.issue, INTERNAL if internal else "").issue,
            )

    def _set_contents(self, shown: bool) -> None:
        if self.session.issue is not None:
            self.commit(
                tr("排本期要目") if shown else tr("不排本期要目"),
                edits.set_contents(self.session.issue, shown).issue,
            )


class LinkedDate(QWidget):
    """A day with two links on the line of its field: today, and none."""

    def __init__(self, label: str, commit: Callable[[datetime.date | None], object]) -> None:
        super().__init__()
        self.field = DateField(label, commit)
        self.today = link(tr("今天"), lambda: self.field.line.choose(today()))
        self.clear = link(tr("不填"), lambda: self.field.line.choose(None))
        self.clear.setToolTip(tr("报头上不印日期"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        for button in (self.today, self.clear):
            row.addLayout(beside(self.field, button))

    def show_day(self, day: datetime.date | None) -> None:
        """Show a day silently."""
        self.field.show_day(day)
        self.clear.setEnabled(day is not None)


def _whole(commit: Callable[[object], None]) -> Callable[[str], str | None]:
    """What takes a line as a whole number or as none, and answers with a sentence where it is
    neither.
    """

    def commit_whole(text: str) -> str | None:
        written = text.strip()
        if written and not (
            written.isascii() and written.isdigit() and 0 < int(written) <= LARGEST
        ):
            return tr("请填 1 到 {largest} 之间的整数，或留空", largest=LARGEST)
        commit(int(written) if written else None)
        return None

    return commit_whole
