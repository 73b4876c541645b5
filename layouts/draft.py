"""A draft (校样): the pages as they stand, for reading and passing round. No finding stops it:
what is missing is shown as missing, the day and hour stand in the margin, and findings come as
notes where they are wanted.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from layouts.errors import Finding
from layouts.imaging.read import called
from layouts.messages.message import Sentence
from layouts.page.addresses import linked
from layouts.page.faces import Faces
from layouts.page.hit import Rect, ink_box
from layouts.page.item import Ink, Line, Picture
from layouts.page.labels import HasFaces, label, label_width, missing_frame
from layouts.page.page import Edition, Page
from layouts.page.turning import on_paper, upright_of
from layouts.paint.composite import pack_fonts
from layouts.paint.content import deflated_contents
from layouts.paint.notes import PageNote
from layouts.paint.pdf import bind
from layouts.paint.pictures import named_photos
from layouts.paint.usage import usage_of
from layouts.prepress.photo_packer import PackedPhotos, pack_what_can, uses_of
from layouts.prepress.preset import Preset
from layouts.prepress.profiles import print_profile
from layouts.units import mm

Says = Callable[[Finding | Sentence], str]
"""What a reader of the draft is told of something that is said in two languages."""

Told = Callable[[int, int], None]
"""Hears how many photos of how many are packed."""

DRAFT = Preset(name="draft", zh="校样", en="Draft", ppi=150)
"""What photos are made for: as fine as screens and office printers show, small enough to send."""

STAMP = Ink("draft-stamp", (0.4, 0.4, 0.4))
STAMP_SIZE = 8.0
"""The line in the margin, points."""

EDGE = mm(6)
"""From the trim to the stamp: office printers leave some 4 mm blank."""

AIR = 2.0
"""Points that the stamp keeps from all else."""

NOTE_SIZE = 24.0
"""Side of a note's sign, points, as readers draw it."""


def stamp_words(moment: datetime.datetime | None) -> str:
    """What stands on each page of a draft: 校样 2026-11-29 17:30."""
    return "校样" if moment is None else f"校样 {moment:%Y-%m-%d %H:%M}"


def draft_pdf(
    edition: Edition,
    faces: Faces,
    moment: datetime.datetime | None,
    *,
    says: Says,
    findings: Sequence[Finding] = (),
    workers: int = 1,
    told: Told | None = None,
) -> bytes:
    """The edition as a PDF that nothing stops.

    `findings` become notes on the pages. Photos that are missing or damaged are grey frames that
    say so. The same input gives the same bytes, `moment` included.
    """
    packed = pack_what_can(uses_of(edition), DRAFT, print_profile(DRAFT), workers, told)
    whole, _ = linked(edition, faces.face)
    words = stamp_words(moment)
    pages = [stamped(framed(page, packed, faces, says), words, faces) for page in whole.pages]
    drawn = replace(whole, pages=tuple(pages), title=f"{edition.title} {words}".strip())
    fonts = pack_fonts(faces, usage_of(drawn))
    photos = named_photos(packed.rasters)
    contents = deflated_contents(pages, fonts, photos)
    return bind(drawn, fonts, photos, contents, notes_of(edition.pages, findings, says))


def framed(page: Page, packed: PackedPhotos, faces: HasFaces, says: Says) -> Page:
    """A page with a labelled frame in place of each photo that cannot be shown."""
    reasons: dict[int, Sentence] = {}
    for k, picture in enumerate(page.pictures):
        why = _why(picture, packed)
        if why is not None:
            reasons[k] = why
    if not reasons:
        return page
    frames = [missing_frame(page.pictures[k], says(why), faces) for k, why in reasons.items()]
    return replace(
        page,
        pictures=[picture for k, picture in enumerate(page.pictures) if k not in reasons],
        boxes=[*page.boxes, *(box for frame in frames for box in frame.boxes)],
        lines=[*page.lines, *(line for frame in frames for line in frame.lines)],
    )


