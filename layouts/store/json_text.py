"""issue.json as text: sorted and indented, so that two versions can be compared line by line; read
within limits.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from layouts.errors import NewerError, PackageError, Source
from layouts.messages.packages import (
    JSON_DAMAGED,
    JSON_HAS_TOO_MANY_PARTS,
    JSON_NESTS_TOO_DEEP,
    JSON_TOO_LARGE,
    PROGRAM_TOO_OLD,
    VERSION_NEVER_WAS,
)
from layouts.store import schema
from layouts.store.encode import Plain
from layouts.store.limits import MOST_DEPTH, MOST_JSON, MOST_PARTS
from layouts.store.upgrade import upgraded

_MARKS = re.compile(
    rb'"(?:[^"\\]|\\.)*+(?:"|\Z)'  # a string, or one cut off: possessive, it is gone through once
    rb"|[\[{]|[\]}]",
    re.DOTALL,
)


class ReadJson(NamedTuple):
    """issue.json as read: its entry, and the same as plain values."""

    entry: schema.IssueEntry
    plain: Plain


class _Versioned(msgspec.Struct):
    version: int


def written(plain: Plain) -> bytes:
    """Plain values as the bytes of issue.json; the same for the same values."""
    return msgspec.json.format(msgspec.json.encode(plain, order="sorted"), indent=1) + b"\n"


def read(data: bytes, source: Source) -> ReadJson:
    """issue.json of this version or an older one.

    PackageError, NewerError for one of a newer program.
    """
    if len(data) > MOST_JSON:
        raise PackageError(*JSON_TOO_LARGE(most=MOST_JSON // 1_000_000), source)
    _check_shape(data, source)
    try:
        version = msgspec.json.decode(data, type=_Versioned).version
        check_version(version, source)
        if version == schema.VERSION:
            entry = msgspec.json.decode(data, type=schema.IssueEntry)
            return ReadJson(entry, schema.plain(entry))
        return converted(
            upgraded(msgspec.json.decode(data, type=dict[str, object]), version, schema.VERSION),
            source,
        )
    except (
        msgspec.DecodeError,
        UnicodeDecodeError,
        RecursionError,
        LookupError,
        TypeError,
        AttributeError,
        ValueError,
    ) as error:
        raise _damaged(error, source) from error


def version_of(data: bytes) -> int | None:
    """The version that issue.json says it is of; None where it says none."""
    try:
        return msgspec.json.decode(data, type=_Versioned).version
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def converted(plain: Plain, source: Source) -> ReadJson:
    """Plain values of this version, checked. PackageError where they are none."""
    try:
        entry = msgspec.convert(plain, schema.IssueEntry)
        return ReadJson(entry, schema.plain(entry))
    except (msgspec.ValidationError, RecursionError, ValueError) as error:
        raise _damaged(error, source) from error


def check_version(version: int, source: Source) -> None:
    """NewerError where a newer program wrote it, PackageError where none did."""
    if version > schema.VERSION:
        raise NewerError(*PROGRAM_TOO_OLD(version=version, known=schema.VERSION), source)
    if version < 1:
        raise PackageError(*VERSION_NEVER_WAS(version=version), source)


def _damaged(error: Exception, source: Source) -> PackageError:
    # it may quote a key of the file
    said = "".join(mark if mark.isprintable() else "�" for mark in str(error)[:200])
    reason = said or type(error).__name__
    return PackageError(*JSON_DAMAGED(reason=reason), source)


def _check_shape(data: bytes, source: Source) -> None:
    """Look at the brackets, strings aside, before anything is built of them.

    PackageError where they nest too deep or are too many.
    """
    depth = count = 0
    for match in _MARKS.finditer(data):
        mark = data[match.start()]
        if mark in b"[{":
            depth += 1
            count += 1
            if depth > MOST_DEPTH:
                raise PackageError(*JSON_NESTS_TOO_DEEP(most=MOST_DEPTH), source)
            if count > MOST_PARTS:
                raise PackageError(*JSON_HAS_TOO_MANY_PARTS(most=MOST_PARTS), source)
        elif mark in b"]}":
            depth -= 1
