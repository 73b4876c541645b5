"""How far faces are raised or lowered, looked up once each."""

from __future__ import annotations

from fonts.catalogue import Catalogue


class FaceShifts(dict[str, float]):
    """How far each face is raised, em: which faces of others a text takes turns out as it is
    set.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__({key: catalogue.face(key).shift for key in catalogue.keys})
        self._catalogue = catalogue

    def __missing__(self, key: str) -> float:
        shift = self[key] = self._catalogue.face(key).shift
        return shift
