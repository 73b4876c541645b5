"""Which field the wheel turns."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.form_area import FormArea


def takes_wheel(field: QWidget, event: QWheelEvent) -> bool:
    """Whether the wheel changes a field rather than scrolls its panel: the editor is in the field,
    and it has not come under the pointer by being scrolled there.
    """
    above = field.parentWidget()
    while above is not None and not isinstance(above, FormArea):
        above = above.parentWidget()
    return field.hasFocus() and not (above is not None and above.is_turned(event))
