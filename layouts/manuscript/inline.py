"""The text of one paragraph: lines joined, its marks, photos taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from layouts.errors import Finding, Source
from layouts.issue.photo import Photo
from layouts.issue.splice import NO_TEXT, space_between
from layouts.issue.text import Text
from layouts.manuscript.inline_text import text_of
from layouts.manuscript.photos import ReadPhoto, is_remote, read_photo
from layouts.messages.manuscript import BOLD_UNPAIRED, PHOTO_MISSPELT, PHOTO_NO_FILE

if TYPE_CHECKING:
    from markdown_it.token import Token

    from layouts.manuscript.blocks import Parser

_MARKUP = re.compile(
    (
        r"[*\\!&\]^<~]"  # first a class, which `re` looks for fast; then what must stand behind it
        r"(?:(?<=[*\\])|(?<=!)\[|(?<=&)[#A-Za-z]|(?<=\])[{(]|(?<=\^)\["
        r"|(?<=<)(?:br|/?(?:u|s|sup|sub)>)|(?<=~)~)"
    ),
    re.IGNORECASE,
)
"""Without one of these a paragraph is its text, and the inline parser has nothing to do."""

_NO_LEFTOVERS = frozenset(["text_special", "span_open", "span_close", "note"])
_PHOTO = re.compile(r"!\[")
_NEXT_PHOTO = re.compile(r"\s*!\[")


def read_inline(
    content: str, source: Source, parser: Parser, findings: list[Finding], *, spans: bool = True
) -> tuple[Text, tuple[Photo, ...]]:
    """The text of a paragraph's Markdown and the photos that stood in it.

    `source` is its first line.

    Without `spans` links, notes and the like print as typed: for what is kept as characters only,
    where they would be lost.
    """
    joined = join_lines(content)
    if not _MARKUP.search(joined):
        return Text(joined), ()
    lines = _photo_lines(content, joined, source.line)
    if alone := _photos_alone(joined, source.file, lines):
        findings += (finding for read in alone for finding in read.findings)
        return NO_TEXT, tuple(_only_files((read.photo for read in alone), findings))
    env: dict[str, object] = {"file": source.file, "lines": lines}
    if spans:
        env["opened"] = {}
    tokens = parser().inline.parse(joined, parser(), env, [])
    _report_leftovers(tokens, source, findings)
    text = text_of(tokens)
    images = [token for token in tokens if token.type == "image"]
    photos = [_with_caption(token.meta["photo"], parser, findings) for token in images]
    findings += (finding for token in images for finding in token.meta["findings"])
    return text, tuple(_only_files(photos, findings))


def _photos_alone(joined: str, file: str, lines: dict[int, int]) -> list[ReadPhoto]:
    """The photos of a paragraph that holds nothing else and no markup in the captions; none where
    it does.
    """
    photos: list[ReadPhoto] = []
    place = 0
    while opening := _NEXT_PHOTO.match(joined, place):
        found = read_photo(joined, opening.end() - 2, Source(file, lines.get(opening.end() - 2, 0)))
        if found is None or _MARKUP.search(found.photo.caption.string):
            return []
        photos.append(found)
        place = found.end
    return [] if joined[place:].strip() else photos


def _photo_lines(content: str, joined: str, line: int) -> dict[int, int]:
    """The line of the file by the place of each `![` in the joined text."""
    lines: list[int] = []
    end = 0
    for match in _PHOTO.finditer(content):
        line += content.count("\n", end, match.start())
        end = match.start()
        lines.append(line)
    # joining lines keeps the order of what is in them, if not their places
    return {match.start(): at for match, at in zip(_PHOTO.finditer(joined), lines, strict=False)}


def join_lines(content: str) -> str:
    """Lines of one paragraph as one: no space where either side is Chinese, one between Latin
    words. Hard breaks are line ends too.
    """
    content = content.replace("\t", " ")
    if "\n" not in content:
        return content.strip()
    pieces: list[str] = []
    last = ""
    for line in content.split("\n"):
        stripped = line.strip()
        # a backslash that escapes nothing but the line end
        if (len(stripped) - len(stripped.rstrip("\\"))) % 2:
            stripped = stripped[:-1].rstrip()
        pieces += (_between_lines(last, stripped), stripped)
        last = stripped or last
    return "".join(pieces).strip()


def _between_lines(before: str, after: str) -> str:
    """What stands for a line end.

    Where bold meets bold it stays one, which prints nothing: ** and ** must not become ****.
    """
    space = space_between(before.rstrip("* "), after.lstrip("* "))
    return "\n" if not space and before.endswith("*") and after.startswith("*") else space


def _with_caption(photo: Photo, parser: Parser, findings: list[Finding]) -> Photo:
    """The photo with the text that the markup of its caption is."""
    written = photo.caption.string
    if not _MARKUP.search(written):
        return photo
    # without `lines` no photo is read in the caption of a photo
    tokens = parser().inline.parse(written, parser(), {"opened": {}}, [])
    _report_leftovers(tokens, photo.source, findings)
    return replace(photo, caption=text_of(tokens))


def _only_files(photos: Iterable[Photo], findings: list[Finding]) -> Iterator[Photo]:
    for photo in photos:
        if is_remote(photo):
            findings.append(
                Finding(
                    "error", "photo-not-a-file", *PHOTO_NO_FILE(path=photo.path[:40]), photo.source
                )
            )
        else:
            yield photo


def _report_leftovers(tokens: list[Token], source: Source, findings: list[Finding]) -> None:
    """Markup that was meant and did not work prints as typed; the editor should know."""
    leftover = "".join(
        # something, so that asterisks on both sides do not meet
        "\0" if token.type in _NO_LEFTOVERS else token.content
        for token in tokens
        if token.type != "image"
    )
    if "**" in leftover:
        findings.append(Finding("warning", "stray-asterisks", *BOLD_UNPAIRED(), source))
    if "![" in leftover:
        findings.append(Finding("warning", "photo-markup", *PHOTO_MISSPELT(), source))
