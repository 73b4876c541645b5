"""The layout of the open issue as the panel changes it: what each setting holds, what the stock
layout has there, and one named step of undo for each change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol, cast

from PySide6.QtCore import QObject, Signal

from desktop.designs import Document, designed, value_at, with_settings, written_at
from desktop.session import Session
from desktop.words import spoken, tr
from layouts.errors import LayoutError
from layouts.house.build import scope_of
from layouts.house.declaring import Setting
from layouts.house.kinds import Kind, Refused, Scope
from layouts.house.layout import Layout
from layouts.house.load import FACES, differences, document_of, refusal, stock_document
from layouts.house.names import SettingName, name_of, style_name
from layouts.house.overlay import Difference, setting_at
from layouts.issue import edits


class SettingTarget(Protocol):
    """What a field shows and changes: one setting of the layout."""

    @property
    def setting(self) -> Setting:
        """What it may hold."""
        ...

    @property
    def name(self) -> SettingName:
        """What it is called, and its unit."""
        ...

    def own(self) -> object:
        """What it holds, as it would be written; None where it is left open."""
        ...

    def stock(self) -> object:
        """What the stock layout has there."""
        ...

    def give(self, value: object) -> str | None:
        """Have it hold a value, None to leave it to the stock layout; says why where it cannot."""
        ...


class Design(QObject):
    """The layout of a session's issue. `follow` brings it up to date; `changed` says that it is
    another.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._known: tuple[object, ...] = ()
        self._own: Document = {}
        self._stock: Document = {}
        self.differences: list[Difference] = []
        self.scope: Scope = scope_of({})
        self.visit = 0
        """Counts the fields the editor went to: acts in a row in one are one step of undo."""

    @property
    def layout(self) -> Layout | None:
        """The layout in force."""
        return self.session.layout

    def follow(self) -> None:
        """Look at the issue as it is now."""
        issue, layout = self.session.issue, self.session.layout
        if issue is None or layout is None:
            return
        known = (issue.layout, issue.design, issue.settings, issue.folder, layout)
        if known == self._known:
            return
        try:
            own, stock = with_settings(document_of(issue), issue), stock_document(issue)
            self.differences = differences(issue)
            self.scope = scope_of(own, FACES, layout.grid)
        except LayoutError:
            return  # the session says so; the layout before stays
        self._known, self._own, self._stock = known, own, stock
        self.changed.emit()

    # -- what it holds -----------------------------------------------------------------------------

    @property
    def document(self) -> Document:
        """All that the layout says, what the issue's editor set with it."""
        return self._own

    def own(self, place: str) -> object:
        """What stands at a place: as written, or the default of its setting."""
        return value_at(self._own, place)

    def stock(self, place: str) -> object:
        """What the stock layout has there."""
        return value_at(self._stock, place)

    def names(self, table: str) -> tuple[str, ...]:
        """The names of a table whose keys the layout chooses: its styles, its inks."""
        found = written_at(self._own, table)
        return tuple(cast("dict[str, object]", found)) if isinstance(found, dict) else ()

    def kind(self, place: str) -> Kind:
        """What the setting at a place takes."""
        return cast("Kind", setting_at(place).kind)

    def points(self, kind: Kind, raw: object) -> object:
        """What a value means, lengths in points; None where it means nothing."""
        try:
            return None if raw is None else kind.read(raw, self.scope)
        except Refused:
            return None

    def length(self, place: str) -> float:
        """A length at a place in points; 0 where there is none."""
        value = self.points(self.kind(place), self.own(place))
        return float(value) if isinstance(value, int | float) else 0.0

    # -- changing it -------------------------------------------------------------------------------

    def set(self, place: str, value: object, name: str = "") -> str | None:
        """Have the layout hold a value at a place, None to leave it to the stock layout; a sentence
        where it cannot, and nothing is changed then.
        """
        return self.set_all({place: value}, name or full_name(place))

    def set_all(self, values: Mapping[str, object], name: str) -> str | None:
        """Change several places in one act, all or none."""
        issue = self.session.issue
        if issue is None or self.session.refuses():
            return None
        try:
            issue = designed(issue, values)
        except LayoutError as error:
            return spoken(error)
        error = refusal(issue)
        if error is not None:
            return _sentence(error, values)
        merge = f"design-{'-'.join(values)}-{self.visit}"
        self.session.do(tr("版式：{name}", name=name), issue, None, merge)
        return None

    def reset_all(self) -> None:
        """Give everything back to the stock layout, in one act."""
        issue = self.session.issue
        if issue is not None and not self.session.refuses():
            self.session.do(tr("恢复库存版式"), edits.reset_design(issue).issue)

    def differing(self) -> set[str]:
        """The places that hold something else than in the stock layout."""
        return {difference.place for difference in self.differences}

    def another_visit(self) -> None:
        """The editor goes to another field: what follows is an act of its own."""
        self.visit += 1


class PlaceTarget:
    """One setting by its place: `page.top`."""

    def __init__(self, design: Design, place: str) -> None:
        self._design = design
        self.place = place
        self.setting = setting_at(place)
        self.name = name_of(place)

    def own(self) -> object:
        """What stands there."""
        return self._design.own(self.place)

    def stock(self) -> object:
        """What the stock layout has there."""
        return self._design.stock(self.place)

    def give(self, value: object) -> str | None:
        """Have it hold a value."""
        return self._design.set(self.place, value)


def _sentence(error: LayoutError, values: Mapping[str, object]) -> str:
    """Why a layout cannot be so, the setting named as editors name it."""
    said = ROW.sub(_row_named, spoken(error))
    for place in sorted(values, key=len, reverse=True):
        if place in said:
            return said.replace(place, full_name(place), 1)
    return said


ROW = re.compile(r"\b([a-z_]+\.[a-z_.]+)\[(\d+)\]\.([a-z_]+)")
"""Where a setting of a row stands: `masthead.lines[2].template`."""

ROWS = frozenset({"lines", "rules", "art", "grounds"})
"""What is called after the part it stands in: 报头图片."""


def _row_named(place: re.Match[str]) -> str:
    """`报头文字第 2 项的文字` for `masthead.lines[2].template`."""
    array, number, key = place.groups()
    setting = spoken(name_of(f"{array}.{key}"))
    return tr("{rows}第 {row} 项的{setting}", rows=full_name(array), row=number, setting=setting)


def full_name(place: str) -> str:
    """What a place is called on its own: `标题的字号`, `天头`."""
    name = spoken(name_of(place))
    steps = place.split(".")
    if steps[0] == "styles" and len(steps) == 3:
        return tr("{style}的{setting}", style=spoken(style_name(steps[1])), setting=name)
    if steps[0] == "inks" and len(steps) == 2:
        return tr("颜色 {name}", name=ink_name(steps[1]))
    if steps[0] == "locks" and len(steps) == 2:
        return tr("{part}的锁定", part=name)
    if steps[0] in {"page", "grid"} or len(steps) == 1 or steps[-1] in ROWS:
        return name
    return tr("{part}的{setting}", part=spoken(name_of(steps[0])), setting=name)


def ink_name(key: str) -> str:
    """What an ink is called."""
    return {
        "black": tr("黑"),
        "red": tr("红"),
        "blue": tr("蓝"),
        "grey": tr("灰"),
        "green": tr("绿"),
        "gold": tr("金"),
        "white": tr("白"),
    }.get(key, key)
