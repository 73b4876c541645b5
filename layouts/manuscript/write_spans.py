"""Marks that have no asterisks as square brackets with words in braces: nested where they are, cut
where they cross.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from layouts.issue.marks import TRAITS
from layouts.issue.text import Mark
from layouts.manuscript.spelling import braces


class Spans(NamedTuple):
    """What is written before the character at each place: brackets and braces that close there,
    then brackets that open.
    """

    closing: dict[int, str]
    opening: dict[int, str]


class _MarkPart(NamedTuple):
    """A part of a mark, by its index, that nothing crosses."""

    start: int
    end: int
    mark: int


NO_SPANS = Spans({}, {})


def spans_of(marks: Sequence[Mark], *, in_brackets: bool = False) -> Spans:
    """The brackets of the marks of a text, which may stand `in_brackets` itself. Those of the same
    words share their braces.
    """
    pieces = _pieces(marks)
    counts = [0] * len(marks)
    for piece in pieces:
        counts[piece.mark] += 1
    numbers: dict[int, int] = {}
    closing: dict[int, str] = defaultdict(str)
    opening: dict[int, str] = defaultdict(str)
    for group in _grouped(pieces, marks):
        start, end, mark = group[0]
        is_first = mark not in numbers
        cut = counts[mark] > 1 and not TRAITS[marks[mark].kind].merges
        number = numbers.setdefault(mark, len(numbers) + 1) if cut else 0
        of_group = (marks[piece.mark] for piece in group)
        said = braces(of_group, number, is_first=is_first, in_brackets=in_brackets)
        closing[end] += f"]{said}"
        opening[start] += "["
    return Spans(closing, opening)


def _grouped(pieces: Sequence[_MarkPart], marks: Sequence[Mark]) -> Iterator[list[_MarkPart]]:
    """Pieces of the same words that may share their braces: whole marks of different kinds.

    The innermost stands first.
    """
    whole = {(mark.start, mark.end, index) for index, mark in enumerate(marks)}
    group: list[_MarkPart] = []
    for piece in pieces:
        kinds = [marks[other.mark].kind for other in group]
        shares = (
            group
            and piece[:2] == group[0][:2]
            and {piece, group[-1]} <= whole
            and marks[piece.mark].kind not in kinds
        )
        if group and not shares:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _pieces(marks: Sequence[Mark]) -> list[_MarkPart]:
    """Marks cut so that none crosses another, in the order in which they close.

    What merges when it is read again is cut first.
    """
    begins: dict[int, list[int]] = defaultdict(list)
    for index, mark in enumerate(marks):
        begins[mark.start].append(index)
    open_marks: list[tuple[int, int]] = []
    found: list[_MarkPart] = []
    for place in sorted({*begins, *(mark.end for mark in marks)}):
        again: list[int] = []
        # closing one that lies further out closes all inside it, which then open again
        while any(marks[index].end == place for index, _ in open_marks) or _gives_way(
            open_marks, marks, begins[place]
        ):
            index, start = open_marks.pop()
            found.append(_MarkPart(start, place, index))
            again += [index] if marks[index].end > place else []
        # who ends last opens first; of those that end together the first of the list is the
        # innermost
        inwards = sorted((*begins[place], *again), key=lambda index: (-marks[index].end, -index))
        open_marks += [(index, place) for index in inwards]
    return found


def _gives_way(
    open_marks: Sequence[tuple[int, int]], marks: Sequence[Mark], begin: Sequence[int]
) -> bool:
    """Whether the innermost open mark is cut for one that begins here, ends later and is one
    thing.
    """
    if not open_marks:
        return False
    inner = marks[open_marks[-1][0]]
    return TRAITS[inner.kind].merges and any(
        marks[index].end > inner.end and not TRAITS[marks[index].kind].merges for index in begin
    )
