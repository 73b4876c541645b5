"""An issue.json by itself, as programs write one: the one of a package (docs/issue.schema.json),
its photos and its own layout named by paths from the folder it belongs to.
"""

from __future__ import annotations

import codecs
import json
from pathlib import Path

from layouts.errors import PackageError, Source
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue
from layouts.issue.size import excess
from layouts.messages.packages import NO_ISSUE_JSON
from layouts.store import json_text
from layouts.store.decode import Home, decode
from layouts.store.encode import Encoder


def read_issue_json(data: bytes, file: str, folder: Path) -> Issue:
    """The issue that a program wrote: `file` is what its sentences call it, `folder` what its paths
    begin at. PackageError, NewerError where it is none of ours, or of a newer program.
    """
    source = Source(file)
    text = _utf8(data, source)
    if json_text.version_of(text) is None:
        raise PackageError(*NO_ISSUE_JSON(), source)
    read = json_text.read(text, source)
    # of other spacing, lines are not where they would be counted
    is_ours = json_text.written(read.plain) == text
    issue = decode(read.entry, read.plain, Home(file, folder), lined=is_ours)
    if found := excess(issue):
        raise PackageError(found.zh, found.en, found.source)
    return issue


def issue_json(issue: Issue) -> bytes:
    """An issue as such a file; its paths are those it has."""
    return json_text.written(Encoder().issue(with_ids(issue)))


def _utf8(data: bytes, source: Source) -> bytes:
    """The text in UTF-8 without a mark before it: a pipe of PowerShell puts one there, or writes
    UTF-16. PackageError where it is text of no kind that JSON has.
    """
    encoding = json.detect_encoding(data)
    if encoding == "utf-8":
        return data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode(encoding).encode()
    except UnicodeError:
        raise PackageError(*NO_ISSUE_JSON(), source) from None
