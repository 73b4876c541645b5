"""How the text of a document looks as a rule, and in what a line differs from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from layouts.importing.received import Look
from layouts.importing.recognition import cues
from layouts.importing.recognition.cues import Cue
from layouts.importing.recognition.items import SourceItem, is_all_bold
from layouts.manuscript.marks import label_level

_ENDS = ("。", "；", ";")
_PAUSES = ("，", "、", ",")
_COLONS = ("：", ":")
_EMPHATIC = ("！", "？", "!", "?", "……", "…")


class UsualLook(Struct, frozen=True):
    """How running text looks: its size (None where unknown), whether its first lines stand in,
    whether it is bold, whether blank lines part it.
    """

    size: float | None = None
    indented: bool = False
    bold: bool = False
    parted: bool = False


def usual_look(items: Sequence[SourceItem]) -> UsualLook:
    """How most characters of a document look, those of running text before others."""
    texts = [item for item in items if item.string]
    texts = [item for item in texts if is_running(item.string)] or texts
    if not texts:
        return UsualLook()
    sizes: Counter[float | None] = Counter()
    for item in texts:
        sizes[item.look.size] += len(item.string)
    return UsualLook(
        sizes.most_common(1)[0][0],
        _most(item.look.indent >= 1 and not is_centred(item) for item in texts),
        _most(map(is_all_bold, texts)),
        _most(item.look.blank_above for item in texts),
    )


def _most(flags: Iterator[bool] | map[bool]) -> bool:
    found = list(flags)
    return sum(found) * 2 > len(found)


def is_running(string: str) -> bool:
    """Whether a paragraph is running text: long, or a sentence that ends."""
    return len(string) > cues.RUNNING or string.endswith((*_ENDS, "！", "？", "：", ":"))


def is_centred(item: SourceItem) -> bool:
    """Whether a line is centred, be it by spaces."""
    by_spaces = item.look.indent >= cues.CENTRED_BY_SPACES
    return item.look.centred or (
        by_spaces and len(item.string) <= cues.LONGEST_TITLE and not item.string.endswith(_ENDS)
    )


def is_flush_right(item: SourceItem) -> bool:
    """Whether a line stands at the right, be it by spaces."""
    return item.look.flush_right or item.look.indent >= cues.FLUSH_BY_SPACES


def is_larger(item: SourceItem, usual: UsualLook) -> bool:
    """Whether a line is set larger than the text."""
    return bool(item.look.size and usual.size and item.look.size >= usual.size * cues.LARGER)


def differs(item: SourceItem, usual: UsualLook) -> bool:
    """Whether a line looks like a title where the text around does not."""
    return bool(
        item.look.is_title or item.look.heading or is_centred(item) or is_larger(item, usual)
    )


def alike(one: Look, other: Look) -> bool:
    """Whether two lines look the same, as those of one title do."""
    return (
        one.is_title,
        one.heading,
        one.centred,
        one.bold,
        one.indent >= cues.CENTRED_BY_SPACES,
    ) == (
        *(other.is_title, other.heading, other.centred, other.bold),
        other.indent >= cues.CENTRED_BY_SPACES,
    ) and abs((one.size or 0) - (other.size or 0)) < 0.6


def cues_of(item: SourceItem, usual: UsualLook) -> Iterator[Cue]:
    """What there is to see of a line by itself."""
    yield from _shape(item.string)
    if item.look.is_title or item.look.heading:
        yield Cue.STYLED
    if is_centred(item):
        yield Cue.CENTRED
    elif item.look.indent >= 1:
        yield Cue.INDENTED
    elif usual.indented:
        yield Cue.STICKS_OUT
    if is_larger(item, usual):
        yield Cue.LARGER
    if is_all_bold(item) and not usual.bold:
        yield Cue.BOLD
    if item.look.blank_above and not usual.parted:
        yield Cue.PARTED


def _shape(string: str) -> Iterator[Cue]:
    yield _end(string)
    if "。" in string[:-1]:
        yield Cue.SENTENCES
    if len(string) > cues.TOO_LONG_FOR_TITLE:
        yield Cue.TOO_LONG
    elif len(string) < 4:
        yield Cue.TOO_SHORT
    elif len(string) <= cues.LONGEST_TITLE:
        yield Cue.FITTING
    if label_level(string):
        yield Cue.LABELLED


def _end(string: str) -> Cue:
    if string.endswith(_ENDS):
        return Cue.ENDED
    if string.endswith(_PAUSES):
        return Cue.PAUSES
    if string.endswith(_COLONS):
        return Cue.ENDS_COLON
    return Cue.ENDS_EMPHATIC if string.endswith(_EMPHATIC) else Cue.NO_END


def may_be_title(string: str) -> bool:
    """Whether a line has the shape of a title: not too long, no label, no mark that goes on or
    ends.
    """
    return (
        1 < len(string) <= cues.LONGEST_TITLE
        and "。" not in string
        and _end(string) in (Cue.NO_END, Cue.ENDS_EMPHATIC)
        and not label_level(string)
    )
