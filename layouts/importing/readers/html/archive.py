"""Web archives (.mht, "single file web page" of Word and browsers): a page and its pictures in one
message (RFC 2557).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message as Part
from pathlib import PurePosixPath

from layouts.errors import ManuscriptError, Source
from layouts.messages.web_files import WEB_ARCHIVE_DAMAGED

MOST_NESTED = 20
"""Messages within messages; Word writes one."""

_BEGINS = re.compile(rb"\s*(?:[!-9;-~]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,30}")
_SIGN = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_NESTING = re.compile(rb"^Content-Type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)


def is_archive(data: bytes) -> bool:
    """Whether a file is a web archive, by its first lines."""
    head = _BEGINS.match(data[:8000])
    return bool(head and _SIGN.search(head[0]))


def unpacked(data: bytes, file: str) -> tuple[bytes, dict[str, bytes]]:
    """The page of an archive, and its pictures by address and by name.

    ManuscriptError where there is no page in it.
    """
    if len(_NESTING.findall(data)) > MOST_NESTED:
        raise ManuscriptError(*WEB_ARCHIVE_DAMAGED(), Source(file))
    page = b""
    pictures: dict[str, bytes] = {}
    for part in message_from_bytes(data).walk():
        kind = part.get_content_type()
        if kind == "text/html" and not page:
            page = _page(part)
        elif kind.startswith("image/"):
            content = _content(part)
            pictures |= dict.fromkeys(_addresses(part), content)
    if not page.strip():
        raise ManuscriptError(*WEB_ARCHIVE_DAMAGED(), Source(file))
    return page, pictures


def _page(part: Part) -> bytes:
    charset = part.get_content_charset()
    named = f'<meta charset="{charset}">'.encode("ascii", "replace") if charset else b""
    return named + _content(part)


def _content(part: Part) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _addresses(part: Part) -> Iterator[str]:
    """What the page may call a picture."""
    if location := str(part.get("Content-Location", "")).strip():
        yield location
        yield PurePosixPath(location.replace("\\", "/")).name
    if identity := str(part.get("Content-ID", "")).strip(" <>"):
        yield f"cid:{identity}"
