"""Which reader a file is for: by what is in it first, by its name where that does not tell."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from layouts.errors import ManuscriptError, Source
from layouts.imaging.kinds import PHOTO_SUFFIXES
from layouts.imaging.kinds import kind_of as picture_kind
from layouts.importing.photo_store import suffix_of
from layouts.inputs import open_input, why
from layouts.messages import importing as say


class SourceKind(StrEnum):
    """What a file is. The kinds up to `BANXIN` are manuscripts; the rest is told apart so that a
    sentence can say what to do with it.
    """

    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    DOC = "doc"
    WPS = "wps"
    PDF = "pdf"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    MANUSCRIPT = "manuscript"
    BANXIN = "banxin"
    FOREIGN = "foreign"
    PHOTO = "photo"
    HEIC = "heic"
    SHEET = "sheet"
    SLIDES = "slides"
    ARCHIVE = "archive"
    MEDIA = "media"
    DRAWING = "drawing"
    UNKNOWN = "unknown"
    EMPTY = "empty"


MANUSCRIPTS = frozenset(
    {
        SourceKind.DOCX,
        SourceKind.ODT,
        SourceKind.RTF,
        SourceKind.DOC,
        SourceKind.WPS,
        SourceKind.PDF,
        SourceKind.TEXT,
        SourceKind.MARKDOWN,
        SourceKind.HTML,
        SourceKind.MANUSCRIPT,
        SourceKind.BANXIN,
        SourceKind.FOREIGN,
        SourceKind.EMPTY,
    }
)
"""What is read. An empty file is taken for a manuscript too: its editor should hear of it."""

_HEAD, _TAIL = 4096, 65_536
"""Bytes looked at: a signature stands at the very beginning, the names of a zip at its end."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_WITHIN = 1024
"""Bytes within which %PDF- stands (ISO 32000-1 annex H, note 13)."""

_NAMED = {
    SourceKind.DOCX: ".docx .docm .dotx .dotm",
    SourceKind.ODT: ".odt .ott .fodt",
    SourceKind.RTF: ".rtf",
    SourceKind.DOC: ".doc .dot .uot .sxw .lwp .wpd",
    SourceKind.WPS: ".wps .wpt",
    SourceKind.PDF: ".pdf",
    SourceKind.TEXT: ".txt .text",
    SourceKind.MARKDOWN: ".md .markdown .mkd",
    SourceKind.HTML: ".htm .html .xhtml .mht .mhtml",
    SourceKind.BANXIN: ".banxin",
    SourceKind.PHOTO: " ".join(PHOTO_SUFFIXES),
    SourceKind.SHEET: ".xls .xlsx .xlsm .et .ods .csv .tsv",
    SourceKind.SLIDES: ".ppt .pptx .dps .odp",
    SourceKind.ARCHIVE: ".zip .rar .7z .tar .gz .tgz",
    SourceKind.MEDIA: ".mp3 .m4a .wav .mp4 .mov .avi .mkv .wmv .flv .m4v",
    SourceKind.DRAWING: ".psd .ai .eps .cdr .svg .wmf .emf .dwg",
    SourceKind.UNKNOWN: ".json .toml .yaml .yml .ini .cfg .log .xml .eml .py .js .css .sh .bat"
    " .exe .dll .db .lnk .url .ttf",
}
_SUFFIXES = {suffix: kind for kind, suffixes in _NAMED.items() for suffix in suffixes.split()}

_IN_ZIP = (
    (b"word/", SourceKind.DOCX),
    (b"xl/", SourceKind.SHEET),
    (b"ppt/", SourceKind.SLIDES),
    (b"application/vnd.banxin+zip", SourceKind.BANXIN),
    (b"application/vnd.oasis.opendocument.text", SourceKind.ODT),
    (b"application/vnd.oasis.opendocument.spreadsheet", SourceKind.SHEET),
    (b"application/vnd.oasis.opendocument.presentation", SourceKind.SLIDES),
)
_OF_ZIP = frozenset({SourceKind.DOCX, SourceKind.ODT, SourceKind.BANXIN})
"""Kinds that are zips: one without their names inside is damaged, and its reader says so."""

