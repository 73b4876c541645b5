"""What painters ask of whoever holds the faces."""

from __future__ import annotations

from typing import Protocol

from fonts.face import Face


class Faces(Protocol):
    """The part of `fonts.catalogue.Catalogue` that painters use."""

    def face(self, key: str) -> Face:
        """The face that runs call `key`."""
        ...

    def postscript_name(self, key: str) -> str:
        """The PostScript name of that face."""
        ...
