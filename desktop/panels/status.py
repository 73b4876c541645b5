"""The status bar: what the issue amounts to, what was found in it, and what is selected.

Whether it is saved is said beside the menus.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStatusBar, QToolButton, QWidget

from desktop.canvas.box_labels import box_name
from desktop.canvas.where import text_float_at
from desktop.following import Following
from desktop.icons import icon
from desktop.panels.fit_chip import FitChip
from desktop.panels.fit_state import FitState, fit_state
from desktop.panels.flow import flow_of
from desktop.panels.ordering import path_of
from desktop.panels.signs import tally
from desktop.selection import Selection, SelectionKind
from desktop.session import Session
from desktop.widgets import MiddleElidedLabel
from desktop.words import tr
from layouts.issue.count import Counter
from layouts.issue.issue import Issue

DELAY = 60
"""Milliseconds after a key press until the characters are counted again."""


class StatusBar(QStatusBar):
    """`findings_requested`: the findings were clicked; `fit_requested`: the chip of an issue that
    no longer ends well.
    """

    findings_requested = Signal()
    fit_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.flow = flow_of(session)
        self._counter = Counter()
        self._lay_out()
        self._timer = QTimer(self, interval=DELAY, singleShot=True)
        self._timer.timeout.connect(self._count)
        session.issue_changed.connect(self._later)
        self._following = Following(session, self._follow_selection, self)
        session.selection_changed.connect(self._following.changed)
        self.flow.changed.connect(self._follow_pages)
        self._count()
        self._follow_pages()
        self._follow_selection()

    def _lay_out(self) -> None:
        self.setSizeGripEnabled(False)
        self.setAccessibleName(tr("状态栏"))
        self.page = 1
        self.pages, self.characters, self.fill = QLabel(), QLabel(), QLabel()
        self.fit = FitChip()
        self.fit.again.connect(self.fit_requested)
        self.check = QToolButton()
        self.check.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.check.setIconSize(QSize(16, 16))
        self.check.setToolTip(tr("查看检查结果"))
        self.check.clicked.connect(self.findings_requested)
        self.path = MiddleElidedLabel()
        self.path.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.path.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for label in (self.pages, self.characters, self.fill, self.path):
            label.setProperty("role", "quiet")
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(20)
        for part in (self.pages, self.fit, self.characters, self.fill, self.check):
            row.addWidget(part)
        row.addWidget(self.path, 1)
        self.addPermanentWidget(self._content, 1)

    # -- following the session ---------------------------------------------------------------------

    def _later(self) -> None:
        if self.session.issue is None:
            self._count()
        elif not self._timer.isActive():
            self._timer.start()

    def _count(self) -> None:
        issue = self.session.issue
        self._content.setVisible(issue is not None)  # then it has only what is being done
        _show(
            self.characters,
            tr("{count} 字", count=f"{self._counter.of_issue(issue):,}") if issue else "",
        )
        self._follow_selection()  # a title may have changed

    def _follow_pages(self, _changed: object = None) -> None:
        pages = len(self.flow.pages)
        self._show_page()
        state = fit_state(self.session, self.flow)
        self._show_fit(state)
        _show(self.fill, tr("末页 {percent} %", percent=round(state.fill * 100)) if pages else "")
        found = tally(self.session.findings if self.flow.edition else ())
        text = tr("检查：{counts}", counts=found.told())
        if text != self.check.text():
            self.check.setText(text)
            self.check.setIcon(icon(found.worst or "ok"))
            self.check.setAccessibleName(tr("{sentence}，打开检查结果", sentence=text))
        self.check.setVisible(self.flow.edition is not None)

    def set_page(self, number: int) -> None:
        """Tell which page (from 1) is looked at."""
        self.page = number
        self._show_page()

    def _show_page(self) -> None:
        pages = len(self.flow.pages)
        page = min(self.page, pages)
        _show(self.pages, tr("第 {page} 页，共 {n} 页", page=page, n=pages) if pages else "")

    def _show_fit(self, state: FitState) -> None:
        """How the issue ends; sheets of what is stapled are not counted."""
        layout = self.session.layout
        folded = layout is not None and not layout.single_sided
        self.fit.show_state(state, folded=folded)

    def _follow_selection(self) -> None:
        issue = self.session.issue
        text = selection_text(issue, self.session.selection) if issue is not None else ""
        _show(self.path, tr("所选：{what}", what=text) if text else "")


def _show(label: QLabel, text: str) -> None:
    if text != label.text():
        label.setText(text)
    label.setVisible(
        bool(text) or label.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding
    )


def selection_text(issue: Issue, selection: Selection) -> str:
    """What is selected, and where: `图片，领导关注 › 赴各街分馆开展消防检查`; empty where nothing
    is.
    """
    place, many = selection.place, len(selection.places)
    match selection.kind:
        case SelectionKind.MASTHEAD:
            return tr("报头")
        case SelectionKind.CONTENTS:
            return tr("本期要目")
        case SelectionKind.COLOPHON:
            return tr("报尾")
        case SelectionKind.ISSUE:
            return tr("本期")
        case _ if place is None or place.section >= len(issue.sections):
            return ""
        case SelectionKind.ARTICLE if many > 1:
            return tr("{n} 篇文章", n=many)
        case kind:
            box = text_float_at(issue, place)
            names = {
                SelectionKind.SECTION: tr("栏目"),
                SelectionKind.ARTICLE: tr("文章"),
                SelectionKind.PHOTO: tr("图片"),
                SelectionKind.BOX: box_name(box) if box is not None else "",
                SelectionKind.TEXT: tr("正文"),
            }
            try:
                return tr("{kind}，{path}", kind=names[kind], path=path_of(issue, place))
            except LookupError:  # between two values of the issue
                return ""