def _why(picture: Picture, packed: PackedPhotos) -> Sentence | None:
    """Why a picture cannot be shown; None where it can."""
    if picture.missing is not None:
        return picture.missing
    error = packed.errors.get(picture.key)
    if error is None:
        return None
    # a draft is passed round: where the editor keeps photos is nobody's business
    path = Path(picture.path)
    full, name = called(path), path.name
    return Sentence(error.zh.replace(full, name), error.en.replace(full, name))


def stamped(page: Page, words: str, faces: HasFaces) -> Page:
    """A page with the words in its foot margin, outside what is set: where nothing else stands."""
    if page.turned:
        return replace(page, upright=stamped(upright_of(page), words, faces))
    return replace(page, lines=[*page.lines, _stamp(page, words, faces)])


def _stamp(page: Page, words: str, faces: HasFaces) -> Line:
    width = label_width(words, STAMP_SIZE, faces)
    taken = [ink_box(line) for line in page.lines]
    taken += [
        Rect(one.x, one.y, one.x + one.width, one.y + one.height)
        for one in (*page.pictures, *page.shapes)
        # a ground may be as large as the page
        if not one.behind
    ]
    foot, head = page.height - EDGE, EDGE + STAMP_SIZE
    left = max(EDGE, min((line.x for line in page.lines), default=EDGE))
    right = page.width - left - width
    places = [(left, foot), (right, foot), (left, head), (right, head), (left, page.height - AIR)]
    x, y = next(
        (
            (x, y)
            for x, y in places
            if not _meets(Rect(x, y - STAMP_SIZE, x + width, y).grown(AIR), taken)
        ),
        places[-1],
    )
    return label(words, x, y, page.width - x, STAMP_SIZE, faces, STAMP, "draft")


def _meets(box: Rect, others: Sequence[Rect]) -> bool:
    return any(
        box.left < other.right
        and other.left < box.right
        and box.top < other.bottom
        and other.top < box.bottom
        for other in others
    )


# -- notes -----------------------------------------------------------------------------------------


def notes_of(
    pages: Sequence[Page], findings: Sequence[Finding], says: Says
) -> Mapping[int, Sequence[PageNote]]:
    """The notes of each page by its number: in the margin beside what each finding is about, one
    for all that are about one line. What is about no page stands at the head of the first.
    """
    by_number = {page.number: page for page in pages}
    rows: dict[tuple[int, float], list[Finding]] = {}
    for finding in findings:
        page = by_number.get(finding.page or 1, pages[0])
        rows.setdefault((page.number, _height(finding, page)), []).append(finding)
    notes: dict[int, list[PageNote]] = {}
    for (number, y), found in sorted(rows.items(), key=lambda row: row[0]):
        page = by_number[number]
        left = min((line.x for line in page.lines), default=EDGE + NOTE_SIZE)
        words = "\n".join(says(finding) for finding in found)
        level = min((finding.level for finding in found), key=_WORST.index)
        at = on_paper(page, max(0.0, left - NOTE_SIZE - AIR), y)
        notes.setdefault(number, []).append(PageNote(*at, NOTE_SIZE, words, _COLOURS[level]))
    return notes


_WORST = ("error", "warning", "notice")
_COLOURS = {
    "error": (0.7, 0.17, 0.17),
    "warning": (0.9, 0.62, 0.12),
    "notice": (0.45, 0.55, 0.7),
}


def _height(finding: Finding, page: Page) -> float:
    """The top of what a finding is about on its page, points."""
    if finding.page != page.number:
        return EDGE
    if finding.box is not None:
        return finding.box[1]
    if finding.source is not None:
        tops = [picture.y for picture in page.pictures if picture.source == finding.source]
        tops += [ink_box(line).top for line in page.lines if line.source == finding.source]
        if tops:
            return tops[0]
    return EDGE
