"""What each part of a frozen build takes of it."""

from __future__ import annotations

import re
from pathlib import Path

MEGABYTE = 1_000_000

PARTS = (
    ("faces", r"banxin/fonts/faces/"),
    ("guide", r"banxin/docs/"),
    ("words, profiles, sample, icons", r"banxin/(resources|layouts|desktop)/"),
    ("licences", r"banxin/(licences|LICENSE|NOTICE)|banxin-.*\.dist-info/"),
    ("Qt: Unicode data (ICU)", r"(.*/)?(libicu|icu)[a-z0-9]*\.(so|dll|dylib).*|PySide6/.*icu"),
    ("Qt and PySide6", r"(PySide6|shiboken6)/"),
    ("line breaks: Unicode data (ICU)", r"icu4py"),
    ("photos (Pillow, libheif)", r"PIL/|[Pp]illow\.libs/|pi_heif|_pi_heif"),
    ("PDF read back and rendered (pikepdf, PDFium)", r"pikepdf|pypdfium2"),
    ("office files and pages of the web (lxml)", r"lxml/"),
    ("shaping (HarfBuzz)", r"uharfbuzz"),
    ("readings (pypinyin)", r"pypinyin"),
    ("Python and its modules", r"libpython|python3|base_library|lib-dynload|Python|[a-z_]+\.pyd"),
    ("the program itself, all its Python modules in one archive", r"\.\./banxin"),
)
"""A part and how the paths of its files begin, inside `_internal`; the first that fits."""

REST = "other libraries"


def shares(folder: Path) -> dict[str, int]:
    """Bytes by part, the largest first; links count nothing."""
    found = dict.fromkeys((*(part for part, _ in PARTS), REST), 0)
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[_part(folder, path)] += path.stat().st_size
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def table(found: dict[str, int]) -> str:
    """The shares as a table of Markdown."""
    whole = sum(found.values())
    rows = [(part, size) for part, size in found.items() if size]
    lines = [f"| {part} | {size / MEGABYTE:.1f} | {size / whole:.0%} |" for part, size in rows]
    return "\n".join(
        ("| part | MB | share |", "|---|---|---|", *lines, f"| all | {whole / MEGABYTE:.1f} | |")
    )


def _part(folder: Path, path: Path) -> str:
    inside = path.relative_to(folder).as_posix()
    name = inside.removeprefix("_internal/") if "/" in inside else f"../{inside}"
    return next((part for part, begins in PARTS if re.match(begins, name)), REST)
