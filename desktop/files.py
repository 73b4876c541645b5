"""Issues as files: new, open, save, recent ones, and the one question about what is not saved."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop.dialogs import choose, questions
from desktop.exports import show_in_folder
from desktop.keeping.autosave import Autosave
from desktop.keeping.document import (
    ReadIssue,
    TakenError,
    kept_picture,
    let_go,
    open_copy,
    open_document,
    open_read_only,
)
from desktop.keeping.folders import Folders
from desktop.keeping.saving import Saving
from desktop.settings import issue_title
from desktop.tasks import Progress
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.documents import PACKAGE, is_package
from layouts.errors import BanxinError
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue
from resources import resource

if TYPE_CHECKING:
    from layouts.store.recovery import Recovered

__all__ = ["Files", "Then", "kept_picture", "read_issue"]

Then = Callable[[], object]


class Files(QObject):
    """Opens and saves the window's issue.

    `opened`: an issue from a file is shown now; `saved`: it was written; `settled`: what was to be
    opened is shown, or it came to nothing and the editor knows; `given_up`: what is not saved is
    not wanted.
    """

    opened = Signal()
    saved = Signal()
    settled = Signal()
    given_up = Signal()

    def __init__(self, services: Services, autosave: Autosave) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session
        self.autosave = autosave
        self.saving = Saving(services, autosave)
        self._dropped: Issue | None = None
        self.saving.saved.connect(self.saved)
        self.saving.elsewhere.connect(self.save_as)
        autosave.troubled.connect(services.fail)

    # -- opening -----------------------------------------------------------------------------------

    def new(self, layout: str = "") -> None:
        """Ask for the masthead of a new issue and show it."""
        from desktop.dialogs.new_issue import NewIssueDialog

        dialog = NewIssueDialog(self._services, layout)
        dialog.setAttribute(dialog.WA_DELETE_ON_CLOSE)
        dialog.accepted.connect(lambda: self._show_new(dialog.issue(self._folders.fresh())))
        dialog.open()

    def _show_new(self, issue: Issue) -> None:
        self.leave(lambda: self._show(ReadIssue(with_ids(issue), (), None)))

    def show_new(self, issue: Issue, then: Then) -> None:
        """Show an issue that lies nowhere yet; `then` is done once it is shown."""

        def show() -> None:
            self._show(ReadIssue(with_ids(issue), (), None))
            then()

        self.leave(show)

    def open(self) -> None:
        """Ask for a file and show the issue in it."""
        folder = str(self._services.settings.folder(work=self._session.path))
        path = choose.file_to_open(
            self._services.window, tr("打开一期"), folder, choose.issues_filter()
        )
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path, *, force: bool = False) -> None:
        """Show the issue in a file; reading is done beside the window.

        `force`: whoever has it open.
        """
        self.leave(
            lambda: self._read(
                lambda _progress: open_document(path, self._folders, force=force), path.name
            )
        )

    def open_sample(self) -> None:
        """Show a copy of the sample issue that lies nowhere yet."""
        self.leave(
            lambda: self._read(lambda _progress: _read_sample(self._folders.fresh()), tr("示例"))
        )

    def _read(self, job: Callable[[Progress], ReadIssue], name: str) -> None:
        task = self._services.tasks.run(job, self._take, self._fail_to_open)
        task.cancelled.connect(self.stay)
        self._services.watch(task, tr("正在打开 {name}", name=name))

    def _fail_to_open(self, error: Exception) -> None:
        if not isinstance(error, TakenError):
            self.stay()
            self._services.fail(error, tr("打不开"))
            return
        path, why = error.path, error
        match questions.about_locked(
            self._services.window, path, error.holder, may_force=error.may_be_forced
        ):
            case questions.LOOK:
                self._read(
                    lambda _progress: open_read_only(path, self._folders, _reason(why)), path.name
                )
            case questions.COPY:
                self._read(lambda _progress: open_copy(path, self._folders), path.name)
            case questions.TAKE:
                self.open_path(path, force=True)
            case _:
                self.stay()

    def _take(self, read: ReadIssue) -> None:
        """It is read: show it, unless somebody typed on meanwhile and wants to keep that."""
        self.leave(lambda: self._show(read))

    def _show(self, read: ReadIssue) -> None:
        if not self._opened(read):
            return
        self.autosave.begin(read)
        self._remember(read)
        self.opened.emit()
        self.autosave.sweep()

    def show_again(self, read: ReadIssue) -> None:
        """Show a document that is only looked at as it is now."""
        self._show(read)

    def _opened(self, read: ReadIssue) -> bool:
        """Whether the session shows it now."""
        self.stay()
        try:
            self._session.last_numbers = self._services.settings.numbers_before(read.issue)
            with self.autosave.changing():
                self._session.open(read.issue, read.path, read.findings, read.read_only)
        except BanxinError as error:
            if read.lock is not None:
                let_go(read.lock)
            self._services.fail(error, tr("打不开"))
            return False
        return True

    def _remember(self, read: ReadIssue) -> None:
        path, token = read.path, read.token
        self.saving.saved_at = (
            datetime.datetime.fromtimestamp(token.mtime_ns / 1e9).astimezone()
            if path and token
            else None
        )
        if path is not None:
            self._services.settings.put("folder", str(path.absolute().parent))
            self._services.settings.remember(path, read.issue)

    def show_recovered(self, recovered: Recovered, read: ReadIssue) -> None:
        """Show what was recovered, as a change of what was saved that can be undone; of one never
        saved, as not saved.
        """
        base = (
            recovered.saved
            if read.path is not None and recovered.saved is not None
            else recovered.issue
        )
        if not self._opened(read._replace(issue=base)):
            return
        with self.autosave.changing():
            if base is recovered.issue:
                self._session.soil()
            else:
                self._session.do(tr("恢复未保存的修改"), recovered.issue, unlocked=True)
        self.autosave.begin_recovered(recovered, read)
        self._remember(read)
        self.opened.emit()

    # -- saving ------------------------------------------------------------------------------------

    @property
    def saved_at(self) -> datetime.datetime | None:
        """When the file was last written."""
        return self.saving.saved_at

    def save(self, then: Then | None = None) -> None:
        """Write the issue where it lies; ask where that is the first time.

        `then` is done once it is saved.
        """
        if self._session.path is None or self._session.read_only:
            self.save_as(then)
        else:
            self.saving.save(self._session.path, then)

    def save_as(self, then: Then | None = None) -> None:
        """Ask where, then write the issue there."""
        issue, path = self._session.issue, self._session.path
        if issue is None:
            return
        proposed = (
            path
            or self._services.settings.folder() / f"{issue_title(issue) or tr('未命名')}{PACKAGE}"
        )
        suffix = PACKAGE if is_package(proposed) else ".md"
        proposed = proposed if path is None else proposed.with_suffix(suffix)
        chosen = choose.file_to_write(
            self._services.window, tr("另存为"), str(proposed), choose.saved_filter(suffix), suffix
        )
        if chosen is None:
            return
        if self._session.read_only and chosen == path:
            self._services.say(tr("这个文件以只读打开，请换一个名字保存"))
            return
        self.saving.save(chosen, then, over=chosen != path)

    # -- leaving -----------------------------------------------------------------------------------

    @property
    def may_leave(self) -> bool:
        """Whether the issue may be put away at once: an untouched one, a new one and the sample
        too, has nothing to lose.
        """
        issue = self._session.issue
        return (self._session.is_untouched or issue is self._dropped) and not self.saving.is_running

    def leave(self, then: Then) -> None:
        """Do `then` once the issue may be put away; what is not saved is asked about once, what is
        being saved is waited for.

        Whatever is typed meanwhile is another issue, and asked about again.
        """
        issue = self._session.issue

        def again() -> None:
            self.leave(then)

        if issue is None or self.may_leave:
            then()
        elif self.saving.value is issue:
            self.saving.when_saved(again)
        elif self._session.is_untouched or issue is self._dropped:
            self.saving.when_idle(again)
        else:
            answer = choose.about_unsaved(self._services.window, issue_title(issue) or tr("未命名"))
            if answer == choose.SAVE:
                self.save(again)
            elif answer == choose.DROP:
                self._dropped = issue
                self.given_up.emit()
                self.saving.when_idle(again)

    def stay(self) -> None:
        """It was not put away after all: what the editor would have given up counts again."""
        self._dropped = None
        self.settled.emit()

    def close_issue(self) -> None:
        """Put the issue away and show the start page."""
        self.leave(self._close)

    def _close(self) -> None:
        with self.autosave.changing():
            self._session.close()
        self.autosave.end()

    # -- where it lies -----------------------------------------------------------------------------

    def fill_recent(self, menu: QMenu) -> None:
        """Fill the menu of recent issues."""
        menu.clear()
        for k, recent in enumerate(self._services.settings.recent, start=1):
            action = menu.addAction(
                f"&{k}  {recent.title or recent.path.name}"
                if k <= 9
                else recent.title or recent.path.name
            )
            action.setToolTip(str(recent.path))
            action.triggered.connect(lambda _checked=False, path=recent.path: self.open_path(path))
        if menu.isEmpty():
            menu.addAction(tr("还没有打开过")).setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction(tr("清空列表")).triggered.connect(self._services.settings.forget_recent)

    def show_folder(self) -> None:
        """Open the folder of the issue in the file manager."""
        if self._session.path is not None:
            show_in_folder(self._session.path.absolute())

    @property
    def _folders(self) -> Folders:
        return self.autosave.folders


def read_issue(path: Path) -> ReadIssue:
    """The issue of a manuscript, as it came.

    BanxinError with a sentence where it cannot be read.
    """
    from layouts.house.load import open_settings
    from layouts.manuscript import read_manuscript

    path = path.absolute()
    issue, findings = read_manuscript(
        path, open_settings=lambda name, source: open_settings(name, source, folder=path.parent)
    )
    return ReadIssue(issue, findings, path)


def _read_sample(folder: Path) -> ReadIssue:
    shutil.copytree(
        resource("sample/issue.md").parent / "photos", folder / "photos", dirs_exist_ok=True
    )
    shutil.copy(resource("sample/issue.md"), folder / "issue.md")
    read = read_issue(folder / "issue.md")
    return read._replace(issue=with_ids(read.issue), path=None)


def _reason(error: TakenError) -> str:
    """Why a document is only to be looked at: who has it."""
    if error.holder is None:
        return tr("只读：别人正在编辑这个文件。")
    return tr(
        "只读：{who}（电脑 {machine}）正在编辑这个文件。",
        who=error.holder.name,
        machine=error.holder.machine,
    )
