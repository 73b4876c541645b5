"""Run-in articles (▲): where the lead ends, the title it gives, and the paragraph with its lead in bold."""

from __future__ import annotations

from layouts.issue.text import Emphasis, Stretch, Text
from layouts.manuscript.inline import cut, join, trim
from layouts.manuscript.marks import RUN_IN, STOPS

_OPENING = "“（《【‘〔"
_CLOSING = "”）》】’〕"


def run_in(text: Text) -> tuple[Text, Text]:
    """The title and the first paragraph of a run-in article. `text` begins with ▲."""
    words = trim(cut(text, len(RUN_IN), len(text.string)))
    end = _lead_end(words)
    lead, rest = trim(cut(words, 0, end)), trim(cut(words, end, len(words.string)))
    title = Text(lead.string.removesuffix("。").rstrip())
    first = Text(f"{RUN_IN} {lead.string}")
    bold = Text(first.string, (Stretch(0, len(first.string), Emphasis.BOLD),))
    return title, join(bold, rest)


def _lead_end(words: Text) -> int:
    """Where the lead ends: with the bold the editor gave it, else after the first sentence."""
    string = words.string
    if words.stretches and words.stretches[0].start == 0 and words.stretches[0].emphasis is Emphasis.BOLD:
        end = words.stretches[0].end
        ended = len(string[:end].rstrip())
        if string[ended - 1] in STOPS:
            return end
        if string[end : end + 1] in STOPS:  # also where the bold is the whole paragraph
            return end + 1
        if ended < end or string[end].isspace():
            return end
    return _first_sentence(string)


def _first_sentence(string: str) -> int:
    """The end of the first sentence. A stop inside quotation marks or brackets does not end it."""
    depth = 0
    for place, character in enumerate(string):
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth -= 1
        elif character in STOPS and depth <= 0:
            return place + 1
    flat = [place for place in map(string.find, STOPS) if place >= 0]
    return min(flat) + 1 if flat and depth > 0 else len(string)
