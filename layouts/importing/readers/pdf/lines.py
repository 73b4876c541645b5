"""The lines of a PDF's pages: characters put together by where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from layouts.importing.readers.pdf.pdfium import PdfCharacter, Rectangle

_ENDS = "\r\n"
_HYPHENS = {"\x02": "-", "\ufffe": "-"}
"""What PDFium says for a hyphen at the end of a line."""

_FIRST_WIDE = "\u2e80"
_WORD_GAP = 0.9
"""Em: a narrower gap beside a Hanzi is none that anybody typed."""

_JUMP_BACK = 1.5
"""Em: characters that go on so far to the left are on another line."""

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


def lines_of(characters: Sequence[PdfCharacter], page: int) -> list[PdfLine]:
    """The lines of a page in the order in which they were drawn."""
    lines = [line for run in _runs(characters) if (line := _line(run, page)) is not None]
    for group in _columns(lines):
        left = min(line.box.left for line in group)
        right = max(line.box.right for line in group)
        for line in group:
            line.column = left, right
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
    return common < _SAME_LINE * lower or one.right - other.left > _JUMP_BACK * before.size


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
    kept: list[str] = []
    last = Rectangle(0.0, 0.0, 0.0, 0.0)
    for place, each in enumerate(run):
        if each.generated:
            following = next((other for other in run[place + 1 :] if not other.generated), None)
            gap = following.box.left - last.right if following else 0.0
            beside = (kept[-1][-1] if kept else "") + (following.string if following else "")
            wide = any(character >= _FIRST_WIDE for character in beside)
            if not wide or gap >= _WORD_GAP * size:
                kept.append(each.string)
            continue
        last = each.box
        kept.append(_HYPHENS.get(each.string, each.string))
    return "".join(kept)


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
