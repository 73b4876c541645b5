"""Makes what is made of resources/icons: `QT_QPA_PLATFORM=offscreen python -m desktop.build_icons`.

* `banxin-<size>.png`, for windows and packages, from the two SVGs of the application's icon;
* `light/` and `dark/`, the few icons that the style sheet shows: a sheet names files and cannot
tint them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.colours import DARK, LIGHT, Theme
from resources import resource

SIZES: Final = {
    16: "banxin-small",
    24: "banxin-small",
    32: "banxin-small",
    48: "banxin",
    64: "banxin",
    128: "banxin",
    256: "banxin",
    512: "banxin",
}
"""Pixels of each picture, and what it is drawn from."""

TINTED: Final = {
    "chevron-down": ("chevron-down", "quiet"),
    "chevron-down-disabled": ("chevron-down", "disabled"),
    "chevron-down-on-accent": ("chevron-down", "on_accent"),
    "chevron-up": ("chevron-up", "quiet"),
    "chevron-up-disabled": ("chevron-up", "disabled"),
    "chevron-left": ("chevron-left", "quiet"),
    "chevron-right": ("chevron-right", "quiet"),
    "chevron-right-disabled": ("chevron-right", "disabled"),
    "check": ("tick", "text"),
    "check-disabled": ("tick", "disabled"),
    "check-on-accent": ("tick", "on_accent"),
    "dash-on-accent": ("remove", "on_accent"),
    "dot-on-accent": ("dot", "on_accent"),
}
"""Icons of the style sheet: of which icon, in which colour."""


def main() -> None:
    """Write the icon of the program anew in all its sizes, from the drawings of it."""
    application = QGuiApplication([])
    for size, name in SIZES.items():
        source = resource(f"icons/{name}.svg")
        draw(source, size).save(str(source.with_name(f"banxin-{size}.png")))
    application.quit()
    folder = resource("icons/banxin.svg").parent
    for theme in (LIGHT, DARK):
        (folder / theme.name).mkdir(exist_ok=True)
        for name, text in tinted(theme):
            (folder / theme.name / f"{name}.svg").write_text(text, "utf8", newline="\n")


def draw(path: Path, size: int) -> QImage:
    """One SVG as a square picture."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(path)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def tinted(theme: Theme) -> Iterator[tuple[str, str]]:
    """The icons of the style sheet in the colours of a theme: name and text."""
    for name, (icon, colour) in TINTED.items():
        yield (
            name,
            resource(f"icons/{icon}.svg")
            .read_text("utf8")
            .replace("currentColor", str(getattr(theme, colour))),
        )


if __name__ == "__main__":
    main()
