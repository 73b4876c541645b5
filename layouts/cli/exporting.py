"""The verb export: an issue becomes a PDF, by several processes where that is faster, an OFD, pages
as data, or what an extension writes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from layouts.cli.files import ReadIssue, photo_folder, read_issue
from layouts.cli.output import ERRORS, OK, failed, print_findings
from layouts.errors import ExportError, Finding, PhotoError, PresetError
from layouts.files import write_aside
from layouts.messages.command_line import (
    OUTPUT_OF_NO_KIND,
    PARTS_OUTPUT_NO_PDF,
    PRESET_OUTPUT_NO_PDF,
    SET_MISSPELT,
    SET_WITHOUT_PRESET,
)
from layouts.messages.exporting import ERRORS_STAND
from layouts.parallel import GoneError, Pool, cores
from layouts.wanted_parts import WHOLE, WantedParts

if TYPE_CHECKING:
    from fonts.catalogue import Catalogue
    from layouts.compose import Composition
    from layouts.house.layout import Layout
    from layouts.issue.issue import Issue
    from layouts.page.page import Edition
    from layouts.prepress.preset import Preset

Refuse = Callable[[Sequence[Finding]], None]
"""Hears what was found in an issue; raises where it cannot be printed so."""


def chosen_preset(name: str | None, changes: Sequence[str]) -> Preset | None:
    """The preset that an export names, with what --set changes."""
    if name is None:
        if changes:
            raise PresetError(*SET_WITHOUT_PRESET())
        return None
    from layouts.prepress.presets import load_preset

    values: dict[str, str] = {}
    for change in changes:
        key, sign, value = change.partition("=")
        if not sign:
            raise PresetError(*SET_MISSPELT(change=change))
        values[key.strip()] = value.strip()
    return load_preset(name, values)


def export(
    path: Path,
    output: Path,
    preset: Preset | None = None,
    read: ReadIssue = read_issue,
    parts: WantedParts = WHOLE,
    password: str = "",
) -> int:
    """Compose and write, PDF, OFD or JSON by the ending of the output's name; a PDF as `preset`
    wants it, whole or in `parts`, opened by a `password`.
    """
    kind = output.suffix.lower()
    if preset is not None and kind != ".pdf":
        raise ExportError(*PRESET_OUTPUT_NO_PDF(path=output))
    with photo_folder(path) as cache:
        if parts != WHOLE:
            return _export_parts(parts, preset, read, path, cache, output, password)
        if preset is not None:
            return _export_for(preset, read, path, cache, output, password)
        if kind == ".pdf":
            return _export_pdf(read, path, cache, output)
        if kind == ".json":
            return _export_json(read, path, cache, output)
        if kind == ".ofd":
            return _export_ofd(read, path, cache, output)
        from layouts.extensions import extension

        if writer := extension("writers", kind[1:]):
            return _export_by(writer, read, path, cache, output)
    raise ExportError(*OUTPUT_OF_NO_KIND(path=output))


def _export_pdf(read: ReadIssue, path: Path, cache: Path, output: Path) -> int:
    """Compose, paint and write. Refused where a finding is an error; nothing is written then."""
    known: list[Finding] = []
    try:
        _pdf_by_several(read, path, cache, output, known)
    except GoneError:
        _pdf_alone(read, path, cache, output, known)
    return OK


def _pdf_by_several(
    read: ReadIssue, path: Path, cache: Path, output: Path, known: list[Finding]
) -> None:
    """Export by several processes; the findings reported become `known`.

    GoneError where it must be done by this one alone.
    """
    from fonts.catalogue import Catalogue
    from layouts.paint.binder import bind_for

    catalogue = Catalogue()
    with Pool() as pool:
        # As soon as HarfBuzz is there, which both need: the binder imports ReportLab while we
        # import the rest.
        binder = pool.fork(partial(bind_for, output, catalogue))
        from layouts.compose import compose, photo_uses
        from layouts.shared_export import SharedExport

        shared = SharedExport(pool, binder)
        issue, layout, findings = read(path, cache)
        shared.pack_photos(photo_uses(issue), layout)
        edition = compose(issue, layout, catalogue, findings, shared.gather)
        refuse_errors(edition.findings, output, known)
        shared.write(edition, catalogue)


def _pdf_alone(
    read: ReadIssue, path: Path, cache: Path, output: Path, known: list[Finding]
) -> None:
    from fonts.catalogue import Catalogue

    issue, layout, findings = read(path, cache)
    refuse = partial(refuse_errors, output=output, known=known)
    _write_plain(issue, layout, findings, output, Catalogue(), refuse)


def _write_plain(
    issue: Issue,
    layout: Layout,
    findings: Sequence[Finding],
    output: Path,
    catalogue: Catalogue,
    refuse: Refuse,
) -> None:
    from layouts.compose import compose
    from layouts.paint.pdf import write_pdf

    edition = compose(issue, layout, catalogue, findings)
    refuse(edition.findings)
    try:
        data = write_pdf(edition, catalogue)
    except PhotoError as error:
        raise placed_error(error, edition) from error
    write_aside(output, data)


def password_in(written: str | None, preset: Preset | None) -> str:
    """The password that the first line of a file has, `-` being what is typed or piped in.

    ExportError where there is none, or where the preset's file can have none: said before anything
    is made.
    """
    if written is None or preset is None:
        return ""
    from layouts.cli.piping import standard_input
    from layouts.files import read_whole
    from layouts.finishing.protection import checked_password
    from layouts.messages.protection import NO_PASSWORD_IN_FILE

    held = standard_input().readline() if written == "-" else read_whole(Path(written))
    lines = held.decode("utf-8-sig", "replace").splitlines()
    if not lines or not lines[0]:
        raise ExportError(*NO_PASSWORD_IN_FILE(path=written))
    return checked_password(lines[0], preset)


def _export_for(
    preset: Preset, read: ReadIssue, path: Path, cache: Path, output: Path, password: str
) -> int:
    """Compose, check, paint as a preset says, prove and write."""
    from layouts.prepress.intents import destination

    destination(preset)  # a profile that cannot be used is said before anything else is done
    issue, layout, reading = read(path, cache)
    from fonts.catalogue import Catalogue

    refuse = partial(refuse_errors, output=output, known=[])
    _write_for(preset, issue, layout, reading, output, Catalogue(), refuse, password)
    return OK


def export_issue(
    issue: Issue,
    layout: Layout,
    findings: Sequence[Finding],
    output: Path,
    preset: Preset | None,
    catalogue: Catalogue | None = None,
    refuse: Refuse | None = None,
) -> None:
    """Write a PDF of an issue at hand, as `preset` says, in the faces of a catalogue of its own
    where none is given.

    `refuse` hears what was found and raises where the issue cannot be printed so; where none is
    given, findings are printed, and one that is an error is refused.
    """
    from fonts.catalogue import Catalogue

    faces = catalogue or Catalogue()
    refuse = refuse or partial(refuse_errors, output=output, known=[])
    if preset is None:
        _write_plain(issue, layout, findings, output, faces, refuse)
    else:
        _write_for(preset, issue, layout, findings, output, faces, refuse)


def _write_for(
    preset: Preset,
    issue: Issue,
    layout: Layout,
    reading: Sequence[Finding],
    output: Path,
    catalogue: Catalogue,
    refuse: Refuse,
    password: str = "",
) -> None:
    """Compose, check, paint, prove and write.

    By one process once it is composed, since what a print house gets need not be there in half a
    second.
    """
    from layouts.compose import compose
    from layouts.export import export_pdf, locked, prove
    from layouts.flow.sharing import side_by_side
    from layouts.preflight.check import inspect

    edition = compose(issue, layout, catalogue, gather=side_by_side)
    findings = inspect(issue, layout, edition, catalogue, preset=preset, reading=reading)
    refuse(findings)
    try:
        data = export_pdf(issue, edition, catalogue, preset, cores())
    except PhotoError as error:
        raise placed_error(error, edition) from error
    prove(data, preset, output)
    write_aside(output, locked(data, preset, password))


def _export_parts(
    parts: WantedParts,
    preset: Preset | None,
    read: ReadIssue,
    path: Path,
    cache: Path,
    output: Path,
    password: str,
) -> int:
    """Export some of an issue, or all of it in several files."""
    from layouts.cli.parting import export_in_parts

    if output.suffix.lower() != ".pdf":
        raise ExportError(*PARTS_OUTPUT_NO_PDF(path=output))
    issue, layout, findings = read(path, cache)
    export_in_parts(parts, issue, layout, findings, output, preset, password)
    return OK


def _export_json(read: ReadIssue, path: Path, cache: Path, output: Path) -> int:
    """Write what was composed with its findings, errors too."""
    import json

    from fonts.catalogue import Catalogue
    from layouts.compose import compose
    from layouts.flow.sharing import side_by_side
    from layouts.paint.listing import listing
    from layouts.sound_text import json_bytes

    catalogue = Catalogue()
    issue, layout, findings = read(path, cache)
    edition = compose(issue, layout, catalogue, findings, side_by_side)
    print_findings(edition.findings)
    text = json.dumps(listing(edition, catalogue), ensure_ascii=False)
    write_aside(output, json_bytes(text))
    return ERRORS if failed(edition.findings) else OK


def _export_ofd(read: ReadIssue, path: Path, cache: Path, output: Path) -> int:
    """Compose and write an OFD. Refused where a finding is an error; nothing is written then."""
    from fonts.catalogue import Catalogue
    from layouts.compose import compose
    from layouts.export import export_ofd
    from layouts.flow.sharing import side_by_side

    catalogue = Catalogue()
    issue, layout, findings = read(path, cache)
    edition = compose(issue, layout, catalogue, findings, side_by_side)
    refuse_errors(edition.findings, output, [])
    try:
        data = export_ofd(edition, catalogue)
    except PhotoError as error:
        raise placed_error(error, edition) from error
    write_aside(output, data)
    return OK


def _export_by(
    writer: Callable[[Composition, Path], None],
    read: ReadIssue,
    path: Path,
    cache: Path,
    output: Path,
) -> int:
    """Compose, and have a writer of an installed package write.

    Refused where a finding is an error, as a PDF is.
    """
    from fonts.catalogue import Catalogue
    from layouts.compose import Composition, compose
    from layouts.extensions import called
    from layouts.flow.sharing import side_by_side

    issue, layout, findings = read(path, cache)
    composed = Composition(
        issue, layout, compose(issue, layout, Catalogue(), findings, side_by_side)
    )
    refuse_errors(composed.findings, output, [])
    called("writers", output.suffix[1:], writer, composed, output)
    return OK


def refuse_errors(findings: Sequence[Finding], output: Path, known: list[Finding]) -> None:
    """Report the findings that are not known yet; ExportError where one is an error."""
    print_findings([finding for finding in findings if finding not in known])
    known += findings
    if failed(findings):
        raise ExportError(*ERRORS_STAND(path=output))


def placed_error(error: PhotoError, edition: Edition) -> PhotoError:
    """The error with the line of the manuscript that names the photo."""
    from layouts.imaging.read import called

    pictures = [picture for page in edition.pages for picture in page.pictures]
    source = next(
        (picture.source for picture in pictures if f" {called(Path(picture.path))} " in error.zh),
        None,
    )
    return PhotoError(error.zh, error.en, source)
