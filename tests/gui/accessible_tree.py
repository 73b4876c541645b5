"""What a screen reader finds in a window: its tree, and controls in it without a name."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

ROLE = QAccessible.Role
CONTROLS = {
    ROLE.Button, ROLE.ButtonMenu, ROLE.ButtonDropDown, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox,
    ROLE.EditableText, ROLE.SpinBox, ROLE.Slider, ROLE.ScrollBar, ROLE.List, ROLE.Tree, ROLE.Table,
    ROLE.PageTab, ROLE.MenuItem, ROLE.Dialog, ROLE.Window, ROLE.Link, ROLE.ProgressBar, ROLE.ToolBar,
}  # fmt: skip
"""What is worked with, or waited for; whatever takes the keys is as well."""

ROWS = {ROLE.List, ROLE.Tree, ROLE.Table}
"""What lies in these is a row, not a control."""


def walk(
    interface: QAccessibleInterface, path: tuple[str, ...] = ()
) -> Iterator[tuple[QAccessibleInterface, tuple[str, ...]]]:
    """Every part that is seen, with the way to it."""
    if interface.state().invisible:
        return
    thing = interface.object()
    path = (*path, f"{interface.role().name} {type(thing).__name__}")
    yield interface, path
    if interface.role() in ROWS:
        return
    for k in range(interface.childCount()):
        child = interface.child(k)
        if child is not None:
            yield from walk(child, path)


def nameless(widget: QWidget) -> list[str]:
    """The controls without a name that are seen in a window, by the way to them."""
    top = QAccessible.queryAccessibleInterface(widget)
    return [
        " › ".join(path)
        for part, path in walk(top)
        if (part.role() in CONTROLS or part.state().focusable)
        and part.role() != ROLE.Separator
        and not part.text(QAccessible.Text.Name).strip()
    ]
