"""Photos on their way into a package and out of it, named by what is in them, never held in memory
whole.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from layouts.errors import Finding, PackageError, SaveError, Source
from layouts.files import write_all
from layouts.issue.file_name import PHOTOS
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.messages.packages import PACKED_PHOTO_DAMAGED, PHOTOS_NOT_UNPACKED
from layouts.messages.saving import TOO_MANY_PHOTOS
from layouts.reasons import reason
from layouts.store.disk import aside_of
from layouts.store.limits import CHUNK, MOST_BYTES, MOST_ENTRIES
from layouts.store.temporary import kind_of
from layouts.store.zip_read import PackageZip

_NAME = re.compile(r"[0-9a-f]{64}\.[0-9a-z]{1,8}")
_ENDING = re.compile(r"\.[0-9a-z]{1,8}")
_OURS_NS = 315_619_200_000_000_000
"""The time, 1980-01-02, that photos of ours carry: one that still does was read back when it was
put there, holds what its name says and need not be read to know it. Earlier programs read nothing
back; theirs carry 1980-01-01, which says nothing."""


class PhotoOrigin(NamedTuple):
    """Where a photo's bytes are: in a file, or in the package before (`file` is None)."""

    file: Path | None
    size: int
    mtime_ns: int = 0

    def chunks(self) -> Iterator[bytes]:
        """The bytes of the file piece by piece. OSError where it changed since it was named."""
        if self.file is None:
            return
        yield from chunks_of(self.file)
        state = self.file.stat()
        if (state.st_size, state.st_mtime_ns) != (self.size, self.mtime_ns):
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(self.file))


class Packing(NamedTuple):
    """The photos of an issue: the name in the package by path in the issue, and where the bytes of
    each name are.
    """

    names: dict[str, str]
    origins: dict[str, PhotoOrigin]


def photos_of(issue: Issue) -> Iterator[Photo]:
    """Every photo of an issue in reading order."""
    if issue.cover is not None and issue.cover.photo is not None:
        yield issue.cover.photo
    for section in issue.sections:
        for article in section.articles:
            yield from (block for block in article.blocks if isinstance(block, Photo))


def packing(issue: Issue, old: PackageZip | None) -> Packing:
    """What goes into a package: photos in the issue's folder, or else those the package before has.

    Others are left as paths.
    """
    found = Packing({}, {})
    home = os.path.realpath(issue.folder)
    for path in dict.fromkeys(photo.path for photo in photos_of(issue)):
        file = _inside(home, path)
        state = file.stat() if file is not None else None
        if file is not None and state is not None and (name := _name(file, path)):
            found.names[path] = name
            found.origins.setdefault(name, PhotoOrigin(file, state.st_size, state.st_mtime_ns))
        elif old is not None and path in old.names and path.startswith(f"{PHOTOS}/"):
            found.names[path] = path.removeprefix(f"{PHOTOS}/")
            found.origins.setdefault(found.names[path], PhotoOrigin(None, old.size(path)))
    total = sum(origin.size for origin in found.origins.values())
    # the rest is for issue.json, layout, thumbnail and what the zip itself takes
    if total > MOST_BYTES * 0.9 or len(found.origins) > MOST_ENTRIES - 8:
        count, size, most = len(found.origins), total // 1_000_000, MOST_BYTES * 9 // 10_000_000
        said = TOO_MANY_PHOTOS(count=count, size=size, most=MOST_ENTRIES - 8, most_size=most)
        raise SaveError(*said, issue.source)
    return found


def chunks_of(file: Path) -> Iterator[bytes]:
    """A file piece by piece."""
    with file.open("rb", buffering=0) as source:
        while chunk := source.read(CHUNK):
            yield chunk


def _inside(home: str, path: str) -> Path | None:
    """The file of a photo; None where it is no plain file inside the issue's folder, whatever links
    lead there.
    """
    with suppress(OSError, ValueError):
        real = os.path.realpath(os.path.join(home, path))  # noqa: PTH118, as strings, since a hostile path may be none
        if os.path.commonpath([home, real]) == home and stat.S_ISREG(os.stat(real).st_mode):  # noqa: PTH116
            return Path(real)
    return None


def _name(file: Path, path: str) -> str:
    """The name by content; empty where it cannot be read."""
    try:
        if (
            _NAME.fullmatch(file.name)
            and path == f"{PHOTOS}/{file.name}"
            and file.stat().st_mtime_ns == _OURS_NS
        ):
            return file.name
        digest = _digest(chunks_of(file))
    except OSError:
        return ""
    ending = file.suffix.lower()
    return f"{digest}{ending if _ENDING.fullmatch(ending) else '.bin'}"


# Out of a package


def unpack(package: PackageZip, folder: Path, file: str) -> tuple[Finding, ...]:
    """Put a package's photos into `folder`/photos, those that are not there yet; a finding for each
    that is damaged.
    """
    into = folder / PHOTOS
    findings: list[Finding] = []
    names = sorted(name for name in package.names if name.startswith(f"{PHOTOS}/"))
    try:
        into.mkdir(parents=True, exist_ok=True)
        findings.extend(
            Finding("error", "photo-damaged", *PACKED_PHOTO_DAMAGED(name=name), Source(file))
            for name in names
            if not _is_there(folder / name, package.size(name))
            and not _put(package, name, folder / name)
        )
    except OSError as error:
        why, place = reason(error), kind_of(folder)
        raise PackageError(*PHOTOS_NOT_UNPACKED(place=place, why=why), Source(file)) from error
    return tuple(findings)


