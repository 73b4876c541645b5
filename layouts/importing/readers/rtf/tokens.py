"""RTF cut into tokens: groups, control words, bytes of text (RTF 1.9.1, "RTF Syntax")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?:([A-Za-z]{1,32})(-?[0-9]{1,10})? ?|'([0-9A-Fa-f]{2})|([^A-Za-z]))"
    rb"|([{}])|([^\\{}\r\n\0]+)|[\r\n\0]+",
    re.DOTALL,
)
_WORD, _NUMBER, _HEX, _SYMBOL, _BRACE, _TEXT = range(1, 7)

MOST_TOKENS = 3_000_000
"""A manuscript of 100,000 Hanzi, each written as a control word with its substitute, has some
300,000; what has more keeps the editor waiting.
"""


class TokenKind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    BYTES = auto()
    BINARY = auto()


class Token(NamedTuple):
    r"""A token: the `word` of a control word or symbol with its `number`, or `data`: characters in
    the code page of their font, or the bytes behind `\bin`.

    `escaped` says that the data was one byte written as `\'xx`.
    """

    kind: TokenKind
    word: str = ""
    number: int | None = None
    data: bytes = b""
    escaped: bool = False


class TooManyTokensError(ValueError):
    """More tokens than any manuscript has."""


_OPEN, CLOSE = Token(TokenKind.OPEN), Token(TokenKind.CLOSE)
_ESCAPED = tuple(Token(TokenKind.BYTES, data=bytes([byte]), escaped=True) for byte in range(256))


def tokens(data: bytes) -> Iterator[Token]:
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
            yield Token(TokenKind.BINARY, data=data[position : position + length])
            position += length
        else:
            yield token


def _token(found: re.Match[bytes]) -> Token | None:
    which = found.lastindex
    if which is None:
        return None
    if which == _TEXT:
        return Token(TokenKind.BYTES, data=found[_TEXT])
    if which == _HEX:
        return _ESCAPED[int(found[_HEX], 16)]
    if which == _BRACE:
        return _OPEN if found[_BRACE] == b"{" else CLOSE
    if which == _SYMBOL:
        return Token(TokenKind.SYMBOL, found[_SYMBOL].decode("latin-1"))
    number = found[_NUMBER]
    return Token(
        TokenKind.WORD, found[_WORD].decode("ascii"), None if number is None else int(number)
    )
