"""Files of old programs (.doc, .wps …), converted by LibreOffice where that is installed and the
editor agrees, and then read as any Word file.

Finding: `date-renewed` (warning).
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from msgspec.structs import replace

from layouts.errors import Finding, ManuscriptError, Source
from layouts.importing.archive import Archive
from layouts.importing.libreoffice import (
    MOST_SECONDS,
    NothingMadeError,
    TooSlowError,
    converted,
    libreoffice,
)
from layouts.importing.photo_store import PhotoStore
from layouts.importing.received import ReceivedBlock, ReceivedDocument, ReceivedTable
from layouts.inputs import read_input, why
from layouts.messages import archives
from layouts.messages import other_files as say
from layouts.messages.message import Sentence

KIND: Final = "legacy"

MOST_BYTES: Final = 200_000_000

_MAIN_PART: Final = "word/document.xml"
_DATE: Final = re.compile(rb"<w:instrText[^<>]*>\s*(?:DATE|TIME)\b")


Reader: TypeAlias = Callable[[Path, PhotoStore], ReceivedDocument]


class ConsentNeededError(ManuscriptError):
    """A file that LibreOffice could convert, which the editor has not agreed to yet: ask, and read
    it again with `agreed`.
    """


def read(path: Path, photos: PhotoStore, *, agreed: bool = False) -> ReceivedDocument:
    """A file of an old program as received.

    ConsentNeededError where LibreOffice is installed and `agreed` is false. ManuscriptError where
    it is not installed, or could make nothing of the file.
    """
    if (reader := _reader_of_what_it_is(path)) is not None:
        return reader(path, photos)
    program = libreoffice()
    if program is None:
        raise _refused(path, say.NO_LIBREOFFICE(suffix=path.suffix))
    if not agreed:
        raise ConsentNeededError(*say.MAY_CONVERT(suffix=path.suffix), Source(str(path)))
    try:
        data = read_input(path, MOST_BYTES)
    except OSError as error:
        raise _refused(path, archives.SOURCE_UNREADABLE(why=why(error))) from error
    with tempfile.TemporaryDirectory(prefix="banxin-", ignore_cleanup_errors=True) as name:
        source = Path(name) / f"manuscript{path.suffix.lower()}"
        source.write_bytes(data)
        return _read_made(path, _made(path, program, source), photos)


def _reader_of_what_it_is(path: Path) -> Reader | None:
    """The reader of a file that only is called as old ones are: WPS writes Word's new format as
    .wps too, and many programs RTF as .doc.
    """
    try:
        begin = read_input(path, MOST_BYTES, 8)
    except OSError as error:
        raise _refused(path, archives.SOURCE_UNREADABLE(why=why(error))) from error
    if begin.startswith(b"PK\x03\x04"):
        from layouts.importing.readers import docx

        return docx.read
    if begin.startswith(b"{\\rtf"):
        from layouts.importing.readers import rtf

        return rtf.read
    return None


def _made(path: Path, program: Path, source: Path) -> Path:
    try:
        return converted(program, source, source.parent)
    except TooSlowError as error:
        raise _refused(path, say.CONVERSION_TOO_LONG(seconds=MOST_SECONDS)) from error
    except (NothingMadeError, OSError) as error:
        raise _refused(path, say.NOT_CONVERTED()) from error


def _read_made(path: Path, made: Path, photos: PhotoStore) -> ReceivedDocument:
    """What LibreOffice made, in the name of the file it was made of."""
    from layouts.importing.readers import docx

    try:
        document = docx.read(made, photos)
        renewed = _has_dates(made)
    except ManuscriptError as error:
        raise _refused(path, say.CONVERTED_BADLY()) from error
    found = [
        replace(finding, source=finding.source and Source(str(path), finding.source.line))
        for finding in document.findings
    ]
    if renewed:
        sentence = say.DATES_RENEWED()
        found.append(Finding("warning", "date-renewed", *sentence, Source(str(path))))
    return replace(
        document,
        path=path,
        kind=KIND,
        blocks=tuple(_in_name_of(path, block) for block in document.blocks),
        findings=tuple(found),
    )


def _in_name_of(path: Path, block: ReceivedBlock) -> ReceivedBlock:
    if not isinstance(block, ReceivedTable):
        return block
    return replace(block, table=replace(block.table, source=Source(str(path), block.line)))


def _has_dates(made: Path) -> bool:
    """Whether there are fields that LibreOffice gave today's date."""
    with Archive(made) as archive:
        return _DATE.search(archive.read(_MAIN_PART)) is not None


def _refused(path: Path, sentence: Sentence) -> ManuscriptError:
    return ManuscriptError(*sentence, Source(str(path)))
