"""Run-in articles (▲): where the lead of a manuscript's paragraph ends, and the title and paragraph it gives."""

from __future__ import annotations

from layouts.issue.lead import RUN_IN, STOPS, first_sentence, title_of_lead, with_lead
from layouts.issue.splice import cut, trim
from layouts.issue.text import MarkKind, Text


def run_in(text: Text) -> tuple[Text, Text]:
    """The title and the first paragraph of a run-in article. `text` begins with ▲."""
    words = trim(cut(text, len(RUN_IN), len(text.string)))
    end = _lead_end(words)
    lead, rest = trim(cut(words, 0, end)), trim(cut(words, end, len(words.string)))
    return title_of_lead(lead.string), with_lead(lead.string, rest)


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
