"""版式: which layout the issue is set in, what that layout leaves to the editor, and what it
decides itself.
"""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop.panels.flow import flow_of
from desktop.panels.forms.fitting import FittingLayer
from desktop.panels.forms.form import Form, check_box
from desktop.panels.forms.house import house_rows, setting_label
from desktop.panels.forms.layout_pictures import LayoutPictures
from desktop.panels.forms.settings import SettingField, setting_fields
from desktop.relaying import said_of
from desktop.session import Session
from desktop.widgets import CollapsibleGroup, LabelledControl
from desktop.words import spoken, tr
from layouts.errors import LayoutError
from layouts.house.changing import change_layout
from layouts.house.layout import Layout
from layouts.house.load import open_kinds_of, refusal
from layouts.issue import edits
from layouts.issue.issue import Issue

FOLDED = 4
"""Pages of a folded sheet: what the binder can fold is a multiple of it."""


class LayoutForm(Form):
    """Layout, its open settings, pages and the house style.

    `design_requested`: the layout itself is to be changed. `place_wanted` carries the place of a
    change that fitting made, which is to be seen on the pages.
    """

    design_requested = Signal()
    place_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setObjectName("house-layout")
        self.flow = flow_of(session)
        self._make()
        self.flow.changed.connect(self._follow_pages)

    def _make(self) -> None:
        self.fitting = FittingLayer(self.session)
        self.fitting.looked_at.connect(self.place_wanted)
        self.add(self.fitting)
        self.layouts = LayoutPictures(self.session)
        self.layouts.chosen.connect(self._set_layout)
        self.layout_field = LabelledControl(tr("版式"), self.layouts)
        self.add(self.layout_field)
        self.design = QPushButton(tr("版式设计…"))
        self.design.setToolTip(tr("纸张、版心、样式、报头：改这一期的版式，页面跟着变"))
        self.design.clicked.connect(self.design_requested)
        self.add(self.design)
        self._grid = Form(self.session)
        self._grid.column.setContentsMargins(0, 0, 0, 0)
        self.add(self._grid)
        self.fields: dict[str, SettingField] = {}
        self.contents = check_box(tr("排本期要目"), self._set_contents)
        self.add(self.contents)
        self.target = QLabel()
        self.target.setWordWrap(True)
        self.add(LabelledControl(tr("页数"), self.target))
        self.house = CollapsibleGroup(tr("版式规定（只读）"), expanded=False)
        self.house.setToolTip(tr("这些由版式决定，编辑时不会被碰到"))
        self._rules = QGridLayout()
        self._rules.setHorizontalSpacing(12)
        self._rules.setVerticalSpacing(6)
        self._rules.setColumnStretch(1, 1)
        self.house.body.addLayout(self._rules)
        self.column.addWidget(self.house)
        self.column.addStretch(1)

    def field(self, name: str) -> QWidget:
        """The list of what fitting changed, open, where that is asked for."""
        if name != "fitting":
            return self.first()
        self.fitting.set_expanded(True)
        return self.fitting

    # -- following ---------------------------------------------------------------------------------

    def follow(self) -> None:
        """Show the layout of the issue."""
        issue, layout = self.session.issue, self.session.layout
        if issue is None or layout is None:
            return
        self._follow_pages()
        self.fitting.follow()
        if self._shown == (issue.layout, issue.settings, issue.contents, layout):
            return
        before, self._shown = self._shown, (issue.layout, issue.settings, issue.contents, layout)
        self.contents.setChecked(issue.contents)
        if not before or before[0] != issue.layout:
            self._make_settings(issue)
        for name, field in self.fields.items():
            field.show_setting(issue.settings.get(name), layout)
        self._show_house(layout)

    def _make_settings(self, issue: Issue) -> None:
        for field in self.fields.values():
            self._grid.column.removeWidget(field)
            field.deleteLater()
        try:
            kinds = open_kinds_of(issue)
        except LayoutError:
            kinds = {}
        self.fields = setting_fields(kinds, self._set_setting)
        for field in self.fields.values():
            self._grid.column.addWidget(field)
        self._grid.setVisible(bool(self.fields))
        stops = [
            self.layouts,
            self.design,
            *(stop for field in self.fields.values() for stop in field.stops()),
            self.contents,
        ]
        for one, other in itertools.pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _follow_pages(self, _changed: object = None) -> None:
        if not self.isVisible():
            return
        self.layouts.follow()
        pages = len(self.flow.pages)
        missing = -pages % FOLDED
        if not pages:
            text = ""
        elif missing:
            text = tr(
                "现在 {n} 页；到 4 的倍数还差 {missing} 页（{whole} 页）",
                n=pages,
                missing=missing,
                whole=pages + missing,
            )
        else:
            text = tr("现在 {n} 页，正好是 4 的倍数", n=pages)
        if text != self.target.text():
            self.target.setText(text)

    def _show_house(self, layout: Layout) -> None:
        while (item := self._rules.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row, (label, value) in enumerate(house_rows(layout)):
            name, text = QLabel(label), QLabel(value)
            name.setProperty("role", "quiet")
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._rules.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._rules.addWidget(text, row, 1)

    # -- acting ------------------------------------------------------------------------------------

    def _set_layout(self, name: object) -> None:
        issue = self.session.issue
        if issue is None or not isinstance(name, str):
            return
        try:
            changed = change_layout(issue, name)
        except LayoutError as error:
            self.layout_field.set_note(spoken(error), "error")
            return
        self.commit(tr("更换版式"), changed.issue)
        self.layout_field.set_note(said_of(changed))

    def _set_setting(self, name: str, value: object) -> str | None:
        """Set what the layout leaves open; a sentence where the value, or what follows from it, is
        refused.
        """
        issue = self.session.issue
        if issue is None:
            return None
        changed = edits.set_setting(issue, name, value).issue
        error = refusal(changed)
        if error is not None:
            sentence = spoken(error)
            return sentence.replace(name, setting_label(name), 1)
        self.commit(tr("设置{name}", name=setting_label(name)), changed, name)
        return None

    def _set_contents(self, shown: bool) -> None:
        if self.session.issue is not None:
            self.commit(
                tr("排本期要目") if shown else tr("不排本期要目"),
                edits.set_contents(self.session.issue, shown).issue,
            )
