"""The reader for each kind of file. Each is loaded when a file of its kind comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from layouts.importing.photo_store import PhotoStore
from layouts.importing.received import ReceivedDocument
from layouts.importing.registry import SourceKind

Reader = Callable[[Path, PhotoStore], ReceivedDocument]


def reader(kind: SourceKind, *, agreed: bool) -> Reader:
    """What reads files of a kind; LookupError where none does. `agreed` says that the editor lets
    LibreOffice convert old files.
    """
    if kind in _OLD:
        from layouts.importing.readers.legacy import read

        return partial(read, agreed=agreed)
    return _LOADERS[kind]()


_OLD = frozenset({SourceKind.DOC, SourceKind.WPS})
"""Kinds that another program has to convert first."""


def _docx() -> Reader:
    from layouts.importing.readers.docx import read

    return read


def _odt() -> Reader:
    from layouts.importing.readers.odt import read

    return read


def _rtf() -> Reader:
    from layouts.importing.readers.rtf import read

    return read


def _pdf() -> Reader:
    from layouts.importing.readers.pdf import read

    return read


def _text() -> Reader:
    from layouts.importing.readers.text import read

    return read


def _html() -> Reader:
    from layouts.importing.readers.html import read

    return read


def _markdown() -> Reader:
    from layouts.importing.readers.markdown import read

    return read


_LOADERS: dict[SourceKind, Callable[[], Reader]] = {
    SourceKind.DOCX: _docx,
    SourceKind.ODT: _odt,
    SourceKind.RTF: _rtf,
    SourceKind.PDF: _pdf,
    SourceKind.TEXT: _text,
    SourceKind.HTML: _html,
    SourceKind.MARKDOWN: _markdown,
}
