"""Manuscripts coming into the open issue: read beside the window, put in as one step, reported."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject

from desktop.dialogs import choose
from desktop.manuscripts import Manuscript
from desktop.selection import of_article
from desktop.tasks import Progress
from desktop.window_parts.services import Services, sentence_of
from desktop.window_parts.stowing import stow
from desktop.words import tr
from layouts.errors import BanxinError, Source
from layouts.inputs import real
from layouts.issue.article import Article
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import Place

SUFFIXES = frozenset({".md", ".markdown", ".txt"})


class Importing(QObject):
    """Reads manuscripts and puts their articles into the issue."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session

    def choose(self) -> None:
        """Ask for files, show what they hold, and where it goes."""
        self.choose_for(None)

    def choose_for(self, place: Place | None) -> None:
        """The same; they are offered to go where the issue's panel says."""
        folder = self._services.settings.text("import/folder") or self._services.settings.text(
            "folder"
        )
        paths = choose.files_to_open(
            self._services.window, tr("导入稿件"), folder, choose.manuscripts_filter()
        )
        if paths:
            self._services.settings.put("import/folder", str(paths[0].parent))
            self.read(paths, None, place)

    def drop(self, paths: Sequence[Path], place: Place | None) -> None:
        """Manuscripts dropped onto the issue: they go where they were dropped, without a
        question.
        """
        self.read(paths, place or self.default_place())

    def read(
        self, paths: Sequence[Path], place: Place | None, offered: Place | None = None
    ) -> None:
        """Read files beside the window; then put them in at `place`, or ask where and offer
        `offered`.
        """
        if self._session.refuses():
            return
        task = self._services.tasks.run(
            lambda progress: read_manuscripts(paths, progress),
            lambda found: self._take(found, place, offered),
            self._services.fail,
        )
        self._services.watch(task, tr("正在读 {n} 篇稿件", n=len(paths)))

    def default_place(self) -> Place:
        """Behind the selected article, at the end of the selected section, or at the end of the
        first.
        """
        issue, place = self._session.issue, self._session.selection.place
        if issue is None or place is None:
            return Place(0, len(issue.sections[0].articles) if issue and issue.sections else 0)
        if place.article is None:
            return Place(place.section, len(issue.sections[place.section].articles))
        return Place(place.section, place.article + 1)

    def _take(self, found: list[Manuscript], place: Place | None, offered: Place | None) -> None:
        if place is not None:
            self.insert(found, place)
            return
        from desktop.dialogs.import_manuscripts import ImportDialog

        dialog = ImportDialog(found, self._session, self._offer(offered), self._services.window)
        dialog.chosen.connect(partial(self.insert, found))
        dialog.open()

    def _offer(self, offered: Place | None) -> Place:
        """Where manuscripts are offered to go: the end of a section where only that is known."""
        issue = self._session.issue
        # taken out while files were read
        if issue is None or offered is None or offered.section >= len(issue.sections):
            return self.default_place()
        return (
            offered
            if offered.article is not None
            else Place(offered.section, len(issue.sections[offered.section].articles))
        )

    def insert(self, found: Sequence[Manuscript], place: Place) -> None:
        """Put all articles in at a place, their photos beside the issue, in one step; an issue
        without sections gets one.
        """
        from layouts.issue.edits import add_section, insert_articles

        issue = self._session.issue
        if issue is None:
            return
        articles, complaints = _stowed(issue, found)
        count = len(articles)
        if count:
            if not issue.sections:
                issue, place = add_section(issue, tr("新栏目")).issue, Place(0, 0)
            edited = insert_articles(issue, place, articles)
            first = edited.place or place
            places = [Place(first.section, (first.article or 0) + k) for k in range(count)]
            self._session.do(tr("导入 {n} 篇稿件", n=count), edited.issue, of_article(*places))
        self._report(found, count, complaints)

    def _report(self, found: Sequence[Manuscript], count: int, complaints: Sequence[str]) -> None:
        remarks = sum(len(manuscript.findings) for manuscript in found)
        errors = [
            f"{manuscript.path.name}{tr('：')}{manuscript.error}"
            for manuscript in found
            if manuscript.error
        ]
        if errors or complaints:
            self._services.failed.emit("\n".join((*errors, *complaints)), "")
        if not count:
            return
        said = tr("已导入 {n} 篇文章", n=count)
        if remarks:
            self._services.offered.emit(
                f"{said}{tr('，{n} 条说明', n=remarks)}",
                tr("查看"),
                lambda: self._show_report(found),
            )
        else:
            self._services.say(said)

    def _show_report(self, found: Sequence[Manuscript]) -> None:
        from desktop.dialogs.import_manuscripts import ImportReport

        ImportReport(found, self._services.window).open()


def read_manuscripts(paths: Sequence[Path], progress: Progress) -> list[Manuscript]:
    """Read files in any thread; one that cannot be read is no reason to leave the others out."""
    from desktop.files import read_issue
    from layouts.manuscript.imports import OF_NO_USE

    found: list[Manuscript] = []
    for done, path in enumerate(paths):
        progress.step(done, len(paths), tr("正在读 {name}", name=path.name))
        try:
            read = read_issue(path)
        except (BanxinError, OSError) as error:
            found.append(Manuscript(path, error=sentence_of(error)))
            continue
        articles = tuple(article for section in read.issue.sections for article in section.articles)
        found.append(
            Manuscript(
                path,
                articles,
                tuple(finding for finding in read.findings if finding.code not in OF_NO_USE),
            )
        )
    return found


def _stowed(issue: Issue, found: Sequence[Manuscript]) -> tuple[list[Article], list[str]]:
    """The articles with their photos copied beside the issue, and a sentence for each photo that
    could not be.
    """
    articles: list[Article] = []
    complaints: list[str] = []
    for manuscript in found:
        for article in manuscript.articles:
            blocks = tuple(
                _stow(issue, manuscript, block, complaints) if isinstance(block, Photo) else block
                for block in article.blocks
            )
            articles.append(
                replace(article, blocks=blocks) if blocks != article.blocks else article
            )
    return articles, complaints


def _stow(issue: Issue, manuscript: Manuscript, photo: Photo, complaints: list[str]) -> Photo:
    source = real(manuscript.path.absolute().parent / photo.path)
    folder = real(manuscript.path.absolute().parent)
    try:
        # a manuscript from outside may not fetch files from elsewhere
        if not source.is_relative_to(folder):
            raise OSError(None, tr("图片在稿件所在文件夹之外"), str(source))
        return replace(
            photo,
            path=stow(source, issue.folder),
            source=Source(str(manuscript.path), photo.source.line),
        )
    except OSError as error:
        reason = error.strerror or str(error)
        complaints.append(
            tr(
                "{name} 的图片 {photo} 没有复制：{reason}",
                name=manuscript.path.name,
                photo=photo.path,
                reason=reason,
            )
        )
        return photo
