r"""Text to Markdown that reads back as that very text: `\*`, `\#`, references for what the eye
cannot see, asterisks that do pair.

A character is written as itself wherever it can be; `&#x3000;` (always in hexadecimal) is one that
would be dropped, changed or taken for something else. What no manuscript can hold is left out:
control characters and halves of surrogate pairs.
"""

from __future__ import annotations

import re
from itertools import accumulate

from layouts.issue.splice import consistent
from layouts.issue.text import LINE_BREAK, Comment, Mark, Text
from layouts.manuscript.heading_words import words_start
from layouts.manuscript.quoted import reference
from layouts.manuscript.remarks import begins_remark
from layouts.manuscript.repair import REMOVED, REPAIRED
from layouts.manuscript.spelling import BRACES_BEGIN, SPELLINGS, TAGS
from layouts.manuscript.write_spans import NO_SPANS, Spans, spans_of

_IMPOSSIBLE = re.compile(f"[{REMOVED}\ud800-\udfff]")
_SPACE_AT_BEST = re.compile("[\x0b\x85]")
_REFERENCED = re.compile(rf"[\t\n{REPAIRED}]")
_ESCAPED = re.compile(
    (
        r"[*\\]"
        r"|[!^](?=\[)|(?<=!)\[|\[(?=\^)"  # photos and notes
        r"|&(?=#?\w{1,40};)"  # references
        rf"|\](?={BRACES_BEGIN})"  # spans
        r"|(?<!~)~(?=~(?!~))"  # struck words
        rf"|<(?=/?(?:{'|'.join(TAGS)}|br)\b)"
    ),
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[\[\]]")
_CLOSING_HASHES = re.compile(r"(?<![^ \t])#+\Z")  # they would be taken for the end of a heading
_RULE = re.compile(r"(?:- *){3,}\Z")
# of a list's item; text may follow it, or nothing
_MARKER = re.compile(r"([-+]|[0-9]{1,9}[.)])(?: (?=\S)|( .*)?\Z)", re.DOTALL)


def possible(string: str) -> str:
    """A string without the characters that no manuscript can hold."""
    return _SPACE_AT_BEST.sub(" ", _IMPOSSIBLE.sub("", string))


def possible_text(text: Text) -> Text:
    """A text without such characters, in it and in what its marks say; these sorted, inside it and
    merged where they meet.
    """
    string = possible(text.string)
    if not text.marks:
        return Text(string)
    # where each character comes to stand when the impossible ones before it are gone
    places = list(
        accumulate(
            (0 if _IMPOSSIBLE.match(character) else 1 for character in text.string), initial=0
        )
    )
    last = len(text.string)
    inside = (
        Mark(
            places[max(0, min(start, last))],
            places[max(0, min(end, last))],
            kind,
            _possible_value(value),
        )
        for start, end, kind, value in text.marks
    )
    return consistent(string, inside)


def _possible_value(value: str | Comment) -> str | Comment:
    return Comment(*map(possible, value)) if isinstance(value, Comment) else possible(value)


def paragraph_markup(text: Text) -> str:
    """The Markdown of a paragraph, on one line."""
    return _without_words(_at_line_start(markup(text)))


def heading_markup(text: Text) -> str:
    """The Markdown of a heading, after its # marks."""
    written = markup(text)
    if hashes := _CLOSING_HASHES.search(written):
        written = f"{written[: hashes.start()]}\\{hashes[0]}"
    return _without_words(written)


def cell_markup(text: Text) -> str:
    """The Markdown of a table's cell."""
    return markup(text).replace("|", "\\|")


def caption_markup(caption: Text) -> str:
    """The Markdown of a photo's caption, in which all brackets stand in pairs."""
    return markup(caption, in_brackets=True)


def markup(text: Text, *, in_brackets: bool = False) -> str:
    """A text as inline Markdown, or one that stands `in_brackets` itself. `text` is as
    `possible_text` gives it.

    Asterisks stand inside the brackets that open or close where they do: there they always pair.
    """
    bracketed = [mark for mark in text.marks if not SPELLINGS[mark.kind].around]
    spans = spans_of(bracketed, in_brackets=in_brackets) if bracketed else NO_SPANS
    pieces = _pieces(text.string, _BRACKETS if bracketed or in_brackets else None)
    for place in spans.opening:
        # ![ would be a photo, ^[ a note
        if place and pieces[place - 1] in ("!", "^"):
            pieces[place - 1] = f"\\{pieces[place - 1]}"
    runs: dict[int, tuple[str, str]] = {}
    for start, end, kind, _ in text.marks:
        if around := SPELLINGS[kind].around:
            # sorted by start: what ends here was noted before what begins here
            runs[start] = (runs.get(start, ("", ""))[0], around)
            runs[end] = (around, "")
    if runs:
        _let_pair(pieces, text.string, runs, spans)
    between = {
        place: _between(place, runs, spans) for place in (*runs, *spans.opening, *spans.closing)
    }
    return "".join(between.get(place, "") + piece for place, piece in enumerate([*pieces, ""]))


def _between(place: int, runs: dict[int, tuple[str, str]], spans: Spans) -> str:
    """The markup before the character at a place."""
    closing, opening = runs.get(place, ("", ""))
    return "".join((closing, spans.closing.get(place, ""), spans.opening.get(place, ""), opening))


def _pieces(string: str, also: re.Pattern[str] | None = None) -> list[str]:
    """What each character is written as, marks aside; `also` finds more to put a backslash
    before.
    """
    pieces = list(string)
    for pattern in (_ESCAPED, also):
        for found in pattern.finditer(string) if pattern else ():
            pieces[found.start()] = f"\\{found[0]}"
    # spaces at the ends would be trimmed: references stay
    inner = range(len(string) - len(string.lstrip()), len(string.rstrip()))
    for place, character in enumerate(string):
        if character == LINE_BREAK:
            pieces[place] = "<br>"
        elif place not in inner or _REFERENCED.match(character):
            pieces[place] = reference(character)
    return pieces


def _let_pair(
    pieces: list[str], string: str, runs: dict[int, tuple[str, str]], spans: Spans
) -> None:
    """Write as references the characters beside asterisks that would otherwise not open or close
    there.
    """
    from layouts.manuscript.dialect import flanking

    waiting = list(runs)
    while waiting:
        place = waiting.pop()
        closing, opening = runs[place]
        before = pieces[place - 1][-1] if place else " "
        after = pieces[place][0] if place < len(pieces) else " "
        if place in spans.opening or place in spans.closing:
            opens, closes = flanking("[", after)[0], flanking(before, "]")[1]
        else:
            opens, closes = flanking(before, after)
        if opening and not opens:
            changed = place if after.isspace() else place - 1
        elif closing and not closes:
            changed = place - 1 if before.isspace() else place
        else:
            continue
        pieces[changed] = reference(string[changed])
        # a reference is another neighbour for the asterisks on both of its sides
        waiting += [near for near in (changed, changed + 1) if near in runs]


def _at_line_start(written: str, *, in_item: bool = False) -> str:
    """Markdown that no line of is taken for a heading, quotation, list or page turn.

    A list's marker may stand where it reads as typed.
    """
    marker = _MARKER.match(written)
    if written[:1] in ("#", ">") or _RULE.match(written) or begins_remark(written):
        return f"\\{written}"
    if not marker:
        return written
    # a marker inside an item would begin a list in the list; one alone would lose its text
    if in_item or marker.end() == len(written):
        mark = marker[1]
        return f"{mark[:-1]}\\{written[len(mark) - 1 :]}"
    return written[: marker.end()] + _at_line_start(written[marker.end() :], in_item=True)


def _without_words(written: str) -> str:
    """Markdown that does not end in words in braces."""
    start = words_start(written)
    return f"{written[:start]}\\{written[start:]}" if start >= 0 else written
