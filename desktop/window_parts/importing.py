"""Manuscripts coming in: read beside the window, put into the open issue as one step and tidied as
another, or made an issue of their own; then reported.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs import choose, questions
from desktop.files import Files
from desktop.incoming import text_in
from desktop.panels.signs import sentence
from desktop.selection import of_article
from desktop.settings import LastIssue
from desktop.tasks import Progress
from desktop.window_parts.arrivals import Arrivals, with_photos
from desktop.window_parts.giving_way import give_way
from desktop.window_parts.reading import (
    ImportedFiles,
    beside,
    finished,
    read_as_issue,
    read_clipboard_files,
    read_files,
)
from desktop.window_parts.refusing import MOST_SAID, lines_of, told, waits
from desktop.window_parts.services import Services
from desktop.window_parts.stowing import PHOTOS
from desktop.words import tr
from layouts.house.layout import Layout
from layouts.house.load import known_layouts, load_layout
from layouts.issue.issue import Issue
from layouts.issue.masthead import Masthead
from layouts.issue.places import Place

if TYPE_CHECKING:  # the room of importing is loaded when something comes in, not with the window
    from layouts.importing.result import ImportResult
    from layouts.importing.settings import ImportSettings

CONVERTS = "import/libreoffice"
"""Where the settings keep that LibreOffice may read old Word files."""


class Importing(QObject):
    """Reads manuscripts of all kinds and puts their articles into the issue.

    `photos_wanted`: files of photos that the report kept, and the place that they are to stand at;
    `issue_wanted`: an issue of a publication that what comes in goes into: what is to be done when
    it is open, and what where it is to be of none.
    """

    photos_wanted = Signal(list, object)
    issue_wanted = Signal(object, object)

    def __init__(self, services: Services, files: Files) -> None:
        super().__init__(services)
        self._services = services
        self._files = files
        self._session = services.session
        self._refused: tuple[str, ...] = ()
        self.arrivals = Arrivals(services.session, self)
        self.arrivals.refused.connect(services.say)

    @property
    def _has_publications(self) -> bool:
        return bool(self._services.settings.publication_folders)

    # -- asked for ---------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for files, show what they hold, and where it goes."""
        self.choose_for(None)

    def choose_for(self, place: Place | None) -> None:
        """The same; they are offered to go where the issue's panel says."""
        paths = choose.files_to_open(
            self._services.window, tr("导入稿件"), self._folder(), choose.manuscripts_filter()
        )
        self._chosen(paths, place)

    def choose_edited(self) -> None:
        """Ask for a Word file of this issue that comes back edited, and show what was changed."""
        path = choose.file_to_open(
            self._services.window, tr("收回 Word 稿"), self._folder(), f"{tr('Word 文档')} (*.docx)"
        )
        if path is not None:
            self._services.settings.put("import/folder", str(path.parent))
            self.take_back(path)

    def take_back(self, path: Path) -> None:
        """Show what was changed in a Word file of this issue."""
        from desktop.dialogs.word_back import WordBackDialog

        if self._session.issue is not None:
            WordBackDialog(self._services, path, self.fresh_photos()).open()

    def choose_folder(self) -> None:
        """Ask for a folder, whose manuscripts and photos all come in."""
        path = choose.folder_to_open(self._services.window, tr("导入文件夹"), self._folder())
        self._chosen([path] if path is not None else [], None)

    def _chosen(self, paths: Sequence[Path], place: Place | None) -> None:
        if paths:
            self._services.settings.put("import/folder", str(paths[0].parent))
            self.read(paths, None, place)

    def _folder(self) -> str:
        work = self._session.path
        return str(self._services.settings.folder("import/folder", work=work))

    def drop(self, paths: Sequence[Path], place: Place | None, refused: Sequence[str] = ()) -> None:
        """Manuscripts dropped onto the issue go where they were dropped, without a question;
        `refused` are lines about files beside them that are not taken.
        """
        self._refused = tuple(refused)
        self.read(paths, place or self.default_place())

    def fresh_photos(self) -> Path:
        """A new folder for the photos of what comes in."""
        return self._files.autosave.folders.fresh() / PHOTOS

    def paste(self, data: QMimeData, *, plain: bool = False) -> None:
        """A manuscript on the clipboard becomes articles behind what is selected; `plain` of its
        characters alone.
        """
        if self._session.refuses():
            return
        html, text = data.html() if data.hasHtml() and not plain else "", text_in(data)
        photos, settings = self.fresh_photos(), self.import_settings()
        job = partial(read_clipboard_files, html, text, photos, settings)
        take = partial(self._take, self.default_place(), None)
        self._run(job, take, tr("正在读剪贴板上的稿件"))

    def read(
        self,
        paths: Sequence[Path],
        place: Place | None,
        offered: Place | None = None,
        *,
        alone: bool = False,
    ) -> None:
        """Read files beside the window; then put them in at `place`, or ask where and offer
        `offered`. Without an open issue they become one, the next of a publication where any is
        known and it is not to be `alone`.
        """
        if self._session.refuses():
            return
        if self._session.issue is None and not alone and self._has_publications:
            self.issue_wanted.emit(
                partial(self.read, paths, Place(0, 0)), partial(self.read, paths, None, alone=True)
            )
            return
        agreed = self._services.settings.flag(CONVERTS, default=False)
        settings = replace(self.import_settings(), libreoffice=agreed)
        sentence = tr("正在读 {name}", name=paths[0].name)
        folder = self._files.autosave.folders.fresh()
        if self._session.issue is None:
            job = partial(read_as_issue, paths, folder, settings)
            take = partial(self._begin, folder, self._last_issue())
        else:
            job = partial(read_files, paths, folder, settings)
            take = partial(self._take, place, offered)
        again = partial(self.read, paths, place, offered, alone=alone)
        self._run(job, partial(self._take_agreed, again, take), sentence)

    def _take_agreed(
        self,
        again: Callable[[], None],
        take: Callable[[ImportedFiles], None],
        read: ImportedFiles,
    ) -> None:
        """Ask once whether LibreOffice may read what only it can; then read all of it again."""
        old = [
            source.path.name
            for source in read.result.sources
            for finding in source.findings
            if finding.code == "consent-needed"
        ]
        if old and questions.about_converting(self._services.window, old) == questions.CONVERT:
            self._services.settings.put(CONVERTS, value=True)
            again()
        else:
            take(read)

    def _run(
        self,
        job: Callable[[Progress], ImportedFiles],
        then: Callable[[ImportedFiles], None],
        sentence: str,
    ) -> None:
        task = self._services.tasks.run(job, then, self._services.fail)
        self._services.watch(task, sentence)

    def import_settings(self) -> ImportSettings:
        """How the house and the open issue want manuscripts."""
        issue, layout = self._session.issue, self._session.layout
        if issue is None or layout is None:
            known = self._last_issue()
            return self._house_settings(known.sections, load_layout(_layout_of(known)))
        return self._house_settings([section.name for section in issue.sections], layout)

    def _house_settings(self, sections: Sequence[str], layout: Layout) -> ImportSettings:
        from layouts.importing.settings import ImportSettings
        from layouts.importing.tidying import ALL_RULES

        house = self._session.house
        choice = house.tidy if house is not None else ALL_RULES
        return ImportSettings(tuple(sections), layout.grid.measure, choice, house)

    def _last_issue(self) -> LastIssue:
        """The last issue worked on: the one after it is begun without a question."""
        known = self._services.settings.last_issues
        return known[0] if known else LastIssue("")

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

    # -- into the open issue -----------------------------------------------------------------------

    def _take(self, place: Place | None, offered: Place | None, read: ImportedFiles) -> None:
        if self._session.issue is None:  # closed while files were read
            return
        if not read.result.count:
            self._report_nothing(read.result)
            return
        if place is not None:
            self.insert(read, place)
            return
        from desktop.dialogs.import_manuscripts import ImportDialog

        dialog = ImportDialog(
            read.result, self._session, self._offer(offered), self._services.window
        )
        dialog.chosen.connect(partial(self.insert, read))
        dialog.open()

    def _offer(self, offered: Place | None) -> Place:
        """Where manuscripts are offered to go: the end of a section where only that is known."""
        issue = self._session.issue
        if issue is None or offered is None:
            return self.default_place()
        return self._still(issue, offered)

    def _still(self, issue: Issue, place: Place) -> Place:
        """Where a place is by now: sections and articles may have been taken out while files were
        read.
        """
        if place.section >= len(issue.sections):
            return self.default_place()
        end = len(issue.sections[place.section].articles)
        return Place(place.section, end if place.article is None else min(place.article, end))

    def insert(self, read: ImportedFiles, place: Place) -> None:
        """Put all articles in, those that name no section at a place, once their photos lie beside
        the issue.
        """
        issue = self._session.issue
        if issue is None or self._session.refuses():
            return
        self._run(
            partial(beside, read, issue.folder),
            partial(self._put_in, place),
            tr("正在放好图片"),
        )

    def _put_in(self, place: Place, read: ImportedFiles) -> None:
        """The articles as they came, as one step; then what is tidied about them, as another."""
        from layouts.importing.bringing import bring_in
        from layouts.importing.revising import Revised
        from layouts.importing.settings import NOTHING_TIDIED

        issue = self._session.issue
        if issue is None:
            return
        place = self._still(issue, place)
        raw_settings = replace(read.settings, choice=NOTHING_TIDIED)
        raw = finished(read.result, raw_settings)
        brought = bring_in(issue, raw, place if issue.sections else None)
        named = with_photos(brought.issue, read.photos)
        places = [where for _, where in sorted(brought.places.items())]
        self._session.do(tr("导入 {n} 篇稿件", n=raw.count), named, of_article(*places))
        stood = self.arrivals.now
        self.arrivals.begin(Revised(named, raw, raw_settings, brought.places), issue)
        settings = read.settings
        if stood is not None:  # a rule that was switched off stays off
            settings = replace(settings, choice=stood.settings.choice)
        self._tidy(settings, len(raw.sources))
        self._session.reveal()
        self._tell(read)

    def _tidy(self, settings: ImportSettings, came: int) -> None:
        """Tidy all that stands in the issue by these settings; the last `came` sources are new."""
        from layouts.importing.revising import with_settings

        issue, now = self._session.issue, self.arrivals.now
        if issue is None or now is None:
            return
        revised = with_settings(issue, now, settings)
        new = revised.result.sources[-came:]
        count = sum(len(one.tidied) for source in new for one in source.brought)
        self._session.do(tr("整理 {n} 处", n=count), revised.issue)
        self.arrivals.go_on(revised)

    # -- an issue of their own ---------------------------------------------------------------------

    def _begin(self, folder: Path, known: LastIssue, read: ImportedFiles) -> None:
        """Show an issue made of what was read, with the masthead that follows the last one's."""
        from layouts.importing.bringing import new_issue

        if not read.result.count:
            self._report_nothing(read.result)
            return
        issue = new_issue(read.result, _layout_of(known), folder, tr("未命名"), known.sections)
        if issue.masthead == Masthead():
            head = known.following(datetime.date.today())  # noqa: DTZ011, the editor's own day
            issue = replace(issue, masthead=head, colophon=known.colophon)
        self._files.show_new(issue, lambda: self._put_in(Place(0), read))

    # -- told --------------------------------------------------------------------------------------

    def _tell(self, read: ImportedFiles) -> None:
        now = self.arrivals.now
        if read.complaints:
            self._services.failed.emit("\n".join(read.complaints), "")
        if now is None:
            return
        said = tr("已导入 {n} 篇文章", n=read.result.count)
        doubts = sum(len(source.doubts) for source in read.result.sources)
        if doubts:
            said += tr("，{n} 处要核对", n=doubts)
        waiting = sum(map(waits, read.result.sources))
        if waiting:
            said += tr("，{n} 张图片没有配上稿件", n=waiting)
        refused = self._not_taken(read.result)
        if refused:
            said += f"\n{told(refused)}"
        if read.result.needs_a_look:
            self._services.say(said)
            self.report()
        else:
            self._services.offered.emit(said, tr("查看报告"), self.report)

    def _not_taken(self, result: ImportResult) -> list[str]:
        """A line for each file of which nothing came in, those that were dropped with it first."""
        said, self._refused = [*self._refused, *lines_of(result.sources)], ()
        return said

    def _report_nothing(self, result: ImportResult) -> None:
        """Say of every file why nothing came of it."""
        said = self._not_taken(result)
        said += [sentence(finding) for finding in result.findings]
        nothing = tr("没有读出文章")
        self._services.failed.emit("\n".join((nothing, *said[:MOST_SAID])), "\n".join(said))

    def report(self) -> None:
        """Show what became of what was imported, doubtful things first."""
        from desktop.dialogs.import_report import ImportReport

        window = self._services.window
        if self.arrivals.now is None:
            self._services.say(tr("这一期还没有导入过稿件"))
            return
        before = window.findChild(ImportReport)
        report = ImportReport.show_for(self.arrivals, self._session, window)
        if report is not before:
            report.shown.connect(partial(self._give_way, report))
            report.photos_wanted.connect(self.photos_wanted)

    def _give_way(self, report: QWidget) -> None:
        """Put the report away where it hides the pages it speaks of; one click brings it back."""
        words = tr("导入报告先收起来了"), tr("回到报告")
        give_way(report, self._services, words, self.report)


def _layout_of(known: LastIssue) -> str:
    return known.layout if known.layout in known_layouts() else known_layouts()[0]
