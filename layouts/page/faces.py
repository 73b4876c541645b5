"""What painters ask of whoever holds the faces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from fonts.face import Face

if TYPE_CHECKING:
    from fonts.choosing import FacePlace


class Faces(Protocol):
    """The part of `fonts.catalogue.Catalogue` that painters use."""

    def face(self, key: str) -> Face:
        """The face that runs call `key`."""
        ...

    def key(self, key: str) -> str:
        """What runs call the face that a key of several names came to; of one name itself."""
        ...

    def postscript_name(self, key: str) -> str:
        """The PostScript name of that face."""
        ...

    def places(self, keys: Iterable[str]) -> list[FacePlace]:
        """Where the faces among these that are not ours were found."""
        ...

    def adopt(self, places: Sequence[object]) -> None:
        """Find faces that are not ours where another process found them, which told their
        places.
        """
        ...
