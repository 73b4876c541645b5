"""The verbs beside export: presets, check, convert, prove.

What a verb needs is imported when it is called.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from layouts.cli.files import opened, photo_folder, read_issue, spare_inputs
from layouts.cli.output import (
    ERRORS,
    OK,
    described,
    failed,
    findings_json,
    print_findings,
    print_out,
)
from layouts.errors import ExportError, Finding, PhotoError
from layouts.messages.command_line import NO_FINDINGS, OUTPUT_NO_ISSUE

if TYPE_CHECKING:
    from datetime import date

    from layouts.importing.wording import HouseWords
    from layouts.issue.issue import Issue
    from layouts.page.page import Edition
    from layouts.prepress.preset import Preset
    from layouts.publication import SeenPublication


def presets() -> int:
    """List the export presets."""
    from layouts.prepress.presets import stock_presets

    print_out(
        "\n".join(f"{preset.name:<14} {preset.zh} / {preset.en}" for preset in stock_presets())
    )
    return OK


def check(
    path: Path,
    as_json: bool,
    preset: Preset | None = None,
    today: date | None = None,
    house: Path | None = None,
    publication: Path | None = None,
) -> int:
    """Print the findings, as text or JSON: those of reading, of composing and of the preflight for
    a preset, by the word lists in the file `house`, else those of the publication, and by the
    publication in a folder, or that which the issue lies in.
    """
    from fonts.catalogue import Catalogue
    from layouts.compose import compose
    from layouts.flow.sharing import side_by_side
    from layouts.preflight.check import inspect

    words = _house_words(house)
    catalogue = Catalogue()
    with photo_folder(path) as cache:
        issue, layout, reading = read_issue(path, cache)
        edition = compose(issue, layout, catalogue, gather=side_by_side)
        belongs = _publication(issue, path, publication)
        words = words or _words_of(belongs)
        findings = inspect(
            issue,
            layout,
            edition,
            catalogue,
            preset=preset,
            today=today,
            reading=reading,
            house=words,
            publication=belongs,
        )
        findings += _damaged_photos(edition)
    print_out(
        findings_json(findings)
        if as_json
        else "\n".join(map(described, findings)) or NO_FINDINGS().both
    )
    return ERRORS if failed(findings) else OK


def _publication(issue: Issue, path: Path, folder: Path | None) -> SeenPublication | None:
    """The publication that an issue is held against; None where there is none."""
    from layouts.publication import publication_of_issue, see_publication

    if folder is not None:
        return see_publication(folder, path)
    return publication_of_issue(issue, path)


def _words_of(belongs: SeenPublication | None) -> HouseWords | None:
    """The word lists that a publication names, as one."""
    if belongs is None or not belongs.publication.words:
        return None
    from functools import reduce

    from layouts.importing.wording import load_house_words, words_together

    files = (belongs.folder / name for name in belongs.publication.words)
    return reduce(words_together, map(load_house_words, files))


def _house_words(path: Path | None) -> HouseWords | None:
    if path is None:
        return None
    from layouts.importing.wording import load_house_words

    return load_house_words(path)


def _damaged_photos(edition: Edition) -> list[Finding]:
    """A photo whose header is well but whose pixels are damaged: an export would find it out, so a
    check decodes it too.
    """
    from layouts.imaging.read import embed, probe

    pictures = {
        picture.key: picture
        for page in edition.pages
        for picture in page.pictures
        # said already, where pages are set
        if picture.missing is None
    }
    damaged: list[Finding] = []
    for picture in pictures.values():
        try:
            embed(probe(Path(picture.path)), picture.tone)
        except PhotoError as error:
            damaged.append(Finding("error", "photo-damaged", error.zh, error.en, picture.source))
    return damaged


def convert(path: Path, output: Path) -> int:
    """Write an issue as a file of another kind: a package, or a manuscript or an issue.json with
    its photos beside it.
    """
    from layouts.documents import SAVED, is_package, save_document

    if output.suffix.casefold() not in SAVED:
        raise ExportError(*OUTPUT_NO_ISSUE(path=output))
    spare_inputs(output, path)
    with photo_folder(path) as source, photo_folder(output) as target:
        issue, findings = opened(path, source)
        print_findings(findings)
        save_document(issue, output, target, ours=source if is_package(path) else None)
    return ERRORS if failed(findings) else OK


def prove(path: Path, standard: str | None, as_json: bool) -> int:
    """Print what a written PDF breaks of a standard, or of those it claims."""
    from layouts.files import read_whole
    from layouts.proof.prove import proofs, report

    proved = proofs(read_whole(path), standard, str(path))
    every = [finding for found in proved.values() for finding in found]
    lines = [line for one in proved for line in report(one, proved[one])]
    print_out(findings_json(every) if as_json else "\n".join(lines))
    return ERRORS if failed(every) else OK
