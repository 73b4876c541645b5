"""The long work of an export as PDF: reading every photo beforehand, making the file, proving it.

In any thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.tasks import Progress
from desktop.words import tr
from layouts.errors import Finding, PhotoError
from layouts.issue.issue import Issue
from layouts.page.page import Edition
from layouts.parallel import cores
from layouts.prepress.preset import Preset
from layouts.wanted_parts import WHOLE, WantedParts


def damaged_photos(edition: Edition, progress: Progress) -> tuple[Finding, ...]:
    """An error for each photo that a PDF cannot take, with its place, in any thread."""
    from layouts.imaging.read import embed, probe

    found: list[Finding] = []
    pictures = {
        picture.path: (picture, page.number)
        for page in reversed(edition.pages)
        for picture in reversed(page.pictures)
        # said already, where pages are set
        if picture.missing is None
    }
    for path, (picture, number) in sorted(pictures.items(), key=lambda entry: entry[1][1]):
        progress.check()
        try:
            embed(probe(Path(path)))
        except PhotoError as error:
            found.append(
                Finding("error", "photo-unusable", error.zh, error.en, picture.source, number)
            )
    return tuple(found)


def export_pdf(
    issue: Issue,
    edition: Edition,
    preset: Preset,
    path: Path,
    progress: Progress,
    parts: WantedParts = WHOLE,
    password: str = "",
) -> str:
    """Write an edition, in any thread: the same bytes as `main.py export --preset`, whole or in
    `parts`, opened by a `password` as there.

    BanxinError where that is refused.

    The file is opened again and proved before it is written and anybody is told that it can go to
    print.
    """
    from fonts.catalogue import Catalogue
    from layouts.export import export_pdf as made
    from layouts.export import locked, prove
    from layouts.exported_parts import export_parts
    from layouts.files import write_together
    from layouts.imposition import count_pages
    from layouts.imposition.sheets import blank_count

    def told(done: int, of: int) -> None:
        progress.step(done, of, tr("正在准备图片"))

    files: list[tuple[Path, bytes]] = []
    counts: list[int] = []
    sides = 0
    for part, pages, file in export_parts(parts, issue, edition, path):
        data = made(part, pages, Catalogue(), preset, cores(), told=told)
        progress.step(0, 0, tr("正在检查写好的文件"))
        prove(data, preset, file)
        files.append((file, locked(data, preset, password)))
        counts.append(len(pages.pages))
        if preset.arrange != "none":
            sides += count_pages(data)
    write_together(files, lambda _: progress.check())
    name, count = _named([file for file, _ in files]), sum(counts)
    if preset.arrange != "none":
        return tr("已导出 {name}，{pages} 页拼成 {n} 面", name=name, pages=count, n=sides)
    if preset.standard in {"x4", "x1a"}:
        return tr("已导出 {name}，共 {n} 页；印前检查通过，可以付印", name=name, n=count)
    if preset.booklet and (blanks := sum(map(blank_count, counts))):
        return tr("已导出 {name}，共 {pages} 页，另补 {n} 页空白", name=name, pages=count, n=blanks)
    return tr("已导出 {name}，共 {n} 页", name=name, n=count)


def _named(files: Sequence[Path]) -> str:
    """What was written, in a few words."""
    if len(files) <= 2:
        return tr("、").join(file.name for file in files)
    return tr("{name} 等 {n} 个文件", name=files[0].name, n=len(files))
