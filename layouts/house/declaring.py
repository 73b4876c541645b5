"""What a setting of a layout file is: how the tables of `layouts/house/schema.py` are declared."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from layouts.house.kinds import Kind, Length, Reference, choice_of
from layouts.house.text_style import Align

REQUIRED = object()
"""The default of a setting that has none."""


class Setting(Struct, frozen=True):
    """One key of a layout file: what it may hold, a sentence about it, and its default as it would
    be written (None: left open).
    """

    kind: AnyKind
    about: str
    default: object = REQUIRED


class SettingsTable(Struct, frozen=True):
    """A TOML table of declared keys; `make` turns its values into what the layout holds."""

    settings: Mapping[str, Setting]
    make: Callable[..., object] = dict


class Rows(Struct, frozen=True):
    """An array of tables."""

    table: SettingsTable


class Named(Struct, frozen=True):
    """A table whose keys are names the layout chooses, all holding the same kind."""

    kind: AnyKind


AnyKind = Kind | SettingsTable | Rows | Named

INK = Reference("inks", "颜色", "an ink")
STYLE = Reference("styles", "样式", "a style")
ALIGN = choice_of(Align)
STROKE = Length(0, 120)
SPACE = Length(0, 300, relative=True)
