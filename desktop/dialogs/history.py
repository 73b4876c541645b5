"""历史版本: the versions of the issue, each beside the issue as it is, whole or in part to be had
back.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.days import time_words
from desktop.dialogs.history_photos import PhotoStrip
from desktop.dialogs.history_rows import IS_NAMED, LINE, NAME, TIME, VersionDelegate
from desktop.dialogs.history_words import subject_word, what_word
from desktop.dialogs.history_work import Compared, compared, describe, photos_shown
from desktop.dialogs.redline import RedlineView
from desktop.selection import of_article
from desktop.tasks import Progress, Result, Task
from desktop.widgets import EmptyHint, set_property, tall_rows
from desktop.window_parts.geometry import roomy
from desktop.window_parts.restoring import Restored, can_restore, restored, restored_part
from desktop.window_parts.services import Services, sentence_of
from desktop.words import tr
from layouts.issue.issue import Issue
from layouts.store.compare import Change
from layouts.store.history import Version, versions

WIDTHS = (260, 270, 560)
"""Pixels of versions, changes and text."""

CHANGE = Qt.ItemDataRole.UserRole


class HistoryDialog(QDialog):
    """Lists versions newest first; the chosen one is compared with the open issue, article by
    article.
    """

    def __init__(
        self, services: Services, folder: Path, name_version: Callable[[Callable[[], None]], None]
    ) -> None:
        super().__init__(services.window)
        self.setObjectName("history")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("历史版本"))
        self._services, self._folder, self._name_version = services, folder, name_version
        self._found: Compared | None = None
        self._tasks: dict[str, Task] = {}
        self._make_parts()
        self._put_together()
        self.refresh()
        services.session.issue_changed.connect(self._compare)
        self.list.setFocus()

    # -- its parts ---------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName(tr("版本，新的在前"))
        self.list.setItemDelegate(VersionDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.currentRowChanged.connect(self._compare)
        self.changes = QTreeWidget()
        self.changes.setAccessibleName(tr("从这个版本到现在的改动"))
        self.changes.setHeaderLabels([tr("稿件"), tr("此后")])
        self.changes.setRootIsDecorated(False)
        self.changes.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.changes.header().setStretchLastSection(False)
        self.changes.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.changes.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tall_rows(self.changes)
        self.changes.currentItemChanged.connect(self._show_change)
        self.text = RedlineView()
        self.photos = PhotoStrip()
        self.title = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        set_property(self.title, "role", "heading")
        self.state = QLabel(
            textFormat=Qt.TextFormat.PlainText,
            wordWrap=True,
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        self.state.setAccessibleName(tr("状态"))
        set_property(self.state, "role", "quiet")
        self.empty = EmptyHint(
            "recent",
            tr("还没有历史版本"),
            tr("编辑和保存时会自动留下版本，也可以现在就留一个有名字的。"),
        )
        self.empty.add_button(tr("命名此版本…"), self._name)
        self.naming = _button(tr("命名此版本…"), self._name, tr("把现在的内容留作一个有名字的版本"))
        self.part = _button(tr("恢复此稿件"), self._restore_part)
        self.whole = _button(
            tr("恢复此版本"), self._restore_whole, tr("整期回到这个版本；可以撤销")
        )
        set_property(self.whole, "primary", "true")
        self.close_button = _button(tr("关闭"), self.reject)

    def _put_together(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        self.legend = _legend()
        head.addWidget(self.legend)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addWidget(self.photos)
        beside = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for widget in (self.changes, right):
            beside.addWidget(widget)
        beside.setStretchFactor(1, 1)
        beside.setSizes(list(WIDTHS[1:]))
        self.pages = QStackedWidget()
        for page in (beside, self.state):
            self.pages.addWidget(page)
        self.columns = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for widget in (self.list, self.pages):
            self.columns.addWidget(widget)
        self.columns.setStretchFactor(1, 1)
        self.columns.setSizes([WIDTHS[0], sum(WIDTHS[1:])])
        self.body = QStackedWidget()
        for page in (self.columns, self.empty):
            self.body.addWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self.naming)
        foot.addStretch(1)
        for button in (self.close_button, self.part, self.whole):
            foot.addWidget(button)
        line = QFrame()
        line.setProperty("role", "line")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.body, 1)
        box.addWidget(line)
        box.addLayout(foot)
        for one, other in zip(
            order := (self.list, self.changes, self.text, self.naming, self.part, self.whole),
            order[1:],
            strict=False,
        ):
            QWidget.setTabOrder(one, other)
        roomy(self, 1100, 680)

    def done(self, result: int) -> None:
        """Nobody waits any longer for what is under way."""
        self._services.session.issue_changed.disconnect(self._compare)
        for task in tuple(self._tasks.values()):
            task.cancel()
        super().done(result)

    # -- versions ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """List what is there now and choose the newest."""
        now = datetime.datetime.now().astimezone()
        self._versions = versions(self._folder)
        self.list.blockSignals(True)
        self.list.clear()
        for version in self._versions:
            item = QListWidgetItem(self.list)
            time, name = time_words(version.when, now), version.name or tr("自动")
            for role, value in (
                (TIME, time),
                (NAME, name),
                (LINE, ""),
                (IS_NAMED, bool(version.name)),
            ):
                item.setData(role, value)
            _say(item)
        self.list.blockSignals(False)
        self.body.setCurrentWidget(self.columns if self._versions else self.empty)
        for button in (self.naming, self.part, self.whole):
            button.setVisible(bool(self._versions))
        self.list.setCurrentRow(0)
        self._compare()
        task = self._run("describe", partial(describe, self._versions))
        task.progressed.connect(self._describe)

    @property
    def version(self) -> Version | None:
        """The version that stands out."""
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _describe(self, row: int, _total: int, line: str) -> None:
        if row < self.list.count():  # what is described may have been listed anew meanwhile
            item = self.list.item(row)
            item.setData(LINE, line)
            _say(item)

    def _name(self) -> None:
        self._name_version(self.refresh)

    def _run(
        self,
        kind: str,
        job: Callable[[Progress], Result],
        done: Callable[[Result], None] | None = None,
    ) -> Task:
        """Begin work in the place of what was begun of its kind before."""
        if before := self._tasks.pop(kind, None):
            before.cancel()
        task = self._services.tasks.run(job, done, self._fail)
        self._tasks[kind] = task
        task.ended.connect(
            lambda: self._tasks.pop(kind, None) if self._tasks.get(kind) is task else None
        )
        return task

    def _fail(self, error: Exception) -> None:
        self._wait(sentence_of(error))

    def _wait(self, sentence: str) -> None:
        self._found = None
        self.state.setText(sentence)
        self.pages.setCurrentWidget(self.state)
        self._follow()

    # -- comparing ---------------------------------------------------------------------------------

    def _compare(self) -> None:
        version, current = self.version, self._services.session.issue
        if version is None or current is None:
            self._wait("")
            return
        self._wait(tr("正在比较…"))
        self._run("compare", partial(compared, version, current), self._show)

    def _show(self, found: Compared) -> None:
        self._found = found
        self.changes.clear()
        rows = [self._listed(change) for change in found.changes]
        if not rows:
            self.state.setText(tr("和现在的内容一样"))
            self.pages.setCurrentIndex(1)
        else:
            self.pages.setCurrentIndex(0)
            self.changes.setCurrentItem(rows[0])
        self._follow()

    def _listed(self, change: Change) -> QTreeWidgetItem:
        row = QTreeWidgetItem(self.changes, [subject_word(change), what_word(change)])
        row.setToolTip(0, subject_word(change))
        row.setData(0, CHANGE, change)
        return row

    @property
    def change(self) -> Change | None:
        """The change that stands out."""
        item = self.changes.currentItem()
        return None if self._found is None or item is None else item.data(0, CHANGE)

    def _show_change(self) -> None:
        change, current, found = self.change, self._services.session.issue, self._found
        self.photos.clear()
        self._follow()
        if change is None or current is None or found is None:
            return
        self.title.setText(subject_word(change))
        self.text.show_change(change)
        if change.subject == "article":
            ratio = self.devicePixelRatioF()
            self._run(
                "photos",
                lambda progress: photos_shown(found, change, current, ratio, progress),
                self.photos.show_photos,
            )

    def _follow(self) -> None:
        """Buttons as they apply."""
        change = self.change
        editable = not self._services.session.read_only
        self.whole.setEnabled(editable and self._found is not None and bool(self._found.changes))
        self.part.setEnabled(editable and change is not None and can_restore(change))
        self.part.setText(
            tr("恢复此稿件") if change is None or change.subject == "article" else tr("恢复此项")
        )

    # -- restoring ---------------------------------------------------------------------------------

    def _restore_whole(self) -> None:
        found, current = self._found, self._services.session.issue
        if found is not None and current is not None:
            self._wait(tr("正在恢复…"))
            self._run(
                "restore",
                lambda _progress: restored(found.old, current),
                partial(self._take_whole, current),
            )

    def _take_whole(self, current: Issue, made: Restored) -> None:
        # saved elsewhere meanwhile: its photos lie in another folder now
        if self._services.session.issue is not current:
            self._compare()
            return
        self._services.session.do(tr("恢复版本"), made.issue)
        self._services.say(tr("已恢复版本，可以撤销"))
        self.accept()

    def _restore_part(self) -> None:
        found, change, current = self._found, self.change, self._services.session.issue
        if found is not None and change is not None and current is not None:
            self._wait(tr("正在恢复…"))
            step = (
                tr("恢复稿件")
                if change.subject == "article"
                else tr("恢复{part}", part=subject_word(change))
            )
            self._run(
                "restore",
                lambda _progress: restored_part(change, found.old, current),
                partial(self._take_part, step, current),
            )

    def _take_part(self, step: str, current: Issue, made: Restored) -> None:
        if self._services.session.issue is not current:
            self._compare()
            return
        selection = None if made.place is None else of_article(made.place)
        self._services.session.do(step, made.issue, selection)
        self.changes.setFocus()


def _button(text: str, act: Callable[[], object], tip: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setToolTip(tip)
    button.clicked.connect(lambda _checked=False: act())
    return button


def _legend() -> QLabel:
    """What the marks mean, in the marks themselves."""
    label = QLabel(
        f"<u>{tr('此后新增')}</u>　<s>{tr('此后删去')}</s>", textFormat=Qt.TextFormat.RichText
    )
    label.setAccessibleName(tr("下划线是此后新增，删除线是此后删去"))
    set_property(label, "role", "quiet")
    return label


def _say(item: QListWidgetItem) -> None:
    """A row's words for who cannot see it."""
    said = tr("，").join(filter(None, (item.data(NAME), item.data(TIME), item.data(LINE))))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
    item.setToolTip(said)
