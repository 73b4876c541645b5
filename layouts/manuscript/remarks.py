"""What a manuscript says to its writers and to other programs only, on lines of its own: it is not
printed.

`<!-- … -->` and `%%…%%` are remarks, of one line or several; `::: {.note}` and `:::` are the fences
of pandoc, whose inside stays; `[toc]` asks for a list of contents.
"""

from __future__ import annotations

from layouts.errors import Finding, Source
from layouts.messages.manuscript import REMARK_LEFT_OUT
from layouts.patterns import later

_ENDS = {"<!--": "-->", "%%": "%%"}
_BEGIN = later(r"<!--|%%(?!%)|:::|\[toc\]")
# a fence, with attributes, a class or nothing; or [toc]
_LINE = later(r"(?::{3,}(?:[ \t]*(?:\{[^{}\n]*\}|[\w-]{1,40}))?|\[toc\])[ \t]*")
_LONGEST = 40
"""Characters of a remark that a sentence quotes."""


def begins_remark(line: str) -> bool:
    """Whether a line may be read as a remark, or begin one."""
    return line[:1] in ("<", "%", ":", "[") and bool(_BEGIN().match(line.lower()))


def without_remarks(body: str, file: str, first_line: int) -> tuple[str, list[Finding]]:
    """A body, which begins on line `first_line` of its file, with empty lines where remarks stood,
    and a notice for each.
    """
    if not any(begin in body for begin in ("<!--", "%%", ":::")) and "[toc]" not in body.lower():
        return body, []
    lines = body.split("\n")
    findings: list[Finding] = []
    number = 0
    while number < len(lines):
        end = _end_of_remark(lines, number)
        if end > number:
            words = " ".join(" ".join(lines[number:end]).split())
            findings.append(_notice(words, Source(file, first_line + number)))
            lines[number:end] = [""] * (end - number)
        number = max(end, number + 1)
    return "\n".join(lines), findings


def _end_of_remark(lines: list[str], start: int) -> int:
    """The line behind a remark that begins on a line; that line itself where none does."""
    line = lines[start].lstrip(" \t")
    if not begins_remark(line):
        return start
    if _LINE().fullmatch(line.lower()):
        return start + 1
    closing = next((end for begin, end in _ENDS.items() if line.startswith(begin)), "")
    if not closing:
        return start
    # behind what opens it: %% is as long as its end, <!-- is longer than its own
    rest = line[len(closing) :] if closing == "%%" else line[4:]
    for number in range(start, min(len(lines), start + MOST_LINES)):
        place = rest.find(closing)
        if place >= 0:
            # words behind it are the manuscript's: then all of it is
            return start if rest[place + len(closing) :].strip() else number + 1
        rest = lines[number + 1] if number + 1 < len(lines) else ""
    return start


MOST_LINES = 200
"""Lines of one remark; what goes on longer has lost its end."""


def _notice(words: str, source: Source) -> Finding:
    shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return Finding("notice", "remark-left-out", *REMARK_LEFT_OUT(words=shown), source)
