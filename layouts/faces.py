"""What is told of the editor's own faces: permission, licence, and why one gives nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fonts.library.discovery import SYSTEM
from layouts.messages.faces import (
    FACE_BITMAPS,
    FACE_DAMAGED,
    FACE_EDITABLE,
    FACE_FOR_READING,
    FACE_FORBIDDEN,
    FACE_FREE,
    FACE_GONE,
    FACE_NO_FILE,
    FACE_NO_FONT,
    FACE_NO_OUTLINES,
    FACE_RESTRICTED,
    FACE_SAYS_NOTHING,
    FACE_TOO_LARGE,
    FACE_WANTS_LICENCE,
    FACE_WHOLE,
    FONT_FOLDER_GONE,
    SYSTEM_SAYS_NO_FONTS,
)
from layouts.messages.message import Message, Sentence

if TYPE_CHECKING:
    from fonts.library.known import Trouble
    from fonts.library.permission import Foundry, Permission, Why

_PERMISSIONS: dict[Why, Message] = {
    "free": FACE_FREE,
    "print": FACE_FOR_READING,
    "editable": FACE_EDITABLE,
    "whole": FACE_WHOLE,
    "restricted": FACE_RESTRICTED,
    "bitmaps": FACE_BITMAPS,
    "unreadable": FACE_SAYS_NOTHING,
}

_FOUNDRIES: dict[Foundry, Sentence] = {
    "方正": Sentence("方正", "Founder (方正)"),
    "汉仪": Sentence("汉仪", "Hanyi (汉仪)"),
    "华文": Sentence("华文", "Sinotype (华文)"),
}

_TROUBLES: dict[Trouble, Message] = {
    "gone": FACE_GONE,
    "forbidden": FACE_FORBIDDEN,
    "no-file": FACE_NO_FILE,
    "no-font": FACE_NO_FONT,
    "damaged": FACE_DAMAGED,
    "no-outlines": FACE_NO_OUTLINES,
    "too-large": FACE_TOO_LARGE,
}


def permission_sentence(permission: Permission) -> Sentence:
    """What the maker of a face allows."""
    return _PERMISSIONS[permission.why]()


def trouble_sentence(why: Trouble) -> Sentence:
    """Why a font file gives no face."""
    return _TROUBLES[why]()


def licence_sentence(foundry: Foundry) -> Sentence:
    """That the flag in the file is not the licence."""
    return FACE_WANTS_LICENCE(foundry=_FOUNDRIES[foundry])


def unlisted_sentence(place: str) -> Sentence:
    """That a place of fonts could not be looked through: a folder, or `SYSTEM`."""
    return SYSTEM_SAYS_NO_FONTS() if place == SYSTEM else FONT_FOLDER_GONE(folder=place)
