"""Reading and writing documents in a thread: with their lock, their folder for photos and a picture
of page 1.
"""

from __future__ import annotations

import datetime
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from desktop.keeping.folders import Folders
from layouts.documents import is_package, own_layout_files, read_document, save_document
from layouts.errors import BanxinError, Finding, LockedError
from layouts.files import copy_whole, write_aside
from layouts.inputs import real
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue
from layouts.issue.layout_name import names_file
from layouts.issue.photo import Photo
from layouts.issue.places import articles
from layouts.page.page import Page
from layouts.store.owning import person

if TYPE_CHECKING:
    from layouts.store.lock import Holder, Lock
    from layouts.store.token import Token

PICTURE_WIDTH = 360
"""Pixels of the picture of page 1: sharp on screens of ratio 3."""


class TakenError(LockedError):
    """Somebody else has the document open. `holder` says who, None where their lock does not."""

    def __init__(self, error: LockedError, path: Path, holder: Holder | None) -> None:
        super().__init__(error.zh, error.en, error.source)
        self.path = path
        self.holder = holder

    @property
    def may_be_forced(self) -> bool:
        """Whether taking over makes sense: whoever holds it is on another machine, where nobody can
        see if they still live.
        """
        return self.holder is None or self.holder.machine != machine()


class ReadIssue(NamedTuple):
    """An issue as it was read.

    `path` is None for one without a file of its own; `read_only` says why it may not be changed.
    """

    issue: Issue
    findings: tuple[Finding, ...]
    path: Path | None
    token: Token | None = None
    lock: Lock | None = None
    read_only: str = ""


class SaveOrder(NamedTuple):
    """What to save, where, and what is known of the file that lies there; `expected` None writes
    over whatever it is.
    """

    issue: Issue
    path: Path
    expected: Token | None
    lock: Lock | None
    page: Page | None
    picture: tuple[Page, bytes] | None
    force: bool = False


class Done(NamedTuple):
    """What was saved: `was` is the value that was given, `issue` as it lies in the file."""

    was: Issue
    issue: Issue
    path: Path
    token: Token | None
    lock: Lock
    picture: tuple[Page, bytes] | None


def machine() -> str:
    """This machine as a lock names it."""
    # only where a lock is taken: the first page is sooner there
    import platform

    return platform.node() or "localhost"


def locked(path: Path, *, force: bool = False) -> Lock:
    """Lock a document for this process. TakenError where somebody has it."""
    from layouts.store.lock import acquire, held_by

    try:
        return acquire(path, person(), machine(), datetime.datetime.now().astimezone(), force=force)
    except LockedError as error:
        raise TakenError(error, path, held_by(path)) from error


def let_go(lock: Lock) -> None:
    """Give a lock back."""
    from layouts.store.lock import release

    release(lock)


def open_document(path: Path, folders: Folders, *, force: bool = False) -> ReadIssue:
    """A document to edit.

    TakenError where somebody has it, BanxinError with a sentence where it cannot be read.
    """
    path = path.absolute()
    # where there is no file reading says so; a lock would be left beside nothing
    lock = locked(path, force=force) if path.is_file() else None
    try:
        return reread(path, folders)._replace(lock=lock)
    # what is no error too, as an interrupt: else the lock stays
    except BaseException:
        if lock is not None:
            let_go(lock)
        raise


def open_read_only(path: Path, folders: Folders, why: str) -> ReadIssue:
    """A document to look at."""
    return reread(path.absolute(), folders)._replace(read_only=why)


def open_copy(path: Path, folders: Folders) -> ReadIssue:
    """What a document holds as an issue of its own that lies nowhere yet."""
    folder = folders.fresh()
    read = read_document(path.absolute(), folder, watched=False)
    # a package's photos were unpacked into it by reading
    issue = read.issue if is_package(path) else copied(read.issue, folder)
    return ReadIssue(with_ids(issue), read.findings, None)


