"""The long work of an export as pictures, in any thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.tasks import Progress
from desktop.words import tr
from layouts.errors import ExportError
from layouts.house.layout import Grid
from layouts.issue.issue import Issue
from layouts.messages.exporting import ERRORS_STAND_FIRST
from layouts.page.page import Edition
from layouts.pictures.making import Job, made_pictures, picture_path
from layouts.pictures.order import PictureOrder


def picture_name(name: str, page: int, count: int) -> str:
    """The file name of a page of so many: numbers of one width, so that files sort as pages do."""
    return picture_path(Path(name), f"{page:0{max(2, len(str(count)))}d}").name


def write_pictures(
    issue: Issue,
    edition: Edition,
    grid: Grid,
    order: PictureOrder,
    path: Path,
    progress: Progress,
) -> str:
    """Write the pictures ordered of an issue's pages, numbered behind the name of `path`: the same
    bytes as `main.py export` writes. BanxinError where that is refused; nothing is written then.
    """
    from fonts.catalogue import Catalogue
    from layouts.export import spare_photos
    from layouts.files import folders_around, write_together
    from layouts.parallel import cores
    from layouts.prepress.presets import load_preset

    wrong = [finding for finding in edition.findings if finding.level == "error"]
    if wrong:
        raise ExportError(*ERRORS_STAND_FIRST(path=path, first=wrong[0]))

    def told(done: int, of: int) -> None:
        progress.step(done, of, tr("正在准备图片"))

    def each(jobs: Sequence[Job]) -> Iterator[list[bytes]]:
        for done, job in enumerate(jobs):
            progress.step(done, len(jobs), tr("正在画第 {n} 张", n=done + 1))
            yield job()

    preset = load_preset("print", {})
    made = made_pictures(edition, grid, Catalogue(), order, preset, each, cores(), told)
    progress.check()
    files = [(picture_path(path, one.label), one.data) for one in made]
    spare_photos(issue, [file for file, _ in files])
    with folders_around(path):
        write_together(files, lambda _: progress.check())
    return tr("已导出 {n} 张图片", n=len(made))
