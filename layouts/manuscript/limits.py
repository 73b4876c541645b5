"""What of a manuscript is looked at before it is parsed: markdown-it takes its time for every line
and mark, and for some twice over.
"""

from __future__ import annotations

from layouts.errors import ManuscriptError, Source

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
    if marks <= MOST_MARKS and len(text) <= LONGEST_LINE:
        return
    lines = text.split("\n")
    if marks <= MOST_MARKS and len(lines) <= MOST_LINES and max(map(len, lines)) <= LONGEST_LINE:
        return
    written = marks = 0
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            has = len(line)
            zh, en = (
                f"这一行有 {has} 字，最多 {LONGEST_LINE} 字",
                f"this line has {has} characters, at most {LONGEST_LINE} can be read",
            )
            raise ManuscriptError(f"{zh}，请分段", f"{en}: divide it", Source(file, number))
        written += bool(line) and not line.isspace()
        marks += sum(map(line.count, _MARKS))
        if written > MOST_LINES:
            _refuse(
                f"超过 {MOST_LINES} 行", f"has more than {MOST_LINES} lines", Source(file, number)
            )
        if marks > MOST_MARKS:
            _refuse(
                f"超过 {MOST_MARKS} 个标记符号",
                f"has more than {MOST_MARKS} marks ({' '.join(_MARKS)})",
                Source(file, number),
            )


def _refuse(zh: str, en: str, source: Source) -> None:
    raise ManuscriptError(
        f"稿件太大：到这里{zh}，请分成几期",
        f"the manuscript is too large: up to here it {en}; divide it",
        source,
    )
