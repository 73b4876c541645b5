"""The lead of a run-in article (▲ 要闻): bold words at the start of its first paragraph, which are
its title too.
"""

from __future__ import annotations

from collections.abc import Iterable

from layouts.issue.article import Block, Paragraph
from layouts.issue.splice import carries, concat, cut, marked, space_between, splice, trim, without
from layouts.issue.text import MarkKind, Text

RUN_IN = "▲"
STOPS = "。！？"

_OPENING = "“（《【‘〔"
_CLOSING = "”）》】’〕"
_ENOUGH = (*STOPS, "…", "—", "：", "；")
"""After these a lead takes no full stop."""


def first_paragraph(blocks: Iterable[Block]) -> int | None:
    """The index of the paragraph that holds the lead: the first that is not empty, where there is
    one.
    """
    found = [
        (index, block.text.string)
        for index, block in enumerate(blocks)
        if isinstance(block, Paragraph)
    ]
    # all are empty: the first, in which the lead will be typed
    return next((index for index, string in found if string), found[0][0] if found else None)


def mark_end(string: str) -> int:
    """Where the words of a run-in paragraph begin, after ▲ and its space; 0 without ▲."""
    if not string.startswith(RUN_IN):
        return 0
    return len(string) - len(string[len(RUN_IN) :].lstrip())


def lead_end(paragraph: Text) -> int:
    """Where the lead of a paragraph ends: with the bold at its start, without bold after the first
    sentence.
    """
    start = mark_end(paragraph.string)
    return bold_end(paragraph) or start + first_sentence(paragraph.string[start:])


def bold_end(paragraph: Text) -> int:
    """Where the bold words end that a paragraph starts with, ▲ aside; 0 where it starts with
    none.
    """
    start = mark_end(paragraph.string)
    bold = next(
        (mark for mark in paragraph.marks if mark.kind is MarkKind.BOLD and mark.end > start), None
    )
    return bold.end if bold is not None and bold.start <= start else 0


def first_sentence(string: str) -> int:
    """The end of the first sentence. A stop inside quotation marks or brackets does not end it."""
    depth = 0
    for place, character in enumerate(string):
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth -= 1
        elif character in STOPS and depth <= 0:
            return place + 1
    # a bracket that nothing closes: the first stop after all, or the lead would be everything
    flat = [place for place in map(string.find, STOPS) if place >= 0]
    return min(flat) + 1 if flat and depth > 0 else len(string)


def parted(paragraph: Text, end: int) -> tuple[Text, Text]:
    """The words of the lead, without ▲, and the text after it, where the lead ends at `end`.

    What is marked on spaces at either end too stays on the words beside them: they go before the
    text is cut.
    """
    start = mark_end(paragraph.string)
    whole = without_mark(paragraph)
    end = max(end - start, 0)
    lead, rest = whole.string[:end].rstrip(), whole.string[end:].lstrip()
    closed = splice(whole, len(lead), len(whole.string) - len(rest))
    return trim(cut(closed, 0, len(lead))), trim(cut(closed, len(lead), len(closed.string)))


def printed_parts(paragraph: Text) -> tuple[Text, Text]:
    """The lead of a paragraph with its ▲, and the text after it, as they are printed: a space is
    between Latin words alone.
    """
    end, string = lead_end(paragraph), paragraph.string
    lead, rest = trim(cut(paragraph, 0, end)), trim(cut(paragraph, end, len(string)))
    return lead, concat(Text(space_between(lead.string, rest.string)), rest)


def without_mark(paragraph: Text) -> Text:
    """The text of a paragraph without its ▲."""
    return splice(paragraph, 0, mark_end(paragraph.string))


def title_of_lead(lead: str) -> Text:
    """The title that a lead gives: its words without the full stop.

    What is marked on them stays with the lead.
    """
    return Text(lead.removesuffix("。").rstrip())


def headline_of_lead(lead: Text) -> Text:
    """The headline that a lead becomes: as `title_of_lead` says, with all that is marked on the
    words but bold.
    """
    words = without(lead, MarkKind.BOLD)
    return splice(words, len(title_of_lead(lead.string).string), len(words.string))


def title_of_paragraph(paragraph: Text) -> Text:
    """The title that the lead of a paragraph gives."""
    lead, _ = parted(paragraph, lead_end(paragraph))
    return title_of_lead(lead.string)


def lead_of_title(title: str) -> str:
    """The lead that a title makes: with a full stop where it has no end mark of its own."""
    words = title.strip()
    return words if not words or words.endswith(_ENOUGH) else f"{words}。"


def lead_of_headline(title: Text) -> Text:
    """The lead that a headline becomes: as `lead_of_title` says, with what is marked on its
    words.
    """
    words = trim(title)
    return concat(words, Text(lead_of_title(words.string)[len(words.string) :]))


def with_lead(lead: str | Text, rest: Text, mark: str = f"{RUN_IN} ") -> Text:
    """A paragraph with its lead in bold, `mark` before it.

    What else is marked on the lead stays, but what cannot be beside bold.
    """
    words = Text(lead) if isinstance(lead, str) else lead
    opened = concat(Text(mark), words)
    gap = gap_after(words.string, rest.string, is_bold=carries(rest, 0, MarkKind.BOLD))
    return concat(marked(opened, 0, len(opened.string), MarkKind.BOLD), Text(gap), rest)


def gap_after(lead: str, rest: str, *, is_bold: bool) -> str:
    """What parts a lead from the text after it, the first character of which is bold or not.

    Where no stop ends the lead, or bold follows it, a space shows where it ends; between Chinese
    characters that is not printed.
    """
    if not lead or not rest or (lead.endswith(tuple(STOPS)) and not is_bold):
        return space_between(lead, rest)
    return " "
