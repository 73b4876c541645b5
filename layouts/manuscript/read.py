"""From a file to an Issue: decode, repair, front matter, blocks, opening, arrangement."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from layouts.errors import Finding, ManuscriptError, Source
from layouts.issue.issue import Issue
from layouts.manuscript.arrange import arrange
from layouts.manuscript.blocks import Heading, RawBlock, Turn, read_blocks
from layouts.manuscript.encoding import decode, read_bytes
from layouts.manuscript.frontmatter import (
    DEFAULT_LAYOUT,
    NO_FRONT_MATTER,
    OpenSettings,
    read_front_matter,
    split,
)
from layouts.manuscript.marks import is_contents_name, section_name
from layouts.manuscript.repair import repair

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


def read_manuscript(path: Path, *, open_settings: OpenSettings = ()) -> tuple[Issue, tuple[Finding, ...]]:
    """The issue a manuscript holds and what its editor should know, in the order of its lines.

    `open_settings` names the settings the layout opens to front matter, or is a function that gives them for a layout's name and the
    place that names it. Their values come as YAML types them, unchecked. `setting_sources` of the issue has the line of every key given.
    Raises ManuscriptError for what cannot be read.
    """
    file = str(path)
    text, repairs = repair(decode(read_bytes(path), file), file)
    yaml_text, yaml_line, body, body_line = split(text, file)
    front = NO_FRONT_MATTER if yaml_text is None else read_front_matter(yaml_text, file, yaml_line, open_settings)
    parser = cache(_make_parser)
    blocks, complaints = read_blocks(body, file, body_line, parser)
    masthead = front.masthead
    if _has_opening(blocks):
        from layouts.manuscript.masthead import read_opening

        masthead, blocks, remarks = read_opening(blocks, masthead, file)
        complaints += remarks
    sections, remarks = arrange(blocks, file, parser)
    if not sections:
        raise ManuscriptError("稿件没有正文", "the manuscript has no text", Source(file, body_line))
    issue = Issue(
        masthead=masthead,
        sections=sections,
        folder=path.parent,
        source=Source(file),
        colophon=front.colophon,
        layout=front.layout or DEFAULT_LAYOUT,
        contents=front.contents is not False,
        settings=front.settings,
        setting_sources=front.sources,
    )
    findings = [*repairs, *complaints, *remarks]
    return issue, tuple(sorted(findings, key=lambda finding: finding.source.line if finding.source else 0))


def _make_parser() -> MarkdownIt:
    from layouts.manuscript.dialect import make_parser

    return make_parser()


def _has_opening(blocks: Sequence[RawBlock]) -> bool:
    """Whether a body begins with anything but a section, which may then be a masthead or a contents list."""
    first = next((block for block in blocks if not isinstance(block, Turn)), None)
    if not isinstance(first, Heading):
        return first is not None
    return section_name(first.content) is None or is_contents_name(first.content)
