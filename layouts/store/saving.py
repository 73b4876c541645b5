"""Saving an issue so that no failure, at any moment, takes both the old and the new: aside, synced,
read back, then put in place.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

from msgspec.structs import replace

from layouts.errors import ChangedError, NewerError, PackageError, SaveError, Source
from layouts.issue.article import Article, Block, Section
from layouts.issue.cover import Cover
from layouts.issue.file_name import PHOTOS, original_name
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue
from layouts.issue.layout_name import names_file
from layouts.issue.photo import Photo
from layouts.messages.message import Sentence
from layouts.messages.saving import CHANGED_SINCE_OPENED, NOT_SAVED_NO_FILE, WRITTEN_DAMAGED
from layouts.reasons import reason
from layouts.store import json_text
from layouts.store.art import art_origins, keep_art
from layouts.store.disk import Disk, aside_of, keep_mode, sweep
from layouts.store.limits import MOST_JSON
from layouts.store.package import (
    check_readable,
    open_zip,
    text_of,
    verify,
    with_own_layout,
    write_package,
)
from layouts.store.photos import Packing, chunks_of, keep, packing
from layouts.store.reasons import not_saved, unreadable
from layouts.store.token import Token, is_changed, token_of
from layouts.store.zip_read import PackageZip

BACKUP = ".bak"
"""Added to a file's name for the version before."""

DISK = Disk()

NO_PICTURES: Mapping[str, Path] = MappingProxyType({})


class Saved(NamedTuple):
    """What was saved: the issue as it lies in the file now, photos by their names in its cache, and
    which file that is.
    """

    issue: Issue
    token: Token | None


def save(
    issue: Issue,
    path: Path,
    cache: Path,
    *,
    layout: bytes = b"",
    thumbnail: bytes = b"",
    pictures: Mapping[str, Path] = NO_PICTURES,
    expected: Token | None = None,
    disk: Disk = DISK,
) -> Saved:
    """Write an issue into the package at `path`, the version before into `path`.bak.

    Callable from any thread.

    `cache` is the document's folder for photos, `layout` the text of its layout, `pictures` the
    files of those that the layout or the issue's changes of it name, `thumbnail` a PNG of its first
    page. ChangedError where the file is not the one `expected`; NewerError where a
    newer program wrote it; SaveError where it cannot be written. Then nothing has changed.
    """
    try:
        # a link stays one: the file it leads to is replaced
        target = Path(os.path.realpath(path))
        _check(target, expected)
        issue = with_ids(issue)
        with ExitStack() as stack:
            old = _old(target, stack)
            photos = packing(issue, old)
            text = text_of(issue, photos)
            _check_readable(text, layout, path)
            art = art_origins(pictures, old, Source(str(path)))
            write = partial(write_package, layout=layout, thumbnail=thumbnail, art=art)
            token = _written(text, target, photos, old, write, disk)
    except OSError as error:
        raise not_saved(path, reason(error)) from error
    except ValueError as error:  # a zero byte in the name
        raise not_saved(path, Sentence(str(error), str(error))) from error
    settled = _settled(issue, photos, cache)
    with suppress(OSError):  # the package has it, whatever becomes of the cache
        if settled.folder == cache:
            keep_art(art, cache)
        settled = (
            with_own_layout(settled, layout)
            if settled.folder == cache and names_file(settled.layout)
            else settled
        )
    return Saved(settled, token)


def _check(target: Path, expected: Token | None) -> None:
    if target.exists() and not target.is_file():
        raise SaveError(*NOT_SAVED_NO_FILE(path=target))
    check_unchanged(target, expected)


def _check_readable(text: bytes, layout: bytes, path: Path) -> None:
    try:
        check_readable(text, layout, Source(str(path)))
    except PackageError as error:
        raise not_saved(path, unreadable(error)) from error


