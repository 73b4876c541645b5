"""Export as pages of the web: one file, or one page an article."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton

from desktop.dialogs import choose
from desktop.dialogs.making import WrappedDialog
from desktop.dialogs.path_row import labelled_path
from desktop.exports import proposed_file
from desktop.tasks import Progress
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.house.layout import Layout
from layouts.issue.issue import Issue

PAGES = "export/web-pages"
ENDING = ".html"


class ExportWebDialog(WrappedDialog):
    """Asks whether the issue becomes one page or several, and where; writes beside the window."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, tr("导出网页"), tr("导出"))
        self.setObjectName("export-web")
        session, settings = services.session, services.settings
        self.whole = QRadioButton(tr("一个文件"))
        self.pages = QRadioButton(tr("一篇一页"))
        self.pages.setChecked(settings.flag(PAGES, False))
        self.whole.setChecked(not self.pages.isChecked())
        self.target = QLineEdit(str(proposed_file(session, settings, ENDING)))
        self.label = QLabel()
        self._lay_out()
        self.pages.toggled.connect(self._follow)
        self.target.textChanged.connect(self._update)
        self.resize(560, 0)
        self._follow()
        self.target.setFocus()

    def _lay_out(self) -> None:
        for button, said in (
            (self.whole, tr("整期一页，图片在里面，可以用邮件发，放到哪里都能打开")),
            (self.pages, tr("一个文件夹：首页是报头和要目，每篇文章一页，适合放到内网")),
        ):
            self.offer(button, said)
        self.content.addLayout(labelled_path(self.label, self.target, tr("选择位置"), self._choose))

    def _follow(self) -> None:
        """A folder has no ending, a page has."""
        path = Path(self.target.text().strip())
        pages = self.pages.isChecked()
        self.label.setText(tr("文件夹") if pages else tr("文件"))
        self.target.setAccessibleName(self.label.text())
        if pages and path.suffix.lower() == ENDING:
            self.target.setText(str(path.with_suffix("")))
        elif not pages and path.suffix.lower() != ENDING and path.name:
            self.target.setText(str(path.with_name(path.name + ENDING)))
        self._update()

    def _update(self) -> None:
        self.say("")
        self.ok.setEnabled(self._task is None and bool(self.target.text().strip()))

    def make(self) -> None:
        """Write the issue as it is now."""
        session, settings = self.services.session, self.services.settings
        issue, layout, typed = session.issue, session.layout, self.target.text().strip()
        if issue is None or layout is None or not typed or self._task is not None:
            return
        pages = self.pages.isChecked()
        path = self.path_of(typed, "" if pages else ENDING)
        settings.put(PAGES, pages)
        write = write_pages if pages else write_page
        self.start(lambda progress: write(issue, layout, path, progress), path)

    def _choose(self) -> None:
        title = tr("导出网页")
        path = (
            choose.folder_to_write(self, title, self.target.text())
            if self.pages.isChecked()
            else choose.file_to_write(self, title, self.target.text(), "HTML (*.html)", ENDING)
        )
        if path is not None:
            self.target.setText(str(path))


def write_page(issue: Issue, layout: Layout, path: Path, progress: Progress) -> str:
    """Write an issue as one page, in any thread: the same bytes as `main.py export -o x.html`."""
    from layouts.files import write_aside
    from layouts.webpage.writing import web_page

    data = web_page(issue, layout, PhotoSteps(issue, progress).told)
    write_aside(path, data, lambda _: progress.check())
    return tr("已导出 {name}，{size} MB", name=path.name, size=f"{len(data) / 1e6:.1f}")


def write_pages(issue: Issue, layout: Layout, folder: Path, progress: Progress) -> str:
    """Write an issue as one page an article, in any thread."""
    from layouts.files import write_folder
    from layouts.webpage.writing import is_web_folder, web_folder

    files = web_folder(issue, layout, PhotoSteps(issue, progress).told)
    write_folder(folder, files.items(), is_web_folder, lambda _: progress.check())
    pages = sum(name.endswith(ENDING) for name in files)
    return tr("已导出 {n} 个网页，从 {name} 打开", n=pages, name="index.html")


class PhotoSteps:
    """Tells how many of an issue's photos are ready."""

    def __init__(self, issue: Issue, progress: Progress) -> None:
        from layouts.compose import photos_of

        self._of = len({(photo.path, photo.tone, photo.crop) for photo in photos_of(issue)})
        self._progress = progress
        self._done = count(1)

    def told(self) -> None:
        """One photo more is ready."""
        self._progress.step(min(next(self._done), self._of), self._of, tr("正在准备图片"))
