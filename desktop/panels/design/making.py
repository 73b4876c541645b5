"""The control of a setting, by what it takes."""

from __future__ import annotations

from desktop.panels.design.design import Design, SettingTarget
from desktop.panels.design.faces import FaceField
from desktop.panels.design.fields import (
    AlignField,
    ChoiceField,
    DesignField,
    InkField,
    QuantityField,
    TickField,
    TypeSizeField,
    WordsField,
)
from desktop.panels.design.options import punctuation_options, style_options
from desktop.panels.design.picture import PictureField
from desktop.panels.design.template import TemplateField, field_name
from desktop.panels.forms.house import option_label
from desktop.words import tr
from layouts.house.art import PictureFile
from layouts.house.fitting import PagesAim
from layouts.house.kinds import (
    Choice,
    FaceChoice,
    Flag,
    Length,
    PartOfEm,
    Reference,
    Template,
    Words,
)
from layouts.house.template import ISSUE_FIELDS
from layouts.house.text_style import Align


def design_field(design: Design, target: SettingTarget, label: str = "") -> DesignField:  # noqa: PLR0911, a list of kinds
    """The control of a setting, by what it takes."""
    kind = target.setting.kind
    match kind:
        case FaceChoice():
            return FaceField(design, target, label)
        case PictureFile():
            return PictureField(design, target, label)
        case Flag() if target.setting.default is None:
            # neither yes nor no: as what it is based on has it
            return ChoiceField(design, target, lambda: [(True, tr("是")), (False, tr("否"))], label)
        case Flag():
            return TickField(design, target, label)
        case Template():
            return TemplateField(design, target, label)
        case Words() | PagesAim():
            return WordsField(design, target, label)
        case Choice(options) | PartOfEm(options):
            return _choice(design, target, options, label)
        case Reference(to):
            return _reference(design, target, to, label)
        case Length() if target.name.unit == "size":
            return TypeSizeField(design, target, label)
        case _:
            return QuantityField(design, target, label)


def _choice(
    design: Design, target: SettingTarget, options: tuple[str, ...], label: str
) -> DesignField:
    if set(options) == set(Align):
        return AlignField(design, target, label)
    called = field_name if set(options) == set(ISSUE_FIELDS) else option_label
    offered: list[tuple[object, str]] = [(str(one), called(str(one))) for one in options]
    return ChoiceField(design, target, lambda: offered, label)


def _reference(design: Design, target: SettingTarget, to: str, label: str) -> DesignField:
    if to == "inks":
        return InkField(design, target, label)
    options = style_options if to == "styles" else punctuation_options
    return ChoiceField(design, target, lambda: options(design), label)
