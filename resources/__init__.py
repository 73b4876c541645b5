"""Bundled data, found through one function."""

from __future__ import annotations

from pathlib import Path


def resource(name: str) -> Path:
    """Where a bundled file lies, by its path below this folder (`words/words.dat`).

    FileNotFoundError where there is none.
    """
    path = Path(__file__).parent / name
    if not path.is_file():
        raise FileNotFoundError(path)
    return path
