"""适配调整: what fitting to whole pages changed, each to be taken off, or all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.fit_aims import aim_name
from desktop.icons import icon
from desktop.panels.fit_state import aim_of_layer
from desktop.panels.forms.form import link
from desktop.session import Session
from desktop.widgets import CollapsibleGroup
from desktop.words import spoken, tr
from layouts.fitting.change import FitChange
from layouts.fitting.layer import accepted, without_fitting
from layouts.fitting.listing import changes_in
from layouts.issue.fitting import NO_FITTING, Fitting

ROOM = 8
"""Pixels beside the words of a row."""


class FittingLayer(CollapsibleGroup):
    """The layer of fitting as a list; not to be seen where there is none. `looked_at` carries the
    place of a change that was clicked.
    """

    looked_at = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(tr("适配调整"), expanded=False)
        self.setObjectName("fit-layer")
        self._session = session
        self._shown: Fitting | None = None
        self.aim = QLabel(wordWrap=True)
        self.aim.setProperty("role", "quiet")
        self.rows: list[LayerRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.off = link(tr("全部去掉"), self._take_off)
        self.off.setToolTip(tr("去掉适配作的全部改动，回到编辑排的样子"))
        foot = QHBoxLayout()
        foot.addWidget(self.aim, 1)
        foot.addWidget(self.off, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(6)
        self.body.addLayout(foot)
        self.body.addLayout(self._list)
        self.hide()

    def follow(self) -> None:
        """Show the layer of the issue."""
        issue = self._session.issue
        fitting = NO_FITTING if issue is None else issue.fitting
        self.setVisible(fitting != NO_FITTING)
        if issue is None or fitting == self._shown:
            return
        self._shown = fitting
        changes = changes_in(issue)
        aim = aim_of_layer(issue)
        self.set_title(tr("适配调整 {n} 处", n=len(changes)))
        self.aim.setText(tr("目标：{aim}", aim=aim_name(aim)) if aim is not None else "")
        self._fill(changes)

    def _fill(self, changes: tuple[FitChange, ...]) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self.rows = [LayerRow(change) for change in changes]
        for row in self.rows:
            row.looked_at.connect(self._look)
            row.gone.connect(self._take_one)
            self._list.addWidget(row)

    def _look(self, change: FitChange) -> None:
        if change.place is not None:
            self.looked_at.emit(change.place)

    def _take_one(self, change: FitChange) -> None:
        issue = self._session.issue
        if issue is not None:
            kept = [other for other in changes_in(issue) if other != change]
            self._session.do(tr("去掉一处适配调整"), accepted(issue, kept))

    def _take_off(self) -> None:
        issue = self._session.issue
        if issue is not None:
            self._session.do(tr("去掉适配调整"), without_fitting(issue))


class LayerRow(QWidget):
    """One change: its words, which show it, and a cross that takes it off."""

    looked_at = Signal(object)
    gone = Signal(object)

    def __init__(self, change: FitChange) -> None:
        super().__init__()
        self._said = words = spoken(change)
        self.words = QPushButton(words)
        self.words.setMinimumWidth(40)
        self.words.setAccessibleName(words)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.words.setProperty("role", "row")
        self.words.setToolTip(words)
        self.words.setEnabled(change.place is not None)
        self.words.clicked.connect(lambda: self.looked_at.emit(change))
        self.cross = QToolButton()
        self.cross.setIcon(icon("close", "quiet"))
        self.cross.setAutoRaise(True)
        self.cross.setToolTip(tr("去掉这一处"))
        self.cross.setAccessibleName(tr("去掉：{what}", what=words))
        self.cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cross.clicked.connect(lambda: self.gone.emit(change))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addWidget(self.cross)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Words that are too long for their place end in an ellipsis."""
        super().resizeEvent(event)
        room = self.words.width() - 2 * ROOM
        metrics = self.words.fontMetrics()
        self.words.setText(metrics.elidedText(self._said, Qt.TextElideMode.ElideRight, room))
