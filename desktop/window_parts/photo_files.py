"""Whether photos or pictures of the layout were changed by another program while the editor was
away from the window. Faces are asked after each time (`Session.doubt_faces`).
"""

from __future__ import annotations

from pathlib import Path

from desktop.session import Session
from layouts.house.art import layout_pictures
from layouts.issue.photo import Photo
from layouts.issue.places import articles

Stamp = tuple[int, int] | None
"""When a file was changed and its size; None where there is none."""


class PhotoFiles:
    """Remembers how the files were that pages are made of.

    `look` when the editor leaves; `changed` when they come back.
    """

    def __init__(self) -> None:
        self._stamps: dict[Path, Stamp] = {}

    def look(self, session: Session) -> None:
        """Remember how the files of the open issue are now."""
        self._stamps = stamps_of(session)

    def changed(self, session: Session) -> bool:
        """Whether a file that was looked at is another now; photos put in since are no change."""
        now = stamps_of(session)
        return any(
            stamp != self._stamps[path] for path, stamp in now.items() if path in self._stamps
        )


def stamps_of(session: Session) -> dict[Path, Stamp]:
    """How the files are that the pages of the open issue are made of."""
    issue, layout = session.issue, session.composed_layout
    if issue is None:
        return {}
    paths = {
        issue.folder / block.path
        for _, article in articles(issue)
        for block in article.blocks
        if isinstance(block, Photo)
    }
    if issue.cover is not None and issue.cover.photo is not None:
        paths.add(issue.folder / issue.cover.photo.path)
    if layout is not None:
        paths.update(map(Path, layout_pictures(layout)))
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> Stamp:
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return state.st_mtime_ns, state.st_size
