"""The reader for each kind of file. Each is loaded when a file of its kind comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from layouts.importing.photo_store import PhotoStore
from layouts.importing.received import ReceivedDocument
from layouts.importing.registry import Kind

Reader = Callable[[Path, PhotoStore], ReceivedDocument]


def reader(kind: Kind, *, agreed: bool) -> Reader:
    """What reads files of a kind; LookupError where none does. `agreed` says that the editor lets
    LibreOffice convert old files.
    """
    if kind in _OLD:
        from layouts.importing.readers.legacy import read

        return partial(read, agreed=agreed)
    return _LOADERS[kind]()


_OLD = frozenset({Kind.DOC, Kind.WPS})
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


_LOADERS: dict[Kind, Callable[[], Reader]] = {
    Kind.DOCX: _docx,
    Kind.ODT: _odt,
    Kind.RTF: _rtf,
    Kind.PDF: _pdf,
    Kind.TEXT: _text,
    Kind.HTML: _html,
    Kind.MARKDOWN: _markdown,
}
