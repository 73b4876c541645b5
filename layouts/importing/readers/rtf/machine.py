"""The machine that reads an RTF: token by token, a stack of groups, nothing that calls itself."""

from __future__ import annotations

from collections.abc import Iterable

from layouts.errors import Finding, Source
from layouts.importing.gatherer import BlockGatherer
from layouts.importing.readers.rtf import words
from layouts.importing.readers.rtf.actions import ACTIONS, emit, set_font
from layouts.importing.readers.rtf.codepages import decoded
from layouts.importing.readers.rtf.context import RtfContext
from layouts.importing.readers.rtf.destinations import DESTINATIONS, begin_style, skip
from layouts.importing.readers.rtf.formats import ASSOCIATED, CHANGES, CHARACTERS, PARAGRAPHS
from layouts.importing.readers.rtf.groups import Destination, RtfGroup
from layouts.importing.readers.rtf.rows import MERGES
from layouts.importing.readers.rtf.story import RtfStory
from layouts.importing.readers.rtf.tokens import (
    CLOSE,
    RtfToken,
    TokenKind,
    numbers,
    parted,
    tokens,
)
from layouts.importing.received import ReceivedDocument
from layouts.importing.symbols import symbol
from layouts.messages import docx_files as say

MOST_DEPTH = 5_000
"""Groups inside each other; Word's deepest has some thirty."""

_LAST_CHARACTER = 0x10FFFF
_NO_CHARACTER = "\ufffd"
_UNITS = 1 << 16


class TooDeepError(ValueError):
    """More groups inside each other than any program writes."""


class RtfMachine:
    """Reads tokens into a gatherer."""

    def __init__(self, gatherer: BlockGatherer) -> None:
        self.context = RtfContext(gatherer, {})
        self.body = RtfStory(gatherer, self.context.styles)
        self.group = RtfGroup(self.body)
        self._outer: list[RtfGroup] = []
        self._bytes = bytearray()
        self._skip = 0
        self._high = ""

    def read(self, data: bytes) -> ReceivedDocument:
        """A whole file. TooDeepError, TooManyTokensError where it is no manuscript."""
        actions = {
            TokenKind.OPEN: self._open,
            TokenKind.CLOSE: self._close,
            TokenKind.WORD: self._word,
            TokenKind.SYMBOL: self._symbol,
            TokenKind.BYTES: self._add_bytes,
            TokenKind.NUMBERED: self._numbered,
            TokenKind.BINARY: self._binary,
        }
        for token in tokens(data):
            actions[token.kind](token)
        while self._outer:  # a file cut off: what was open ends here
            self._close(CLOSE)
        self._flush()
        self.body.finish()
        self._tell_changes()
        return self.context.gatherer.document()

    def _tell_changes(self) -> None:
        if self.context.changes:
            gatherer = self.context.gatherer
            counted = {"inserted": 0, "deleted": 0, "moved": 0} | self.context.changes
            sentence, source = say.TRACKED_CHANGES(**counted), Source(str(gatherer.path))
            gatherer.add_finding(Finding("notice", "tracked-changes", *sentence, source))

    def _open(self, _token: RtfToken) -> None:
        self._flush()
        self._skip = 0
        if len(self._outer) >= MOST_DEPTH:
            raise TooDeepError
        self._outer.append(self.group)
        outer = self.group
        self.group = outer.inner()
        if outer.destination is Destination.STYLES:
            begin_style(self.context, self.group)

    def _close(self, _token: RtfToken) -> None:
        self._flush()
        self._skip = 0
        ended = self.group
        if self._outer:
            self.group = self._outer.pop()
        if ended.at_end is not None:
            ended.at_end(ended)
            ended.at_end = None

    def _add_bytes(self, token: RtfToken) -> None:
        data = token.data
        if self._skip:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            data = data[skipped:]
        group = self.group
        if group.destination is Destination.PICTURE and group.drawing is not None:
            if not token.escaped:
                group.drawing.take(data)
        elif group.destination is not Destination.SKIP:
            self._bytes += data

    def _binary(self, token: RtfToken) -> None:
        group = self.group
        if group.destination is Destination.PICTURE and group.drawing is not None:
            group.drawing.pieces.append(token.data)

    def _symbol(self, token: RtfToken) -> None:
        self._flush()
        if token.word == "*":
            self.group.starred = True
        elif token.word in "\r\n":
            self._word(RtfToken(TokenKind.WORD, "par"))
        else:
            self._character(words.SYMBOLS.get(token.word, ""))

    def _word(self, token: RtfToken) -> None:
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

    def _set(self, group: RtfGroup, word: str, number: int | None) -> None:
        """A word that changes how what follows looks, or that does something."""
        if word == "u":
            self._unicode(number)
        elif action := ACTIONS.get(word):
            action(self.context, group, number)
        elif group.destination is Destination.FONTS:
            set_font(self.context, word, number)
        elif word in CHANGES and number != 0:
            self._change(group, word)
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

    def _change(self, group: RtfGroup, word: str) -> None:
        """A tracked change begins."""
        changes, kind = self.context.changes, CHANGES[word]
        changes[kind] = changes.get(kind, 0) + 1
        if word == "deleted" and self.context.is_mark_deleted(group):
            group.story.joins = True
        elif change := CHARACTERS.get(word):
            group.char = change(group.char, None)

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

    def _numbered(self, token: RtfToken) -> None:
        """A row of characters by their numbers, each with one that stands in for it."""
        group = self.group
        if group.destination is Destination.SKIP:
            return
        self._flush()
        if group.substitutes == 1:
            self._skip = 0
            self._emit_all(numbers(token.data))
            return
        for number, behind in parted(token.data):
            self._flush()
            self._unicode(number)
            self._add_bytes(RtfToken(TokenKind.BYTES, data=behind, escaped=True))

    def _emit_all(self, codes: Iterable[int]) -> None:
        units = b"".join(_unit(code) for code in codes)
        string = self._high + units.decode("utf-16-le", "surrogatepass")
        self._high = ""
        if string and "\ud800" <= string[-1] < "\udc00":
            self._high, string = string[-1], string[:-1]
        if any("\ud800" <= character < "\ue000" for character in string):
            string = string.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if any("\uf000" <= character <= "\uf0ff" for character in string):
            font = self.context.font_of(self.group.char.font)
            string = "".join(symbol(font.name, character) for character in string)
        emit(self.context, self.group, string)

    def _unicode(self, number: int | None) -> None:
        """A character by its number."""
        self._skip = self.group.substitutes
        self._emit_all([number or 0])


def _unit(code: int) -> bytes:
    """A number as UTF-16; those beyond 32767 are written as negative ones."""
    code += _UNITS if code < 0 else 0
    if 0 < code < _UNITS:
        return code.to_bytes(2, "little")
    character = chr(code) if 0 < code <= _LAST_CHARACTER else _NO_CHARACTER
    return character.encode("utf-16-le")
