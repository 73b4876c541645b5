"""Addresses of the web and of mail in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import quote

_HOST = r"(?:[a-z0-9-]{1,63}\.){1,8}[a-z0-9-]{2,63}"
_SCHEME = r"(?<![a-z0-9])[a-z][a-z0-9+.-]{0,20}://"
_CHARS = r"[a-z0-9._~:/?#\[\]@!$&'()*+,;=%-]"
_FOUND = re.compile(
    rf"{_SCHEME}[a-z0-9._~!$&'()*+,;=%:-]*@{_CHARS}*"  # a user before the host: read over
    rf"|(?<![a-z0-9])(?P<site>(?:https?://|(?=www\.)){_HOST}(?::[0-9]{{1,5}})?(?:[/?#]{_CHARS}*)?)"
    rf"|{_SCHEME}{_CHARS}*"  # any other scheme: read over
    rf"|(?<![a-z0-9._%+-])(?:mailto:)?(?P<mail>[a-z0-9_%+-][a-z0-9._%+-]{{0,63}}@{_HOST})(?![a-z0-9])",
    re.IGNORECASE | re.ASCII,
)
"""The characters of RFC 3986, no others: a Hanzi or a full-width mark ends an address.

What has no name is read over and no link: an address with a user and password before its host, or
of another scheme, is not the mail address that seems to stand inside.
"""

_GOES_ON = frozenset("/?#=&._%+@-")
"""Where a letter follows one of these, the address goes on with it: cut there, it would lead to
another page.
"""

_AFTER = ".,:;!?'*_~-"
"""What follows an address rather than ends it; brackets are its own where it has opened them."""

_PAIRS = {")": "(", "]": "["}


class WebAddress(NamedTuple):
    """Characters [start, end) of a text, and the URI that they mean."""

    start: int
    end: int
    uri: str


def addresses_in(text: str) -> Iterator[WebAddress]:
    """The addresses in a text from its start to its end, without the marks that follow them."""
    if "//" not in text and "@" not in text and "www." not in text.lower():
        return
    for match in _FOUND.finditer(text):
        if not (match["site"] or match["mail"]) or _is_cut(text, match.start(), match.end()):
            continue
        if match["mail"]:
            mail = match["mail"].rstrip("-")
            yield WebAddress(match.start(), match.start("mail") + len(mail), f"mailto:{mail}")
            continue
        site = _without_marks(match["site"])
        yield WebAddress(
            match.start(), match.start() + len(site), site if "://" in site else f"http://{site}"
        )


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether letters belong to an address that RFC 3986 would only have percent-encoded: one with
    them is linked nowhere.
    """
    # a dot that letters follow is one of the address
    end += text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum()
    before, after = text[start - 1 : start], text[end : end + 1]
    return (
        _is_foreign(before) or _is_foreign(after) or (after.isalnum() and text[end - 1] in _GOES_ON)
    )


def _is_foreign(char: str) -> bool:
    """Whether a letter, or the accent on one, is of a script that Chinese does not run into: é,
    б.
    """
    if not char or char.isascii() or unicodedata.category(char)[0] not in "LM":
        return False
    return unicodedata.east_asian_width(char) not in {"F", "W"}


def _without_marks(site: str) -> str:
    """An address without the marks and closing brackets after it that belong to the sentence."""
    # how many more are closed in it than it opens
    extra = {close: site.count(close) - site.count(opening) for close, opening in _PAIRS.items()}
    end = len(site)
    while site[end - 1] in _AFTER or extra.get(site[end - 1], 0) > 0:
        end -= 1
        if site[end] in extra:
            extra[site[end]] -= 1
    return site[:end]


_BEGINS_WITH_SCHEME = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]*):(?P<rest>.+)", re.IGNORECASE | re.ASCII
)
_SITE = re.compile(
    rf"(?:[^/?#@]*@)?(?:{_HOST}|localhost|\[[0-9a-f:.]+\])\.?(?::[0-9]{{1,5}})?(?:[/?#].*)?",
    re.IGNORECASE | re.ASCII,
)
_MAIL = re.compile(rf"[^@/?#:]+@{_HOST}(?:\?.*)?", re.IGNORECASE | re.ASCII)
_TELEPHONE = re.compile(r"\+?[0-9().-]{3,}(?:[;,].*)?", re.ASCII)
_RESTS = {"http": _SITE, "https": _SITE, "ftp": _SITE, "mailto": _MAIL, "tel": _TELEPHONE}
"""What follows a scheme, by scheme; no other leads anywhere from a newsletter."""


def uri_of(written: str) -> str | None:
    """The URI that an editor means by an address (RFC 3986, RFC 6068, RFC 3966); None for what is
    none.

    A scheme may be left out; Hanzi in it are written as browsers do: in the host by IDNA, behind it
    by percent signs.
    """
    address = written.strip()
    if not address or any(map(str.isspace, address)):
        return None
    scheme = _BEGINS_WITH_SCHEME.fullmatch(address)
    # localhost:8080 and example.com:80 look like a scheme and its rest
    if scheme is None or scheme["scheme"].lower() not in _RESTS:
        if _MAIL.fullmatch(address):
            return uri_of(f"mailto:{address}")
        return (
            uri_of(f"http://{address}")
            if scheme is None or _SITE.fullmatch(_ascii(address))
            else None
        )
    name, rest = scheme["scheme"].lower(), scheme["rest"]
    slashes = "//" if _RESTS[name] is _SITE else ""
    if not rest.startswith(slashes):
        return None
    rest = _ascii(rest.removeprefix(slashes))
    return f"{name}:{slashes}{rest}" if _RESTS[name].fullmatch(rest) else None


def _ascii(rest: str) -> str:
    """A host and what follows it in ASCII; a host that IDNA does not know is left as it is."""
    host = re.match(r"[^/?#]*", rest)
    name = host[0] if host else ""
    if not name.isascii():
        with suppress(UnicodeError):
            name = name.encode("idna").decode("ascii")
    return name + quote(rest[len(host[0]) if host else 0 :], safe="!#$%&'()*+,/:;=?@[]~")
