"""A publication's folder into a Publication, and the way from an issue to its publication."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from layouts.errors import PublicationError, Source
from layouts.house.kinds import NOWHERE
from layouts.house.read import Fault, dotted, read, shown
from layouts.house.toml_lines import line_of, parsed
from layouts.inputs import is_plain_file, read_input, why
from layouts.issue.layout_name import names_file
from layouts.messages.publication import (
    BEFORE_NEEDS_DATE,
    FILE_OUTSIDE,
    NO_PUBLICATION,
    PUBLICATION_NOT_UTF8,
    PUBLICATION_UNREADABLE,
    SECTION_TWICE,
)
from layouts.publication.publication import FILE, Counting, Publication
from layouts.publication.schema import PUBLICATION

LARGEST = 500_000
"""Bytes of a publication's file; one with eight sections and forty receivers has 3,000."""

DEEPEST_FOLDER = 40
"""Folders above an issue in which its publication is looked for."""


def read_publication(folder: Path) -> Publication:
    """The publication of a folder.

    PublicationError, with file and line, where there is none, or its file cannot be read or does
    not validate.
    """
    text = publication_text(folder)
    if text is None:
        raise PublicationError(*NO_PUBLICATION(folder=folder))
    return publication_of(text, str(folder / FILE))


def find_publication(path: Path) -> Path | None:
    """The folder of the publication that a file belongs to by where it lies: the nearest one
    upwards that has a publication's file; None where there is none.
    """
    folder = Path(path).absolute().parent
    for place in (folder, *folder.parents)[:DEEPEST_FOLDER]:
        if is_plain_file(place / FILE):
            return place
    return None


def publication_text(folder: Path) -> str | None:
    """The text of a folder's publication file; None where there is none.

    PublicationError where it is there and cannot be read.
    """
    path = folder / FILE
    try:
        content = read_input(path, LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        said = PUBLICATION_UNREADABLE(why=why(error))
        raise PublicationError(*said, Source(str(path))) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise PublicationError(*PUBLICATION_NOT_UTF8(), Source(str(path), line)) from None


def publication_of(text: str, file: str) -> Publication:
    """The publication that a text describes. PublicationError where it does not validate."""
    document = parsed(text, file, PublicationError)
    try:
        return checked(document)
    except Fault as fault:
        zh, en = (words.replace("{key}", dotted(fault.place), 1) for words in fault.wording)
        raise PublicationError(zh, en, Source(file, line_of(text, fault.place))) from None


def checked(document: dict[str, Any]) -> Publication:
    """The publication of a TOML document. Fault where a value is none, or two contradict."""
    publication = cast("Publication", read(PUBLICATION, document, (), NOWHERE))
    known: set[str] = set()
    for number, section in enumerate(publication.sections):
        if section.name in known:
            raise Fault(("sections", number, "name"), SECTION_TWICE(name=section.name))
        known.add(section.name)
    numbering = publication.numbering
    before = numbering.before
    by_year = numbering.count is Counting.YEAR
    if by_year and before.number is not None and before.date is None:
        raise Fault(("numbering", "before", "number"), BEFORE_NEEDS_DATE())
    if names_file(publication.layout):
        _check_inside(("layout",), publication.layout)
    for number, name in enumerate(publication.words):
        _check_inside(("words", number), name)
    for number, name in enumerate(publication.presets):
        if name.endswith(".toml"):
            _check_inside(("presets", number), name)
    return publication


def _check_inside(place: tuple[str | int, ...], name: str) -> None:
    """Fault where a file's name leads out of the folder: a share is read by many machines, and a
    path of one of them means nothing to the others.
    """
    steps = name.replace("\\", "/").split("/")
    if ".." in steps or not steps[0] or ":" in name:
        raise Fault(place, FILE_OUTSIDE(name=shown(name)))
