"""The file that a preset describes: painted, imposed where it is a booklet, and proved against the
standards it claims; the OFD, which takes none; and what no export may be written over.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec.structs import replace

from layouts.errors import ExportError
from layouts.inputs import is_one_file
from layouts.issue.issue import Issue
from layouts.messages.exporting import PHOTO_IN_THE_WAY, STANDARD_BROKEN
from layouts.page.faces import Faces
from layouts.page.page import Edition
from layouts.prepress.preset import Preset


def export_pdf(
    issue: Issue,
    edition: Edition,
    faces: Faces,
    preset: Preset,
    workers: int = 1,
    moment: datetime.datetime | None = None,
    told: Callable[[int, int], None] | None = None,
) -> bytes:
    """The file that a preset describes, of an issue composed to `edition`: tagged where it says so,
    imposed where it is a booklet. `told` hears how many photos of how many are packed; what it
    raises ends the work.

    Errors as those of `layouts.paint.pdf.write_pdf`.
    """
    from layouts.page.addresses import linked
    from layouts.page.note_links import note_linked
    from layouts.paint.pdf import write_pdf
    from layouts.structure import structure

    edition, references = linked(edition, faces.face) if preset.links else (edition, ())
    edition, signs = note_linked(edition, faces.face) if preset.links else (edition, ())
    data = write_pdf(
        edition,
        faces,
        workers,
        # of pages that are cut out of a sheet, the sheet has the marks
        preset if preset.arrange == "none" else replace(preset, marks=False),
        moment,
        structure(issue, edition, references, signs) if preset.tagged else None,
        told,
    )
    data = _imposed(data, preset)
    if preset.thumbnails:
        from layouts.finishing.thumbnails import with_thumbnails

        data = with_thumbnails(data)
    if preset.smallest:
        from layouts.finishing.smallest import smallest

        data = smallest(data)
    return data


def _imposed(data: bytes, preset: Preset) -> bytes:
    """A file laid on the sheets that its preset asks for, if any."""
    if preset.booklet:
        from layouts.imposition import impose
        from layouts.imposition.sheets import paper_size

        return impose(
            data,
            preset.creep,
            paper=paper_size(preset.paper),
            keep_last=preset.keep_last,
            signature=preset.signature,
        )
    if preset.arrange != "none":
        from layouts.imposition import several_up
        from layouts.imposition.sheets import paper_size

        return several_up(
            data,
            preset.arrange,
            up=preset.up,
            paper=paper_size(preset.paper),
            gutter=preset.gutter,
            marks=preset.marks,
            duplex=preset.duplex,
        )
    return data


def locked(data: bytes, preset: Preset, password: str = "") -> bytes:
    """A file made for a preset and proved, locked where there is a password or something is not
    allowed.

    ExportError for a password that cannot be.
    """
    if not password and not preset.limits:
        return data
    from layouts.finishing.protection import protect

    return protect(data, preset, password)


def export_ofd(
    edition: Edition, faces: Faces, told: Callable[[int, int], None] | None = None
) -> bytes:
    """An OFD of composed pages, with links on the addresses in their text and between notes and
    their signs, as PDFs for the screen have them.

    `told` and errors as those of `layouts.paint.ofd.writing.write_ofd`.
    """
    from layouts.page.addresses import linked
    from layouts.page.note_links import note_linked
    from layouts.paint.ofd.writing import write_ofd

    edition, _ = linked(edition, faces.face)
    edition, _ = note_linked(edition, faces.face)
    return write_ofd(edition, faces, told)


def prove(data: bytes, preset: Preset, path: Path) -> None:
    """Open a file made for a preset again and hold it against the standards it claims.

    ExportError, naming `path`, for what it breaks.

    A preset without a standard promises nothing.
    """
    # an untagged file claims no PDF/UA
    if preset.standard == "none" or (preset.standard == "ua1" and not preset.tagged):
        return
    from layouts.proof.prove import proofs

    faults = [
        fault
        for found in proofs(data, None, path.name).values()
        for fault in found
        if fault.level == "error"
    ]
    if faults:
        first = faults[0]
        raise ExportError(*STANDARD_BROKEN(path=path, count=len(faults), first=first))


def spare_photos(issue: Issue, files: Iterable[Path]) -> None:
    """ExportError where a file would take the place of a photo of the issue that it is made of."""
    from layouts.compose import photo_uses

    photos = [Path(photo) for photo, _ in photo_uses(issue)]
    for file in files:
        if any(is_one_file(file, photo) for photo in photos):
            raise ExportError(*PHOTO_IN_THE_WAY(path=file))
