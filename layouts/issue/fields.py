"""How a field of masthead or colophon is declared: once, where it stands in its struct; all stages
read it off there.

The kind says how it is read and written, and which control it has in the window.
`layouts.issue.masthead` declares the fields.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from msgspec import Struct
from msgspec.structs import replace


class FieldKind(StrEnum):
    """What a field holds: a line of text, which can be searched; a whole number or a date, or
    nothing; one group of receivers.
    """

    TEXT = "text"
    NUMBER = "number"
    COPIES = "copies"
    DATE = "date"
    RECEIVERS = "receivers"


TEXTS = frozenset({FieldKind.TEXT, FieldKind.RECEIVERS})
"""Kinds whose values are text."""


class Field(Struct, frozen=True, kw_only=True):
    """A field of masthead or colophon.

    `zh` and `en` name it in the window and in comparisons. `words` are those that a manuscript may
    use for it, the one that is written first; of receivers those inside `distribution`. `meaning`
    is what docs/layout-format.md says of it, `value` what docs/manuscript-format.md says may stand
    there, empty where its kind tells. `template` is its name in a layout's templates, empty where
    that is its own. `act_zh` and `act_en` name it after 修改 and Edit, where its name does not do.
    `needed`: a masthead that shows it must have it. `rare`: empty is the rule. `beside`: it stands
    beside the field before it, in the window. `profile` is the one that asks for it; where an issue
    has another, it is not shown while it is empty. `name` is that of the struct.
    """

    zh: str
    en: str
    kind: FieldKind
    words: tuple[str, ...]
    meaning: str
    value: str = ""
    template: str = ""
    act_zh: str = ""
    act_en: str = ""
    needed: bool = False
    rare: bool = False
    beside: bool = False
    profile: str = ""
    name: str = ""

    @property
    def in_templates(self) -> str:
        """Its name in a layout's templates."""
        return self.template or self.name


@cache
def declared(struct: type[Struct]) -> tuple[Field, ...]:
    """The fields that a struct declares, in their order; its module keeps annotations as they are,
    not as strings.
    """
    # not `get_type_hints`, which would take the declarations off
    hints = struct.__annotations__
    found = (
        (name, item)
        for name in struct.__struct_fields__
        for item in getattr(hints[name], "__metadata__", ())
    )
    return tuple(replace(item, name=name) for name, item in found if isinstance(item, Field))
