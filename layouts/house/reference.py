"""The tables of docs/layout-format.md, out of the schema: `python -m layouts.house.reference`
writes them, a test compares them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from layouts.house.declaring import (
    REQUIRED,
    AnyKind,
    Named,
    Rows,
    Setting,
    SettingsTable,
)
from layouts.house.limits import Limits
from layouts.house.punctuation import PRESETS
from layouts.house.read import shown
from layouts.house.schema import LAYOUT, PUNCTUATION_STYLE
from layouts.house.template import HEAD_FIELDS
from layouts.house.text_style import Punctuation

PAGE = Path(__file__).parents[2] / "docs" / "layout-format.md"
BEGIN = "<!-- written by python -m layouts.house.reference -->\n"
END = "<!-- end -->\n"


def reference() -> str:
    """Every table of a layout file with its keys, then the fields of templates and the punctuation
    styles, as Markdown.
    """
    return (
        "\n".join(
            [*_sections(LAYOUT, "", "the top of the file"), *_fields(), *_punctuation_styles()]
        )
        + "\n"
    )


def _sections(table: SettingsTable, place: str, about: str) -> Iterator[str]:
    heading = f"`{place}`: {about}" if place else f"{about[0].upper()}{about[1:]}"
    leaves = {key: setting for key, setting in table.settings.items() if not _inner(setting.kind)}
    if leaves:
        yield f"### {heading}\n"
        yield "| key | what it is | takes | default |\n|---|---|---|---|"
        yield from (_row(key, setting) for key, setting in leaves.items())
        yield ""
    for key, setting in table.settings.items():
        if inner := _inner(setting.kind):
            yield from _sections(inner, _place(place, key, setting.kind), setting.about)


def _inner(kind: AnyKind) -> SettingsTable | None:
    if isinstance(kind, SettingsTable):
        return kind
    if isinstance(kind, Rows):
        return kind.table
    return _inner(kind.kind) if isinstance(kind, Named) else None


def _place(outer: str, key: str, kind: AnyKind) -> str:
    path = ".".join(filter(None, (outer.strip("[]"), key)))
    return (
        f"[[{path}]]"
        if isinstance(kind, Rows)
        else f"[{path}.NAME]"
        if isinstance(kind, Named)
        else f"[{path}]"
    )


def _row(key: str, setting: Setting) -> str:
    kind = setting.kind
    if isinstance(kind, Named):
        kind = kind.kind
        key = f"{key}.NAME"
    takes = "" if isinstance(kind, SettingsTable | Rows | Named) else kind.expects().en
    return f"| `{key}` | {setting.about} | {takes} | {_default(setting)} |"


def _default(setting: Setting) -> str:
    if setting.default is REQUIRED:
        return "**required**"
    if isinstance(setting.kind, Limits):
        return "closed"
    return "" if setting.default in (None, {}) else f"`{shown(setting.default)}`"


def _fields() -> Iterator[str]:
    yield "### Fields of templates\n"
    yield "| field | what it is |\n|---|---|"
    yield from (f"| `{{{name}}}` | {about} |" for name, about in HEAD_FIELDS.items())
    yield ""


def _punctuation_styles() -> Iterator[str]:
    keys = [key for key in PUNCTUATION_STYLE.settings if key != "based_on"]
    yield "### Punctuation styles that are there already\n"
    yield f"| | {' | '.join(f'`{name}`' for name in PRESETS)} |\n|---|{'---|' * len(PRESETS)}"
    yield from (
        f"| `{key}` | {' | '.join(_shown_of(style, key) for style in PRESETS.values())} |"
        for key in keys
    )


def _shown_of(style: Punctuation, key: str) -> str:
    return shown(getattr(style, key)).strip('"')


def renewed(page: str) -> str:
    """The page with its tables written anew."""
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}\n{reference()}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf8")), "utf8")
