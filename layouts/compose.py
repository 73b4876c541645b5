"""The pipeline: an Issue and a Layout in, an Edition of drawn pages out.

prepare text → break lines → flow round photos → paginate → contents → draw. Each stage is a folder: text, flow, page.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.errors import Finding, PhotoError, Source
from layouts.flow.edition import lay_out
from layouts.flow.photos import PhotoSize
from layouts.flow.setting import Setter
from layouts.house.layout import Layout
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.page.page import Edition, Page
from layouts.paint.images import probe


def compose(issue: Issue, layout: Layout, catalogue: Catalogue, findings: Iterable[Finding] = (), workers: int = 1) -> Edition:
    """Compose a whole issue. What the editor can mend comes back as findings, those given first.

    Long issues are shared out over `workers` processes.
    """
    setter = Setter(layout, catalogue)
    sizes = measure_photos(issue, setter.findings)
    pages, bookmarks = lay_out(issue, setter, sizes, workers)
    head = issue.masthead
    number = f" 第{head.number}期" if head.number is not None else ""
    title = f"{head.publication}{number}" or issue.source.file
    return Edition(tuple(pages), tuple(_with_pages((*findings, *setter.findings), pages)), tuple(bookmarks), title, head.issuer)


def _with_pages(findings: Iterable[Finding], pages: Iterable[Page]) -> list[Finding]:
    """The findings with the page on which what they are about begins, where it came onto a page."""
    found = list(findings)
    wanted = {finding.source for finding in found if finding.page is None and finding.source is not None}
    first: dict[Source, int] = {}
    for page in pages if wanted else ():
        for item in (*page.lines, *page.pictures):
            if item.source is not None and item.source in wanted:
                first.setdefault(item.source, page.number)
    for k, finding in enumerate(found):
        if finding.page is None and finding.source is not None and finding.source in first:
            found[k] = replace(finding, page=first[finding.source])
    return found


def measure_photos(issue: Issue, findings: list[Finding]) -> dict[Photo, PhotoSize]:
    """The pixels of every photo; one that cannot be set becomes an error finding and is left out."""
    sizes: dict[Photo, PhotoSize] = {}
    known: dict[str, PhotoSize | PhotoError] = {}
    for photo in photos_of(issue):
        size = known.get(photo.path)
        if size is None:
            size = known[photo.path] = _measure(issue.folder, photo)
        if isinstance(size, PhotoError):
            findings.append(Finding("error", "photo-unusable", size.zh, size.en, photo.source))
        else:
            sizes[photo] = size
    return sizes


def _measure(folder: Path, photo: Photo) -> PhotoSize | PhotoError:
    try:
        file = probe(_inside(folder, photo))
    except PhotoError as error:
        return error
    return PhotoSize(str(file.path), file.width, file.height)


def photos_of(issue: Issue) -> list[Photo]:
    """Every photo of the issue in reading order."""
    return [block for section in issue.sections for article in section.articles for block in article.blocks if isinstance(block, Photo)]


def _inside(folder: Path, photo: Photo) -> Path:
    """The photo's file; no path from a manuscript is followed out of the manuscript's folder."""
    path = (folder / photo.path).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise PhotoError(
            f"图片 {photo.path} 在稿件所在文件夹之外，请放到稿件旁边", f"the photo {photo.path} lies outside the manuscript's folder"
        )
    return path
