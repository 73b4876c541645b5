"""A folding part of the panel, and the parts that the schema alone makes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop.panels.design.arrays import ArrayEditor, Row, Said
from desktop.panels.design.design import Design, PlaceTarget, ink_name
from desktop.panels.design.fields import DesignField
from desktop.panels.design.laying import lay_fields
from desktop.panels.design.making import design_field
from desktop.panels.design.quantity import with_unit
from desktop.panels.design.template import field_name
from desktop.panels.design.values import number_of
from desktop.panels.forms.house import option_label
from desktop.widgets import CollapsibleGroup
from desktop.words import spoken, tr
from layouts.house.declaring import Named, Rows, Setting, SettingsTable
from layouts.house.names import name_of
from layouts.house.overlay import setting_at
from layouts.house.template import TemplateError, fill, issue_fields

FIELD = re.compile(r"\{(\w+)\}")


class DesignGroup(CollapsibleGroup):
    """A part of the panel, called as a table of layouts; it follows the layout while it is
    unfolded.
    """

    def __init__(self, design: Design, place: str, *, expanded: bool = False) -> None:
        super().__init__(spoken(name_of(place)), expanded=expanded)
        self.design = design
        self.fields: list[DesignField] = []
        self.body.setSpacing(10)
        self.body.setContentsMargins(0, 4, 0, 12)
        self._stale = True
        self._made = False
        self.toggled.connect(self._unfolded)

    def follow(self) -> None:
        """Show the layout as it is now; later where nobody sees it."""
        self._stale = not self.is_expanded()
        if not self._stale:
            if not self._made:
                self._made = True
                self.make()
            self.show_layout()

    def make(self) -> None:
        """Make the controls, when they are seen for the first time: there are two thousand of them
        in a panel, and few are wanted.
        """

    def show_layout(self) -> None:
        """Bring what the group has up to date."""
        for field in self.fields:
            field.follow()

    def add_field(self, place: str, label: str = "") -> DesignField:
        """The control of a setting, to be laid out by who asks."""
        field = design_field(self.design, PlaceTarget(self.design, place), label)
        self.fields.append(field)
        return field

    def _unfolded(self, unfolded: bool) -> None:
        if unfolded and self._stale:
            self.follow()


class TableGroup(DesignGroup):
    """A table of the schema: its settings two on a line, its arrays as lists."""

    def __init__(self, design: Design, place: str) -> None:
        super().__init__(design, place)
        self.place = place
        self.arrays: list[ArrayEditor] = []
        self.inner: list[InnerGroup] = []

    def make(self) -> None:
        """Make the controls."""
        design, place = self.design, self.place
        kind = setting_at(place).kind
        settings: Mapping[str, Setting] = kind.settings if isinstance(kind, SettingsTable) else {}
        for key, setting in settings.items():
            there = f"{place}.{key}"
            if isinstance(setting.kind, Named):
                continue
            if isinstance(setting.kind, SettingsTable):
                self.inner.append(InnerGroup(design, there))
                continue
            if isinstance(setting.kind, Rows):
                self.arrays.append(ArrayEditor(design, there, row_words(design, there)))
            else:
                self.add_field(there)
        lay_fields(self.body, self.fields)
        for part in (*self.arrays, *self.inner):
            self.body.addWidget(part)

    def show_layout(self) -> None:
        """Fields, then lists."""
        super().show_layout()
        for part in (*self.arrays, *self.inner):
            part.follow()


class InnerGroup(DesignGroup):
    """A table inside another one, folded."""

    def __init__(self, design: Design, place: str) -> None:
        super().__init__(design, place)
        self.place = place

    def make(self) -> None:
        """Make the controls."""
        kind, place = setting_at(self.place).kind, self.place
        keys = list(kind.settings) if isinstance(kind, SettingsTable) else []
        for key in keys:
            self.add_field(f"{place}.{key}")
        lay_fields(self.body, self.fields)


def row_words(design: Design, place: str) -> Said:
    """What rows of an array say of themselves: lines their filled text and where they stand."""
    table = setting_at(place).kind
    keys: Mapping[str, object] = table.table.settings if isinstance(table, Rows) else {}
    if "template" in keys:
        return lambda row: (_filled(design, row), _where(design, place, row, "baseline"))
    if "file" in keys:
        return lambda row: (str(row.get("file", "")), option_label(str(row.get("align", "center"))))
    if "y" in keys:
        thick = "width" if "width" in keys else "height"  # of a rule, of a ground
        return lambda row: (_rule(design, place, row, thick), _where(design, place, row, "y"))
    return lambda row: (" · ".join(str(value) for value in row.values()), "")


def _filled(design: Design, row: Row) -> str:
    template = str(row.get("template", ""))
    issue = design.session.issue
    try:
        filled = fill(template, issue_fields(issue)) if issue is not None else None
    except TemplateError:
        filled = None
    # a line whose fields are not filled in is told by their names
    return filled or FIELD.sub(_called, template)


def _called(field: re.Match[str]) -> str:
    return tr("〔{field}〕", field=field_name(field[1]))


def _where(design: Design, place: str, row: Row, key: str) -> str:
    setting, unit = setting_at(f"{place}.{key}"), name_of(f"{place}.{key}").unit
    value = number_of(design, setting.kind, unit, row.get(key))
    at = "" if value is None else with_unit(round(value, 1), unit)
    side = option_label(str(row["align"])) if "align" in row else ""
    return " · ".join(filter(None, (side, at)))


def _rule(design: Design, place: str, row: Row, key: str) -> str:
    there = f"{place}.{key}"
    unit = name_of(there).unit
    width = number_of(design, setting_at(there).kind, unit, row.get(key))
    ink = ink_name(str(row.get("ink", "")))
    if width is None:
        return ink
    return tr("{width}，{ink}", width=with_unit(round(width, 2), unit), ink=ink)
