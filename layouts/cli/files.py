"""The issue that a verb is about, and the photos that it unpacks meanwhile."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layouts.errors import Finding
    from layouts.house.layout import Layout
    from layouts.issue.issue import Issue


def read_issue(path: Path, cache: Path) -> tuple[Issue, Layout, list[Finding]]:
    """The issue in a file, the layout it names, and what was found while reading."""
    from layouts.documents import read_document
    from layouts.house.load import layout_of

    issue, findings, _ = read_document(path, cache, watched=False)
    return issue, layout_of(issue), list(findings)


@contextmanager
def photo_folder(path: Path) -> Generator[Path, None, None]:
    """A folder for the photos of a package as long as the verb needs them; a manuscript's lie
    beside it.
    """
    from layouts.documents import is_package

    if not is_package(path):
        yield path.parent
        return
    from layouts.store.temporary import temporary_folder

    with temporary_folder() as folder:
        yield folder


def sweep() -> None:
    """Remove the photos that killed verbs left in the folder of temporary files, if any are there:
    looking costs next to nothing.
    """
    place = next(
        (os.environ[name] for name in ("TMPDIR", "TEMP", "TMP") if os.environ.get(name)),
        "/tmp",  # noqa: S108
    )
    with suppress(OSError), os.scandir(place) as entries:
        # as mkdtemp names them
        if any(
            entry.name.startswith("banxin-") and len(entry.name) == len("banxin-") + 8
            for entry in entries
        ):
            from layouts.store.temporary import sweep_temporary

            sweep_temporary()
