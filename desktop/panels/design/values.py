"""Values of a layout in their units: as numbers, as they are written, as they are read."""

from __future__ import annotations

from typing import cast

from desktop.panels.design.design import Design, SettingTarget, ink_name
from desktop.panels.design.quantity import with_unit
from desktop.panels.forms.house import face_label, option_label
from desktop.words import spoken, tr
from layouts.house.declaring import AnyKind
from layouts.house.kinds import (
    Choice,
    FaceChoice,
    Flag,
    Inking,
    Kind,
    Length,
    Number,
    PartOfEm,
    Reference,
    Whole,
)
from layouts.house.locks import ASPECTS, Aspects
from layouts.house.names import Unit, style_name
from layouts.units import POINTS_PER_MM


def in_unit(design: Design, target: SettingTarget, raw: object) -> float | None:
    """A value as a number of its unit; None where it is left open."""
    return number_of(design, target.setting.kind, target.name.unit, raw)


def number_of(design: Design, kind: AnyKind, unit: Unit, raw: object) -> float | None:
    """A value of a kind as a number of a unit; None where it is left open, or no number."""
    value = design.points(cast("Kind", kind), raw)
    if not isinstance(value, int | float):
        return None
    return value / points_of(design, unit) if isinstance(kind, Length) else float(value)


def written_as(target: SettingTarget, value: float) -> object:
    """A number of the setting's unit as a layout file has it."""
    kind, unit = target.setting.kind, target.name.unit
    if isinstance(kind, Length):
        suffix = {"mm": "mm", "em": "em", "rows": "rows"}.get(unit, "pt")
        return f"{round(value, 3):g}{suffix}"
    return int(value) if float(value).is_integer() else round(value, 4)


def shown_value(design: Design, target: SettingTarget, raw: object) -> str:  # noqa: PLR0911, a list of kinds
    """A value as editors read it."""
    kind = target.setting.kind
    if raw is None:
        return tr("不限")
    match kind:
        case Flag():
            return tr("是") if raw else tr("否")
        case Reference("inks"):
            return ink_name(str(raw))
        case Reference("styles"):
            return spoken(style_name(str(raw)))
        case Inking():
            return str(cast("dict[str, object]", raw)["rgb"]) if isinstance(raw, dict) else str(raw)
        case FaceChoice():
            names = cast("list[str]", raw) if isinstance(raw, list) else [str(raw)]
            return " / ".join(map(face_label, names))
        case PartOfEm():
            return option_label(kind.word(raw) or str(raw))
        case Choice() | Reference():
            return option_label(str(raw))
        case Length() | Number() | Whole():
            value = in_unit(design, target, raw)
            return str(raw) if value is None else with_unit(value, target.name.unit)
        case Aspects():
            locked = cast("list[str]", raw)
            said = [spoken(ASPECTS[aspect]()) for aspect in ASPECTS if aspect in locked]
            return tr("、").join(said) or tr("无")
        case _ if isinstance(raw, list):
            return tr("{n} 项", n=len(cast("list[object]", raw)))
        case _:
            return str(raw) or tr("无")


def points_of(design: Design, unit: Unit) -> float:
    """The points of one of a unit."""
    match unit:
        case "mm":
            return POINTS_PER_MM
        case "em":
            return design.scope.em or 1.0
        case "rows":
            return design.scope.row or 1.0
        case _:
            return 1.0


def span_of(design: Design, target: SettingTarget) -> tuple[float, float]:
    """From where to where a number of a setting goes, in its unit."""
    kind = target.setting.kind
    if isinstance(kind, Length):
        each = points_of(design, target.name.unit)
        return kind.low / each, kind.high / each
    return (kind.low, kind.high) if isinstance(kind, Number | Whole) else (0.0, 1000.0)
