"""Files that must not be there yet: of several who make one, on whatever machines, one succeeds."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from layouts.store.disk import Disk, aside_of


def created(path: Path, data: bytes, disk: Disk) -> bool:
    """Make a file that is not there yet, in a folder that is; False where it is there.

    OSError where it cannot be made; then nothing is left of it, unless the power went meanwhile.
    """
    aside = aside_of(path)
    try:
        with disk.new_file(aside) as file:
            file.write(data)
        try:
            # a second name for a file written whole: it is there at once, or fails where one is
            disk.link(aside, path)
        except FileExistsError:
            return _is_the_same(path, aside)
        except OSError:  # no second names here: seen half written, it is taken all the same
            return _made(path, data, disk)
    finally:
        with suppress(OSError):
            disk.remove(aside)
    return True


def _made(path: Path, data: bytes, disk: Disk) -> bool:
    made = False
    try:
        with disk.new_file(path) as file:
            made = True
            file.write(data)
    except FileExistsError:
        return False
    except OSError:
        if made:
            with suppress(OSError):
                disk.remove(path)
        raise
    return True


def _is_the_same(path: Path, aside: Path) -> bool:
    """Whether a file is ours after all: a network may answer that it is there to its own second
    try. Gone again meanwhile, it was another's.
    """
    try:
        return path.samefile(aside)
    except OSError:
        return False
