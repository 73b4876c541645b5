"""Properties that the style sheet reads, changed while a widget is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that `desktop.stylesheet` knows and have the sheet applied anew; nothing
    happens where it has the value already.
    """
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
