"""检查: what was found in the issue, the worst first; each leads to what it is about, and can be
mended or accepted here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.accept_finding import AcceptDialog, asked_words
from desktop.panels import mending
from desktop.panels.findings_model import FindingsModel
from desktop.panels.findings_rows import FindingDelegate
from desktop.panels.flow import flow_of
from desktop.panels.jump import place_of_finding, selection_of_finding
from desktop.panels.signs import LEVELS, level_name, sentence, tally
from desktop.session import Session
from desktop.widgets import EmptyHint, MiddleElidedLabel, SegmentedControl
from desktop.words import tr
from layouts.errors import Finding, Level
from layouts.preflight.face_fixes import style_of

__all__ = ["FindingsPanel", "place_of_finding"]

FILTER = 260
"""Pixels of the choice of levels."""


class FindingsPanel(QWidget):
    """The list of findings.

    `finding_activated`: a finding was chosen, what it is about is selected already;
    `import_report_wanted`: one is a doubt of the import, which its report answers;
    `face_wanted`: another face for this style is to be chosen;
    `menu_requested`: where on the screen a context menu of the one that is chosen is wanted.
    """

    finding_activated = Signal(object)
    menu_requested = Signal(QPoint)
    import_report_wanted = Signal()
    face_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.flow = flow_of(session)
        self.model = FindingsModel(self)
        self.setAccessibleName(tr("检查结果"))
        self._make()
        self._lay_out()
        self.flow.changed.connect(self.follow)
        session.file_changed.connect(self.follow)
        self.follow()

    def _make(self) -> None:
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.filter = SegmentedControl(
            [(None, tr("全部"), None), *((level, level_name(level), None) for level in LEVELS)],
            self,
        )
        self.filter.setAccessibleName(tr("只看"))
        self.filter.set_value(None)
        self.filter.valueChanged.connect(self.follow)
        self.list = QListView(self)
        self.list.setModel(self.model)
        delegate = FindingDelegate(self.list, self.model.row)
        delegate.fix_clicked.connect(self._mend_clicked)
        self.list.setItemDelegate(delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(tr("检查结果"))
        self.list.clicked.connect(self._activate)
        self.list.selectionModel().currentChanged.connect(self._follow_current)
        self.list.installEventFilter(self)
        self.empty = EmptyHint("ok", tr("没有发现问题"), tr("改动稿件后会自动再查一遍。"), self)
        self.blocking = MiddleElidedLabel()
        self.blocking.setProperty("role", "error")
        self.fix = self._button(tr("改正选中的一条"), self.mend)
        self.fix_all = self._button(tr("改正所有同类的"), self.mend_all)
        self.put = self._button(tr("换成别的字，全刊各处一起换"), self.put_words)
        self.put.setText(tr("全部替换为…"))
        self.face = self._button(tr("打开版式设计，换一个字体"), self.choose_face)
        self.face.setText(tr("换成…"))
        self.accept = self._button(tr("说明理由，让它不再计数"), self.let_stand)

    def _button(self, tip: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        self.stack = QStackedLayout()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.filter.setFixedWidth(FILTER)
        self._choice, self._acts = QHBoxLayout(), QHBoxLayout()
        self._choice.setSpacing(16)
        self._choice.addWidget(self.heading)
        self._choice.addWidget(self.filter)
        self._choice.addStretch(0)
        self._acts.setSpacing(16)
        self._acts.addWidget(self.blocking, 1)
        self._acts.addStretch(0)
        for button in (self.fix, self.fix_all, self.put, self.face, self.accept):
            self._acts.addWidget(button)
        self._top = top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setContentsMargins(16, 8, 16, 6)
        top.addLayout(self._choice, 1)
        top.addLayout(self._acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self.stack, 1)
        self.setFocusProxy(self.list)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Another width may have room for all in one line, or no longer."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """What can be done stands beside the choice of levels, or below it where that is narrow."""
        margins = self._top.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._top.spacing()
        wide = self._choice.minimumSize().width() + self._acts.sizeHint().width() <= room
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._top.setDirection(way)

    def follow(self, _changed: object = None) -> None:
        """Show the findings of the pages as they are now."""
        findings = self.session.findings if self.session.edition is not None else ()
        at = self.list.currentIndex()
        current, row = self.model.finding(at), at.row()
        levels: dict[object, Level] = {level: level for level in LEVELS}
        if self.model.show(findings, levels.get(self.filter.value())) and current is not None:
            self.list.setCurrentIndex(
                self.model.row_of(current)
                if current in self.model.rows
                else self.model.nearest(row)
            )
        self._follow_current()
        counted = tally(findings)
        self.heading.setText(tr("检查 · {n} 条", n=counted.total) if counted.total else tr("检查"))
        self.blocking.setVisible(counted.errors > 0)
        final = any(finding.level == "error" and not finding.key for finding in findings)
        self.blocking.setText(
            tr("有错误时只能出校样，请先改正。")
            if final
            else tr("有错误时只能出校样，请先改正，或说明理由。")
        )
        self.filter.setVisible(bool(findings))
        shown = self.list if self.model.rows else self.empty
        has_keys = self.list.hasFocus() or self.empty.hasFocus()
        self.stack.setCurrentWidget(shown)
        # the keys come here too where there is nothing to choose: F1 and F6 mean this panel
        self.setFocusProxy(shown)
        if has_keys and not shown.hasFocus():
            shown.setFocus()
        self.empty.say(
            tr("没有这一类问题") if findings else tr("没有发现问题"),
            tr("可以看看“全部”。") if findings else tr("改动稿件后会自动再查一遍。"),
        )

    def next(self, by: int = 1) -> None:
        """Go to the next finding (or the one before, −1), round the end."""
        rows = [row for row, value in enumerate(self.model.rows) if isinstance(value, Finding)]
        if not rows:
            return
        current = self.list.currentIndex().row()
        at = rows.index(current) + by if current in rows else 0 if by > 0 else -1
        index = self.model.index(rows[at % len(rows)])
        self.list.setCurrentIndex(index)
        self._activate(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Enter or Space goes to the finding."""
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in keys
        ):
            self._activate(self.list.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802, Qt's name
        """Choose the finding under the pointer and ask for its menu, without going there; asked by
        keys it is that of the one that is chosen.
        """
        viewport, at = self.list.viewport(), event.globalPos()
        index = self.list.indexAt(viewport.mapFromGlobal(at))
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.list.currentIndex()
            self.list.scrollTo(index)
            at = viewport.mapToGlobal(self.list.visualRect(index).center())
        if self.model.finding(index) is not None:
            self.list.setCurrentIndex(index)
            self.menu_requested.emit(at)

    def show_current(self) -> None:
        """Go to what the chosen finding is about."""
        self._activate(self.list.currentIndex())

    def _activate(self, index: QModelIndex) -> None:
        if self.model.is_folder(index):
            self.model.unfolded = not self.model.unfolded
            self.follow()
            self.list.setCurrentIndex(self.model.index(index.row()))
            return
        finding = self.model.finding(index)
        if finding is None or self.session.issue is None:
            return
        selection = selection_of_finding(self.session.issue, finding)
        if selection is not None:
            self.session.select(selection)
        self.finding_activated.emit(finding)

    # -- what can be done --------------------------------------------------------------------------

    @property
    def current(self) -> Finding | None:
        """The finding that is chosen."""
        return self.model.finding(self.list.currentIndex())

    def mend(self) -> None:
        """Mend the finding that is chosen."""
        if self.current is not None:
            self._mend_clicked(self.current)

    def _mend_clicked(self, finding: Finding) -> None:
        if finding.fix == mending.LOOK_AT_IMPORT:
            self.import_report_wanted.emit()
        else:
            mending.mend(self.session, finding)

    def mend_all(self) -> None:
        """Mend all of its kind."""
        if self.current is not None:
            mending.mend_all(self.session, self.current)

    def put_words(self) -> None:
        """Ask what comes in place of a character that no face has."""
        finding = self.current
        if finding is None or not mending.can_be_replaced(finding):
            return
        words = asked_words(self.window(), sentence(finding))
        if words:
            mending.put_words(self.session, finding, words)

    def choose_face(self) -> None:
        """Have another face chosen where the one that the layout asks for is missing."""
        if self.current is not None and mending.wants_face(self.current):
            self.face_wanted.emit(style_of(self.current))

    def let_stand(self) -> None:
        """Ask why the chosen finding may stand; one that was accepted counts again."""
        finding = self.current
        if finding is None or self.count_again():
            return
        if mending.can_accept(finding):
            dialog = AcceptDialog(finding, self.window())
            dialog.given.connect(partial(mending.let_stand, self.session, finding))
            dialog.open()

    def count_again(self) -> bool:
        """Have the chosen finding count again; False where it was not accepted."""
        finding = self.current
        if finding is None or not finding.reason:
            return False
        mending.count_again(self.session, finding)
        return True

    def _follow_current(self, *_changed: object) -> None:
        """The buttons for the chosen finding; those that would do nothing are not there."""
        finding = self.current
        kind = mending.alike(self.session.findings, finding) if finding is not None else []
        name = mending.fix_name(finding) if finding is not None else ""
        self.fix.setText(name)
        self.fix.setVisible(bool(name))
        self.fix_all.setText(tr("同类全部改正（{count}）", count=len(kind)))
        self.fix_all.setVisible(bool(name) and len(kind) > 1)
        self.put.setVisible(finding is not None and mending.can_be_replaced(finding))
        self.face.setVisible(finding is not None and mending.wants_face(finding))
        accepted = finding is not None and bool(finding.reason)
        self.accept.setText(tr("不再接受") if accepted else tr("接受…"))
        self.accept.setVisible(accepted or (finding is not None and mending.can_accept(finding)))
        self._arrange()
