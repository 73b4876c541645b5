"""Notes told at the end of a text (`[^1]` and `[^1]: …`, as GFM and pandoc have them): each becomes
one told where its sign stands, `^[…]`.
"""

from __future__ import annotations

import re

from layouts.issue.splice import space_between
from layouts.patterns import later

# a backslash before it makes text of it
_SIGN = later(r"(?<!\\)\[\^([^\s\[\]]{1,80})\]")
_TOLD = later(r"\[\^([^\s\[\]]{1,80})\]:[ \t]*(.*)")
_SPECIAL = re.compile(r"[\[\]\\|]")
_INDENT = ("  ", "\t")


def with_notes(body: str) -> str:
    """A body with the words of notes at their signs, and empty lines where they were told; it has
    as many lines as before. What is told of no sign stays text.
    """
    if "[^" not in body or "]:" not in body:
        return body
    lines = body.split("\n")
    told: dict[str, tuple[str, range]] = {}
    number = 0
    while number < len(lines):
        found = _TOLD().match(lines[number])
        end = _end(lines, number + 1) if found else number + 1
        if found and found[1] not in told:
            words = _joined([found[2], *lines[number + 1 : end]])
            told[found[1]] = words, range(number, end)
        number = end
    inside = {number for _, at in told.values() for number in at}
    used = {
        name
        for number, line in enumerate(lines)
        if number not in inside
        for name in _SIGN().findall(line)
        if name in told and told[name][0]
    }
    for name in used:
        for number in told[name][1]:
            lines[number] = ""
    return "\n".join(_signed(line, told, used) for line in lines) if used else body


def _signed(line: str, told: dict[str, tuple[str, range]], used: set[str]) -> str:
    def note(found: re.Match[str]) -> str:
        name = found[1]
        return f"^[{_SPECIAL.sub(_escaped, told[name][0])}]" if name in used else found[0]

    return _SIGN().sub(note, line) if "[^" in line else line


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _end(lines: list[str], start: int) -> int:
    """The line behind a note that goes on from a line: up to a blank one or another note; behind a
    blank one with what is indented.
    """
    end = start
    for number in range(start, len(lines)):
        line = lines[number]
        begins = _TOLD().match(line) or line.startswith("#") or not lines[number - 1].strip()
        if line.strip() and begins and not line.startswith(_INDENT):
            break
        if line.strip():
            end = number + 1
    return end


def _joined(lines: list[str]) -> str:
    """The lines of a note as one, as those of a paragraph."""
    words = ""
    for line in map(str.strip, lines):
        words = f"{words}{space_between(words, line)}{line}" if words and line else words or line
    return words
