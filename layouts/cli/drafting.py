"""The verb export with --draft: an issue becomes a draft that no finding stops."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from layouts.cli.files import ReadIssue, photo_folder, read_issue
from layouts.cli.output import OK, print_findings
from layouts.errors import ExportError
from layouts.files import write_aside
from layouts.messages.command_line import DRAFT_OUTPUT_NO_PDF
from layouts.parallel import cores

if TYPE_CHECKING:
    from datetime import datetime

    from layouts.errors import Finding
    from layouts.messages.message import Sentence


def draft(
    path: Path,
    output: Path,
    now: Callable[[], datetime] | None,
    *,
    notes: bool,
    read: ReadIssue = read_issue,
) -> int:
    """Compose, look over and write a draft, dated `now`; what was found is reported, and stands in
    it as notes where they are wanted.
    """
    from fonts.catalogue import Catalogue
    from layouts.compose import compose
    from layouts.draft import draft_pdf
    from layouts.flow.sharing import side_by_side
    from layouts.preflight.check import inspect

    if output.suffix.lower() != ".pdf":
        raise ExportError(*DRAFT_OUTPUT_NO_PDF(path=output))
    catalogue = Catalogue()
    with photo_folder(path) as cache:
        issue, layout, reading = read(path, cache)
        edition = compose(issue, layout, catalogue, gather=side_by_side)
        findings = inspect(issue, layout, edition, catalogue, reading=reading)
        print_findings(findings)
        data = draft_pdf(
            edition,
            catalogue,
            now() if now is not None else None,
            says=_in_both_languages,
            findings=findings if notes else (),
            workers=cores(),
        )
    write_aside(output, data)
    return OK


def _in_both_languages(said: Finding | Sentence) -> str:
    return f"{said.zh} / {said.en}"
