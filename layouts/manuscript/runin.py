"""Run-in articles (▲): where the lead of a manuscript's paragraph ends, and the title and paragraph it gives."""

from __future__ import annotations

from layouts.issue.lead import RUN_IN, STOPS, first_sentence, title_of_lead, with_lead
from layouts.issue.splice import cut, merged, trim
from layouts.issue.text import MarkKind, Text


def run_in(text: Text) -> tuple[Text, Text]:
    """The title and the first paragraph of a run-in article. `text` begins with ▲."""
    words = trim(cut(text, len(RUN_IN), len(text.string)))
    end = _lead_end(words)
    lead, rest = trim(cut(words, 0, end)), trim(cut(words, end, len(words.string)))
    return title_of_lead(lead.string), _carrying(with_lead(lead.string, rest), lead)


def _carrying(paragraph: Text, lead: Text) -> Text:
    """A paragraph that begins with a lead, with what that carries: all of it is bold."""
    start = paragraph.string.find(lead.string, len(RUN_IN))
    carried = (mark._replace(start=mark.start + start, end=mark.end + start) for mark in lead.marks)
    bold_only = frozenset((MarkKind.BOLD, MarkKind.KAI))
    return Text(paragraph.string, merged((*paragraph.marks, *(mark for mark in carried if mark.kind not in bold_only))))


def _lead_end(words: Text) -> int:
    """Where the lead ends: with the bold the editor gave it, else after the first sentence."""
    string = words.string
    end = next((mark.end for mark in words.marks if mark.start == 0 and mark.kind is MarkKind.BOLD), 0)
    if end:
        ended = len(string[:end].rstrip())
        if string[ended - 1] in STOPS:
            return end
        if string[end : end + 1] in STOPS:  # also where the bold is the whole paragraph
            return end + 1
        if ended < end or string[end].isspace():
            return end
    return first_sentence(string)
