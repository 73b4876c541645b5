"""From a file to an Issue: decode, repair, front matter, blocks, opening, arrangement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from layouts.errors import Finding, ManuscriptError, Source
from layouts.issue.fitting import NO_FITTING
from layouts.issue.issue import Issue
from layouts.issue.layout_name import USUAL_LAYOUT
from layouts.issue.size import excess
from layouts.manuscript.arrange import arrange
from layouts.manuscript.blocks import Heading, Parser, Passage, RawBlock, Turn, read_blocks
from layouts.manuscript.encoding import decode, last_line, read_bytes
from layouts.manuscript.frontmatter import (
    NO_FRONT_MATTER,
    FrontMatter,
    OpenSettings,
    read_front_matter,
    split,
)
from layouts.manuscript.heading_words import heading_words
from layouts.manuscript.limits import check_text
from layouts.manuscript.marks import is_contents_name, section_name
from layouts.manuscript.remarks import without_remarks
from layouts.manuscript.repair import repair
from layouts.manuscript.words import Word, passage_word
from layouts.messages.manuscript import NO_TEXT
from layouts.messages.text_files import TEXT_CUT

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


class ManuscriptParts(NamedTuple):
    """What a file holds: front matter, blocks of its body, which begins on `line`, and what was
    noticed on the way.
    """

    file: str
    front: FrontMatter
    blocks: Sequence[RawBlock]
    line: int
    findings: list[Finding]
    parser: Parser


def read_manuscript(
    path: Path, *, open_settings: OpenSettings = ()
) -> tuple[Issue, tuple[Finding, ...]]:
    """The issue a manuscript holds and what its editor should know, in the order of its lines.

    `open_settings` names the settings the layout opens to front matter, or is a function that gives
    them for a layout's name and the place that names it. Their values come as YAML types them,
    unchecked. `setting_sources` of the issue has the line of every key given. Raises
    ManuscriptError for what cannot be read.
    """
    parts = take_apart(path, open_settings)
    file, front, blocks, remarks = parts.file, parts.front, parts.blocks, parts.findings
    masthead = front.masthead
    if has_opening(blocks):
        from layouts.manuscript.masthead import read_opening

        masthead, blocks, more = read_opening(blocks, masthead, file)
        remarks += more
    sections, more = arrange(blocks, file, parts.parser)
    if not sections and not _is_empty_issue(blocks):
        raise no_text(parts)
    issue = Issue(
        masthead=masthead,
        sections=sections,
        folder=path.parent,
        source=Source(file),
        colophon=front.colophon,
        layout=front.layout or USUAL_LAYOUT,
        contents=front.contents is not False,
        settings=front.settings,
        setting_sources=front.sources,
        accepted=front.accepted,
        profile=front.profile,
        design=front.design,
        set_aside=front.set_aside,
        cover=front.cover,
    )
    if front.fitting != NO_FITTING:
        from layouts.issue.ids import with_ids

        issue = replace(with_ids(issue), fitting=front.fitting)
    refuse_excess(issue)
    return issue, by_line([*remarks, *more])


def refuse_excess(issue: Issue) -> None:
    """ManuscriptError where an issue is larger than one may be."""
    if found := excess(issue):
        raise ManuscriptError(found.zh, found.en, found.source)


def take_apart(path: Path, open_settings: OpenSettings | None) -> ManuscriptParts:
    """A file's front matter, left unread where `open_settings` is None, and the blocks of its
    body.
    """
    file = str(path)
    decoded = decode(read_bytes(path), file)
    text, repairs = repair(decoded.text, file)
    if decoded.cut:
        repairs += (_cut(Source(file, last_line(decoded.text))),)
    check_text(text, file)
    yaml_text, yaml_line, body, body_line = split(text, file)
    front = NO_FRONT_MATTER
    if yaml_text is not None and open_settings is not None:
        front = read_front_matter(yaml_text, file, yaml_line, open_settings)
    # made once a file, and only if some paragraph asks for it
    parser = cache(_make_parser)
    body, remarks = without_remarks(body, file, body_line)
    if "[^" in body:
        from layouts.manuscript.footnotes import with_notes

        body = with_notes(body)
    blocks, complaints = read_blocks(body, file, body_line, parser)
    noticed = [*repairs, *front.findings, *remarks, *complaints]
    return ManuscriptParts(file, front, blocks, body_line, noticed, parser)


def _cut(source: Source) -> Finding:
    return Finding("warning", "file-cut", *TEXT_CUT(), source)


def by_line(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of their lines."""
    return tuple(sorted(findings, key=lambda finding: finding.source.line if finding.source else 0))


def no_text(parts: ManuscriptParts) -> ManuscriptError:
    """The error for a file without text."""
    return ManuscriptError(*NO_TEXT(), Source(parts.file, parts.line))


def _make_parser() -> MarkdownIt:
    from layouts.manuscript.dialect import make_parser

    return make_parser()


def _is_empty_issue(blocks: Sequence[RawBlock]) -> bool:
    """Whether a body says that the issue has no text yet."""
    return any(
        isinstance(block, Passage) and passage_word(block.content)[1] is Word.EMPTY
        for block in blocks
    )


def has_opening(blocks: Sequence[RawBlock]) -> bool:
    """Whether a body begins with anything but a section, which may then be a masthead or a contents
    list.
    """
    first = next((block for block in blocks if not isinstance(block, Turn)), None)
    if not isinstance(first, Heading):
        return first is not None
    if heading_words(first.content)[1].word:
        return False
    return section_name(first.content) is None or is_contents_name(first.content)
