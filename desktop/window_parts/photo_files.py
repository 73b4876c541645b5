"""Whether photos were changed by another program while the editor was away from the window."""

from __future__ import annotations

from pathlib import Path

from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import articles

Stamp = tuple[int, int] | None
"""When a file was changed and its size; None where there is none."""


class PhotoFiles:
    """Remembers how the photo files were.

    `look` when the editor leaves; `changed` when they come back.
    """

    def __init__(self) -> None:
        self._stamps: dict[Path, Stamp] = {}

    def look(self, issue: Issue | None) -> None:
        """Remember how the files of an issue are now."""
        self._stamps = stamps_of(issue)

    def changed(self, issue: Issue | None) -> bool:
        """Whether a file that was looked at is another now; photos put in since are no change."""
        now = stamps_of(issue)
        return any(
            stamp != self._stamps[path] for path, stamp in now.items() if path in self._stamps
        )


def stamps_of(issue: Issue | None) -> dict[Path, Stamp]:
    """How the photo files of an issue are."""
    if issue is None:
        return {}
    paths = {
        issue.folder / block.path
        for _, article in articles(issue)
        for block in article.blocks
        if isinstance(block, Photo)
    }
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> Stamp:
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return state.st_mtime_ns, state.st_size
