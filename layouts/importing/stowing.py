"""The photos of an issue that came in, put where its issue may have them: no path leads out of an
issue's folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace

from layouts.background import Background
from layouts.inputs import real
from layouts.issue.article import Article, Block, Section
from layouts.issue.issue import Issue
from layouts.issue.layout_name import names_file
from layouts.issue.photo import Photo
from layouts.store.photos import put_by_content


def stowed(issue: Issue, folder: Path) -> Issue:
    """The issue with `folder` for its own, and every photo that lies elsewhere copied into `photos`
    in it, named by its content.

    One that cannot be read keeps its path: checking tells of it. OSError where the disk takes no
    more.
    """
    paths = list(dict.fromkeys(photo.path for photo in photos_in(issue)))
    half = len(paths) // 2  # two at a time: reading the one, hashing the other
    beside = Background(lambda: _put(paths[half:], issue.folder, folder))
    known = {**_put(paths[:half], issue.folder, folder), **beside.result()}
    return with_photo_paths(replace(issue, folder=folder), lambda path: known[path])


def rooted(issue: Issue, folder: Path) -> Issue:
    """The issue with every photo named by the place where it lies, for one that is exported or
    saved at once: nothing is copied; one without a file keeps having none. Where the system has
    several roots, or the issue a layout of its own, `stowed` in `folder`.
    """
    named = {photo.path for photo in photos_in(issue) if photo.path}
    paths = {path: (issue.folder / path).absolute() for path in named}
    roots = {path.anchor for path in paths.values()}
    if len(roots) > 1 or names_file(issue.layout):
        return stowed(issue, folder)
    root = Path(next(iter(roots), folder.anchor))
    return with_photo_paths(
        replace(issue, folder=root),
        lambda path: paths[path].relative_to(root).as_posix() if path else "",
    )


def _put(paths: list[str], home: Path, folder: Path) -> dict[str, str]:
    """Where each photo lies then, from `folder`."""
    return {path: _stowed_path(home / path, path, folder) for path in paths}


def _stowed_path(file: Path, path: str, folder: Path) -> str:
    place = real(file)
    if place.is_relative_to(real(folder)):
        return place.relative_to(real(folder)).as_posix()
    return put_by_content(file, folder) or path


def photos_in(issue: Issue) -> Iterator[Photo]:
    """The photos of an issue, in order."""
    for section in issue.sections:
        for article in section.articles:
            yield from (block for block in article.blocks if isinstance(block, Photo))


def with_photo_paths(issue: Issue, path_of: Callable[[str], str]) -> Issue:
    """The issue with other paths for its photos, which keep the names they had."""

    def photo(block: Block) -> Block:
        if not isinstance(block, Photo) or (path := path_of(block.path)) == block.path:
            return block
        return replace(block, path=path, name=block.name or Path(block.path).name)

    def article(one: Article) -> Article:
        return replace(one, blocks=tuple(map(photo, one.blocks)))

    def section(one: Section) -> Section:
        return replace(one, articles=tuple(map(article, one.articles)))

    return replace(issue, sections=tuple(map(section, issue.sections)))
