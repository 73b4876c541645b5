"""RTF, as Word, WPS, LibreOffice and WordPad write it, by a tokenizer and a machine of our own."""

from __future__ import annotations

from pathlib import Path

from layouts.errors import ManuscriptError, Source
from layouts.importing.gatherer import BlockGatherer
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.rtf.machine import RtfMachine, TooDeepError
from layouts.importing.readers.rtf.tokens import TooManyTokensError
from layouts.importing.received import ReceivedDocument
from layouts.inputs import read_input, why
from layouts.messages import archives
from layouts.messages import other_files as say

MOST_BYTES = 120_000_000
"""A photo takes twice its bytes in an RTF, which writes them in hexadecimal."""

_BEGIN = b"{\\rtf"
_BEFORE = b"\xef\xbb\xbf \t\r\n\0"


def read(path: Path, photos: PhotoStore) -> ReceivedDocument:
    """An RTF as received. ManuscriptError where it is none, too large or made to break programs."""
    source = Source(str(path))
    try:
        data = read_input(path, MOST_BYTES)
    except OSError as error:
        raise ManuscriptError(*archives.SOURCE_UNREADABLE(why=why(error)), source) from error
    if not data[:64].lstrip(_BEFORE).startswith(_BEGIN):
        raise ManuscriptError(*say.NO_RTF(), source)
    try:
        return RtfMachine(BlockGatherer(path, "rtf", photos)).read(data)
    except TooDeepError as error:
        raise ManuscriptError(*say.RTF_TOO_DEEP(), source) from error
    except TooManyTokensError as error:
        raise ManuscriptError(*say.RTF_TOO_LONG(), source) from error
