"""Small controls that the window's parts share.

Each is worked by keys, has an accessible name and takes its looks from the theme.
"""

from __future__ import annotations

from desktop.widgets.badge import BadgeButton
from desktop.widgets.busy import BusyBar
from desktop.widgets.date import DateField
from desktop.widgets.elided import MiddleElidedLabel
from desktop.widgets.em import EmSpinBox
from desktop.widgets.field import LabelledControl
from desktop.widgets.group import CollapsibleGroup
from desktop.widgets.growing import GrowingLine
from desktop.widgets.hint import EmptyHint
from desktop.widgets.number import NumberBox
from desktop.widgets.polish import set_property
from desktop.widgets.rows import RowDelegate, tall_rows
from desktop.widgets.segmented import SegmentedControl
from desktop.widgets.toast import Toast

__all__ = [
    "BadgeButton",
    "BusyBar",
    "CollapsibleGroup",
    "DateField",
    "EmSpinBox",
    "EmptyHint",
    "GrowingLine",
    "LabelledControl",
    "MiddleElidedLabel",
    "NumberBox",
    "RowDelegate",
    "SegmentedControl",
    "Toast",
    "set_property",
    "tall_rows",
]