def reread(path: Path, folders: Folders) -> ReadIssue:
    """A document as it lies there now, without asking for its lock."""
    # a manuscript's photos lie beside it
    cache = folders.photos_of(path) if is_package(path) else path.parent
    read = read_document(path, cache)
    return ReadIssue(with_ids(read.issue), read.findings, path, read.token)


def copied(issue: Issue, folder: Path) -> Issue:
    """The issue with its photos, and a layout of its own, in another folder.

    What cannot be copied is found missing by composing.
    """
    home = real(issue.folder)
    names = {
        block.path
        for _, article in articles(issue)
        for block in article.blocks
        if isinstance(block, Photo)
    }
    if issue.cover is not None and issue.cover.photo is not None:
        names.add(issue.cover.photo.path)
    # else it names one of ours, or an installed package's
    if names_file(issue.layout):
        names.add(issue.layout)
    # pictures of a layout in a folder below, which stays there, lie there too
    names |= {real(file).relative_to(home).as_posix() for file in own_layout_files(issue).values()}
    for name in names:
        # ValueError: a name with a character that no path may have
        with suppress(OSError, ValueError):
            source, target = real(home / name), folder / name
            # `../` and links in a name must not lead out, neither to read there nor to write
            if source.is_relative_to(home) and real(target).is_relative_to(real(folder)):
                target.parent.mkdir(parents=True, exist_ok=True)
                copy_whole(source, target)
    return replace(issue, folder=folder)


def write_document(order: SaveOrder, folders: Folders, pictures: Path) -> Done:
    """Save. TakenError, ChangedError and other BanxinErrors leave the file and the lock as they
    were.
    """
    from layouts.store.lock import is_ours, lock_path

    path = order.path
    # our lock, of this file, and not taken over by somebody; where none could be written (`held`)
    # there is none to look at
    ours = (
        order.lock is not None
        and order.lock.path == lock_path(path)
        and (not order.lock.held or is_ours(order.lock))
    )
    lock = order.lock if ours and order.lock is not None else locked(path, force=order.force)
    try:
        picture = _picture(order)
        cache = folders.photos_of(path) if is_package(path) else path.parent
        thumbnail = picture[1] if picture else b""
        document = save_document(
            order.issue,
            path,
            cache,
            thumbnail=thumbnail,
            expected=order.expected,
            ours=folders.data,
        )
    except BaseException:
        # one that we came with stays: the document is open still
        if not ours:
            let_go(lock)
        raise
    if thumbnail:
        _keep_picture(thumbnail, path, pictures)
    return Done(order.issue, with_ids(document.issue), path, document.token, lock, picture)


def _picture(order: SaveOrder) -> tuple[Page, bytes] | None:
    """The picture of page 1; the one before where the page is the same."""
    # pages that no edit reached are the same objects from one composition to the next
    if order.page is None or (order.picture is not None and order.picture[0] is order.page):
        return order.picture if order.page is not None else None
    from desktop.window_parts.page_pictures import page_picture, png

    return order.page, png(page_picture(order.page, PICTURE_WIDTH))


def _keep_picture(picture: bytes, path: Path, folder: Path) -> None:
    """Keep the picture for the start page, which can do without."""
    with suppress(BanxinError):
        write_aside(folder / kept_picture(path), picture)


def kept_picture(path: Path) -> str:
    """The name under which the picture of an issue's first page is kept."""
    import hashlib

    return (
        # a name may hold bytes that are no UTF-8; Python has them as surrogates
        hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:24]
        + ".png"
    )


def change_of(path: Path, token: Token) -> tuple[Token, datetime.datetime] | None:
    """What a file is now and since when, where it is no longer the one it was."""
    from layouts.store.token import is_changed, token_of

    if not is_changed(path, token):
        return None
    now = token_of(path)
    return (
        None
        # gone since: `is_changed` passes over that too, and the next save writes it anew
        if now is None
        else (now, datetime.datetime.fromtimestamp(now.mtime_ns / 1e9).astimezone())
    )
