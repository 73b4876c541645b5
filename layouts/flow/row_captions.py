"""Captions of photos beside each other: one under each, or one of all, in which the words of each
photo are its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, combinations, groupby, pairwise
from typing import NamedTuple, TypeVar

from msgspec import Struct

from fonts.face import Face
from layouts.errors import Source
from layouts.flow.credits import CreditFrame, LyingCredit, draw_credit, lying_credit
from layouts.flow.photo_captions import LONG_CAPTION, caption_lines, caption_rows
from layouts.flow.setting import Origin, Setter
from layouts.house.text_style import Align
from layouts.issue.parts import CREDIT as CREDIT_PART
from layouts.issue.photo import Photo, Side
from layouts.issue.row_words import CaptionPart, caption_of_all
from layouts.issue.splice import concat
from layouts.issue.text import LINE_BREAK
from layouts.page.cutting import part_of
from layouts.page.item import CREDIT, Line, Put, Target
from layouts.page.page import Page
from layouts.page.stops import put_in, source_offsets
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared

MOST_UNDER, WIDE = 3, 12.0
"""A photo narrower than so many characters of its caption has no more lines of it under it."""


class UnderPhoto(NamedTuple):
    """What stands under one of several photos: its caption, its credit, and the rows of the grid
    they take.
    """

    caption: Prepared | None
    lines: list[Broken]
    credit: LyingCredit | None
    rows: int


def captions_of_each(
    photos: Sequence[Photo], widths: Sequence[float], setter: Setter
) -> list[UnderPhoto] | None:
    """The caption and credit under each of several photos as wide as that (points); None where a
    caption is too long to stand under its photo.
    """
    found = [
        _under(photo, width, setter, captioned=True)
        for photo, width in zip(photos, widths, strict=True)
    ]
    for under, width in zip(found, widths, strict=True):
        if under.caption is not None:
            is_wide = width >= WIDE * under.caption.style.size
            if len(under.lines) > (LONG_CAPTION if is_wide else MOST_UNDER):
                return None
    return found


def credits_of_each(
    photos: Sequence[Photo], widths: Sequence[float], setter: Setter
) -> list[UnderPhoto]:
    """The credit under each of several photos that have one caption of all; one credit that all
    have stands with that caption, or where there is none under the last alone.
    """
    bare = UnderPhoto(None, [], None, 0)
    each = zip(photos, widths, strict=True)
    if not _have_one_credit(photos):
        return [_under(photo, width, setter, captioned=False) for photo, width in each]
    found = [bare] * len(photos)
    if not any(photo.caption.string.strip() for photo in photos):
        found[-1] = _under(photos[-1], widths[-1], setter, captioned=False)
    return found


def credits_over(under: Sequence[UnderPhoto], setter: Setter) -> float:
    """How far credits beside each other reach below the rows they take, points."""
    grid, gap = setter.layout.grid, setter.layout.photo.caption_gap
    foot = max(gap + one.credit.height if one.credit is not None else 0.0 for one in under)
    return max(0.0, foot - max(one.rows for one in under) * grid.leading)


def _have_one_credit(photos: Sequence[Photo]) -> bool:
    return len({photo.credit.strip() for photo in photos}) == 1


def _under(photo: Photo, width: float, setter: Setter, *, captioned: bool) -> UnderPhoto:
    caption: Prepared | None = None
    lines: list[Broken] = []
    rows = 0
    if captioned and photo.caption.string.strip():
        caption = setter.prepare(photo.caption, setter.style("caption"), photo.source)
        lines, rows = caption_lines(caption, width, setter)
        caption = caption if lines else None
    if not photo.credit.strip():
        return UnderPhoto(caption, lines, None, rows)
    last = lines[-1].content * caption.style.size if caption is not None else 0.0
    credit = lying_credit(photo, width, last, setter)
    return UnderPhoto(caption, lines, credit, caption_rows(caption, lines, setter, credit))


class CaptionOfAll(Struct, frozen=True):
    """One caption under a row of photos.

    `parts` are the words of each photo in it, in their order; `paragraphs` and `sources` where
    these come from. It is as wide as the column where `is_long`. With it stands the `credit` that
    all have, as that of the `last` photo, whose block is `paragraph`.
    """

    prepared: Prepared
    lines: list[Broken]
    rows: int
    is_long: bool
    parts: tuple[CaptionPart, ...]
    paragraphs: tuple[int, ...]
    sources: tuple[Source, ...]
    article: int
    last: Photo
    paragraph: int
    credit: LyingCredit | None


def common_caption(
    photos: Sequence[Photo],
    paragraphs: Sequence[int],
    counts: Sequence[int],
    width: float,
    article: int,
    setter: Setter,
    over: float = 0.0,
) -> CaptionOfAll | None:
    """The caption of all photos of a row that is `width` points wide, so many of them in each line;
    None where none has words. The credits above it take `over` points of its first row.
    """
    parts = caption_of_all([photo.caption for photo in photos], counts)
    if not parts:
        return None
    style = setter.style("caption")
    widths = [setter.natural_width(part.text, style) for part in parts]
    parts = _on_lines(parts, _shared(widths, width))
    text = concat(*(part.text for part in parts))
    prepared = setter.prepare(text, style, photos[parts[0].photo].source)
    lines, _ = caption_lines(prepared, width, setter)
    is_long = len(lines) > LONG_CAPTION
    if is_long:
        lines, _ = caption_lines(prepared, max(width, setter.layout.grid.column_width), setter)
    if not lines:
        return None
    last, credit = photos[-1], None
    if _have_one_credit(photos) and last.credit.strip():
        # one set to the column is a paragraph
        content = 0.0 if is_long else lines[-1].content * style.size
        credit = lying_credit(last, width, content, setter)
    return CaptionOfAll(
        prepared,
        lines,
        caption_rows(prepared, lines, setter, credit, over),
        is_long,
        parts,
        tuple(paragraphs[part.photo] for part in parts),
        tuple(photos[part.photo].source for part in parts),
        article,
        last,
        paragraphs[-1],
        credit,
    )


def _shared(widths: Sequence[float], measure: float) -> Sequence[int]:
    """How many parts of a caption stand on each line so that none is parted: as few lines as can
    be, the widest as narrow as can be; all on one where that cannot be.
    """
    count = len(widths)
    for number in range(1, count + 1):
        ways = [
            tuple(end - start for start, end in pairwise((0, *cuts, count)))
            for cuts in combinations(range(1, count), number - 1)
        ]
        best = min(ways, key=lambda way: max(_sums(widths, way)))
        if max(_sums(widths, best)) <= measure:
            return best
    return (count,)


def _sums(widths: Sequence[float], counts: Sequence[int]) -> list[float]:
    ends = list(accumulate(counts))
    return [sum(widths[end - count : end]) for end, count in zip(ends, counts, strict=True)]


def _on_lines(parts: Sequence[CaptionPart], counts: Sequence[int]) -> tuple[CaptionPart, ...]:
    """The parts of a caption, so many on each line."""
    ends = set(accumulate(counts[:-1]))
    return tuple(
        part._replace(after=part.after + LINE_BREAK) if k in ends else part
        for k, part in enumerate(parts, 1)
    )


def draw_common_caption(
    caption: CaptionOfAll, page: Page, setter: Setter, x: float, foot: float, width: float
) -> None:
    """Put a caption on the page under photos from x on whose foot is there, points."""
    style = caption.prepared.style
    baseline = foot + setter.layout.photo.caption_gap + setter.layout.grid.rise(style.size)
    # set to the column it is wider than its photos: their middles stand over each other
    left = x + (width - caption.lines[0].width * style.size) / 2
    align = Align.JUSTIFY if len(caption.lines) > LONG_CAPTION else Align.CENTER
    for broken in caption.lines:
        origin = Origin("caption", caption.article)
        setter.draw(page, caption.prepared, broken, left, baseline, origin, align)
        page.lines[-1:] = _shared_out(caption, page.lines[-1], setter.typesetter.catalogue.face)
        baseline += style.leading
    if caption.credit is not None:
        origin = Origin(
            CREDIT, caption.article, caption.paragraph, caption.last.source, CREDIT_PART
        )
        under = foot + setter.layout.photo.caption_gap + len(caption.lines) * style.leading
        frame = CreditFrame(x, width, foot, under, baseline - style.leading, origin)
        draw_credit(caption.credit, Side.NONE, frame, page, setter)


def _shared_out(caption: CaptionOfAll, line: Line, face: Callable[[str], Face]) -> Iterator[Line]:
    """A line as lines beside each other, each of the words of one photo."""
    offsets, put = source_offsets(line), put_in(line)
    ends = list(accumulate(len(part.string) for part in caption.parts))
    whose = [
        # a reading or sign of a note goes with what it stands behind, be that on the line before
        (bisect_left if k in put else bisect_right)(ends, offsets[k])
        for k in range(len(line.text))
    ]
    cut: list[Line] = []
    for number, characters in groupby(range(len(whose)), key=whose.__getitem__):
        first, *rest = characters
        cut.append(_of_photo(caption, number, line, first, (rest or [first])[-1] + 1, face))
    # each begins where its first glyph does, the first with the line
    lefts = [line.x, *(piece.runs[0].x if piece.runs else line.x for piece in cut[1:])]
    rights = [*lefts[1:], line.x + line.width]
    for piece, left, right in zip(cut, lefts, rights, strict=True):
        yield piece._replace(x=left, width=right - left)


def _of_photo(
    caption: CaptionOfAll,
    number: int,
    line: Line,
    first: int,
    end: int,
    face: Callable[[str], Face],
) -> Line:
    """Characters `first` up to `end` of a line as a line of the caption of their photo, counted in
    the words of that.
    """
    part = caption.parts[number]
    words = sum(len(one.string) for one in caption.parts[:number]) + len(part.before)
    size, put = len(part.words.string), put_in(line)
    places = [offset - words for offset in source_offsets(line)[first:end]]
    own = [place for k, place in enumerate(places, first) if k not in put]
    before, after = sum(place < 0 for place in own), sum(place >= size for place in own)
    puts = (Put(0, before), *_inside(line.puts, first, end), Put(len(places) - after, len(places)))
    start = min(max(0, places[0]), size)
    return part_of(line, first, end, face)._replace(
        paragraph=caption.paragraphs[number],
        source=caption.sources[number],
        start=start,
        gone=tuple(
            gone - words for gone in line.gone if start <= gone - words < min(size, places[-1])
        ),
        puts=tuple(put for put in puts if put.start < put.end),
        targets=tuple(_inside(line.targets, first, end)),
    )


Spanning = TypeVar("Spanning", Put, Target)


def _inside(spans: Sequence[Spanning], first: int, end: int) -> Iterator[Spanning]:
    """What of some spans lies in characters `first` up to `end`, counted from there."""
    for span in spans:
        start, stop = max(span.start, first), min(span.end, end)
        if start < stop:
            yield span._replace(start=start - first, end=stop - first)
