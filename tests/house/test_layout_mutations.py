"""Any single key of a stock layout taken away, renamed or given a value of another type: the error
names the right line.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from layouts.errors import LayoutError
from layouts.house.build import OPTIONAL_ROLES
from layouts.house.declaring import (
    REQUIRED,
    AnyKind,
    Named,
    Rows,
    Setting,
    SettingsTable,
)
from layouts.house.load import STOCK, load_layout, stock_layouts
from layouts.house.schema import LAYOUT, ROLES


class Key(NamedTuple):
    """A key written in a stock layout: its line and that of its table's header (counted from 0),
    and how it is declared.
    """

    line: int
    header: int
    table: tuple[str, ...]
    name: str
    setting: Setting | None


def keys_of(lines: list[str]) -> Iterator[Key]:
    """The keys of a stock layout, found line by line: they have one key a line and no strings over
    several.
    """
    header, table = 0, ()
    for number, text in enumerate(lines):
        if match := re.fullmatch(r"\[\[?([\w.-]+)\]\]?", text):
            header, table = number, tuple(match[1].split("."))
        elif match := re.match(r"([\w-]+) = ", text):
            yield Key(number, header, table, match[1], declared(table, match[1]))


def declared(table: tuple[str, ...], key: str) -> Setting | None:
    """How the schema declares a key; None for a name that the layout chose itself."""
    kind: AnyKind = LAYOUT
    for step in table:
        kind = (
            kind.settings[step].kind
            if isinstance(kind, SettingsTable)
            else kind.kind
            if isinstance(kind, Named)
            else kind
        )
        kind = kind.table if isinstance(kind, Rows) else kind
    return kind.settings[key] if isinstance(kind, SettingsTable) else None


CASES = [
    pytest.param(name, key, id=f"{name}:{key.line + 1}")
    for name in stock_layouts()
    for key in keys_of((STOCK / f"{name}.toml").read_text("utf8").splitlines())
]


def line_of_error(folder: Path, lines: list[str]) -> int | None:
    """The line, counted from 0, that loading these lines complains about; None where they load."""
    (folder / "ours.toml").write_text("\n".join(lines), "utf8")
    try:
        load_layout("ours.toml", folder=folder)
    except LayoutError as error:
        assert error.source is not None
        return error.source.line - 1
    return None


@pytest.mark.parametrize(("name", "key"), CASES)
def test_one_key_wrong(tmp_path: Path, name: str, key: Key):
    lines = (STOCK / f"{name}.toml").read_text("utf8").splitlines()
    written = lines[key.line]
    number = key.line

    lines[number] = f"{key.name} = 1979-05-27"
    assert line_of_error(tmp_path, lines) == number

    lines[number] = written.replace(key.name, f"{key.name}-x", 1)
    renamed = line_of_error(tmp_path, lines)
    lines[number] = ""
    removed = line_of_error(tmp_path, lines)
    if key.setting is None:  # an ink: missed where it is used
        assert f'"{key.name}"' in lines[renamed or 0]
        assert f'"{key.name}"' in lines[removed or 0]
    else:
        assert renamed == number
        if key.name == "side" and removed is not None:
            # the usual margin is wider than this layout's measure leaves
            assert lines[removed].startswith("measure")
        else:
            assert removed == (key.header if key.setting.default is REQUIRED else None)


@pytest.mark.parametrize("name", stock_layouts())
def test_one_table_renamed(tmp_path: Path, name: str):
    lines = (STOCK / f"{name}.toml").read_text("utf8").splitlines()
    first_style = next(number for number, text in enumerate(lines) if text.startswith("[styles."))
    for number, text in enumerate(lines):
        if not text.startswith("["):
            continue
        header = re.sub(r"(\]+)$", r"-x\1", text)
        wrong = line_of_error(tmp_path, [*lines[:number], header, *lines[number + 1 :]])
        style = text.strip("[]").removeprefix("styles.")
        if not text.startswith("[styles."):
            assert wrong == number, text
        elif style in ROLES:
            assert wrong == first_style or f'"{style}"' in lines[wrong or 0], text
        elif style in OPTIONAL_ROLES:
            assert wrong is None, text
        else:
            assert wrong is not None
            assert f'"{style}"' in lines[wrong], text
