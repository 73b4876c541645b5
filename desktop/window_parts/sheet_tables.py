"""Tables out of the files of spreadsheets: chosen or dropped, read beside the window, put below the
paragraph with the caret.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject

from desktop.dialogs import choose
from desktop.selection import TextPosition, of_text
from desktop.tasks import Progress
from desktop.window_parts.refusing import line_of
from desktop.window_parts.services import Services
from desktop.words import spoken, tr
from layouts.errors import BanxinError
from layouts.issue.edits.edited import NEW
from layouts.issue.edits.tables import put_table
from layouts.issue.issue import Issue
from layouts.issue.places import TITLE, Place, article_at

if TYPE_CHECKING:  # the room of importing is loaded when something comes in, not with the window
    from layouts.importing.sheets import SheetTable

FOLDER = "import/sheets"
"""Where the settings keep the folder of the last file."""


class SheetTables(QObject):
    """Puts the tables of files into the article with the caret, as one step."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session

    def choose(self) -> None:
        """Ask for files, and put their tables below the paragraph with the caret."""
        if self._session.refuses():
            return
        folder = str(self._services.settings.folder(FOLDER, work=self._session.path))
        window = self._services.window
        paths = choose.files_to_open(window, tr("插入表格文件"), folder, choose.sheets_filter())
        if paths:
            self._services.settings.put(FOLDER, str(paths[0].parent))
            self.insert(paths, None)

    def insert(self, paths: Sequence[Path], place: Place | None) -> None:
        """Read files, and put their tables in at a place, at that of the caret where none is
        known.
        """
        place = place or self._session.selection.place
        if self._session.issue is None or place is None or place.article is None:
            self._services.say(tr("先在文章里点一下要放表格的地方，再插入表格文件"))
            return
        if self._session.refuses():
            return
        take = partial(self._take, self._session.issue, _below(self._session.issue, place))
        task = self._services.tasks.run(partial(_read, paths), take, self._services.fail)
        self._services.watch(task, tr("正在读 {name}", name=paths[0].name))

    def _take(self, before: Issue, place: Place, files: Sequence[_SheetFile]) -> None:
        """Put in the sheet in front of each file, and offer the others."""
        issue = self._session.issue
        if issue is None:
            return
        if _articles(issue) != _articles(before):
            self._services.say(tr("读表格的时候文章改过了，请再插入一次"))
            return
        read = [file for file in files if file.tables]
        refused = [line_of(file.path, spoken(file.error)) for file in files if file.error]
        if not read:
            self._services.failed.emit("\n".join(refused), "")
            return
        self._put(issue, place, [file.tables[0] for file in read])
        said = [tr("已插入表格“{name}”", name=file.tables[0].name) for file in read]
        said += (one for file in read for one in _left_out(file.path, file.tables[0]))
        others = [one for file in read for one in file.tables[1:]]
        if others:
            names = tr("、").join(f"“{one.name}”" for one in others)
            said.append(tr("文件里还有工作表：{names}", names=names))
            more = partial(self._put_others, self._session.issue, others)
            self._services.offered.emit("\n".join((*said, *refused)), tr("也插入"), more)
        else:
            self._services.say("\n".join((*said, *refused)))

    def _put_others(self, stands: Issue | None, others: Sequence[SheetTable]) -> None:
        """The other sheets, below the table with the caret: the last one put in."""
        issue, place = self._session.issue, self._session.selection.place
        if issue is None or place is None or issue is not stands:
            self._services.say(tr("插入以后又改过了，请再插入一次"))
            return
        self._put(issue, place._replace(part=0), others)

    def _put(self, issue: Issue, place: Place, tables: Sequence[SheetTable]) -> None:
        at = place
        for one in tables:
            edited = put_table(issue, at, replace(one.table, source=NEW))
            issue, at = edited.issue, edited.place
        self._session.do(tr("插入表格"), issue, of_text(TextPosition(at, 0)))


class _SheetFile(NamedTuple):
    """A file with its tables, or with what is wrong with it."""

    path: Path
    tables: Sequence[SheetTable] = ()
    error: BanxinError | None = None


def _read(paths: Sequence[Path], progress: Progress) -> list[_SheetFile]:
    from layouts.importing.sheets import read_sheets

    found: list[_SheetFile] = []
    for path in paths:
        progress.check()
        try:
            found.append(_SheetFile(path, read_sheets(path)))
        except BanxinError as error:
            found.append(_SheetFile(path, error=error))
    return found


def _below(issue: Issue, place: Place) -> Place:
    """The block that a table goes below: the last where an article is meant."""
    if place.block is not None:
        return place
    last = len(article_at(issue, place).blocks) - 1
    return place._replace(block=last if last >= 0 else TITLE)


def _articles(issue: Issue) -> list[int]:
    """How many blocks each article has: while that stays, places do."""
    return [len(one.blocks) for section in issue.sections for one in section.articles]


def _left_out(path: Path, table: SheetTable) -> list[str]:
    """What of a sheet did not come in, a sentence each."""
    said: list[str] = []
    if table.hidden:
        said.append(tr("藏起来的 {n} 行、列没有插入", n=table.hidden))
    if table.unknown:
        said.append(
            tr(
                "{n} 个公式没有存下结果，格子是空的；用 Excel 或 WPS 打开 {name} 保存一次再插入",
                n=table.unknown,
                name=path.name,
            )
        )
    return said
