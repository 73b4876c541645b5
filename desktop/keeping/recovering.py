"""After a crash: what journals still hold is looked for at the start and offered."""

from __future__ import annotations

import datetime
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.dialogs import questions
from desktop.files import Files
from desktop.keeping.document import ReadIssue, TakenError, copied, locked
from desktop.keeping.folders import Folders
from desktop.settings import issue_title
from desktop.window_parts.services import Services, sentence_of
from desktop.words import tr
from layouts.documents import is_package, read_document
from layouts.errors import BanxinError

if TYPE_CHECKING:
    from desktop.dialogs.recovery import RecoveryDialog
    from layouts.store.recovery import Recovered

CALM = 300
"""Milliseconds between one question and the next."""


class Recovering(QObject):
    """Offers what was recovered.

    What is not decided now is offered at the next start, and by the menu.
    """

    def __init__(self, services: Services, files: Files) -> None:
        super().__init__(services)
        self._services = services
        self._files = files

    def look_after_opening(self) -> None:
        """Look once the file that the program was started with is shown, or could not be: one
        question after the other.
        """
        self._files.settled.connect(
            lambda: QTimer.singleShot(CALM, self.look_at_start),
            Qt.ConnectionType.SingleShotConnection,
        )

    def look_at_start(self) -> None:
        """Look for what a crash left, beside the window; say nothing where there is nothing.

        Then sweep what nobody needs.
        """
        self._look(at_start=True)

    def look(self) -> None:
        """The same, asked for."""
        self._look(at_start=False)

    def _look(self, *, at_start: bool) -> None:
        folder = self._files.autosave.folders.journals
        self._services.tasks.run(
            lambda _progress: _recovered(folder),
            lambda found: self._offer(found, at_start=at_start),
            self._services.fail,
        )

    def _offer(self, found: list[Recovered], *, at_start: bool) -> None:
        if at_start and QApplication.activeModalWidget() is not None:
            # the editor is being asked something else
            QTimer.singleShot(CALM, lambda: self._offer(found, at_start=True))
            return
        self._files.autosave.sweep()
        if not found:
            if not at_start:
                self._services.say(tr("没有需要恢复的稿件"))
            return
        from desktop.dialogs.recovery import RecoveryDialog

        dialog = RecoveryDialog(found, self._services)
        dialog.restored.connect(self.restore)
        dialog.discard_wanted.connect(partial(self._discard, dialog))
        dialog.open()

    def _discard(self, dialog: RecoveryDialog, recovered: Recovered) -> None:
        if (
            questions.about_discarding(dialog, issue_title(recovered.issue) or tr("未命名"))
            == questions.DISCARD
        ):
            from layouts.store.recovery import discard

            discard(recovered)
            dialog.remove(recovered)

    def restore(self, recovered: Recovered) -> None:
        """Show a recovered issue, not saved yet; what is open is put away first."""
        self._files.leave(lambda: self._read(recovered))

    def _read(self, recovered: Recovered) -> None:
        folders = self._files.autosave.folders
        task = self._services.tasks.run(
            lambda _progress: _fetched(recovered, folders),
            lambda found: self._take(recovered, found),
            self._fail,
        )
        task.cancelled.connect(self._files.stay)
        self._services.watch(task, tr("正在恢复"))

    def _fail(self, error: Exception) -> None:
        self._files.stay()
        self._services.fail(error, tr("没有恢复"))

    def _take(self, recovered: Recovered, fetched: tuple[ReadIssue, str]) -> None:
        """It is there: show it, unless somebody typed on meanwhile and wants to keep that."""
        self._files.leave(lambda: self._show(recovered, *fetched))

    def _show(self, recovered: Recovered, read: ReadIssue, remark: str) -> None:
        self._files.show_recovered(recovered, read)
        if remark:
            self._services.say(remark)


def _recovered(folder: Path) -> list[Recovered]:
    from layouts.house.saying import changed_place
    from layouts.store.recovery import recover

    return recover(folder, datetime.datetime.now(datetime.UTC), changed_place)


def _fetched(recovered: Recovered, folders: Folders) -> tuple[ReadIssue, str]:
    """The issue with the lock of its file and its photos in their folder, in any thread; a remark
    where it became a copy.
    """
    path, issue = recovered.path, recovered.issue
    # it was safe by its journal, which goes once we have written our own
    if issue.folder.parent == folders.caches:
        folders.hold(issue.folder)
    if path is None:
        return ReadIssue(issue, (), None), ""
    _photos_again(path, issue.folder)
    try:
        # the disk may not be there, or the folder no more: the issue is still worth having
        lock = locked(path) if path.parent.is_dir() else None
    except TakenError as error:
        remark = tr("{sentence}；恢复的内容成了一份没有保存的副本", sentence=sentence_of(error))
        return ReadIssue(copied(issue, folders.fresh()), (), None), remark
    return ReadIssue(issue, (), path, recovered.token, lock), ""


def _photos_again(path: Path, folder: Path) -> None:
    """Photos that went missing in the data folder come out of the package again."""
    if is_package(path) and path.is_file():
        with suppress(BanxinError, OSError):
            # for what it unpacks; the issue in it is the older one
            read_document(path, folder, watched=False)
