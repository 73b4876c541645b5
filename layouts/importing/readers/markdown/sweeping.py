"""What stands in Markdown for programs and writers, and no reader ever sees: taken out, its line
ends left, and told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_COMMENT_BLOCK = re.compile(r"^[ \t]*%%(?!%)((?:(?!%%).)*?)%%[ \t]*$", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"(?<![\d%])%%(?!%)([^%\n]+)%%(?!%)")
_CONTENTS = re.compile(
    r"^[ \t]*(\[\[?(?:toc|目录)\]?\]|\{:toc\}|\$\{toc\})[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_ANCHOR = re.compile(r"(?<=\S)[ \t]+(\^[A-Za-z0-9-]{2,40})[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"^[ \t]*(\{:[^{}\n]*\})[ \t]*$", re.MULTILINE)
_SHORTCODE = re.compile(r"(\{\{[<%][^\n]{0,300}?[%>]\}\})")
_TAGS = re.compile(r"#[^\s#]+(?:[ \t]+#[^\s#]+)*[ \t]*")
_BARE_HEADING = re.compile(r"^(#{2,6})(?=[^#\s])", re.MULTILINE)
_NOTE = re.compile(r"\[\^([^\]\s]{1,80})\]:[ \t]*(.*)")


class SweptNote(NamedTuple):
    """A text without what nobody sees: the `notes` at its end by name, each with its line, and what
    was `taken` out: code, characters and line.
    """

    text: str
    notes: dict[str, tuple[str, int]]
    taken: list[tuple[str, str, int]]


def sweep(text: str) -> SweptNote:
    """Take out comments, anchors, tags of a whole line, tables of contents and notes."""
    taken: list[tuple[str, str, int]] = []
    code = _code_lines(text)
    for pattern, kind in (
        (_COMMENT_BLOCK, "comment"),
        (_COMMENT, "comment"),
        (_CONTENTS, "markup"),
        (_ANCHOR, "markup"),
        (_ATTRIBUTES, "markup"),
        (_SHORTCODE, "markup"),
    ):
        text = pattern.sub(_taker(text, kind, taken, code), text)
    lines = text.split("\n")
    _tags(lines, taken)
    notes = _notes(lines)
    return SweptNote(_BARE_HEADING.sub(r"\1 ", "\n".join(lines)), notes, taken)


def _code_lines(text: str) -> set[int]:
    """The lines inside fences, from 1: nothing in them means anything."""
    found: set[int] = set()
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        match = _FENCE.match(line)
        if fence:
            found.add(number)
            if match and match[1].startswith(fence):
                fence = ""
        elif match:
            fence = match[1]
    return found


def _taker(
    text: str, kind: str, taken: list[tuple[str, str, int]], code: set[int]
) -> Callable[[re.Match[str]], str]:
    place, line = 0, 1

    def take(found: re.Match[str]) -> str:
        nonlocal place, line
        line += text.count("\n", place, found.start())
        place = found.start()
        if line in code:
            return found[0]
        if words := found[1].strip():
            taken.append((kind, words, line))
        return "\n" * found[0].count("\n")

    return take


def _tags(lines: list[str], taken: list[tuple[str, str, int]]) -> None:
    """Lines of nothing but tags (#简报 #投稿). Where a text begins with one and has no heading of
    the first level, it is that heading, whose space is missing.
    """
    is_titled = any(line.startswith(("# ", "#\t")) for line in lines)
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    for number, line in enumerate(lines):
        if not line.startswith("#") or not _TAGS.fullmatch(line) or line.startswith("##"):
            continue
        if number == first and line.count("#") == 1 and not is_titled:
            lines[number] = f"# {line[1:]}"
        else:
            taken.append(("markup", line.strip(), number + 1))
            lines[number] = ""


def _notes(lines: list[str]) -> dict[str, tuple[str, int]]:
    """The notes of a text, taken out of its lines: a name, and the lines that go on, indented."""
    notes: dict[str, tuple[str, int]] = {}
    number = 0
    while number < len(lines):
        found = _NOTE.match(lines[number])
        if not found or found[1] in notes:
            number += 1
            continue
        end = _end_of_note(lines, number + 1)
        words = [found[2], *(line.strip() for line in lines[number + 1 : end])]
        notes[found[1]] = ("\n".join(words).strip(), number + 1)
        lines[number:end] = [""] * (end - number)
        number = end
    return notes


def _end_of_note(lines: list[str], start: int) -> int:
    end = start
    for number in range(start, len(lines)):
        line = lines[number]
        if (
            line.strip()
            and not line.startswith(("  ", "\t"))
            and (_NOTE.match(line) or not lines[number - 1].strip() or line.startswith("#"))
        ):
            break
        if line.strip():
            end = number + 1
    return end
