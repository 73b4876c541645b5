"""Issues as files: new, open, save, recent ones, and the one question about what is not saved."""

from __future__ import annotations

import datetime
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from desktop.dialogs import choose
from desktop.settings import issue_title
from desktop.tasks import Progress
from desktop.window_parts.desk import Desk
from desktop.words import tr
from layouts.errors import BanxinError, Finding
from layouts.issue.issue import Issue
from resources import resource


class Read(NamedTuple):
    """An issue as it was read; `path` is None for one without a file of its own yet."""

    issue: Issue
    findings: tuple[Finding, ...]
    path: Path | None


class Files(QObject):
    """Opens and saves the window's issue. `opened`: an issue from a file is shown now; `saved`: it was written."""

    opened = Signal()
    saved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = desk.session
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._opening: Path | None = None
        self.saved_at: datetime.datetime | None = None

    # -- opening -----------------------------------------------------------------------------------------------------------------------

    def new(self, layout: str = "") -> None:
        """Ask for the masthead of a new issue and show it."""
        from desktop.dialogs.new_issue import NewIssueDialog

        dialog = NewIssueDialog(self._desk, layout)
        dialog.setAttribute(dialog.WA_DELETE_ON_CLOSE)
        dialog.accepted.connect(lambda: self._show_new(dialog.issue(self.temporary_folder())))
        dialog.open()

    def _show_new(self, issue: Issue) -> None:
        if self.may_leave():
            self._show(Read(issue, (), None))

    def open(self) -> None:
        """Ask for a file and show the issue in it."""
        folder = str(self._session.path.parent) if self._session.path else self._desk.settings.text("folder")
        path = choose.file_to_open(self._desk.window, tr("打开一期"), folder, choose.manuscripts_filter())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Show the issue in a file; reading is done beside the window."""
        if not self.may_leave():
            return
        self._read(lambda _progress: read_issue(path), tr("正在打开 {name}", name=path.name))

    def open_sample(self) -> None:
        """Show a copy of the sample issue that lies nowhere yet."""
        if not self.may_leave():
            return
        folder = self.temporary_folder() / "sample"
        self._read(lambda _progress: _read_sample(folder), tr("正在打开示例"))

    def _read(self, job: Callable[[Progress], Read], sentence: str) -> None:
        task = self._desk.tasks.run(job, self._show, lambda error: self._desk.fail(error, tr("打不开")))
        self._desk.watch(task, sentence)

    def _show(self, read: Read) -> None:
        try:
            self._session.last_numbers = self._desk.settings.numbers_before(read.issue)
            self._session.open(read.issue, read.path, read.findings)
        except BanxinError as error:
            self._desk.fail(error, tr("打不开"))
            return
        self.saved_at = datetime.datetime.fromtimestamp(read.path.stat().st_mtime).astimezone() if read.path else None
        if read.path is not None:
            self._desk.settings.put("folder", str(read.path.absolute().parent))
            self._desk.settings.remember(read.path, read.issue)
        self.opened.emit()

    # -- saving ------------------------------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Write the issue where it lies; ask where that is the first time."""
        return self.save_as() if self._session.path is None else self._write(self._session.path)

    def save_as(self) -> bool:
        """Ask where, then write the issue there, its photos beside it."""
        issue = self._session.issue
        if issue is None:
            return False
        proposed = self._session.path or Path(self._desk.settings.text("folder")) / f"{issue_title(issue) or tr('未命名')}.md"
        path = choose.file_to_write(self._desk.window, tr("另存为"), str(proposed), f"{tr('稿件')} (*.md)", ".md")
        return path is not None and self._write(path)

    def _write(self, path: Path) -> bool:
        from layouts.manuscript.save import save_manuscript

        issue = self._session.issue
        if issue is None:
            return False
        try:
            written = save_manuscript(issue, path)
        except (BanxinError, OSError) as error:
            self._desk.fail(error, tr("没有保存"))
            return False
        self.saved_at = datetime.datetime.now().astimezone()
        self._session.saved(path, written)
        self._desk.settings.put("folder", str(path.absolute().parent))
        self._desk.settings.remember(path, written)
        self.saved.emit()
        return True

    def may_leave(self) -> bool:
        """Whether the issue may be put away; what is not saved is asked about once."""
        issue = self._session.issue
        if issue is None or self._session.stack.isClean():  # an untouched new issue or sample has nothing to lose
            return True
        answer = choose.about_unsaved(self._desk.window, issue_title(issue) or tr("未命名"))
        return self.save() if answer == choose.SAVE else answer == choose.DROP

    def close_issue(self) -> None:
        """Put the issue away and show the start page."""
        if self.may_leave():
            self._session.close()

    # -- where it lies -----------------------------------------------------------------------------------------------------------------

    def fill_recent(self, menu: QMenu) -> None:
        """Fill the menu of recent issues."""
        menu.clear()
        for k, recent in enumerate(self._desk.settings.recent, start=1):
            action = menu.addAction(f"&{k}  {recent.title or recent.path.name}" if k <= 9 else recent.title or recent.path.name)
            action.setToolTip(str(recent.path))
            action.triggered.connect(lambda _checked=False, path=recent.path: self.open_path(path))
        if menu.isEmpty():
            menu.addAction(tr("还没有打开过")).setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction(tr("清空列表")).triggered.connect(self._desk.settings.forget_recent)

    def show_folder(self) -> None:
        """Open the folder of the issue in the file manager."""
        if self._session.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.path.absolute().parent)))

    def temporary_folder(self) -> Path:
        """A folder for the photos of issues that lie nowhere yet; it goes when the program ends."""
        if self._temporary is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="banxin-", ignore_cleanup_errors=True)
        return Path(tempfile.mkdtemp(dir=self._temporary.name))

    def release(self) -> None:
        """Remove what was kept for issues without a file; the window is closing."""
        if self._temporary is not None:
            self._temporary.cleanup()
            self._temporary = None


def read_issue(path: Path) -> Read:
    """An issue from its file. BanxinError with a sentence where it cannot be read."""
    from layouts.house.load import open_settings
    from layouts.manuscript import read_manuscript

    path = path.absolute()
    issue, findings = read_manuscript(path, open_settings=lambda name, source: open_settings(name, source, folder=path.parent))
    return Read(issue, findings, path)


def _read_sample(folder: Path) -> Read:
    shutil.copytree(resource("sample/issue.md").parent / "photos", folder / "photos")
    shutil.copy(resource("sample/issue.md"), folder / "issue.md")
    read = read_issue(folder / "issue.md")
    return read._replace(path=None)


def kept_picture(path: Path) -> str:
    """The name under which the picture of an issue's first page is kept."""
    import hashlib

    return hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:24] + ".png"
