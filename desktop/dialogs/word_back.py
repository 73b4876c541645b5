"""收回 Word 稿: what was changed in a Word file of the open issue, article by article, to be taken
into the issue as a whole or one by one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.history_words import subject_word, what_word
from desktop.dialogs.redline import RedlineView
from desktop.tasks import Progress, Result, Task
from desktop.widgets import set_property, tall_rows
from desktop.window_parts.geometry import roomy
from desktop.window_parts.services import Services, sentence_of
from desktop.words import spoken, tr
from layouts.house.layout import Layout
from layouts.issue.issue import Issue
from layouts.store.compare import Change

if TYPE_CHECKING:  # loaded when a Word file comes back, not with the window
    from layouts.importing.received import Lost

WIDTHS = (300, 620)
"""Pixels of changes and text."""

CHANGE = Qt.ItemDataRole.UserRole


class ChangedInWord(NamedTuple):
    """The issue with what was changed, the changes that lead to it, and what of the file is not in
    it.
    """

    issue: Issue
    changes: tuple[Change, ...]
    lost: tuple[Lost, ...]


class WordBackDialog(QDialog):
    """Compares a Word file with the issue as it is and takes changes."""

    def __init__(self, services: Services, path: Path, photos: Path) -> None:
        """`photos` is a folder for the photos that came with the file."""
        super().__init__(services.window)
        self.setObjectName("word-back")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("收回 Word 稿：{name}", name=path.name))
        self._services, self._path, self._photos = services, path, photos
        self._found: ChangedInWord | None = None
        self._taken = False
        self._task: Task | None = None
        self._make_parts()
        self._put_together()
        services.session.issue_changed.connect(self._compare)
        self._compare()
        self.changes.setFocus()

    def _make_parts(self) -> None:
        self.changes = QTreeWidget()
        self.changes.setAccessibleName(tr("在 Word 里的改动"))
        self.changes.setHeaderLabels([tr("稿件"), tr("改动")])
        self.changes.setRootIsDecorated(False)
        self.changes.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.changes.header().setStretchLastSection(False)
        self.changes.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.changes.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tall_rows(self.changes)
        self.changes.currentItemChanged.connect(self._show_change)
        self.text = RedlineView()
        self.title = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        set_property(self.title, "role", "heading")
        self.legend = QLabel(
            f"<u>{tr('Word 里新增')}</u>　<s>{tr('Word 里删去')}</s>",
            textFormat=Qt.TextFormat.RichText,
        )
        self.legend.setAccessibleName(tr("下划线是 Word 里新增，删除线是 Word 里删去"))
        set_property(self.legend, "role", "quiet")
        self.lost = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.lost.setAccessibleName(tr("没有收进来的"))
        set_property(self.lost, "role", "warning")
        self.state = QLabel(
            textFormat=Qt.TextFormat.PlainText,
            wordWrap=True,
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        self.state.setAccessibleName(tr("状态"))
        set_property(self.state, "role", "quiet")
        self.part = _button(tr("只收这一篇"), self._take_part)
        self.whole = _button(tr("全部收进来"), self._take_whole)
        self.whole.setToolTip(tr("改动都进这一期，一次撤销可以退回"))
        set_property(self.whole, "primary", "true")
        self.close_button = _button(tr("关闭"), self.reject)

    def _put_together(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.legend)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addWidget(self.lost)
        beside = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for widget in (self.changes, right):
            beside.addWidget(widget)
        beside.setStretchFactor(1, 1)
        beside.setSizes(list(WIDTHS))
        self.pages = QStackedWidget()
        for page in (beside, self.state):
            self.pages.addWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.close_button, self.part, self.whole):
            foot.addWidget(button)
        line = QFrame()
        line.setProperty("role", "line")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.pages, 1)
        box.addWidget(line)
        box.addLayout(foot)
        roomy(self, 960, 620)

    def done(self, result: int) -> None:
        """Nobody waits any longer for what is under way."""
        self._services.session.issue_changed.disconnect(self._compare)
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    # -- comparing ---------------------------------------------------------------------------------

    def _compare(self) -> None:
        session = self._services.session
        issue, layout = session.issue, session.layout
        if issue is None or layout is None:
            self.reject()
            return
        self._wait(tr("正在读 {name}，和这一期对照…", name=self._path.name))
        job = partial(changed_in_word, issue, layout, self._path, self._photos)
        self._run(job, self._show)

    def _run(self, job: Callable[[Progress], Result], then: Callable[[Result], None]) -> None:
        """Begin work in the place of what is under way."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._services.tasks.run(
            job, then, lambda error: self._wait(sentence_of(error))
        )

    def _wait(self, sentence: str) -> None:
        self._found = None
        self.state.setText(sentence)
        self.pages.setCurrentWidget(self.state)
        self._follow()

    def _show(self, found: ChangedInWord) -> None:
        self._found = found
        self.changes.clear()
        rows = [self._listed(change) for change in found.changes]
        self._show_lost(found.lost)
        if rows:
            self.pages.setCurrentIndex(0)
            self.changes.setCurrentItem(rows[0])
        else:
            self.state.setText(self._why_none(found.lost))
        self._follow()

    def _listed(self, change: Change) -> QTreeWidgetItem:
        row = QTreeWidgetItem(self.changes, [subject_word(change), what_word(change)])
        row.setToolTip(0, subject_word(change))
        row.setData(0, CHANGE, change)
        return row

    def _why_none(self, lost: tuple[Lost, ...]) -> str:
        """What stands in the place of the changes where there are none, any more or at all."""
        none = (
            tr("Word 里的改动都收进来了")
            if self._taken
            else tr("这份 Word 稿和这一期一样，没有改动")
        )
        return "\n".join((none, *dict.fromkeys(map(spoken, lost))))

    def _show_lost(self, lost: tuple[Lost, ...]) -> None:
        """What a Word file has that no issue can: told once each."""
        said = dict.fromkeys(map(spoken, lost))
        self.lost.setText("\n".join(said))
        self.lost.setVisible(bool(said))

    @property
    def change(self) -> Change | None:
        """The change that stands out."""
        item = self.changes.currentItem()
        return None if self._found is None or item is None else item.data(0, CHANGE)

    def _show_change(self) -> None:
        change = self.change
        self._follow()
        if change is not None:
            self.title.setText(subject_word(change))
            self.text.show_change(change)

    def _follow(self) -> None:
        """Buttons as they apply."""
        editable = not self._services.session.read_only
        change = self.change
        self.whole.setEnabled(editable and self._found is not None and bool(self._found.changes))
        self.part.setEnabled(editable and change is not None and can_be_taken(change))
        is_article = change is None or change.subject == "article"
        self.part.setText(tr("只收这一篇") if is_article else tr("只收这一项"))

    # -- taking ------------------------------------------------------------------------------------

    def _take_whole(self) -> None:
        current, found = self._services.session.issue, self._found
        if current is not None and found is not None:
            self._take(current, found.issue, tr("收回 Word 稿"))

    def _take_part(self) -> None:
        current, found, change = self._services.session.issue, self._found, self.change
        if current is not None and found is not None and change is not None:
            self._take(current, with_change(current, found.issue, change), tr("收回一篇 Word 稿"))

    def _take(self, current: Issue, issue: Issue, step: str) -> None:
        """Put new photos beside the issue, and the changes into it."""
        self._wait(tr("正在放好图片"))
        self._run(lambda _progress: beside(issue), partial(self._put_in, current, step))

    def _put_in(self, current: Issue, step: str, issue: Issue) -> None:
        session = self._services.session
        if session.issue is not current:  # edited meanwhile: told anew what differs
            self._compare()
            return
        self._taken = True  # said when nothing is left, whoever compares first
        session.do(step, issue)
        if session.issue is current:  # refused, and told why
            self._compare()
        else:
            self._services.say(tr("已收进 Word 里的改动，可以撤销"))


