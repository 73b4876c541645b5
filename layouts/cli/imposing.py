"""The verb impose: a PDF as a booklet, or several of its pages on each side of a sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from layouts.cli.files import spare_inputs
from layouts.cli.output import OK, print_findings
from layouts.errors import ExportError, Finding
from layouts.files import read_whole, write_aside
from layouts.imposition import count_pages, impose, several_up
from layouts.imposition.grid import MOST_UP
from layouts.imposition.sheets import blanks_notice, paper_size
from layouts.messages import several_up as say
from layouts.messages.command_line import CREEP_TWICE, IMPOSED_OUTPUT_NO_PDF

if TYPE_CHECKING:
    from argparse import Namespace

    from layouts.imposition.grid import Arrangement

_OF_BOOKLETS = ("signature", "creep", "thickness", "blanks_last")
_OF_SEVERAL_UP = ("gutter", "duplex")
_OF_CUT_SHEETS = ("gutter", "marks")
"""Options that say nothing of other sheets."""


def impose_pdf(options: Namespace) -> int:
    """Write a PDF as a booklet or several pages up. ExportError where what is asked for contradicts
    itself, or the output would not be called a PDF, or is the input: that would be lost.
    """
    source, output = Path(options.pdf), Path(options.output)
    if output.suffix.lower() != ".pdf":
        raise ExportError(*IMPOSED_OUTPUT_NO_PDF(path=output))
    spare_inputs(output, source)
    if options.up is None and options.arrange is None:
        data, findings = _booklet(options, source)
    else:
        data, findings = _several_up(options, source), []
    write_aside(output, data)
    print_findings(findings)
    return OK


def _booklet(options: Namespace, source: Path) -> tuple[bytes, list[Finding]]:
    for option in _asked(options, _OF_SEVERAL_UP):
        raise ExportError(*say.ONLY_OF_SEVERAL_UP(option=option))
    if options.creep and options.thickness:
        raise ExportError(*CREEP_TWICE())
    paper, keep_last = paper_size(options.paper), not options.blanks_last
    data, name = read_whole(source), options.pdf
    booklet = impose(
        data,
        options.creep,
        thickness=options.thickness,
        paper=paper,
        marks=options.marks,
        keep_last=keep_last,
        signature=options.signature,
        name=name,
    )
    notice = blanks_notice(count_pages(data, name), keep_last=keep_last)
    return booklet, [notice] if notice else []


def _several_up(options: Namespace, source: Path) -> bytes:
    arrangement = cast("Arrangement", options.arrange or "reduced")
    for option in _asked(options, _OF_BOOKLETS):
        raise ExportError(*say.ONLY_OF_BOOKLETS(option=option))
    if arrangement == "reduced":
        for option in _asked(options, _OF_CUT_SHEETS):
            raise ExportError(*say.REDUCED_IS_NOT_CUT(option=option))
    if options.up == 0:  # in a preset as many as fit, written out here a slip
        raise ExportError(*say.UP_UNFIT(up=0, most=MOST_UP))
    return several_up(
        read_whole(source),
        arrangement,
        up=options.up or 0,
        paper=paper_size(options.paper),
        gutter=options.gutter,
        marks=options.marks,
        duplex=options.duplex,
        name=options.pdf,
    )


def _asked(options: Namespace, names: tuple[str, ...]) -> list[str]:
    """Those of some options that were asked for, as they are written."""
    return [f"--{name.replace('_', '-')}" for name in names if getattr(options, name)]
