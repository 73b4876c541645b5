"""A manuscript file to text: Unicode's forms, GB 18030, Big5 and HZ are recognised, anything else
is refused with a sentence.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from layouts.errors import ManuscriptError, Source
from layouts.inputs import read_input, why
from layouts.manuscript.decoding import Decoded, decode_bytes

SIZE_LIMIT = 20_000_000
"""Bytes we are willing to read: about 7,000 pages of text. Anything larger is not a manuscript."""


class FileKind(NamedTuple):
    """What a file is that is no text, in both languages."""

    zh: str
    en: str


_WORD = FileKind("Word 或压缩文件", "a Word document or an archive")
_OLD_OFFICE = FileKind("旧版 Word 或 Excel 文件", "an old Word or Excel document")
_PICTURE = FileKind("图片", "a picture")
_ARCHIVE = FileKind("压缩文件", "an archive")
_SIGNATURES = (
    (b"PK\x03\x04", _WORD),
    (b"\xd0\xcf\x11\xe0", _OLD_OFFICE),
    (b"%PDF", FileKind("PDF 文件", "a PDF")),
    (b"{\\rtf", FileKind("RTF 文件", "an RTF document")),
    (b"\xff\xd8\xff", _PICTURE),
    (b"\x89PNG", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
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
        raise ManuscriptError("找不到这个稿件文件", "there is no such manuscript", source) from None
    except OSError as error:
        reason = why(error)
        raise ManuscriptError(
            f"稿件文件读不出来：{reason.zh}", f"the manuscript cannot be read: {reason.en}", source
        ) from error
    if not data.strip():
        raise ManuscriptError("稿件文件是空的", "the manuscript is empty", source)
    return data


def kind_of(data: bytes) -> FileKind | None:
    """What a file is that is no text, by its first bytes; None where these do not tell."""
    if data[4:12] in _BOX_KINDS or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return _PICTURE
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)


def decode(data: bytes, file: str) -> Decoded:
    """The text of a manuscript, which may be cut in the middle of its last character.

    ManuscriptError for what is no text, in no encoding we know, or has damaged characters.
    """
    if kind := kind_of(data):
        raise ManuscriptError(
            f"这是{kind.zh}，不是 Markdown 文本",
            f"this is {kind.en}, not Markdown text",
            Source(file),
        )
    decoded = decode_bytes(data)
    if decoded is None:
        raise ManuscriptError(
            "认不出文件的编码（可读 UTF-8、UTF-16、GB 18030、Big5、HZ）；请另存为 UTF-8",
            "the encoding is none we know (UTF-8, UTF-16, GB 18030, Big5, HZ); "
            "please save the file as UTF-8",
            Source(file),
        )
    if decoded.damaged:
        encoding = decoded.encoding.upper()
        raise ManuscriptError(
            f"这一行有损坏的字符（{encoding} 编码）",
            f"this line holds damaged characters ({encoding})",
            Source(file, decoded.damaged[0]),
        )
    return decoded


def last_line(text: str) -> int:
    """The number of a text's last line, from 1."""
    return text.count("\n") + text.count("\r") - text.count("\r\n") + 1
