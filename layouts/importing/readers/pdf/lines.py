"""The lines of a PDF's pages: characters put together by where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from msgspec import Struct

from layouts.importing.readers.pdf.pdfium import PdfCharacter, Rectangle

_ENDS = "\r\n"
_HYPHENS = {"\x02": "-", "\ufffe": "-"}
"""What PDFium says for a hyphen at the end of a line."""

_FIRST_WIDE = "\u2e80"
_TYPED_GAP = 0.2
"""Em: two Hanzi that stand so much further apart than others of their line have a space between."""

_WIDE_GAP = 0.9
"""Em: a narrower gap between Hanzi and Latin is set between them by programs."""

_JUMP_BACK = 1.0
"""Em: a character that begins so far to the left of the one before is on another line."""

_LINES_OF_A_COLUMN = 3
_MOST_COLUMNS = 30

_SAME_LINE = 0.3
"""How much of the lower of two characters their heights have in common on one line."""


class PdfLine(Struct):
    """A line: its text, its place on page `page` (from 1), and its type size in points.

    `column` is where lines like it begin and end; `kind` says what it is beside the text: a page
    number or a running head, empty for text.
    """

    text: str
    page: int
    box: Rectangle
    size: float
    column: tuple[float, float] = (0.0, 0.0)
    kind: str = ""

    @property
    def gaps(self) -> tuple[float, float]:
        """How far it stands in from both edges of its column, in em."""
        em = self.size or 1.0
        return (self.box.left - self.column[0]) / em, (self.column[1] - self.box.right) / em


def lines_of(characters: Sequence[PdfCharacter], page: int, width: float) -> list[PdfLine]:
    """The lines of a page so many points wide, in the order in which they were drawn."""
    lines = [line for run in _runs(characters) if (line := _line(run, page)) is not None]
    _set_columns(lines, width)
    return lines


def text_edges(lines: Iterable[PdfLine]) -> tuple[float, float]:
    """Where the text of a page begins and ends across."""
    boxes = [line.box for line in lines]
    if not boxes:
        return 0.0, 0.0
    return min(box.left for box in boxes), max(box.right for box in boxes)


def _runs(characters: Iterable[PdfCharacter]) -> Iterator[list[PdfCharacter]]:
    """Characters parted where a line ends."""
    run: list[PdfCharacter] = []
    for character in characters:
        if character.string in _ENDS or (run and _is_elsewhere(run[-1], character)):
            yield run
            run = []
        if character.string not in _ENDS:
            run.append(character)
    yield run


def _is_elsewhere(before: PdfCharacter, after: PdfCharacter) -> bool:
    if before.generated or after.generated:
        return False
    one, other = before.box, after.box
    common = min(one.top, other.top) - max(one.bottom, other.bottom)
    lower = min(one.top - one.bottom, other.top - other.bottom)
    return common < _SAME_LINE * lower or one.left - other.left > _JUMP_BACK * before.size


def _line(run: Sequence[PdfCharacter], page: int) -> PdfLine | None:
    seen = [each for each in run if each.string.strip() and not each.generated]
    if not seen:
        return None
    sizes = Counter(round(each.size, 1) for each in seen)
    size = max(sizes, key=sizes.__getitem__)
    box = Rectangle(
        min(each.box.left for each in seen),
        min(each.box.bottom for each in seen),
        max(each.box.right for each in seen),
        max(each.box.top for each in seen),
    )
    return PdfLine(_text(run, size).strip(), page, box, size)


def _text(run: Sequence[PdfCharacter], size: float) -> str:
    """The characters of a line, without the spaces that PDFium made of narrow gaps."""
    typed = [each for each in run if not each.generated]
    usual = _usual_gap(typed)
    kept: list[str] = []
    place = 0
    for each in run:
        if not each.generated:
            kept.append(_HYPHENS.get(each.string, each.string))
            place += 1
        elif 0 < place < len(typed) and _is_space(typed[place - 1], typed[place], usual, size):
            kept.append(each.string)
    return "".join(kept)


def _is_space(before: PdfCharacter, after: PdfCharacter, usual: float, size: float) -> bool:
    """Whether somebody typed a space where PDFium found a gap."""
    gap = after.box.left - before.box.right
    wide = _is_wide(before), _is_wide(after)
    if all(wide):
        return gap - usual >= _TYPED_GAP * size
    return not any(wide) or gap >= _WIDE_GAP * size


def _is_wide(character: PdfCharacter) -> bool:
    return character.string >= _FIRST_WIDE


def _usual_gap(typed: Sequence[PdfCharacter]) -> float:
    """How far the Hanzi of a line stand apart, which justified lines stretch."""
    gaps = sorted(
        after.box.left - before.box.right
        for before, after in pairwise(typed)
        if _is_wide(before) and _is_wide(after)
    )
    return gaps[len(gaps) // 2] if gaps else 0.0


def _set_columns(lines: Sequence[PdfLine], width: float) -> None:
    """Say of each line between which edges lines like it stand."""
    groups = list(_columns(lines))
    left, right = text_edges(lines)
    full = sum(line.box.right > right - line.size for line in lines)
    if full < _LINES_OF_A_COLUMN:  # none is filled: margins are taken to be even
        right = max(right, width - left)
    several = _stand_beside(groups)
    for group in groups:
        own = several and len(group) >= _LINES_OF_A_COLUMN
        edges = text_edges(group) if own else (left, right)
        for line in group:
            line.column = edges


def _stand_beside(groups: Sequence[Sequence[PdfLine]]) -> bool:
    """Whether a page has columns."""
    large = [group for group in groups if len(group) >= _LINES_OF_A_COLUMN]
    return any(
        min(_top(one), _top(other)) > max(_bottom(one), _bottom(other))
        and (
            text_edges(one)[1] <= text_edges(other)[0] or text_edges(other)[1] <= text_edges(one)[0]
        )
        for one, other in combinations(large[:_MOST_COLUMNS], 2)
    )


def _top(group: Sequence[PdfLine]) -> float:
    return max(line.box.top for line in group)


def _bottom(group: Sequence[PdfLine]) -> float:
    return min(line.box.bottom for line in group)


def _columns(lines: Sequence[PdfLine]) -> Iterator[list[PdfLine]]:
    """Lines that follow each other down the page, over or beside each other."""
    group: list[PdfLine] = []
    for line in lines:
        if group and not _follows(group[-1].box, line.box):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _follows(above: Rectangle, below: Rectangle) -> bool:
    overlaps = min(above.right, below.right) > max(above.left, below.left)
    return overlaps and below.top <= above.top