_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_PAGES = (b"<!doctype html", b"<html", b"<head", b"<meta ", b"<body")
_MARKDOWN = (b"\n## ", b"\n### ", b"**")
"""Beside a title with `# `, what a chat's answer has that was saved as text."""

_WITH_MARKUP = frozenset({SourceKind.MARKDOWN, SourceKind.TEXT, None})
_NO_TEXT = frozenset(
    {SourceKind.PHOTO, SourceKind.HEIC, SourceKind.MEDIA, SourceKind.ARCHIVE, SourceKind.DRAWING}
)


def kind_of(path: Path) -> SourceKind:
    """What a file is. ManuscriptError where it cannot be opened."""
    try:
        head, tail = _ends(path)
    except OSError as error:
        reason = why(error)
        raise ManuscriptError(*say.NOT_OPENED(reason=reason), Source(str(path))) from error
    named = _SUFFIXES.get(path.suffix.casefold())
    if not head.strip(b"\0 \t\r\n"):
        return _blank(named, head)
    return _by_content(head, tail, named) or _by_name(path, named, head)


def _blank(named: SourceKind | None, head: bytes) -> SourceKind:
    """What a file is whose beginning says nothing."""
    if named in MANUSCRIPTS or (named is None and not head):
        return SourceKind.EMPTY
    return named or SourceKind.UNKNOWN


def _ends(path: Path) -> tuple[bytes, bytes]:
    with open_input(path, _MOST) as file:
        head = file.read(_HEAD)
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL))
        return head, file.read(_TAIL)


_MOST = 2_000_000_000
"""Bytes of a file that is looked into at all; readers have their own, smaller limits."""


def _by_content(head: bytes, tail: bytes, named: SourceKind | None) -> SourceKind | None:
    """What its first and last bytes say; None where they say nothing."""
    if head.startswith(b"PK\3\4"):
        return _in_zip(head + tail, named)
    if head.startswith(_OLE):
        return named if named in _OF_OLE else SourceKind.DOC
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return SourceKind.RTF
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return SourceKind.PDF
    if head[4:8] == b"ftyp":
        return _IN_BOXES.get(picture_kind(head), SourceKind.MEDIA)
    if suffix_of(head) is not None and (named in _NO_TEXT or _is_binary(head)):
        return SourceKind.PHOTO
    return SourceKind.ARCHIVE if head.startswith(_ARCHIVES) else None


_IN_BOXES: dict[str | None, SourceKind] = {"AVIF": SourceKind.PHOTO, "HEIF": SourceKind.HEIC}
"""Pictures whose files are built as films are (ISO/IEC 14496-12); all others are films."""

_OF_OLE = frozenset(
    {SourceKind.DOCX, SourceKind.DOC, SourceKind.WPS, SourceKind.SHEET, SourceKind.SLIDES}
)
"""Kinds whose files may be of the old container: an encrypted .docx is."""


def _in_zip(data: bytes, named: SourceKind | None) -> SourceKind:
    for sign, kind in _IN_ZIP:
        if sign in data:
            return kind
    return named if named is not None and named in _OF_ZIP else SourceKind.ARCHIVE


def _by_name(path: Path, named: SourceKind | None, head: bytes) -> SourceKind:
    """What a file without a signature is: text of some kind, mostly."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if named in _WITH_MARKUP and start.startswith(_PAGES):
        return SourceKind.HTML
    if (
        named is SourceKind.TEXT
        and start.startswith(b"# ")
        and any(mark in start for mark in _MARKDOWN)
    ):
        return SourceKind.MARKDOWN
    if named is None and _is_foreign(path):
        return SourceKind.FOREIGN
    if named is not None:
        return named
    return SourceKind.UNKNOWN if _is_binary(head) else SourceKind.TEXT


def _is_foreign(path: Path) -> bool:
    from layouts.extensions import extension_names

    return path.suffix.casefold()[1:] in extension_names("readers")


def _is_binary(head: bytes) -> bool:
    """Whether bytes are no text in any encoding: zeros, but not as UTF-16 and UTF-32 have them."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    sides = (head[::2], head[1::2])
    return all(side.count(0) > _ZEROS * len(side) for side in sides)


_ZEROS = 0.05
"""The part of every other byte that is zero in UTF-16 because of 一 and other round numbers: under
1 %; programs and pictures have more on both sides.
"""
