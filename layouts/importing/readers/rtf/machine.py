"""The machine that reads an RTF: token by token, a stack of groups, nothing that calls itself."""

from __future__ import annotations

from layouts.importing.gatherer import Gatherer
from layouts.importing.readers.rtf import words
from layouts.importing.readers.rtf.actions import ACTIONS, emit, set_font
from layouts.importing.readers.rtf.codepages import decoded
from layouts.importing.readers.rtf.context import RtfContext
from layouts.importing.readers.rtf.destinations import DESTINATIONS, begin_style, skip
from layouts.importing.readers.rtf.formats import ASSOCIATED, CHARACTERS, PARAGRAPHS
from layouts.importing.readers.rtf.groups import Destination, Group
from layouts.importing.readers.rtf.rows import MERGES
from layouts.importing.readers.rtf.story import RtfStory
from layouts.importing.readers.rtf.tokens import CLOSE, Token, TokenKind, tokens
from layouts.importing.received import ReceivedDocument
from layouts.importing.symbols import symbol

MOST_DEPTH = 5_000
"""Groups inside each other; Word's deepest has some thirty."""

_HIGH, _LOW, _LAST_CHARACTER = range(0xD800, 0xDC00), range(0xDC00, 0xE000), 0x10FFFF
_NO_CHARACTER = "\ufffd"
_UNITS = 1 << 16


class TooDeepError(ValueError):
    """More groups inside each other than any program writes."""


class RtfMachine:
    """Reads tokens into a gatherer."""

    def __init__(self, gatherer: Gatherer) -> None:
        self.context = RtfContext(gatherer, {})
        self.body = RtfStory(gatherer, self.context.styles)
        self.group = Group(self.body)
        self._outer: list[Group] = []
        self._bytes = bytearray()
        self._skip = 0
        self._high = 0

    def read(self, data: bytes) -> ReceivedDocument:
        """A whole file. TooDeepError, TooManyTokensError where it is no manuscript."""
        actions = {
            TokenKind.OPEN: self._open,
            TokenKind.CLOSE: self._close,
            TokenKind.WORD: self._word,
            TokenKind.SYMBOL: self._symbol,
            TokenKind.BYTES: self._add_bytes,
            TokenKind.BINARY: self._binary,
        }
        for token in tokens(data):
            actions[token.kind](token)
        while self._outer:  # a file cut off: what was open ends here
            self._close(CLOSE)
        self._flush()
        self.body.finish()
        return self.context.gatherer.document()

    def _open(self, _token: Token) -> None:
        self._flush()
        self._skip = 0
        if len(self._outer) >= MOST_DEPTH:
            raise TooDeepError
        self._outer.append(self.group)
        outer = self.group
        self.group = outer.inner()
        if outer.destination is Destination.STYLES:
            begin_style(self.context, self.group)

    def _close(self, _token: Token) -> None:
        self._flush()
        self._skip = 0
        ended = self.group
        if self._outer:
            self.group = self._outer.pop()
        if ended.at_end is not None:
            ended.at_end(ended)
            ended.at_end = None

    def _add_bytes(self, token: Token) -> None:
        data = token.data
        if self._skip:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            data = data[skipped:]
        group = self.group
        if group.destination is Destination.PICTURE and group.drawing is not None:
            if not token.escaped:
                group.drawing.hexadecimal.append(data)
        elif group.destination is not Destination.SKIP:
            self._bytes += data

    def _binary(self, token: Token) -> None:
        group = self.group
        if group.destination is Destination.PICTURE and group.drawing is not None:
            group.drawing.binary = token.data

    def _symbol(self, token: Token) -> None:
        self._flush()
        if token.word == "*":
            self.group.starred = True
        elif token.word in "\r\n":
            self._word(Token(TokenKind.WORD, "par"))
        else:
            self._character(words.SYMBOLS.get(token.word, ""))

    def _word(self, token: Token) -> None:
        self._flush()
        group, word, number = self.group, token.word, token.number
        if group.destination is Destination.SKIP:
            return
        starred, group.starred = group.starred, False
        if begin := DESTINATIONS.get(word):
            begin(self.context, group)
        elif starred:
            skip(self.context, group)
        elif word in words.CHARACTERS:
            self._character(words.CHARACTERS[word])
        else:
            self._skip = 0
            self._set(group, word, number)

    def _set(self, group: Group, word: str, number: int | None) -> None:
        """A word that changes how what follows looks, or that does something."""
        if word == "u":
            self._unicode(number)
        elif action := ACTIONS.get(word):
            action(self.context, group, number)
        elif group.destination is Destination.FONTS:
            set_font(self.context, word, number)
        elif change := CHARACTERS.get(word):
            group.char = change(group.char, number)
        elif change := PARAGRAPHS.get(word):
            group.paragraph = change(group.paragraph, number)
        elif word in ASSOCIATED and group.associated:
            group.char = CHARACTERS[ASSOCIATED[word]](group.char, number)
        elif word in words.EDGES and group.drawing is not None:
            group.drawing.numbers[word] = number or 0
        elif word in MERGES:
            group.story.row.pending.add(word)

    def _character(self, string: str) -> None:
        """A word or symbol that is a character, unless it stands in for one of Unicode."""
        if self._skip:
            self._skip -= 1
        elif string:
            emit(self.context, self.group, string)

    def _flush(self) -> None:
        if self._bytes:
            data = bytes(self._bytes)
            self._bytes.clear()
            font = self.context.font_of(self.group.char.font)
            emit(self.context, self.group, decoded(data, font, self.context.page))

    def _unicode(self, number: int | None) -> None:
        """A character by its number, half of one where two are needed."""
        code = number or 0
        code += _UNITS if code < 0 else 0
        self._skip = self.group.substitutes
        if code in _HIGH:
            self._high = code
            return
        if code in _LOW and self._high:
            code = _UNITS + ((self._high - _HIGH.start) << 10) + code - _LOW.start
        self._high = 0
        if code in _LOW or not 0 < code <= _LAST_CHARACTER:
            emit(self.context, self.group, _NO_CHARACTER)
        else:
            emit(
                self.context,
                self.group,
                symbol(self.context.font_of(self.group.char.font).name, chr(code)),
            )
