"""Addresses of the web and of mail in set text, shown or marked: found once lines are drawn, and
made places to click on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from msgspec.structs import replace

from fonts.face import Face
from layouts.page.cutting import part_of
from layouts.page.drawn import begins_anew
from layouts.page.hit import ASCENT, CONTENTS_ROLES, DESCENT
from layouts.page.item import RUNNING_ROLES, Frame, GlyphRun, Line, Link
from layouts.page.page import Edition, Page
from layouts.page.pen import pen_positions
from layouts.page.stops import source_offsets
from layouts.page.structure import LinePart, LinkPart

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


class LinkedAddress(NamedTuple):
    """An address in an edition: its URI, the parts of lines that show it, and the places to click
    on, one a page and column.
    """

    uri: str
    parts: tuple[LinePart, ...]
    links: tuple[LinkPart, ...]


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


def linked(
    edition: Edition, face: Callable[[str], Face]
) -> tuple[Edition, tuple[LinkedAddress, ...]]:
    """The edition with a link on each address, and where all of them are; `face` opens a face by
    its key.
    """
    links: list[list[Link]] = [[*page.links] for page in edition.pages]
    references: list[LinkedAddress] = []
    for text in _texts(edition.pages):
        string, starts = _joined(text, edition.pages)
        for address in _addresses(text, edition.pages, string, starts):
            parts = tuple(_parts(text, starts, address))
            places: list[LinkPart] = []
            for number, frames in _frames(parts, edition.pages, face):
                places.append(LinkPart(number, len(links[number])))
                links[number].append(_link(frames, address.uri))
            references.append(LinkedAddress(address.uri, parts, tuple(places)))
    if not references:
        return edition, ()
    pages = tuple(replace(page, links=own) for page, own in zip(edition.pages, links, strict=True))
    return replace(edition, pages=pages), tuple(references)


def _addresses(
    text: Sequence[LinePart], pages: Sequence[Page], string: str, starts: Sequence[int]
) -> list[WebAddress]:
    """Where a text leads: where its marks say, and elsewhere to the addresses that it shows."""
    marked = list(_marked(text, pages, starts))
    shown = (
        one
        for one in addresses_in(string)
        if not any(one.start < other.end and other.start < one.end for other in marked)
    )
    return sorted([*marked, *shown]) if marked else list(shown)


def _marked(
    text: Sequence[LinePart], pages: Sequence[Page], starts: Sequence[int]
) -> Iterator[WebAddress]:
    """The links that marks make, each once though it runs over lines; what is no address leads
    nowhere.
    """
    last: WebAddress | None = None
    for part, at in zip(text, starts, strict=True):
        for start, end, value in pages[part.page].lines[part.line].targets:
            uri = uri_of(value)
            if uri is None:
                continue
            # it goes on at the start of the next line, a dissolved space between them or none
            if last is not None and last.uri == uri and at + start - last.end <= 1 and start == 0:
                last = last._replace(end=at + end)
                continue
            if last is not None:
                yield last
            last = WebAddress(at + start, at + end, uri)
    if last is not None:
        yield last


_Key = tuple[str, int | None, int | None, int]


def _texts(pages: Sequence[Page]) -> Iterator[list[LinePart]]:
    """The lines of every text but running parts and the list of contents, whose entries are links;
    a repeated header counts once.
    """
    texts: dict[_Key, list[list[LinePart]]] = {}
    for p, page in enumerate(pages):
        for k, line in enumerate(page.lines):
            if not line.runs or line.role in RUNNING_ROLES or line.role in CONTENTS_ROLES:
                continue
            found = texts.setdefault((line.role, line.article, line.paragraph, line.part), [])
            if not found or begins_anew(line, pages[found[-1][-1].page].lines[found[-1][-1].line]):
                found.append([])
            found[-1].append(LinePart(p, k))
    for (_, article, _, _), found in texts.items():
        # fixed parts say different things under one role; of an article what comes again is a
        # header
        yield from found if article is None else found[:1]


def _joined(text: Sequence[LinePart], pages: Sequence[Page]) -> tuple[str, list[int]]:
    """The characters of a text's lines, parted where a space was dissolved between two, and where
    each line begins among them.
    """
    strings: list[str] = []
    starts: list[int] = []
    at, end = 0, -1
    for part in text:
        line = pages[part.page].lines[part.line]
        # this line does not begin where the last one ended: a space went, or the text is another
        if end not in {-1, line.start}:
            strings.append("\n")
            at += 1
        starts.append(at)
        strings.append(line.text)
        at += len(line.text)
        end = source_offsets(line)[-1]
    return "".join(strings), starts


def _parts(
    text: Sequence[LinePart], starts: Sequence[int], address: WebAddress
) -> Iterator[LinePart]:
    """The parts of lines that show an address."""
    for part, start, following in zip(text, starts, [*starts[1:], address.end], strict=True):
        first, last = max(start, address.start), min(following, address.end)
        if first < last:
            yield part._replace(start=first - start, end=last - start)


def _frames(
    parts: Iterable[LinePart], pages: Sequence[Page], face: Callable[[str], Face]
) -> Iterator[tuple[int, list[Frame]]]:
    """What an address covers, line by line; a new place to click begins with a page, a column, and
    beside a photo.
    """
    for number, some in groupby(parts, lambda part: part.page):
        frames: list[Frame] = []
        for part in some:
            frame = frame_of(pages[number].lines[part.line], part, face)
            if frames and not _under(frame, frames[-1]):
                yield number, frames
                frames = []
            frames.append(frame)
        yield number, frames


def _under(frame: Frame, above: Frame) -> bool:
    """Whether a frame is of the next line in the same column."""
    return 0 < frame.y - above.y < 2.5 * above.height


def frame_of(line: Line, part: LinePart, face: Callable[[str], Face]) -> Frame:
    """What the characters of a part of a line cover."""
    runs = part_of(line, part.start, part.end, face).runs
    left, right = runs[0].x, _end(runs[-1], face(runs[-1].face))
    return Frame(left, line.y - ASCENT * line.size, right - left, (ASCENT + DESCENT) * line.size)


def _end(run: GlyphRun, face: Face) -> float:
    return pen_positions(run, face)[-1] + face.advance(ord(run.glyphs[-1])) * run.size


def _link(frames: Sequence[Frame], uri: str) -> Link:
    left, top = min(frame.x for frame in frames), min(frame.y for frame in frames)
    right, bottom = (
        max(frame.x + frame.width for frame in frames),
        max(frame.y + frame.height for frame in frames),
    )
    return Link(left, top, right - left, bottom - top, "", uri, tuple(frames))
