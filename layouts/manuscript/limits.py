"""What of a manuscript is looked at before it is parsed: markdown-it takes its time for every line
and mark, and for some twice over.
"""

from __future__ import annotations

from layouts.errors import ManuscriptError, Source
from layouts.messages.manuscript import LINE_TOO_LONG, MANUSCRIPT_TOO_LARGE, MORE_LINES, MORE_MARKS
from layouts.messages.message import Sentence

MOST_LINES = 60_000
"""Lines that are not blank: 1.2 million characters in lines of twenty."""

LONGEST_LINE = 100_000
"""Characters of a line: twice the longest paragraph, since marks may be written with a
backslash.
"""

MOST_MARKS = 100_000
"""Characters that may be markup inside a paragraph or a table.

An issue of a hundred pages has a thousand.
"""

_MARKS = "*\\&![]|`"


def check_text(text: str, file: str) -> None:
    """ManuscriptError, with the line, for a text that would take minutes to parse."""
    marks = sum(map(text.count, _MARKS))
    # few marks, and no longer than one line may be: nothing need be counted
    if marks <= MOST_MARKS and len(text) <= LONGEST_LINE:
        return
    lines = text.split("\n")
    if marks <= MOST_MARKS and len(lines) <= MOST_LINES and max(map(len, lines)) <= LONGEST_LINE:
        return
    written = marks = 0
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            said = LINE_TOO_LONG(count=len(line), most=LONGEST_LINE)
            raise ManuscriptError(*said, Source(file, number))
        written += bool(line) and not line.isspace()
        marks += sum(map(line.count, _MARKS))
        if written > MOST_LINES:
            _refuse(MORE_LINES(most=MOST_LINES), Source(file, number))
        if marks > MOST_MARKS:
            _refuse(MORE_MARKS(most=MOST_MARKS, marks=" ".join(_MARKS)), Source(file, number))


def _refuse(why: Sentence, source: Source) -> None:
    raise ManuscriptError(*MANUSCRIPT_TOO_LARGE(why=why), source)
