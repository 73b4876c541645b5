"""What is piped into a verb: an issue.json where its issue is `-`, a password."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from layouts.errors import ExportError
from layouts.inputs import why
from layouts.messages.command_line import PIPED_NOT_READ, PIPED_WITHOUT_END

if TYPE_CHECKING:
    from layouts.cli.files import ReadIssue
    from layouts.errors import Finding
    from layouts.house.layout import Layout
    from layouts.issue.issue import Issue

NAME = "<stdin>"
"""What findings call the file that there is none of."""


def standard_input() -> BinaryIO:
    """What is piped in, as bytes; nothing where the process was given none (`<&-`, pythonw)."""
    stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    return BytesIO() if stream is None else stream


def piped_issue() -> Issue:
    """The issue on standard input, its photos by their paths from the current folder. PackageError
    where it is none of ours; ExportError where it cannot be read.
    """
    from layouts.store.issue_file import read_issue_json
    from layouts.store.limits import MOST_JSON

    try:
        data = standard_input().read(MOST_JSON + 1)
    except OSError as error:
        raise ExportError(*PIPED_NOT_READ(reason=why(error))) from error
    if len(data) > MOST_JSON:
        raise ExportError(*PIPED_WITHOUT_END(most=MOST_JSON // 1_000_000))
    return read_issue_json(data, NAME, Path())


class ReadOnce:
    """Reads as `read` does, and remembers: standard input is there once, and an export that lost a
    process begins again.
    """

    def __init__(self, read: ReadIssue) -> None:
        self._read = read
        self._found: tuple[Issue, Layout, list[Finding]] | None = None

    def __call__(self, path: Path, cache: Path) -> tuple[Issue, Layout, list[Finding]]:
        """See `ReadIssue`."""
        if self._found is None:
            self._found = self._read(path, cache)
        issue, layout, findings = self._found
        return issue, layout, [*findings]
