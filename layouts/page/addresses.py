"""Addresses of the web and of mail in set text, shown or marked: found once lines are drawn, and
made places to click on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

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
from layouts.web_addresses import WebAddress, addresses_in, uri_of


class LinkedAddress(NamedTuple):
    """An address in an edition: its URI, the parts of lines that show it, and the places to click
    on, one a page and column.
    """

    uri: str
    parts: tuple[LinePart, ...]
    links: tuple[LinkPart, ...]


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
