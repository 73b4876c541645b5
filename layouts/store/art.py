"""Pictures that a layout names, on their way into a package and out of it. They keep their names,
since the layout says these.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from layouts.errors import PackageError, SaveError, Source
from layouts.inputs import is_plain_file, read_input
from layouts.messages.packages import ART_NOT_UNPACKED
from layouts.messages.saving import ART_TOO_LARGE, ART_TOO_MANY
from layouts.reasons import reason
from layouts.store.art_names import FOLDER, MOST_ART, is_of_art
from layouts.store.disk import Disk
from layouts.store.photos import PhotoOrigin
from layouts.store.temporary import kind_of
from layouts.store.zip_read import PackageZip

MOST_FILES = 40


def art_origins(
    files: Mapping[str, Path], old: PackageZip | None, source: Source
) -> dict[str, PhotoOrigin]:
    """Where the bytes of pictures are, by their names: in their files, or else in the package
    before. One that is nowhere is left out; composing reports it.

    SaveError where there are too many, or one is too large. OSError from a disk.
    """
    found: dict[str, PhotoOrigin] = {}
    for name, file in sorted(files.items()):
        if is_plain_file(file):
            state = file.stat()
            found[name] = PhotoOrigin(file, state.st_size, state.st_mtime_ns)
        elif old is not None and FOLDER + name in old.names:
            found[name] = PhotoOrigin(None, old.size(FOLDER + name))
    if len(found) > MOST_FILES:
        raise SaveError(*ART_TOO_MANY(count=len(found), most=MOST_FILES), source)
    for name, origin in found.items():
        if origin.size > MOST_ART:
            most = MOST_ART // 1_000_000
            raise SaveError(*ART_TOO_LARGE(name=name, most=most), source)
    return found


def unpack_art(package: PackageZip, folder: Path, file: str) -> None:
    """Put the pictures of a package's layout into `folder`, where the layout looks for them.

    One that is damaged is left out, for composing to report. PackageError where the disk does not
    take them.
    """
    for entry in sorted(filter(is_of_art, package.names)):
        try:
            content = package.read(entry, MOST_ART)
        except PackageError:
            continue
        try:
            put_art(content, folder / entry.removeprefix(FOLDER))
        except OSError as error:
            why, place = reason(error), kind_of(folder)
            said = ART_NOT_UNPACKED(place=place, why=why)
            raise PackageError(*said, Source(file)) from error


def keep_art(origins: Mapping[str, PhotoOrigin], folder: Path) -> None:
    """Put pictures that were packed from elsewhere into `folder` too. OSError where that fails."""
    for name, origin in origins.items():
        target = folder / name
        if origin.file is not None and not _is_one(origin.file, target):
            put_art(read_input(origin.file, MOST_ART), target)


def put_art(content: bytes, target: Path) -> None:
    """Write a picture whole, unless the very same is there. OSError where that fails."""
    with suppress(OSError):
        if read_input(target, MOST_ART) == content:
            return
    target.parent.mkdir(parents=True, exist_ok=True)
    Disk().write_whole(target, content)


def _is_one(file: Path, target: Path) -> bool:
    with suppress(OSError):
        return target.samefile(file)
    return False