def _is_there(path: Path, size: int) -> bool:
    try:
        state = path.lstat()
    except OSError:
        return False
    return stat.S_ISREG(state.st_mode) and (state.st_size, state.st_mtime_ns) == (size, _OURS_NS)


def _put(package: PackageZip, name: str, path: Path) -> bool:
    """Unpack one photo in one step; False where it is not what its name says.

    OSError where the disk does not take it, or not as it is.
    """
    aside = aside_of(path)
    try:
        _fill(aside, package.chunks(name))
        if _digest(chunks_of(aside)) != path.stem:
            # the package is sound: it is the disk that did not keep it
            if _digest(package.chunks(name)) == path.stem:
                raise _not_kept(path)
            return False
        # only now that it was read back
        os.utime(aside, ns=(_OURS_NS, _OURS_NS))
        aside.replace(path)
    except PackageError:
        return False
    finally:
        aside.unlink(missing_ok=True)
    return True


# Beside a document


def keep(origins: dict[str, PhotoOrigin], folder: Path) -> bool:
    """Put photos that were packed from elsewhere into `folder`/photos too; False where that
    fails.
    """
    into = folder / PHOTOS
    try:
        into.mkdir(parents=True, exist_ok=True)
        return all(_keep(origin, into / name) for name, origin in origins.items())
    except OSError:
        return False


def keep_copies(origins: dict[str, PhotoOrigin], folder: Path) -> None:
    """Put photos into `folder`/photos so that they stay whatever happens to the files they come
    from. OSError where one cannot be put.

    Only what an earlier unpacking made gets a second name: a file of the editor's may be written
    over where it lies.
    """
    into = folder / PHOTOS
    into.mkdir(parents=True, exist_ok=True)
    for name, origin in origins.items():
        if not _is_there(into / name, origin.size):
            is_ours = (
                origin.file is not None and origin.file.name == name and origin.mtime_ns == _OURS_NS
            )
            _copy(origin, into / name, may_link=is_ours)


def put_by_content(file: Path, folder: Path) -> str:
    """Put a photo into `folder`/photos, named by its content; its path from `folder`, empty where
    it cannot be read.

    OSError where the disk does not take it.
    """
    name = _name(file, "")
    if not name:
        return ""
    target = folder / PHOTOS / name
    if _is_one(target, file):
        os.utime(target, ns=(_OURS_NS, _OURS_NS))  # it was just read, and is what its name says
    else:
        state = file.stat()
        keep_copies({name: PhotoOrigin(file, state.st_size, state.st_mtime_ns)}, folder)
    return f"{PHOTOS}/{name}"


def bring(kept: Path, target: Path) -> None:
    """Put a photo that `keep_copies` kept where an issue looks for it, if anything else lies there;
    not one that is damaged.

    OSError where it cannot be put.
    """
    state = kept.stat()
    if target == kept or _is_there(target, state.st_size):
        return
    if _is_there(kept, state.st_size) or _digest(chunks_of(kept)) == kept.stem:
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(PhotoOrigin(kept, state.st_size, state.st_mtime_ns), target, may_link=True)


def _keep(origin: PhotoOrigin, path: Path) -> bool:
    if _is_there(path, origin.size) or _is_one(path, origin.file) or _holds(path):
        return True
    if origin.file is None:
        return False
    # should the file be changed in place, saving finds out: it carries another time
    _copy(origin, path, may_link=True)
    return True


def _is_one(path: Path, file: Path | None) -> bool:
    """Whether a file that was just read has this name too."""
    with suppress(OSError):
        return file is not None and path.samefile(file)
    return False


def _holds(path: Path) -> bool:
    """Whether a file is there and holds what its name says."""
    with suppress(OSError):
        return _digest(chunks_of(path)) == path.stem
    return False


def _copy(origin: PhotoOrigin, path: Path, *, may_link: bool) -> None:
    """Make a file of ours in one step; at no cost a second name of the file it comes from, where it
    may and the disk has such.
    """
    aside = aside_of(path)
    try:
        if not (may_link and _linked(aside, origin)):
            _fill(aside, origin.chunks())
            if _digest(chunks_of(aside)) != path.stem:
                raise _not_kept(path)
            os.utime(aside, ns=(_OURS_NS, _OURS_NS))
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _linked(aside: Path, origin: PhotoOrigin) -> bool:
    """Give a file a second name; False where the disk has none, or the file is another since it was
    read.
    """
    if origin.file is None:
        return False
    try:
        aside.hardlink_to(origin.file)
    except OSError:
        return False
    state = aside.stat()
    # by its new name, after linking: what lay there may have changed in between
    if (state.st_size, state.st_mtime_ns) == (origin.size, origin.mtime_ns):
        return True
    aside.unlink()
    return False


def _fill(aside: Path, chunks: Iterator[bytes]) -> None:
    with aside.open("xb", buffering=0) as out:
        for chunk in chunks:
            write_all(out, chunk)


def _digest(chunks: Iterator[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


def _not_kept(path: Path) -> OSError:
    """What was read back is not what was written."""
    return OSError(errno.EIO, os.strerror(errno.EIO), str(path))
