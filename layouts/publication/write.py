"""A publication into its file: what the house typed there, its remarks and its order, stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, cast

from msgspec.structs import asdict

from layouts.errors import PublicationError
from layouts.house.declaring import Setting, SettingsTable
from layouts.house.kinds import NOWHERE
from layouts.house.read import Fault, read
from layouts.messages.publication import PUBLICATION_FILE_HEAD, PUBLICATION_NOT_WRITTEN
from layouts.publication.publication import FILE, Publication
from layouts.publication.read import publication_of, publication_text
from layouts.publication.schema import (
    BEFORE,
    COLOPHON_TABLE,
    DISTRIBUTION,
    MASTHEAD_TABLE,
    NUMBERING,
    PUBLICATION,
    RECEIVER_FIELDS,
    RECEIVER_JOINT,
    SECTION,
    Receivers,
)
from layouts.reasons import reason
from layouts.store.disk import Disk
from layouts.store.saving import DISK

TomlTable: TypeAlias = Any
"""A table as tomlkit has it, with all that stands between its keys; its types are half unknown."""

Values = Mapping[str, object]


class _FileTable(NamedTuple):
    """A table of the file: its keys, where it stands, and its values as they are read."""

    table: SettingsTable
    place: tuple[str, ...]
    values: Values


def write_publication(
    folder: Path,
    publication: Publication,
    before: Publication | None = None,
    disk: Disk = DISK,
) -> None:
    """Write a publication into its folder, in one step; a folder that is not there is made.

    With `before`, what it was read as, only what is other than that is changed: what somebody else
    wrote there meanwhile stays. PublicationError where it cannot be written or would not be read
    again; what stood there stands there still.
    """
    path = folder / FILE
    old = publication_text(folder)
    text = publication_toml(publication, old, before)
    publication_of(text, str(path))
    if text == old:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        disk.write_whole(path, text.encode())
    except OSError as error:
        said = PUBLICATION_NOT_WRITTEN(path=path, why=reason(error))
        raise PublicationError(*said) from error


def publication_toml(
    publication: Publication, old: str | None = None, before: Publication | None = None
) -> str:
    """The text of its file, made out of the `old` one where there is one.

    PublicationError where the old one cannot be read.
    """
    tomlkit = _tomlkit()
    if old is None:
        document = tomlkit.document()
        document.add(tomlkit.comment(PUBLICATION_FILE_HEAD().zh))
        document.add(tomlkit.comment(PUBLICATION_FILE_HEAD().en))
        document.add(tomlkit.nl())
    else:
        publication_of(old, FILE)
        document = tomlkit.parse(old)
    known = _parts(before) if before is not None else None
    for number, part in enumerate(_parts(publication)):
        _lay(document, part, known[number].values if known else {})
    if before is None or before.settings != publication.settings:
        _lay_settings(document, publication.settings)
    if before is None or before.sections != publication.sections:
        _lay_sections(document, publication)
    return tomlkit.dumps(document)


def _parts(publication: Publication) -> list[_FileTable]:
    numbering = publication.numbering
    receivers = {
        field.in_templates: getattr(publication.colophon, field.name) for field in RECEIVER_FIELDS
    }
    return [
        _FileTable(PUBLICATION, (), asdict(publication)),
        _FileTable(NUMBERING, ("numbering",), asdict(numbering)),
        _FileTable(BEFORE, ("numbering", "before"), asdict(numbering.before)),
        _FileTable(MASTHEAD_TABLE, ("masthead",), asdict(publication.masthead)),
        _FileTable(COLOPHON_TABLE, ("colophon",), asdict(publication.colophon)),
        _FileTable(DISTRIBUTION, ("distribution",), receivers),
    ]


_BY_THEMSELVES = frozenset(
    {"numbering", "before", "settings", "masthead", "colophon", "distribution", "sections"}
)
"""Keys that hold tables, which are laid one by one."""


def _lay(document: TomlTable, part: _FileTable, known: Values) -> None:
    """Put the values of a table into the file; what is as it was `known` is left as it stands
    there, and what is as it would be anyway is not written.
    """
    table = _table_at(document, part.place, make=False)
    for key, setting in part.table.settings.items():
        value = part.values[key] if key not in _BY_THEMSELVES else None
        if key in _BY_THEMSELVES or (key in known and known[key] == value):
            continue
        if _read(setting, table, key) == value:
            continue
        table = _table_at(document, part.place, make=True)
        if value is None:
            table.remove(key)
        else:
            table[key] = _toml(setting, value)


def _read(setting: Setting, table: TomlTable | None, key: str) -> object:
    """What a key of the file means, or its default where it is not there."""
    raw = _plain(table[key]) if table is not None and key in table else setting.default
    if raw is None:
        return None
    try:
        return read(setting.kind, raw, (key,), NOWHERE)
    except Fault:  # a name that a new file does not have yet
        return None


def _table_at(document: TomlTable, place: tuple[str, ...], *, make: bool) -> TomlTable:
    """A table of the file; None where it is not there and is not to be made."""
    table = document
    for key in place:
        if key not in table:
            if not make:
                return None
            table[key] = _tomlkit().table()
        table = table[key]
    return table


def _toml(setting: Setting, value: object) -> object:
    """A value as TOML has it: receivers a line each."""
    if isinstance(setting.kind, Receivers):
        return _lines(str(value).split(RECEIVER_JOINT)) if RECEIVER_JOINT in str(value) else value
    if isinstance(value, tuple):
        return list(cast("tuple[object, ...]", value))
    return str(value) if isinstance(value, StrEnum) else value


def _lines(values: Iterable[str]) -> object:
    array = _tomlkit().array()
    array.extend(values)
    return array.multiline(True)


def _lay_settings(document: TomlTable, settings: Values) -> None:
    table = _table_at(document, ("settings",), make=bool(settings))
    if table is None:
        return
    for key in [key for key in table if key not in settings]:
        table.remove(key)
    for key, value in settings.items():
        if key not in table or _plain(table[key]) != value:
            table[key] = value


def _lay_sections(document: TomlTable, publication: Publication) -> None:
    """The sections in their order; one that was there keeps what stands beside its keys."""
    tables: TomlTable = document.get("sections", [])
    there = {str(table["name"]): table for table in tables}
    names = [section.name for section in publication.sections]
    if list(there) != names:
        tables = _tomlkit().aot()
        for section in publication.sections:
            tables.append(_parted(there.get(section.name) or _tomlkit().table(), tables))
        if "sections" in document:
            document.remove("sections")
        if names:
            document["sections"] = tables
            tables = document["sections"]
    for table, section in zip(tables, publication.sections, strict=True):
        _lay(table, _FileTable(SECTION, (), asdict(section)), {})


def _parted(table: TomlTable, above: TomlTable) -> TomlTable:
    """A section's table with a line between it and the one above."""
    beneath = len(above) and not above[-1].as_string().endswith("\n\n")
    table.trivia.indent = "\n" if beneath else ""
    return table


def _tomlkit() -> Any:  # noqa: ANN401 - its types are half unknown
    """The library that keeps what stands between keys; loaded where a publication is written."""
    import tomlkit

    return tomlkit


def _plain(value: object) -> object:
    """A value of tomlkit's as Python has it."""
    unwrap = getattr(value, "unwrap", None)
    return unwrap() if unwrap is not None else value
