"""RTF cut into tokens: groups, control words, bytes of text (RTF 1.9.1, "RTF Syntax")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

_BYTE = rb"\\'[0-9A-Fa-f]{2}"
_CODE = rb"\\u-?[0-9]{1,10} ?(?:\?|" + _BYTE + rb")"
_TOKEN = re.compile(
    rb"(" + _CODE + rb"(?:[\r\n]*" + _CODE + rb")*)"
    rb"|((?:" + _BYTE + rb")+)"
    rb"|\\(?:([A-Za-z]{1,32})(-?[0-9]{1,10})? ?|([^A-Za-z]))"
    rb"|([{}])|([^\\{}\r\n\0]+)|[\r\n\0]+",
    re.DOTALL,
)
_NUMBERED, _HEX, _WORD, _NUMBER, _SYMBOL, _BRACE, _TEXT = range(1, 8)
_SINGLE = re.compile(rb"\\u(-?[0-9]{1,10}) ?(?:\?|\\'[0-9A-Fa-f]{2})")

MOST_TOKENS = 1_000_000
"""A manuscript of 100,000 Hanzi has some 200,000; what has more keeps the editor waiting."""


class TokenKind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    BYTES = auto()
    NUMBERED = auto()
    BINARY = auto()


class RtfToken(NamedTuple):
    r"""A token: the `word` of a control word or symbol with its `number`, or `data`: characters in
    the code page of their font, the bytes behind `\bin`, or a row of `\uN`, each with one character
    that stands in for it.

    `escaped` says that the data was written as `\'xx`.
    """

    kind: TokenKind
    word: str = ""
    number: int | None = None
    data: bytes = b""
    escaped: bool = False


class TooManyTokensError(ValueError):
    """More tokens than any manuscript has."""


_OPEN, CLOSE = RtfToken(TokenKind.OPEN), RtfToken(TokenKind.CLOSE)


def tokens(data: bytes) -> Iterator[RtfToken]:
    """The tokens of a file in order; line ends of the file itself mean nothing and are left out.

    TooManyTokensError where it has more than `MOST_TOKENS`.
    """
    position, end, count = 0, len(data), 0
    match = _TOKEN.match
    while position < end:
        count += 1
        if count > MOST_TOKENS:
            raise TooManyTokensError
        found = match(data, position)
        if found is None:  # a backslash as the last byte of a file cut off
            return
        position = found.end()
        token = _token(found)
        if token is None:
            continue
        if token.word == "bin":
            length = max(0, token.number or 0)
            yield RtfToken(TokenKind.BINARY, data=data[position : position + length])
            position += length
        else:
            yield token


def numbers(row: bytes) -> Iterator[int]:
    r"""The numbers of a row of `\uN`."""
    return map(int, _SINGLE.findall(row))


def parted(row: bytes) -> Iterator[tuple[int, bytes]]:
    r"""Each number of a row of `\uN` with what stands behind it, as bytes of text."""
    for match in _SINGLE.finditer(row):
        behind = match[0].rpartition(b"'")[2]
        yield int(match[1]), b"?" if behind.endswith(b"?") else bytes.fromhex(behind.decode())


def _token(found: re.Match[bytes]) -> RtfToken | None:
    which = found.lastindex
    if which is None:
        return None
    if which in {_WORD, _NUMBER}:
        number = found[_NUMBER]
        word = found[_WORD].decode("ascii")
        return RtfToken(TokenKind.WORD, word, None if number is None else int(number))
    if which == _BRACE:
        return _OPEN if found[_BRACE] == b"{" else CLOSE
    if which == _TEXT:
        return RtfToken(TokenKind.BYTES, data=found[_TEXT])
    if which == _NUMBERED:
        return RtfToken(TokenKind.NUMBERED, data=found[_NUMBERED])
    if which == _HEX:
        data = bytes.fromhex(found[_HEX].replace(b"\\'", b"").decode("ascii"))
        return RtfToken(TokenKind.BYTES, data=data, escaped=True)
    return RtfToken(TokenKind.SYMBOL, found[_SYMBOL].decode("latin-1"))
