"""Saving an issue: its manuscript whole or not at all, its photos beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec.structs import replace

from layouts.errors import BanxinError, ExportError, Source
from layouts.files import Check, write_aside
from layouts.issue.issue import Issue
from layouts.manuscript.gather import NO_PICTURES, gathered, not_saved
from layouts.manuscript.write import manuscript_text
from layouts.messages.message import Sentence
from layouts.messages.saving import MANUSCRIPT_NOT_OPENED_AGAIN


def _markdown(issue: Issue) -> bytes:
    return manuscript_text(issue).encode()


def save_manuscript(
    issue: Issue,
    path: Path,
    ours: Path | None = None,
    check: Check | None = None,
    pictures: Mapping[str, Path] = NO_PICTURES,
    text: Callable[[Issue], bytes] = _markdown,
) -> Issue:
    """Write the manuscript of an issue, or the `text` of it that another kind of file has, and put
    its photos beside it; the issue as it lies there now.

    Photos outside the folder of `path`, and those in `ours`, a folder that the program sweeps away
    again, are copied into `photos` in it; `pictures` of its layout go along by the names that this
    has for them. Until all is written the old file stays, and where something fails it stays for
    good, with no copies left over: SaveError where a file cannot be written, or `check`, which
    reads it while it lies aside, finds that it cannot be opened again; PhotoError where a photo
    cannot be had.
    """
    with gathered(issue, path.parent, ours, pictures) as beside:
        try:
            write_aside(path, text(beside), check)
        except ExportError as error:
            raise not_saved(Sentence(error.zh, error.en)) from error
        except BanxinError as error:
            raise not_saved(MANUSCRIPT_NOT_OPENED_AGAIN(error=error)) from error
    source = Source(str(path))
    return beside if beside.source == source else replace(beside, source=source)
