"""The house's folder of faces, for whatever this process composes."""

from __future__ import annotations

import os

from desktop.settings import FACES, Settings
from fonts.catalogue import FACES_VARIABLE

_GIVEN = os.environ.get(FACES_VARIABLE, "")
"""What the program was started with: it holds as well."""


def use_house_faces(settings: Settings) -> None:
    """Have every catalogue made from now on, here and in the processes that help, look for faces in
    the folder that the editor named.
    """
    if _GIVEN == "none":
        return
    os.environ[FACES_VARIABLE] = os.pathsep.join(filter(None, (settings.text(FACES), _GIVEN)))
