"""What an issue has otherwise than its layout, in the words of the panel: `样式·标题·字号：20pt`.

Chinese like the issue, as everything that is compared is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from layouts.house.names import name_of, style_name

STYLES = "styles"


def changed_place(place: str, value: object) -> str:
    """One place and what it says now, on one line."""
    steps = place.split(".")
    words = [_word(".".join(steps[: k + 1])) for k in range(len(steps))]
    return f"{'·'.join(words)}：{_said(place, value)}"


def _word(place: str) -> str:
    table, _, name = place.rpartition(".")
    if table == STYLES:
        return style_name(name).zh
    # an ink is called as the layout calls it
    return name if table == "inks" else name_of(place).zh


def _said(place: str, value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Mapping):
        table = cast("Mapping[object, object]", value)
        return "，".join(
            f"{_word(f'{place}.{key}')} {_said(f'{place}.{key}', item)}"
            for key, item in table.items()
        )
    if isinstance(value, Sequence) and not isinstance(value, str):
        items = cast("Sequence[object]", value)
        return "；".join(_said(place, item) for item in items)
    return str(value)
