"""What single paragraphs of a Word file of ours say: labels of items, captions of rows, credits."""

from __future__ import annotations

from collections.abc import Sequence

from layouts.house.lists import BULLETS
from layouts.importing.received import ReceivedParagraph
from layouts.issue.numbering import read_label
from layouts.issue.row_words import BETWEEN, COLON, names_of
from layouts.issue.splice import marked
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


def parted_caption(words: str, counts: Sequence[int]) -> list[str]:
    """The captions of photos in lines of so many, from one caption of all (左图：…；右图：…); words
    that name none of them are those of the last.
    """
    names = names_of(counts)
    found = [(words.find(f"{name}{COLON}"), k) for k, name in enumerate(names) if name]
    places = sorted((at, k) for at, k in found if at >= 0)
    captions = [""] * len(names)
    if not places or places[0][0] != 0:
        captions[-1] = words
        return captions
    ends = [at for at, _ in places[1:]] + [len(words)]
    for (at, k), end in zip(places, ends, strict=True):
        said = words[at + len(names[k]) + len(COLON) : end]
        captions[k] = said.removesuffix(BETWEEN) if end < len(words) else said
    return captions


def parted_credit(words: str) -> tuple[str, str]:
    """A caption, and who took the photo where the last line says so."""
    above, _, last = words.rpartition(LINE_BREAK)
    return (above, credit_of(last)) if last.startswith(JOINER) else (words, "")


def credit_of(line: str) -> str:
    """Who took a photo, of the line that says so."""
    return line.removeprefix(JOINER).strip()