def can_be_taken(change: Change) -> bool:
    """Whether a change can be taken by itself: an article that came, went or moved comes with the
    whole.
    """
    if change.subject == "article":
        return change.what == "changed"
    return change.subject in {"masthead", "colophon"}


def with_change(current: Issue, changed: Issue, change: Change) -> Issue:
    """The issue with one change of those that lead to `changed`."""
    from msgspec.structs import replace

    from layouts.issue.edits.tree import with_article
    from layouts.issue.places import article_at

    if change.old is not None and change.new is not None:
        return with_article(current, change.old, article_at(changed, change.new))
    return replace(current, **{change.subject: getattr(changed, change.subject)})


def changed_in_word(
    issue: Issue, layout: Layout, path: Path, photos: Path, progress: Progress
) -> ChangedInWord:
    """Read a Word file and hold it against the issue, in any thread. BanxinError where it is none
    of ours, or a photo of the issue cannot be read.
    """
    from layouts.house.saying import changed_place
    from layouts.importing.photo_store import PhotoStore
    from layouts.importing.word_back.taking import taken_back
    from layouts.store.compare import compare

    found = taken_back(issue, layout, path, PhotoStore(photos), progress.check)
    progress.check()
    return ChangedInWord(found.issue, compare(issue, found.issue, changed_place), found.lost)


def beside(issue: Issue) -> Issue:
    """The issue with photos that came with the Word file copied beside the others. OSError where
    the disk takes no more.
    """
    from layouts.importing.stowing import stowed

    return stowed(issue, issue.folder)


def _button(text: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: act())
    return button
