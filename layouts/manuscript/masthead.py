"""What a converter leaves above the body: the masthead as headings and plain lines, and a contents
list of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import fields, replace

from layouts.errors import Finding, Source
from layouts.issue.issue import Masthead
from layouts.manuscript.blocks import Heading, Passage, PipeTable, RawBlock, Turn
from layouts.manuscript.marks import (
    is_byline,
    is_contents_name,
    section_line,
    section_name,
)
from layouts.manuscript.numerals import DATE, NUMERAL, date_of, whole_number
from layouts.messages.manuscript import CONTENTS_LEFT_OUT, MASTHEADS_DIFFER

_TOTAL = re.compile(rf"[（(]?\s*总\s*第?\s*({NUMERAL})\s*期\s*[)）]?")
_NUMBER = re.compile(rf"[（(]?\s*(?:\d{{4}}\s*年\s*)?第\s*({NUMERAL})\s*期(?![^\W\d_])\s*[)）]?")
"""第 14 期; not the number of something else that words go on about: 第六期培训班."""
_SECRECY = re.compile(
    r"(?:绝密|机密|秘密|内部资料|内部刊物|内部文件)(?:[★☆].{0,10}|[\s，,"
    r"·]*(?:注意保存|妥善保管|不得外传|仅供参考|请勿外传))?"
)
_COPY_NUMBER = re.compile(r"(?:编号|份号)\s*[:：]\s*(\S{1,20})")
_SENTENCE = re.compile(r"[。；！？，,:：]")
_LINK = re.compile(r"\]\([^()]*\)")
_LEADERS = re.compile(r"[\s.．…·—]*[（(]?\d{0,3}[)）]?$")

NAME_LIMIT = 40
"""Characters of a publication's or an issuing body's name: a longer line is text."""

TITLE_LIMIT = 60
"""Characters of a line in a list of contents, leaders and page number aside."""


class Opening(NamedTuple):
    """A masthead completed from the body, the blocks left over, and what there is to say."""

    masthead: Masthead
    blocks: Sequence[RawBlock]
    findings: list[Finding]


def read_opening(blocks: Sequence[RawBlock], given: Masthead, file: str) -> Opening:
    """Take the masthead and the contents list off the top of a body.

    What the front matter gives counts; the body only fills gaps.
    """
    found, taken = _read_masthead(blocks, given.publication)
    findings = [*_differences(given, found, file)]
    rest = blocks[taken:]
    lead = next((place for place, block in enumerate(rest) if not isinstance(block, Turn)), 0)
    end = _contents_end(rest[lead:])
    if end:
        first, last = rest[lead].line, rest[lead + end - 1].line
        findings.append(
            Finding(
                "notice",
                "contents-replaced",
                *CONTENTS_LEFT_OUT(first=first, last=last),
                Source(file, first),
            )
        )
        rest = rest[lead + end :]
    gaps = {
        field.name: getattr(given, field.name) or getattr(found, field.name)
        for field in fields(Masthead)
    }
    return Opening(replace(given, **gaps), rest, findings)


def _differences(given: Masthead, found: Masthead, file: str) -> Iterable[Finding]:
    for name in (field.name for field in fields(Masthead)):
        ours, theirs = getattr(given, name), getattr(found, name)
        if ours and theirs and ours != theirs:
            said = MASTHEADS_DIFFER(theirs=theirs, ours=ours)
            yield Finding("warning", "masthead-differs", *said, Source(file))


def _read_masthead(blocks: Sequence[RawBlock], publication: str) -> tuple[Masthead, int]:
    """The fields in the blocks that can only be a masthead, and how many blocks those are."""
    reader = _Reader()
    # page turns behind the last field are the body's
    taken = sure = 0
    for taken, block in enumerate(blocks, 1):
        if not reader.read(block):
            break
        if not isinstance(block, Turn):
            sure = taken
    if reader.numbered:
        return reader.masthead(), sure
    first = blocks[0] if blocks else None
    if (
        isinstance(first, Heading)
        and first.level == 1
        and section_name(first.content) is None
        and _stands_above(blocks[1:])
    ):
        name = _plain(first.content)
        # another name than the front matter gives: then it is a title
        if publication in ("", name):
            return Masthead(publication=name), 1
    return Masthead(), 0


def _stands_above(rest: Sequence[RawBlock]) -> bool:
    """Whether what follows a lone # heading is the issue it names: sections or a contents list, not
    running text.
    """
    following = next((block for block in rest if not isinstance(block, Turn)), None)
    return isinstance(following, Heading) or (
        isinstance(following, Passage) and is_contents_name(_plain(following.content))
    )


class _Reader:
    """Reads masthead blocks until one is none.

    A name above the number is the publication's, if no # heading gave it; the other is the
    issuer's.
    """

    def __init__(self) -> None:
        self.numbered = False
        self._values: dict[str, object] = {}
        self._names: list[tuple[str, bool]] = []
        self._heading = ""

    def read(self, block: RawBlock) -> bool:
        """Whether a block belongs to the masthead; its fields are noted if so."""
        if isinstance(block, Turn):
            return True
        if isinstance(block, Heading):
            return self._read_heading(block)
        if not isinstance(block, Passage):
            return False
        lines = [_fields_of(line) for line in map(_plain, block.content.split("\n")) if line]
        names = [name for _, name in lines if name]
        if (
            not lines
            or not all(map(_is_name, names))
            or len(self._names) + len(names) > (1 if self._heading else 2)
        ):
            return False
        for values, name in lines:
            self._note(values, name)
        return True

    def _read_heading(self, block: Heading) -> bool:
        line = _plain(block.content)
        values, name = _fields_of(line)
        if section_name(line) is not None or is_contents_name(line):
            return False
        if name and (block.level > 1 or self._heading or len(self._names) > 1):
            return False
        self._heading = self._heading or name
        self._note(values, "")
        return True

    def _note(self, values: dict[str, object], name: str) -> None:
        if name:
            self._names.append((name, self.numbered))
        self.numbered = self.numbered or "number" in values
        # what stands further up counts
        self._values = values | self._values

    def masthead(self) -> Masthead:
        """The masthead that the lines read so far make."""
        names = list(self._names)
        publication = self._heading
        if not publication and names and not names[0][1]:
            publication = names.pop(0)[0]
        issuer = "　".join(name for name, _ in names)
        return replace(Masthead(publication=publication, issuer=issuer), **self._values)  # pyright: ignore[reportArgumentType]


def _fields_of(line: str) -> tuple[dict[str, object], str]:
    """The fields written in a line and what is left of it."""
    values: dict[str, object] = {}
    if copy_number := _COPY_NUMBER.search(line):
        values["copy_number"] = copy_number[1]
        line = line.replace(copy_number[0], " ")
    if total := _TOTAL.search(line):
        values["total"] = whole_number(total[1])
        # taken out before 第…期 is looked for: 总第 850 期 has that in it
        line = line.replace(total[0], " ")
    if number := _NUMBER.search(line):
        values["number"] = whole_number(number[1])
        line = line.replace(number[0], " ")
    if (day := re.search(DATE, line)) and (date := date_of(day)):
        values["date"] = date
        line = line.replace(day[0], " ")
    if secrecy := _SECRECY.match(line.strip()):
        values["secrecy"] = secrecy[0]
        line = line.replace(secrecy[0], " ")
    return values, line.strip(" \u3000\t·|")


def _plain(content: str) -> str:
    return content.replace("\\", "").strip(" \t\u3000\xa0*#")


def _is_name(text: str) -> bool:
    return (
        0 < len(text) <= NAME_LIMIT
        and not _SENTENCE.search(text)
        and not text.startswith(("▲", "!", "【", "["))
    )


def _contents_end(blocks: Sequence[RawBlock]) -> int:
    """How many blocks a contents list at the top takes, 0 without one.

    It ends where a section is named the second time, or where something is said that no list of
    titles says.
    """
    if (
        not blocks
        or not isinstance(blocks[0], Heading | Passage)
        or not is_contents_name(_plain(blocks[0].content.split("\n")[0]))
    ):
        return 0
    # 本期要目 with more on its lines than titles is text that begins so
    if isinstance(blocks[0], Passage) and not _is_list(blocks[0]):
        return 0
    seen: set[str] = set()
    for place, block in enumerate(blocks[1:], 1):
        # named in the list and again over its text
        if (name := _name_of(block)) is not None:
            if name in seen:
                return _with_section(blocks, place)
            seen.add(name)
        elif not _is_list(block):
            return _before_headings(blocks, place)
    return 0


def _with_section(blocks: Sequence[RawBlock], place: int) -> int:
    """A title named again may stand under a section heading that the list did not have."""
    here, above = blocks[place], blocks[place - 1]
    return (
        place - 1
        if isinstance(here, Heading) and isinstance(above, Heading) and above.level < here.level
        else place
    )


def _before_headings(blocks: Sequence[RawBlock], place: int) -> int:
    """The first of the headings and page turns that stand right above a place: the body's, not the
    list's.
    """
    while place > 1 and (
        isinstance(blocks[place - 1], Turn) or _name_of(blocks[place - 1]) is not None
    ):
        place -= 1
    return place


def _name_of(block: RawBlock) -> str | None:
    if isinstance(block, Heading):
        plain = _plain(block.content)
        return re.sub(r"\s", "", section_name(plain) or plain)
    return section_line(_plain(block.content)) if isinstance(block, Passage) else None


def _is_list(block: RawBlock) -> bool:
    """Whether a block may be lines of a contents list: short, and not sentences."""
    if isinstance(block, Turn | PipeTable):
        return True
    if not isinstance(block, Passage) or "![" in block.content:
        return False
    lines = [_LEADERS.sub("", _LINK.sub("]", _plain(line))) for line in block.content.split("\n")]
    return all(
        len(line) <= TITLE_LIMIT
        and "。" not in line
        and not line.endswith(("；", "，"))
        and not is_byline(line)
        for line in lines
    )
