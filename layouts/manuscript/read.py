"""From a file to an Issue: decode, repair, front matter, blocks, opening, arrangement."""

from __future__ import annotations

from pathlib import Path

from layouts.errors import Finding, ManuscriptError, Source
from layouts.issue.issue import Issue
from layouts.manuscript.arrange import arrange
from layouts.manuscript.blocks import read_blocks
from layouts.manuscript.dialect import make_parser
from layouts.manuscript.encoding import decode, read_bytes
from layouts.manuscript.frontmatter import DEFAULT_LAYOUT, FrontMatter, OpenSettings, read_front_matter, split
from layouts.manuscript.masthead import read_opening
from layouts.manuscript.repair import repair


def read_manuscript(path: Path, *, open_settings: OpenSettings = ()) -> tuple[Issue, tuple[Finding, ...]]:
    """The issue a manuscript holds and what its editor should know, in the order of its lines.

    `open_settings` names the settings the layout opens to front matter, or is a function that gives them for a layout's name and the
    place that names it. Their values come as YAML types them, unchecked. `setting_sources` of the issue has the line of every key given.
    Raises ManuscriptError for what cannot be read.
    """
    file = str(path)
    text, repairs = repair(decode(read_bytes(path), file), file)
    yaml_text, yaml_line, body, body_line = split(text, file)
    front = FrontMatter() if yaml_text is None else read_front_matter(yaml_text, file, yaml_line, open_settings)
    parser = make_parser()
    blocks, complaints = read_blocks(body, file, body_line, parser)
    opening = read_opening(blocks, front.masthead, file)
    sections, remarks = arrange(opening.blocks, file, parser)
    if not sections:
        raise ManuscriptError("稿件没有正文", "the manuscript has no text", Source(file, body_line))
    issue = Issue(
        masthead=opening.masthead,
        sections=sections,
        folder=path.parent,
        source=Source(file),
        colophon=front.colophon,
        layout=front.layout or DEFAULT_LAYOUT,
        contents=front.contents is not False,
        settings=front.settings,
        setting_sources=front.sources,
    )
    findings = [*repairs, *complaints, *opening.findings, *remarks]
    return issue, tuple(sorted(findings, key=lambda finding: finding.source.line if finding.source else 0))
