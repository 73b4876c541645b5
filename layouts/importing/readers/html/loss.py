"""What of a page does not come in, by its code."""

from layouts.messages import web_files as say
from layouts.messages.message import Message

LOSSES: dict[str, Message] = {
    "hidden-text": say.HIDDEN_TEXT,
    "struck-text": say.STRUCK_TEXT,
    "page-furniture": say.PAGE_FURNITURE,
    "page-title": say.PAGE_TITLE,
    "header": say.HEADER,
    "form": say.FORM,
    "media": say.MEDIA,
    "vector-drawing": say.VECTOR_DRAWING,
    "small-picture": say.SMALL_PICTURE,
    "linked-photo": say.LINKED_PHOTO,
    "photo-elsewhere": say.PHOTO_ELSEWHERE,
    "photo-missing": say.PHOTO_MISSING,
    "photo-kind": say.PHOTO_KIND,
    "note": say.NOTE,
    "comment": say.COMMENT,
    "empty-label": say.EMPTY_LABEL,
    "embedded-file": say.EMBEDDED_FILE,
    "foreign-code": say.FOREIGN_CODE,
    "front-matter": say.FRONT_MATTER,
    "markup": say.MARKUP,
}
"""Code of what is lost, and its sentence."""
