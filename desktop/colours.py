"""The colours of the window, each named by its use, light and dark; and the few lengths that
everything keeps to.
"""

from __future__ import annotations

import sys
from typing import Final, Literal, cast

from msgspec import Struct
from msgspec.structs import replace

Appearance = Literal["system", "light", "dark"]

Severity = Literal["error", "warning", "notice", "ok"]

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "notice", "ok")

UNIT: Final = 8
"""The spacing grid in px: margins and gaps are multiples of it, half of it inside a control."""

ROW: Final = 30
"""Height of a row of the issue's tree."""

BAR: Final = 3
"""Width of the accent bar at the left of a selected row."""

RADIUS: Final = 6
"""Corners of buttons and fields."""

POINTS: Final = 13.0 if sys.platform == "darwin" else 10.0
"""Size of the window's text: 13 px at 96 dpi, and at the 72 dpi of macOS."""


class Theme(Struct, frozen=True, kw_only=True):
    """All colours of the window as `#rrggbb` or `#aarrggbb`, named by their use.

    `QColor(theme.accent)` paints with one.
    """

    name: Literal["light", "dark"]

    window: str
    """Behind everything but the pages: tool bar, side panels, status bar, dialogs."""
    field: str
    """Inside of fields, lists that are typed in, and outlined buttons."""
    canvas: str
    """What the pages lie on."""
    paper: str
    """The page itself: white in both themes, for what is seen is what prints."""
    shadow: str
    """Below and beside a page; painted soft."""
    paper_edge: str
    """The hairline round a page."""

    text: str
    quiet: str
    """Labels, counts and explanations."""
    disabled: str
    border: str
    """Lines between areas."""
    outline: str
    """Lines round fields and buttons."""
    hover: str
    pressed: str

    accent: str
    """印泥红 as a line or as text: selection bars, chosen tabs, links, focus."""
    accent_fill: str
    """印泥红 as a surface: the primary button, the label of a selected photo."""
    accent_fill_hover: str
    accent_fill_pressed: str
    on_accent: str
    """Text and icons on `accent_fill`."""
    accent_soft: str
    """Behind selected rows and chosen segments."""
    selection: str
    """Behind marked text."""

    error: str
    error_soft: str
    warning: str
    warning_soft: str
    notice: str
    notice_soft: str
    ok: str
    ok_soft: str
    neutral_soft: str
    """Behind badges that only count."""

    bubble: str
    """Tool tips and passing messages: the other way round than the window."""
    on_bubble: str
    bubble_accent: str
    """The action in a passing message."""

    scroll: str
    scroll_hover: str

    tints: tuple[str, ...]
    """One for each article in turn; neighbours differ most."""
    tint_text: str
    """Text on a tint."""
    tint_none: str
    """Pages and runs that belong to no article: masthead, contents, colophon."""
    tint_empty: str
    """What is not filled on the last page."""

    def tint(self, index: int) -> str:
        """The tint of the article with this number, counted through the issue from 0."""
        return self.tints[index % len(self.tints)]

    def severity(self, level: Severity) -> str:
        """The colour of a finding's icon and sentence; never without a shape or a word beside
        it.
        """
        return cast("str", getattr(self, level))


LIGHT: Final = Theme(
    name="light",
    window="#fbfbfb",
    field="#ffffff",
    canvas="#d9dadd",
    paper="#ffffff",
    shadow="#38000000",
    paper_edge="#c3c4c9",
    text="#1f1f22",
    quiet="#66666c",
    disabled="#a9a9af",
    border="#dedee2",
    outline="#8f8f97",
    hover="#f0f0f2",
    pressed="#e5e5e9",
    accent="#b22c2c",
    accent_fill="#b22c2c",
    accent_fill_hover="#9f2525",
    accent_fill_pressed="#8a1f1f",
    on_accent="#ffffff",
    accent_soft="#f6e4e4",
    selection="#f0cfcf",
    error="#b3261e",
    error_soft="#fbe3e1",
    warning="#8a5300",
    warning_soft="#f8e8cb",
    notice="#2b5f9e",
    notice_soft="#e1ebf7",
    ok="#2f6b3a",
    ok_soft="#e0efe1",
    neutral_soft="#e9e9ec",
    bubble="#2b2b2f",
    on_bubble="#f4f4f5",
    bubble_accent="#f4a19b",
    scroll="#c8c8cd",
    scroll_hover="#a8a8ae",
    tints=(
        "#8cbadc",
        "#9fc99a",
        "#ecd5a0",
        "#c79bc4",
        "#e1a481",
        "#74b9ae",
        "#bfbb6a",
        "#8c95d8",
        "#dd9199",
        "#b3a698",
    ),
    tint_text="#1f1f22",
    tint_none="#d9d9de",
    tint_empty="#ececef",
)
"""Quiet greys, white fields, one red."""

