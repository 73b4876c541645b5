"""整页适配: what came of it, every change with a tick, the pages before and after side by side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.dialogs.fitting.aims import AimChooser
from desktop.dialogs.fitting.beside import BeforeAndAfter
from desktop.dialogs.fitting.lists import FitChangeList, FitSuggestionList
from desktop.dialogs.fitting.work import (
    FittingTrial,
    PartlyFitted,
    partly,
    tried,
    with_changes,
)
from desktop.fit_aims import aim_name
from desktop.selection import TextPosition, of_article, of_text
from desktop.tasks import Task
from desktop.widgets import BusyBar, EmptyHint, set_property
from desktop.window_parts.geometry import roomy
from desktop.window_parts.services import Services, sentence_of
from desktop.words import spoken, tr
from layouts.fitting.aim import Aim
from layouts.fitting.change import FitChange, FitSuggestion, Rung
from layouts.fitting.fitted import IssueEnd
from layouts.issue.places import articles

WIDTHS = (340, 840)
"""Pixels of the lists and of the pages."""

CHANGES, EDITS = range(2)
"""The tabs over the lists."""

AFTER_TICKS = 250
"""Milliseconds after a tick until the pages with what is ticked are made."""


class FittingDialog(QDialog):
    """Stays beside the window, so that edits for a person can be made; what it has found is out of
    date once the issue is another. `shown`: something of the issue was selected and wants to be
    seen.
    """

    shown = Signal()

    @classmethod
    def show_for(cls, services: Services, aim: Aim) -> FittingDialog:
        """The one dialog of a window, in front of it, fitting to an aim."""
        dialog = cls.of_window(services) or cls(services)
        dialog.fit_to(aim)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        dialog.aims.ask_number()
        return dialog

    @classmethod
    def of_window(cls, services: Services) -> FittingDialog | None:
        """The one that a window has, put away or not; None where it was closed."""
        known = services.window.findChildren(cls)
        return next((dialog for dialog in known if not dialog.is_over), None)

    def __init__(self, services: Services) -> None:
        super().__init__(services.window)
        self.setObjectName("fitting")
        self.setWindowTitle(tr("整页适配"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services, self._session = services, services.session
        self.aim, self.trial = Aim(), None
        self.made: PartlyFitted | None = None
        # closed, and not yet deleted
        self.is_over = False
        self._task: Task | None = None
        self._make_parts()
        self._put_together()
        self._connect()

    # -- its parts ---------------------------------------------------------------------------------

    trial: FittingTrial | None

    def _make_parts(self) -> None:
        self.aims = AimChooser()
        self.title = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        set_property(self.title, "role", "heading")
        self.ending = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        set_property(self.ending, "role", "quiet")
        self.changes, self.edits = FitChangeList(), FitSuggestionList()
        self.nothing = EmptyHint("fit-page", tr("不用改动"))
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(tr("改动和可以手改的地方"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for _ in (CHANGES, EDITS):
            self.tabs.addTab("")
        self.lists = QStackedWidget()
        self.all = QPushButton()
        self.all.setProperty("role", "link")
        self.all.clicked.connect(self._tick_all)
        for part in (self.changes, self.edits, self.nothing):
            self.lists.addWidget(part)
        self.pages = BeforeAndAfter(self._session.catalogue)
        self.busy = BusyBar()
        self.state = QLabel(
            textFormat=Qt.TextFormat.PlainText,
            wordWrap=True,
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        set_property(self.state, "role", "quiet")
        self.body = QStackedWidget()
        self.note = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        set_property(self.note, "role", "warning")
        self.again = _button(tr("重新适配"), lambda: self.fit_to(self.aim))
        self.leave = _button(tr("关闭"), self.reject)
        self.take = _button(tr("采用"), self._accept_changes)
        set_property(self.take, "primary", "true")

    def _put_together(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 12, 0)
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self.all)
        column.addLayout(top)
        inner = QVBoxLayout()
        inner.setContentsMargins(8, 0, 8, 0)
        inner.addWidget(self.lists)
        column.addLayout(inner, 1)
        columns = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        columns.addWidget(left)
        columns.addWidget(self.pages)
        columns.setStretchFactor(1, 1)
        columns.setSizes(list(WIDTHS))
        for page in (columns, self.state):
            self.body.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._head())
        box.addWidget(_line())
        box.addWidget(self.body, 1)
        box.addWidget(_line())
        box.addLayout(self._foot())
        roomy(self, sum(WIDTHS), 760)

    def _head(self) -> QHBoxLayout:
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.title)
        said.addWidget(self.ending)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(16)
        head.addLayout(said, 1)
        head.addWidget(self.aims, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self.busy)
        foot.addWidget(self.note, 1)
        for button in (self.again, self.leave, self.take):
            foot.addWidget(button)
        return foot

    def _connect(self) -> None:
        self.aims.chosen.connect(self._aim_at)
        self.tabs.currentChanged.connect(self._show_list)
        self.changes.looked_at.connect(self.pages.show_change)
        self.pages.marked.connect(self.changes.look_at)
        self._later = QTimer(self, interval=AFTER_TICKS, singleShot=True)
        self._later.timeout.connect(self._make_partly)
        self.changes.ticked.connect(self._follow_ticks)
        self.edits.wanted.connect(self._go_to)
        self.busy.cancelled.connect(self._give_up)
        self._session.issue_changed.connect(self._follow)

    def done(self, result: int) -> None:
        """Nobody waits any longer for what is under way."""
        self.is_over = True
        self._session.issue_changed.disconnect(self._follow)
        self._give_up()
        self.pages.close_photos()
        super().done(result)

    # -- fitting -----------------------------------------------------------------------------------

    def fit_to(self, aim: Aim) -> None:
        """Fit the issue as it is now to an aim."""
        issue = self._session.issue
        if issue is None:
            return
        self.aim = aim
        edition = self._session.edition
        self.aims.setVisible(not aim.article)
        self.aims.show_aim(aim, len(edition.pages) if edition is not None else 1)
        self._begin(tr("正在适配：{aim}", aim=aim_name(aim)))
        task = self._services.tasks.run(partial(tried, issue, aim), self._take_trial, self._fail)
        self._watch(task)

    def _aim_at(self, aim: Aim) -> None:
        """Another aim was chosen; its number may be typed at once."""
        is_new = aim.kind is not self.aim.kind
        self.fit_to(aim)
        if is_new:
            self.aims.ask_number()

    def _begin(self, sentence: str) -> None:
        self.trial = self.made = None
        self.title.setText(sentence)
        self.ending.clear()
        self.state.setText(tr("先试着改段落的行数，再改图片、间距，最后才是行距和字号…"))
        self.body.setCurrentIndex(1)

    def _watch(self, task: Task) -> None:
        self._give_up()
        self._task = task
        self.busy.start(tr("正在排版"))
        task.progressed.connect(self.busy.advance)
        task.ended.connect(lambda: self._end(task))
        self._follow()

    def _end(self, task: Task) -> None:
        # the dialog may have gone before the thread heard of it
        if isValid(self) and self._task is task:
            self._task = None
            self.busy.finish()
            if self.trial is None and task.progress.is_cancelled:
                self.title.setText(tr("适配已取消"))
                self.state.clear()
            self._follow()

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _fail(self, error: Exception) -> None:
        if not isValid(self):
            return
        self.title.setText(tr("没有适配成"))
        self.state.setText(sentence_of(error))

    def _take_trial(self, trial: FittingTrial) -> None:
        # the dialog may have gone before the thread answered
        if not isValid(self):
            return
        self.trial = trial
        fitted = trial.fitted
        self.made = PartlyFitted(with_changes(trial, fitted.changes), trial.after)
        said = spoken(fitted)
        self.title.setText(said[:1].upper() + said[1:])
        self.body.setCurrentIndex(0)
        marked = fitted.changes or self._article_of(trial)
        self.pages.show_before(trial.before, trial.bare, marked)
        self.pages.show_after(trial.after, fitted.issue, marked)
        self.edits.show_edits(fitted.suggestions)
        self.changes.show_changes(fitted.changes)
        self.tabs.setTabText(CHANGES, _counted(tr("改动"), len(fitted.changes)))
        self.tabs.setTabText(EDITS, _counted(tr("可以手改"), len(fitted.suggestions)))
        only_edits = bool(fitted.suggestions) and not fitted.changes
        self.tabs.setCurrentIndex(EDITS if only_edits else CHANGES)
        self._show_list(self.tabs.currentIndex())
        if marked and not fitted.changes:
            self.pages.show_change(0)

    def _article_of(self, trial: FittingTrial) -> tuple[FitChange, ...]:
        """The article that was to be fitted, to be marked where nothing of it changes."""
        wanted = trial.fitted.aim.article
        return tuple(
            FitChange(Rung.GAPS, article.id, place, 0, 0, "", "")
            for place, article in articles(trial.bare)
            if wanted and article.id == wanted
        )

    def _show_list(self, tab: int) -> None:
        trial = self.trial
        none = trial is not None and not (
            trial.fitted.changes if tab == CHANGES else trial.fitted.suggestions
        )
        self.nothing.say(tr("不用改动") if tab == CHANGES else tr("没有要手改的地方"))
        self.lists.setCurrentIndex(2 if none else tab)
        self.all.setVisible(tab == CHANGES and not none)

    # -- in part -----------------------------------------------------------------------------------

    def _tick_all(self) -> None:
        """All of them, or none where all are."""
        self.changes.tick_all(ticked=not self._has_all())

    def _has_all(self) -> bool:
        trial = self.trial
        return trial is None or len(self.changes.chosen) == len(trial.fitted.changes)

    def _follow_ticks(self) -> None:
        self.made = None
        self.ending.clear()
        self._later.start()
        self._follow()

    def _make_partly(self) -> None:
        trial = self.trial
        if trial is not None:
            job = partial(partly, trial, self.changes.chosen)
            self._watch(self._services.tasks.run(job, self._take_partly, self._fail))

    def _take_partly(self, made: PartlyFitted) -> None:
        trial = self.trial
        if trial is None or not isValid(self):
            return
        self.made = made
        # of all of them the title tells it
        self.ending.setText("" if self._has_all() else _said(made.end))
        self.pages.show_after(made.edition, made.issue, trial.fitted.changes)
        self._follow()

    # -- as things stand ---------------------------------------------------------------------------

    def _follow(self) -> None:
        """Buttons and the note as they apply."""
        trial, issue = self.trial, self._session.issue
        stale = trial is not None and trial.issue is not issue
        chosen = self.changes.chosen if trial is not None else []
        self.note.setText(tr("稿件改过了，这个结果已经过时") if stale else "")
        self.again.setVisible(stale or (trial is None and self._task is None))
        self.take.setVisible(not stale)
        self.take.setEnabled(bool(chosen) and not self._session.read_only)
        whole = self._has_all()
        self.all.setText(tr("全不选") if whole else tr("全选"))
        self.take.setText(tr("全部采用") if whole else tr("采用 {n} 处", n=len(chosen)))

    # -- acting ------------------------------------------------------------------------------------

    def _accept_changes(self) -> None:
        """Take what is ticked: one step of undo."""
        trial = self.trial
        if trial is None or trial.issue is not self._session.issue:
            return
        chosen, is_fitted = self.changes.chosen, self._has_all() and trial.fitted.is_reached
        self._session.do(tr("整页适配"), with_changes(trial, chosen))
        self._services.say(
            tr("已适配：{aim}，可以撤销", aim=aim_name(self.aim))
            if is_fitted
            else tr("已采用 {n} 处改动，可以撤销", n=len(chosen))
        )
        self.accept()

    def _go_to(self, edit: FitSuggestion) -> None:
        """Put the caret where an edit for a person is to be made; the dialog stays."""
        issue = self._session.issue
        if issue is None:
            return
        try:
            self._session.select(of_text(TextPosition(edit.place, 0)))
        except LookupError:
            self._session.select(of_article(edit.place.of_article))
        self.shown.emit()


def _said(end: IssueEnd) -> str:
    """How the issue ends with what is ticked alone."""
    percent = round(end.fill * 100)
    return tr("只采用勾选的：{n} 页，末页排满 {percent}%", n=end.pages, percent=percent)


def _counted(name: str, count: int) -> str:
    return f"{name} {count}" if count else name


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    return line


def _button(text: str, act: object) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    if callable(act):
        button.clicked.connect(lambda _checked=False: act())
    return button
