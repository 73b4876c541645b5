"""Photos that came in put where a package is made from: by content, into `photos` of its folder."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from layouts.issue.article import Article, Block, Section
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.store.photos import put_by_content


def stowed(issue: Issue, folder: Path) -> Issue:
    """The issue with every photo of its own in `folder`, which becomes its folder.

    A photo that cannot be read keeps its path: checking and exporting tell of it. OSError where the
    disk takes no more.
    """
    known: dict[str, str] = {}

    def photo(block: Block) -> Block:
        if not isinstance(block, Photo):
            return block
        if block.path not in known:
            known[block.path] = put_by_content(issue.folder / block.path, folder) or block.path
        path = known[block.path]
        name = block.name or Path(block.path).name
        return block if path == block.path else replace(block, path=path, name=name)

    def article(one: Article) -> Article:
        return replace(one, blocks=tuple(map(photo, one.blocks)))

    def section(one: Section) -> Section:
        return replace(one, articles=tuple(map(article, one.articles)))

    return replace(issue, sections=tuple(map(section, issue.sections)), folder=folder)
