"""The verb export where pages become pictures: PNG, JPEG, TIFF for print, WebP."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from fonts.catalogue import Catalogue
from layouts.cli.exporting import chosen_preset, placed_error, refuse_errors
from layouts.cli.files import ReadIssue, photo_folder
from layouts.cli.output import OK
from layouts.compose import compose
from layouts.errors import ExportError, PhotoError
from layouts.export import spare_photos
from layouts.files import write_together
from layouts.flow.sharing import side_by_side
from layouts.imaging.picture_kinds import KINDS, PictureKind
from layouts.messages import pictures as say
from layouts.messages.command_line import PARTS_OUTPUT_NO_PDF
from layouts.page.page_ranges import pages_of
from layouts.parallel import Pool, cores
from layouts.pictures.making import made_pictures, picture_path
from layouts.pictures.order import (
    KILOBYTE,
    LEAST_SLICE,
    PRINT_PPI,
    QUALITY,
    SCREEN_PPI,
    PictureOrder,
    checked,
)
from layouts.prepress.preset import Preset

FOR_PRINT = "print"
"""The preset whose print condition a TIFF has where none is named."""


def export_pictures(options: Namespace, read: ReadIssue) -> int:
    """Write the pages asked for as pictures, one under the output's name, several numbered behind
    it. Refused where a finding is an error; nothing is written then.
    """
    path, output = Path(options.issue), Path(options.output)
    if options.cover != "with" or options.single_pages:
        raise ExportError(*PARTS_OUTPUT_NO_PDF(path=output))
    _refuse_empty(options)
    order = _ordered(options, KINDS[output.suffix.lower()])
    preset = _condition(options, order.kind, output)
    catalogue = Catalogue()
    with photo_folder(path) as cache:
        issue, layout, findings = read(path, cache)
        edition = compose(issue, layout, catalogue, findings, side_by_side)
        order = checked(_of_pages(order, options.chosen, len(edition.pages)))
        refuse_errors(edition.findings, output, [])
        try:
            with Pool() as pool:
                made = made_pictures(
                    edition,
                    layout.grid,
                    catalogue,
                    order,
                    preset,
                    lambda jobs: pool.map(jobs, list[bytes]),
                    cores(),
                )
        except PhotoError as error:
            raise placed_error(error, edition) from error
    several = len(made) > 1
    files = [(picture_path(output, one.label if several else ""), one.data) for one in made]
    spare_photos(issue, [file for file, _ in files])
    write_together(files)
    return OK


def _ordered(options: Namespace, kind: PictureKind) -> PictureOrder:
    usual = PRINT_PPI if kind is PictureKind.TIFF else SCREEN_PPI
    return PictureOrder(
        kind=kind,
        spreads=options.spreads,
        long=options.long,
        ppi=usual if options.ppi is None else options.ppi,
        quality=QUALITY if options.quality is None else options.quality,
        most_bytes=(options.most_kb or 0) * KILOBYTE,
        slice_height=options.slice_height or 0,
    )


def _refuse_empty(options: Namespace) -> None:
    """ExportError where a limit is asked for that no file could keep; 0 is no limit in an order,
    and nobody means that who writes it.
    """
    if options.most_kb is not None and options.most_kb < 1:
        raise ExportError(*say.AT_LEAST(option="--most-kb", least=1))
    if options.slice_height is not None and options.slice_height < LEAST_SLICE:
        raise ExportError(*say.AT_LEAST(option="--slice-height", least=LEAST_SLICE))


def _of_pages(order: PictureOrder, asked: str, count: int) -> PictureOrder:
    """The order with the pages asked for. ExportError where they are not there."""
    if not asked.strip():
        return order
    pages = pages_of(asked, count)
    if pages is None:
        raise ExportError(*say.PAGES_UNKNOWN(asked=asked, count=count))
    from msgspec.structs import replace

    return replace(order, pages=tuple(pages))


def _condition(options: Namespace, kind: PictureKind, output: Path) -> Preset:
    """The preset whose print condition a TIFF is for; for other kinds none is to be named."""
    named = options.preset
    if named is None and (kind is PictureKind.TIFF or options.changes):
        named = FOR_PRINT
    if kind is not PictureKind.TIFF and named is not None:
        raise ExportError(*say.PRESET_WITHOUT_INKS(path=output))
    preset = chosen_preset(FOR_PRINT if named is None else named, options.changes)
    if preset is None or preset.colour != "cmyk":
        raise ExportError(*say.PRESET_NOT_FOUR_INKS(name=named))
    return preset
