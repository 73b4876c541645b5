"""The presets that come with the program, and those the editor saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from desktop.publishing.known import KnownPublication
from desktop.settings import presets_folder
from layouts.errors import BanxinError
from layouts.prepress.preset import Preset
from layouts.prepress.presets import load_preset, save_preset, stock_presets


def known_presets() -> list[Preset]:
    """All presets, the program's own first.

    A saved one that cannot be read any more is left out: its file stays.
    """
    found = list(stock_presets())
    for path in sorted(presets_folder().glob("*.toml")):
        try:
            found.append(load_preset(str(path)))
        except BanxinError:
            continue
    return found


def presets_of(known: KnownPublication | None) -> list[Preset]:
    """The presets that the open issue's publication is exported for, in its order."""
    if known is None or known.publication is None:
        return []
    return [preset for _, preset in presets_in(known.folder, known.publication.presets)]


def presets_in(folder: Path, names: Sequence[str]) -> list[tuple[str, Preset]]:
    """The presets that a publication names, files of its folder among them; one that cannot be
    read is left out.
    """
    found: list[tuple[str, Preset]] = []
    for name in names:
        try:
            found.append((name, load_preset(name, folder=folder)))
        except BanxinError:
            continue
    return found


def keep_preset(preset: Preset, title: str) -> Preset:
    """Save a preset under a title of the editor's; one of the same title is replaced.

    BanxinError where it cannot be written.
    """
    path = presets_folder() / f"{_file_name(title)}.toml"
    kept = replace(preset, name=path.stem, zh=title, en=title)
    save_preset(kept, path)
    return load_preset(str(path))


def _file_name(title: str) -> str:
    """A name that every file system takes."""
    plain = "".join(character if character.isalnum() else "-" for character in title)
    return plain.strip("-")[:60] or "preset"
