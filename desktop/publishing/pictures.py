"""How page 1 of a publication looks: in its layout, with its masthead and its sections."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtGui import QImage

from desktop.publishing.known import KnownPublication
from desktop.tasks import Progress
from layouts.errors import BanxinError, Source
from layouts.files import stamp_of
from layouts.issue.issue import Issue
from layouts.issue.layout_name import names_file
from layouts.publication import FILE, NextIssue, Publication


def specimen_of(
    publication: Publication, folder: str | Path = "", following: NextIssue | None = None
) -> Issue:
    """A small issue as the publication makes them, its sections filled with words of ours."""
    from desktop.window_parts.page_pictures import sample_sections, specimen

    head = replace(publication.masthead, publication=publication.name)
    if following is not None:
        head = replace(head, number=following.number, total=following.total, date=following.date)
    shown = specimen(publication.layout, head)
    names = [section.name for section in publication.sections]
    return replace(
        shown,
        folder=Path(folder),
        source=Source(""),
        sections=sample_sections(names) if names else shown.sections,
        colophon=publication.colophon,
        settings=dict(publication.settings),
        contents=publication.contents,
    )


def publication_pictures(
    known: Sequence[KnownPublication], folder: Path, width: int, progress: Progress
) -> list[tuple[object, QImage]]:
    """Page 1 of each, kept in a `folder` as long as nothing changes; for a thread."""
    found: list[tuple[object, QImage]] = []
    for one in known:
        progress.check()
        image = _picture(one, folder, width)
        if image is not None:
            found.append((one.folder, image))
    return found


def _picture(known: KnownPublication, folder: Path, width: int) -> QImage | None:
    from desktop.window_parts.page_pictures import first_page

    if known.publication is None:
        return None
    kept = folder / f"{_key(known)}-{width}.png"
    image = QImage(str(kept))
    if not image.isNull():
        return image
    try:
        image = first_page(specimen_of(known.publication, known.folder, known.following), width)
    except BanxinError:
        return None
    image.save(str(kept))
    return image


def _key(known: KnownPublication) -> str:
    """What the picture depends on."""
    publication = known.publication
    own = publication is not None and names_file(publication.layout)
    layout = stamp_of(str(known.folder / publication.layout)) if own and publication else None
    parts = (str(known.folder), stamp_of(str(known.folder / FILE)), layout, known.following)
    return f"publication-{hashlib.sha256(repr(parts).encode(errors='replace')).hexdigest()[:24]}"
