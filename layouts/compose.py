"""The pipeline: an Issue and a Layout in, an Edition of drawn pages out.

prepare text → break lines → flow round photos → paginate → contents → draw. Each stage is a folder:
text, flow, page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.errors import Finding, PhotoError, Source
from layouts.flow.art import art_findings, read_layout_art
from layouts.flow.edition import lay_out
from layouts.flow.leaf import Leaf, leaf_of
from layouts.flow.lost_characters import one_of_a_kind
from layouts.flow.photos import PhotoSize
from layouts.flow.setting import Setter
from layouts.flow.sharing import Gather
from layouts.flow.wrapping import is_shaped
from layouts.house.layout import Layout
from layouts.imaging.read import called, inside, probe
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo, Wrap
from layouts.messages.message import Sentence
from layouts.messages.photos import (
    NO_ALPHA,
    NO_PLAIN_GROUND,
)
from layouts.page.page import Bookmark, Edition, Page
from layouts.photo_tone import PhotoTone


class Composition(Struct, frozen=True):
    """An issue set in a layout: its pages, ready to be written, and what was found while
    composing.
    """

    issue: Issue
    layout: Layout
    edition: Edition

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages: positioned lines, rules, boxes and pictures (`layouts/page/item.py`), points,
        origin top left.
        """
        return self.edition.pages

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What composing found: missing photos, characters in no face, text with nowhere to go."""
        return self.edition.findings


def compose(
    issue: Issue,
    layout: Layout,
    catalogue: Catalogue,
    findings: Iterable[Finding] = (),
    gather: Gather | None = None,
) -> Edition:
    """Compose a whole issue. What the editor can mend comes back as findings, those given first.

    The parts of a long issue are flowed by `gather`, if given: `side_by_side` in
    `layouts.flow.sharing` does it with all cores.
    """
    setter = Setter(layout, catalogue)
    setter.leaf = leaf_of(issue, layout)
    setter.art = read_layout_art(layout)
    setter.findings += art_findings(layout, setter.art)
    sizes = measure_photos(issue, setter.findings, {})
    pages, bookmarks = lay_out(issue, setter, sizes, gather)
    return as_edition(issue, pages, bookmarks, (*findings, *setter.findings), setter.leaf)


def as_edition(
    issue: Issue,
    pages: list[Page],
    bookmarks: Iterable[Bookmark],
    findings: Iterable[Finding],
    leaf: Leaf,
) -> Edition:
    """The pages of an issue as an edition, with what was found while composing them."""
    head = issue.masthead
    number = f" 第{head.number}期" if head.number is not None else ""
    title = f"{head.publication}{number}".strip() or issue.source.file  # of nothing but a number
    return Edition(
        tuple(pages),
        tuple(_with_pages(one_of_a_kind(findings, issue), pages)),
        tuple(bookmarks),
        title,
        head.issuer,
        date=head.date,
        cover_pages=leaf.sheets,
        uncounted=leaf.uncounted,
    )


class Superseded(Exception):  # noqa: N818, no error: something newer is wanted
    """Composing, or looking over pages, was given up: its outcome is no longer wanted."""


def _with_pages(findings: Iterable[Finding], pages: Iterable[Page]) -> list[Finding]:
    """The findings with the page on which what they are about begins, where it came onto a page.

    What was made in the window has no source of its own: nothing is told by that.
    """
    found = list(findings)
    wanted = {
        finding.source
        for finding in found
        if finding.page is None
        and finding.place is None
        and finding.source is not None
        and finding.source.file
    }
    first: dict[Source, int] = {}
    for page in pages if wanted else ():
        for item in (*page.lines, *page.pictures):
            if item.source is not None and item.source in wanted:
                first.setdefault(item.source, page.number)
    for k, finding in enumerate(found):
        page = None if finding.source is None else first.get(finding.source)
        if finding.page is None and finding.place is None and page is not None:
            found[k] = replace(finding, page=page)
    return found


KnownPhotos = dict[tuple[Path, str, Wrap], PhotoSize]
"""What was found out about photo files, by folder and path in the manuscript, and by what text runs
round where that is found in them.
"""

USUAL_SHAPE = (3, 2)
"""Width and height of the frame that keeps the place of a photo nobody has seen: those of most
cameras.
"""


def measure_photos(
    issue: Issue, findings: list[Finding], known: KnownPhotos, before: KnownPhotos | None = None
) -> dict[Photo, PhotoSize]:
    """The pixels of every photo; one that cannot be set becomes an error finding, and a frame keeps
    its place: as it was `before`, else in the usual shape.
    """
    sizes: dict[Photo, PhotoSize] = {}
    for photo in photos_of(issue):
        key = (issue.folder, photo.path, Wrap.BOX)
        size = known.get(key)
        if size is None:
            size = known[key] = _measure(issue.folder, photo, (before or {}).get(key))
        if size.missing is not None:
            findings.append(Finding("error", "photo-unusable", *size.missing, photo.source))
        elif photo.wrap in NOT_FOUND and is_shaped(photo):
            size = _with_contour(issue.folder, photo, size, known)
            if not size.rings:
                said = NOT_FOUND[photo.wrap](path=photo.name or photo.path)
                findings.append(Finding("warning", "contour-not-found", *said, photo.source))
        sizes[photo] = size
    return sizes


NOT_FOUND = MappingProxyType({Wrap.ALPHA: NO_ALPHA, Wrap.OUTLINE: NO_PLAIN_GROUND})
"""What is said of a photo without the contour that text is to run round."""


def _with_contour(folder: Path, photo: Photo, size: PhotoSize, known: KnownPhotos) -> PhotoSize:
    """The size with the contour that text is to run round, none where the file has no such."""
    key = (folder, photo.path, photo.wrap)
    if key not in known:
        # Pillow takes as long to import as a page takes to set
        from layouts.imaging.contours import alpha_contour, ground_contour

        find = alpha_contour if photo.wrap is Wrap.ALPHA else ground_contour
        known[key] = size
        # of one whose pixels are damaged something else is said
        with suppress(PhotoError):
            known[key] = replace(size, rings=find(probe(Path(size.path))))
    return known[key]


def photo_uses(issue: Issue) -> list[tuple[str, PhotoTone]]:
    """The file of every photo and its tone, each pair once, as pages name it; those that may not be
    looked at are left out.
    """
    found: list[tuple[str, PhotoTone]] = []
    for photo in {(photo.path, photo.tone): photo for photo in photos_of(issue)}.values():
        with suppress(PhotoError):
            found.append((str(inside(issue.folder, photo.path)), photo.tone))
    return found


def _measure(folder: Path, photo: Photo, before: PhotoSize | None) -> PhotoSize:
    """The size of a photo, or why it has none: that names the photo as the manuscript does, or as
    it was called before.
    """
    width, height = (before.width, before.height) if before is not None else USUAL_SHAPE
    try:
        path = inside(folder, photo.path)
    except PhotoError as error:
        return PhotoSize("", width, height, Sentence(error.zh, error.en))
    try:
        file = probe(path)
    except PhotoError as error:
        full, known = called(path), photo.name or photo.path
        said = Sentence(error.zh.replace(full, known), error.en.replace(full, known))
        return PhotoSize("", width, height, said)
    return PhotoSize(str(file.path), file.width, file.height)


def photos_of(issue: Issue) -> list[Photo]:
    """Every photo of the issue in reading order."""
    covered = issue.cover.photo if issue.cover is not None else None
    return [
        *([covered] if covered is not None else ()),
        *_photos_in_text(issue),
    ]


def _photos_in_text(issue: Issue) -> Iterator[Photo]:
    return (
        block
        for section in issue.sections
        for article in section.articles
        for block in article.blocks
        if isinstance(block, Photo)
    )