def check_unchanged(path: Path, expected: Token | None) -> None:
    """ChangedError where a file is there and is not the one `expected`; None expects nothing."""
    if expected is not None and is_changed(path, expected):
        raise ChangedError(*CHANGED_SINCE_OPENED(path=path))


def _old(target: Path, stack: ExitStack) -> PackageZip | None:
    """The package that lies there, for photos that are nowhere else; None where none does.

    NewerError rather than write over it.
    """
    source = Source(str(target))
    try:
        old = stack.enter_context(open_zip(target))
        json_text.read(old.read("issue.json", MOST_JSON), source)
    except NewerError:
        raise
    except PackageError:
        return None
    return old


def _written(
    text: bytes,
    target: Path,
    photos: Packing,
    old: PackageZip | None,
    write: Callable[[BinaryIO, bytes, Packing, PackageZip | None], None],
    disk: Disk,
) -> Token | None:
    aside, spare = aside_of(target), aside_of(target)
    try:
        try:
            with disk.new_file(aside) as out:
                write(out, text, photos, old)
            # read back before it replaces anything: a disk may take what it does not keep
            verify(aside, text)
        except PackageError as error:
            raise not_saved(target, WRITTEN_DAMAGED(error=error)) from error
        keep_mode(target, aside)
        # renaming changes neither content nor time: it will look the same in its place
        token = token_of(aside)
        sweep(target.parent, aside)
        _put_in_place(aside, spare, target, disk)
        with suppress(OSError):
            disk.sync_folder(target.parent)
        return token
    finally:
        # after a rename neither is there, and removing nothing is well
        for path in (aside, spare):
            with suppress(OSError):
                disk.remove(path)


def _put_in_place(aside: Path, spare: Path, target: Path, disk: Disk) -> None:
    """Rename the new file over the old one, which stays as the backup.

    At no moment is there no file of that name.
    """
    if target.exists():
        backup = target.with_name(target.name + BACKUP)
        try:
            # a second name costs nothing, and the file keeps its own until the last step
            disk.link(target, spare)
        except OSError:  # no second names on FAT and many network folders
            with disk.new_file(spare) as out:
                for chunk in chunks_of(target):
                    out.write(chunk)
        disk.replace(spare, backup)
    disk.replace(aside, target)


def _settled(issue: Issue, photos: Packing, cache: Path) -> Issue:
    """The issue with its photos in the cache; as it was where they cannot be put there, which no
    editor need hear of: the file is saved.
    """
    if not keep(photos.origins, cache):
        return issue
    paths = {path: f"{PHOTOS}/{name}" for path, name in photos.names.items()}
    moved = all(path == new for path, new in paths.items())
    # the same object: nothing that is shown has to be composed again
    if moved and issue.folder == cache:
        return issue
    if not moved:
        issue = replace(
            issue,
            sections=tuple(_moved_section(section, paths) for section in issue.sections),
            cover=_moved_cover(issue.cover, paths),
        )
    return replace(issue, folder=cache)


def _moved_cover(cover: Cover | None, paths: dict[str, str]) -> Cover | None:
    if cover is None or cover.photo is None:
        return cover
    photo = _moved_block(cover.photo, paths)
    same = photo is cover.photo or not isinstance(photo, Photo)
    return cover if same else replace(cover, photo=photo)


def _moved_section(section: Section, paths: dict[str, str]) -> Section:
    articles = tuple(_moved_article(article, paths) for article in section.articles)
    same = all(new is old for new, old in zip(articles, section.articles, strict=True))
    return section if same else replace(section, articles=articles)


def _moved_article(article: Article, paths: dict[str, str]) -> Article:
    blocks = tuple(_moved_block(block, paths) for block in article.blocks)
    same = all(new is old for new, old in zip(blocks, article.blocks, strict=True))
    return article if same else replace(article, blocks=blocks)


def _moved_block(block: Block, paths: dict[str, str]) -> Block:
    if isinstance(block, Photo) and paths.get(block.path, block.path) != block.path:
        return replace(block, path=paths[block.path], name=original_name(block))
    return block