DARK: Final = Theme(
    name="dark",
    window="#242427",
    field="#1c1c1f",
    canvas="#161618",
    paper="#ffffff",
    shadow="#90000000",
    paper_edge="#0c0c0d",
    text="#e9e9ec",
    quiet="#a6a6ad",
    disabled="#68686f",
    border="#38383d",
    outline="#75757e",
    hover="#303035",
    pressed="#3a3a40",
    accent="#f08a84",
    accent_fill="#b22c2c",
    accent_fill_hover="#bf3633",
    accent_fill_pressed="#9f2525",
    on_accent="#ffffff",
    accent_soft="#4a2a2b",
    selection="#6b3335",
    error="#ff8f86",
    error_soft="#512a28",
    warning="#e8b562",
    warning_soft="#46371d",
    notice="#8db8ee",
    notice_soft="#253a54",
    ok="#87c792",
    ok_soft="#243f2a",
    neutral_soft="#3a3a40",
    bubble="#e9e9ec",
    on_bubble="#1f1f22",
    bubble_accent="#a32626",
    scroll="#4d4d54",
    scroll_hover="#6a6a72",
    tints=(
        "#437c9f",
        "#457a49",
        "#8b7038",
        "#89568c",
        "#a85e39",
        "#2f7f77",
        "#6d712e",
        "#5d60a9",
        "#a34c5a",
        "#797065",
    ),
    tint_text="#ffffff",
    tint_none="#48484e",
    tint_empty="#2e2e32",
)
"""The same greys from the other end; the paper stays white."""

HIGH_LIGHT: Final = replace(
    LIGHT,
    window="#ffffff",
    field="#ffffff",
    paper_edge="#000000",
    text="#000000",
    quiet="#2c2c30",
    disabled="#6b6b72",
    border="#5c5c63",
    outline="#000000",
    hover="#e6e6ea",
    pressed="#d2d2d8",
    accent="#8a1414",
    accent_fill="#8a1414",
    accent_fill_hover="#6e0f0f",
    accent_fill_pressed="#520a0a",
    accent_soft="#f3d3d3",
    selection="#f0bcbc",
    error="#8c0f0a",
    warning="#5c3700",
    notice="#123f78",
    ok="#124a1d",
    bubble="#000000",
    on_bubble="#ffffff",
    scroll="#77777e",
    scroll_hover="#000000",
)
"""Black on white: every word at 7:1 (WCAG 2.2, 1.4.6), every line that bounds a control in the
text's black.
"""

HIGH_DARK: Final = replace(
    DARK,
    window="#000000",
    field="#000000",
    canvas="#1c1c1e",
    paper_edge="#ffffff",
    text="#ffffff",
    quiet="#d9d9de",
    disabled="#8f8f97",
    border="#a6a6ad",
    outline="#ffffff",
    hover="#2a2a2e",
    pressed="#3c3c42",
    accent="#ffaaa4",
    accent_fill="#8a1414",
    accent_fill_hover="#a41d1d",
    accent_fill_pressed="#6e0f0f",
    accent_soft="#4d1f20",
    selection="#7a2a2d",
    error="#ffb0a9",
    warning="#ffd48a",
    notice="#b4d4ff",
    ok="#a8e6b2",
    bubble="#ffffff",
    on_bubble="#000000",
    bubble_accent="#7a1010",
    scroll="#9a9aa2",
    scroll_hover="#ffffff",
)
"""White on black, the same way."""
