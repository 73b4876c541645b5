"""Manuscripts that come into an open issue: their articles, the sections these stood in, and what
was noticed in each file.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from layouts.errors import Finding
from layouts.issue.article import Article
from layouts.issue.photo import Photo
from layouts.manuscript.arrange import arrange
from layouts.manuscript.gather import path_from
from layouts.manuscript.read import ManuscriptParts, by_line, has_opening, no_text, take_apart
from layouts.manuscript.titles import with_titles
from layouts.messages.manuscript import PHOTO_ELSEWHERE

OF_NO_USE = frozenset(["text-before-section", "section-empty"])
"""Findings about sections, which a manuscript for an issue need not have: its articles go into one
of the issue's.
"""


class Arrival(NamedTuple):
    """An article that came in, and the name of the section it stood in, empty for none."""

    article: Article
    section: str = ""


class Import(NamedTuple):
    """What one file brought. Every finding names the file."""

    path: Path
    arrivals: tuple[Arrival, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in their order."""
        return tuple(arrival.article for arrival in self.arrivals)


def import_articles(
    path: Path, folder: Path | None = None, sections: Collection[str] = ()
) -> Import:
    """The articles of a manuscript, one or many, for an issue whose files lie in `folder` and whose
    sections are named `sections`.

    Its settings are not read; a masthead or list of contents in it is left out. Photos inside
    `folder` have their path from there, others an absolute one until the issue is saved.
    ManuscriptError where the file cannot be read or has no text.
    """
    parts = _without_opening(take_apart(path, None))
    blocks, titles = with_titles(parts.blocks, sections, parts.file)
    found, remarks = arrange(blocks, parts.file, parts.parser)
    arrivals = [Arrival(article, section.name) for section in found for article in section.articles]
    if not arrivals:
        raise no_text(parts)
    home = path.absolute().parent
    remarks += _photos_elsewhere(arrivals, home)
    placed = tuple(
        arrival._replace(article=_placed(arrival.article, home, folder)) for arrival in arrivals
    )
    findings = (
        finding for finding in (*parts.findings, *titles, *remarks) if finding.code not in OF_NO_USE
    )
    return Import(path, placed, by_line(findings))


def _without_opening(parts: ManuscriptParts) -> ManuscriptParts:
    """A file without the masthead of a whole issue and its contents; a lone heading at the top of a
    manuscript is its title.
    """
    if not has_opening(parts.blocks):
        return parts
    from layouts.manuscript.masthead import read_opening

    masthead, blocks, remarks = read_opening(parts.blocks, parts.front.masthead, parts.file)
    return (
        parts._replace(blocks=blocks, findings=[*parts.findings, *remarks])
        # a number, or what contradicts: without either the heading is the manuscript's own title
        if masthead.number or remarks
        else parts
    )


def _placed(article: Article, home: Path, folder: Path | None) -> Article:
    """An article whose photos are found from the issue's folder."""
    blocks = tuple(
        replace(block, path=_place(home / block.path, folder))
        if isinstance(block, Photo)
        else block
        for block in article.blocks
    )
    return replace(article, blocks=blocks)


def _place(file: Path, folder: Path | None) -> str:
    inside = path_from(folder, file) if folder is not None else None
    return inside or Path(os.path.abspath(file)).as_posix()  # noqa: PTH100, a path with .. in it as it reads, not as it leads


def _photos_elsewhere(arrivals: Iterable[Arrival], home: Path) -> Iterator[Finding]:
    """A warning for every photo outside the manuscript's folder: it is no file that came with
    it.
    """
    for photo in (
        block
        for arrival in arrivals
        for block in arrival.article.blocks
        if isinstance(block, Photo)
    ):
        if path_from(home, home / photo.path) is None:
            said = PHOTO_ELSEWHERE(path=photo.path)
            yield Finding("warning", "photo-elsewhere", *said, photo.source)
