"""What single paragraphs of a Word file of ours say: labels of items, captions of rows, credits."""

from __future__ import annotations

from collections.abc import Sequence

from layouts.house.lists import BULLETS
from layouts.importing.received import ReceivedParagraph
from layouts.issue.numbering import read_label
from layouts.issue.row_words import BETWEEN, COLON, names_of
from layouts.issue.splice import NO_TEXT, cut, marked
from layouts.issue.text import LINE_BREAK, MarkKind, Text
from layouts.wordfile.style_names import JOINER

_LONGEST_LABEL = 12


def text_of(paragraph: ReceivedParagraph) -> Text:
    """The text of a paragraph. One that is bold as a whole is so by a mark: no style of ours is."""
    text = paragraph.text
    if not paragraph.look.bold:
        return text
    return marked(text, 0, len(text.string), MarkKind.BOLD)


def is_unseen(string: str) -> bool:
    """Whether a paragraph has nothing to be seen in it."""
    return not string.strip(f"{JOINER}{LINE_BREAK} ")


def label_length(paragraph: ReceivedParagraph) -> int:
    """How many characters at the start of an item are its number or sign, counted or typed."""
    string = paragraph.text.string
    if paragraph.label:
        return paragraph.label
    if string[:1] in BULLETS:
        return 1
    sizes = range(min(_LONGEST_LABEL, len(string)), 0, -1)
    return next((size for size in sizes if read_label(string[:size])), 0)


def parted_caption(words: Text, counts: Sequence[int]) -> list[Text]:
    """The captions of photos in lines of so many, from one caption of all (左图：…；右图：…); words
    that name none of them are those of the last.
    """
    names, string = names_of(counts), words.string
    found = [(string.find(f"{name}{COLON}"), k) for k, name in enumerate(names) if name]
    places = sorted((at, k) for at, k in found if at >= 0)
    captions = [NO_TEXT] * len(names)
    if not places or places[0][0] != 0:
        captions[-1] = words
        return captions
    ends = [at for at, _ in places[1:]] + [len(string)]
    for (at, k), end in zip(places, ends, strict=True):
        begin = at + len(names[k]) + len(COLON)
        ends_early = end < len(string) and string[begin:end].endswith(BETWEEN)
        captions[k] = cut(words, begin, end - len(BETWEEN) if ends_early else end)
    return captions


def parted_credit(words: Text) -> tuple[Text, str]:
    """A caption, and who took the photo where the last line says so."""
    above, _, last = words.string.rpartition(LINE_BREAK)
    if not last.startswith(JOINER):
        return words, ""
    return cut(words, 0, len(above)), credit_of(last)


def credit_of(line: str) -> str:
    """Who took a photo, of the line that says so."""
    return line.removeprefix(JOINER).strip()
