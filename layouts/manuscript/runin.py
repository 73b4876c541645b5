"""Run-in articles (▲): where the lead of a manuscript's paragraph ends, and the title and paragraph
it gives.
"""

from __future__ import annotations

from layouts.issue.lead import RUN_IN, STOPS, first_sentence, gap_after, title_of_lead
from layouts.issue.splice import carries, concat, marked, splice, trim
from layouts.issue.text import MarkKind, Text


def run_in(text: Text) -> tuple[Text, Text]:
    """The title and the first paragraph of a run-in article. `text` begins with ▲.

    Nothing is cut in two: what is marked on the lead, or on words of it and of the text after it,
    stays on them; but Kai cannot be bold.
    """
    words = trim(splice(text, 0, len(RUN_IN)))
    end = _lead_end(words)
    lead, rest = words.string[:end].rstrip(), words.string[end:].lstrip()
    begin = len(words.string) - len(rest)
    gap = gap_after(lead, rest, is_bold=bool(rest) and carries(words, begin, MarkKind.BOLD))
    opened = concat(Text(f"{RUN_IN} "), splice(words, len(lead), begin, Text(gap)))
    return title_of_lead(lead), marked(opened, 0, len(f"{RUN_IN} {lead}"), MarkKind.BOLD)


def _lead_end(words: Text) -> int:
    """Where the lead ends: with the bold the editor gave it, else after the first sentence."""
    string = words.string
    end = next(
        (mark.end for mark in words.marks if mark.start == 0 and mark.kind is MarkKind.BOLD), 0
    )
    if end:
        ended = len(string[:end].rstrip())
        if string[ended - 1] in STOPS:
            return end
        if string[end : end + 1] in STOPS:  # also where the bold is the whole paragraph
            return end + 1
        # the bold takes the space with it, or a space parts it: 导语 正文
        if ended < end or string[end].isspace():
            return end
    return first_sentence(string)
