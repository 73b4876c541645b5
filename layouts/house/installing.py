"""The user's own layouts: taken in from packages, listed, replaced, removed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from layouts.errors import LayoutError, Source
from layouts.extensions import extension_names
from layouts.house.finding import stock_layouts
from layouts.house.load import load_layout
from layouts.house.own_folder import NAME, own_file, own_layouts_folder, own_names
from layouts.house.package import PREVIEW, LayoutPackage, read_layout_package
from layouts.house.read import shown
from layouts.house.unpacking import put, swept
from layouts.messages.layout import (
    LAYOUT_NAME_NONE,
    LAYOUT_NAME_OURS,
    LAYOUT_NAME_TAKEN,
    LAYOUT_NOT_KEPT,
    LAYOUT_NOT_OWN,
    LAYOUT_NOT_REMOVED,
)
from layouts.reasons import reason


class OwnLayout(NamedTuple):
    """One of the user's own layouts: its name, its titles, its preview; what is wrong with it where
    it cannot be used.
    """

    name: str
    title_zh: str
    title_en: str
    preview: Path | None
    wrong: LayoutError | None = None


def own_layouts() -> tuple[OwnLayout, ...]:
    """The user's own layouts by their names, also those that cannot be used."""
    return tuple(map(_described, own_names()))


def _described(name: str) -> OwnLayout:
    preview = own_layouts_folder() / name / PREVIEW
    shows = preview if preview.is_file() else None
    try:
        layout = load_layout(name)
    except LayoutError as error:
        return OwnLayout(name, name, name, shows, error)
    return OwnLayout(name, layout.title_zh, layout.title_en, shows)


def install_layout(package: Path, name: str = "", *, replace: bool = False) -> str:
    """Take a layout package in among the user's own, under a name, that of its file if none is
    given; the name.

    LayoutError where the package is wrong, the name is none, is one of ours, or is taken and not to
    be replaced.
    """
    return keep_layout(
        read_layout_package(package), name or package.stem, replace=replace, source=package
    )


def keep_layout(
    package: LayoutPackage, name: str, *, replace: bool = False, source: Path | None = None
) -> str:
    """Keep a layout among the user's own; the same errors."""
    where = Source(str(source)) if source else None
    check_name(name, replace=replace, source=where)
    try:
        put(package, own_layouts_folder() / name)
    except OSError as error:
        raise LayoutError(*LAYOUT_NOT_KEPT(name=name, why=reason(error)), where) from error
    return name


def check_name(name: str, *, replace: bool = False, source: Source | None = None) -> None:
    """LayoutError where a layout of the user's own cannot have this name."""
    if not NAME().fullmatch(name):
        raise LayoutError(*LAYOUT_NAME_NONE(name=shown(name).strip('"')), source)
    # as Windows and macOS compare them
    if name.casefold() in {ours.casefold() for ours in (*stock_layouts(), *_added())}:
        raise LayoutError(*LAYOUT_NAME_OURS(name=name), source)
    taken = {own.casefold() for own in own_names()}
    if name.casefold() in taken and not (replace and own_file(name)):
        raise LayoutError(*LAYOUT_NAME_TAKEN(name=name), source)


def _added() -> tuple[str, ...]:
    return extension_names("layouts")


def remove_layout(name: str) -> None:
    """Remove one of the user's own layouts; issues in it carry it with them.

    LayoutError where there is none of that name, or it cannot be removed.
    """
    if own_file(name) is None:
        raise LayoutError(*LAYOUT_NOT_OWN(name=shown(name).strip('"')))
    try:
        swept(own_layouts_folder() / name)
    except OSError as error:
        raise LayoutError(*LAYOUT_NOT_REMOVED(name=name, why=reason(error))) from error
