"""A manuscript file to text: Unicode's forms, GB 18030, Big5 and HZ are recognised, anything else
is refused with a sentence.
"""

from __future__ import annotations

from pathlib import Path

from layouts.errors import ManuscriptError, Source
from layouts.inputs import read_input, why
from layouts.manuscript.decoding import Decoded, decode_bytes
from layouts.messages.manuscript import (
    A_PDF,
    A_PICTURE,
    AN_ARCHIVE,
    AN_RTF,
    CHARACTERS_DAMAGED,
    ENCODING_UNKNOWN,
    MANUSCRIPT_EMPTY,
    MANUSCRIPT_MISSING,
    MANUSCRIPT_UNREADABLE,
    NOT_MARKDOWN,
    OLD_WORD_OR_EXCEL,
    WORD_OR_ARCHIVE,
)
from layouts.messages.message import Sentence

SIZE_LIMIT = 20_000_000
"""Bytes we are willing to read: about 7,000 pages of text. Anything larger is not a manuscript."""

_SIGNATURES = (
    (b"PK\x03\x04", WORD_OR_ARCHIVE),
    (b"\xd0\xcf\x11\xe0", OLD_WORD_OR_EXCEL),
    (b"%PDF", A_PDF),
    (b"{\\rtf", AN_RTF),
    (b"\xff\xd8\xff", A_PICTURE),
    (b"\x89PNG", A_PICTURE),
    (b"GIF8", A_PICTURE),
    (b"II*\0", A_PICTURE),
    (b"MM\0*", A_PICTURE),
    (b"Rar!", AN_ARCHIVE),
    (b"7z\xbc\xaf", AN_ARCHIVE),
    (b"\x1f\x8b", AN_ARCHIVE),
)
_BOX_KINDS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
"""What stands at the fifth byte of a phone's photo (HEIF, ISO/IEC 23008-12)."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a manuscript, or a ManuscriptError where there are none to be had.

    A file over `SIZE_LIMIT` is not read at all.
    """
    source = Source(str(path))
    try:
        data = read_input(path, SIZE_LIMIT)
    except FileNotFoundError:
        raise ManuscriptError(*MANUSCRIPT_MISSING(), source) from None
    except OSError as error:
        reason = why(error)
        raise ManuscriptError(*MANUSCRIPT_UNREADABLE(why=reason), source) from error
    if not data.strip():
        raise ManuscriptError(*MANUSCRIPT_EMPTY(), source)
    return data


def kind_of(data: bytes) -> Sentence | None:
    """What a file is that is no text, by its first bytes; None where these do not tell."""
    if data[4:12] in _BOX_KINDS or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return A_PICTURE()
    return next((kind() for signature, kind in _SIGNATURES if data.startswith(signature)), None)


def decode(data: bytes, file: str) -> Decoded:
    """The text of a manuscript, which may be cut in the middle of its last character.

    ManuscriptError for what is no text, in no encoding we know, or has damaged characters.
    """
    if kind := kind_of(data):
        raise ManuscriptError(*NOT_MARKDOWN(kind=kind), Source(file))
    decoded = decode_bytes(data)
    if decoded is None:
        raise ManuscriptError(*ENCODING_UNKNOWN(), Source(file))
    if decoded.damaged:
        sentence = CHARACTERS_DAMAGED(encoding=decoded.encoding.upper())
        raise ManuscriptError(*sentence, Source(file, decoded.damaged[0]))
    return decoded


def last_line(text: str) -> int:
    """The number of a text's last line, from 1."""
    return text.count("\n") + text.count("\r") - text.count("\r\n") + 1
