"""What an issue may name its layout by: a name, or a file beside the issue."""

from __future__ import annotations

USUAL_LAYOUT = "jianbao-a4"
"""The layout of an issue that names none: it stands first in every list of them."""

PACKAGE = ".banxin-layout"
"""The ending of a layout package."""

FILES = (".toml", PACKAGE)


def names_file(layout: str) -> bool:
    """Whether a layout is named by its file, and not by a name of its own."""
    return layout.endswith(FILES)


def bare_name(layout: str) -> str:
    """The name of a layout without the ending of its file."""
    for ending in FILES:
        layout = layout.removesuffix(ending)
    return layout
