"""What a set says of itself: manifest.json, the files with their digests, their presets, and the
findings that were accepted.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from layouts.files import write_aside
from layouts.inputs import read_input
from layouts.issue.issue import Issue
from layouts.sound_text import json_bytes

MANIFEST = "manifest.json"

MARK = "Banxin 版心"
"""What made the set: by this a folder of ours is known again."""

_LARGEST = 10_000_000
"""Bytes of a manifest; one of a hundred pictures has 20,000."""


class DeliveredFile(Struct, frozen=True):
    """A file of a set: its name in the folder, and what is in it."""

    name: str
    bytes: int
    sha256: str


class PartOutcome(Struct, frozen=True):
    """What came of a part: its files, and what there is to say of them, in both languages; or why
    it is not there.
    """

    part: str
    files: tuple[DeliveredFile, ...] = ()
    preset: str = ""
    said: tuple[tuple[str, str], ...] = ()
    failed: tuple[str, str] | None = None


def noted(folder: Path, path: Path) -> tuple[DeliveredFile, ...]:
    """The files of a part just written. OSError where one cannot be read."""
    paths = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
    return tuple(_noted(folder, one) for one in paths)


def _noted(folder: Path, path: Path) -> DeliveredFile:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return DeliveredFile(path.relative_to(folder).as_posix(), path.stat().st_size, digest)


def write_manifest(
    folder: Path, issue: Issue, outcomes: Sequence[PartOutcome], *, finished: bool
) -> None:
    """Write the manifest; one that is not `finished` says that the set is being made. ExportError
    where it cannot be written.
    """
    head = issue.masthead
    content = {
        "made_by": MARK,
        "finished": finished,
        "publication": head.publication,
        "number": head.number,
        "total": head.total,
        "date": head.date.isoformat() if head.date else None,
        "accepted": [{"key": one.key, "reason": one.reason} for one in issue.accepted],
        "parts": [_entry(outcome) for outcome in outcomes],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    write_aside(folder / MANIFEST, json_bytes(f"{text}\n"))


def _entry(outcome: PartOutcome) -> dict[str, object]:
    """What is empty is left out."""
    entry: dict[str, object] = msgspec.to_builtins(outcome)
    return {key: value for key, value in entry.items() if value}


def is_set(folder: Path) -> bool:
    """Whether a folder holds a set that we made, or were making when we were stopped."""
    try:
        content = msgspec.json.decode(read_input(folder / MANIFEST, _LARGEST), type=_SetMark)
    except (OSError, ValueError):
        return False
    return content.made_by == MARK


class _SetMark(Struct):
    """Of a manifest, whose it is."""

    made_by: str
