"""export --cover, --pages, --single-pages: some of an issue, or in several files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.cli.exporting import placed_error, refuse_errors
from layouts.compose import compose
from layouts.errors import ExportError, Finding, PhotoError
from layouts.exported_parts import export_parts
from layouts.files import write_together
from layouts.messages.command_line import NO_COVER
from layouts.parallel import cores
from layouts.wanted_parts import WantedParts

if TYPE_CHECKING:
    from layouts.house.layout import Layout
    from layouts.issue.issue import Issue
    from layouts.page.page import Edition
    from layouts.prepress.preset import Preset


def export_in_parts(
    parts: WantedParts,
    issue: Issue,
    layout: Layout,
    reading: Sequence[Finding],
    output: Path,
    preset: Preset | None,
    password: str = "",
) -> None:
    """Write what is wanted of an issue.

    ExportError where it is not there, and where a finding is an error; nothing is written then.
    """
    catalogue = Catalogue()
    if parts.cover == "none":
        issue = replace(issue, cover=None)
    edition = compose(issue, layout, catalogue, () if preset is not None else reading)
    if parts.cover in {"apart", "only"} and not edition.cover_pages:
        raise ExportError(*NO_COVER())
    findings: Sequence[Finding] = edition.findings
    if preset is not None:
        from layouts.preflight.check import inspect

        findings = inspect(issue, layout, edition, catalogue, preset=preset, reading=reading)
    refuse_errors(findings, output, [])
    made = [
        (file, _made(part, pages, catalogue, preset, file, password))
        for part, pages, file in export_parts(parts, issue, edition, output)
    ]
    write_together(made)


def _made(
    issue: Issue,
    edition: Edition,
    catalogue: Catalogue,
    preset: Preset | None,
    output: Path,
    password: str,
) -> bytes:
    try:
        if preset is None:
            from layouts.paint.pdf import write_pdf

            return write_pdf(edition, catalogue)
        from layouts.export import export_pdf, locked, prove

        data = export_pdf(issue, edition, catalogue, preset, cores())
        prove(data, preset, output)
    except PhotoError as error:
        raise placed_error(error, edition) from error
    return locked(data, preset, password)
