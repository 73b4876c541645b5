"""Photos that come inside a manuscript, kept as files of a folder until the issue is saved."""

from __future__ import annotations

import hashlib
from pathlib import Path

from layouts.errors import ManuscriptError
from layouts.imaging.kinds import HEAD, SUFFIXES, kind_of
from layouts.messages import importing as say
from layouts.reasons import reason
from layouts.store.disk import aside_of

LARGEST = 100_000_000
"""Bytes of one photo; a phone's best are a fifth of that."""


class PhotoStore:
    """A folder that photos are put into, named by their content: the same photo lies there once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> Path | None:
        """The file that holds a photo, whole; None where the bytes are no picture that could be
        set. ManuscriptError where the folder takes no more.
        """
        suffix = suffix_of(data)
        if suffix is None or len(data) > LARGEST:
            return None
        path = self.folder / f"{hashlib.sha256(data).hexdigest()}{suffix}"
        if not path.exists():
            try:
                self._write(path, data)
            except OSError as error:
                raise ManuscriptError(*say.PHOTO_NOT_KEPT(why=reason(error))) from error
        return path

    def _write(self, path: Path, data: bytes) -> None:
        """Part of a photo must not go by its name: it would be taken for the whole one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        aside = aside_of(path)
        try:
            aside.write_bytes(data)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)


def suffix_of(data: bytes) -> str | None:
    """What files of such bytes are called, None where they are no picture (EMF, WMF, SVG …)."""
    kind = kind_of(data[:HEAD])
    return SUFFIXES[kind][0] if kind is not None else None
