"""What is kept in the user's cache folder: whole under its name or not at all, and done without
where it cannot be.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path


def user_cache() -> Path | None:
    """Where this user's programs keep what can be made again, in a folder of ours; None where
    nobody is at home: a service without a user.
    """
    if sys.platform == "win32":
        named, otherwise = os.environ.get("LOCALAPPDATA"), "AppData/Local"
    elif sys.platform == "darwin":
        named, otherwise = None, "Library/Caches"
    else:
        named, otherwise = os.environ.get("XDG_CACHE_HOME"), ".cache"
    try:
        base = Path(named) if named else Path.home() / otherwise
    except RuntimeError:
        return None
    return base / "banxin" / "faces"


def kept(path: Path) -> bytes | None:
    """What is kept under a path; None where nothing can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def keep(path: Path, data: bytes) -> None:
    """Keep data under a path; on a full or forbidden disk nothing is kept, and nothing lost."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            aside.write_bytes(data)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
