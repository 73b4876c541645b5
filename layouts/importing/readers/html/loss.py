"""What of a page does not come in, by its code."""

from __future__ import annotations

from layouts.importing.gatherer import BlockGatherer
from layouts.messages.message import Message
from layouts.messages.web_files import (
    WEB_COMMENT,
    WEB_EMBEDDED_FILE,
    WEB_EMPTY_LABEL,
    WEB_FOREIGN_CODE,
    WEB_FORM,
    WEB_FRONT_MATTER,
    WEB_HEADER,
    WEB_HIDDEN_TEXT,
    WEB_LINKED_PHOTO,
    WEB_MARKUP,
    WEB_MEDIA,
    WEB_NOTE,
    WEB_PAGE_FURNITURE,
    WEB_PAGE_TITLE,
    WEB_PHOTO_ELSEWHERE,
    WEB_PHOTO_KIND,
    WEB_PHOTO_MISSING,
    WEB_SMALL_PICTURE,
    WEB_STRUCK_TEXT,
    WEB_VECTOR_DRAWING,
)

LOSSES: dict[str, Message] = {
    "hidden-text": WEB_HIDDEN_TEXT,
    "struck-text": WEB_STRUCK_TEXT,
    "page-furniture": WEB_PAGE_FURNITURE,
    "page-title": WEB_PAGE_TITLE,
    "header": WEB_HEADER,
    "form": WEB_FORM,
    "media": WEB_MEDIA,
    "vector-drawing": WEB_VECTOR_DRAWING,
    "small-picture": WEB_SMALL_PICTURE,
    "linked-photo": WEB_LINKED_PHOTO,
    "photo-elsewhere": WEB_PHOTO_ELSEWHERE,
    "photo-missing": WEB_PHOTO_MISSING,
    "photo-kind": WEB_PHOTO_KIND,
    "note": WEB_NOTE,
    "comment": WEB_COMMENT,
    "empty-label": WEB_EMPTY_LABEL,
    "embedded-file": WEB_EMBEDDED_FILE,
    "foreign-code": WEB_FOREIGN_CODE,
    "front-matter": WEB_FRONT_MATTER,
    "markup": WEB_MARKUP,
}
"""Code of what is lost, and its sentence."""


def lose(gatherer: BlockGatherer, code: str, words: str = "", where: str = "") -> None:
    """Tell what does not come in, by its code."""
    gatherer.lose(code, LOSSES[code], words, where)
