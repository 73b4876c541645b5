"""How an editor wants manuscripts brought in."""

from __future__ import annotations

from msgspec import Struct

from layouts.importing.wording import HouseWords

DEFAULT_MEASURE = 34.0
"""Characters a line where no layout is at hand: that of `jianbao-a4`."""


class ImportSettings(Struct, frozen=True):
    """`sections` are the names that the issue and its house have; `measure` is that of the layout
    in em. `house` has its words and rules; `tidies` says whether anything is tidied.
    `libreoffice` says that the editor agrees to have old Word files read by LibreOffice.
    """

    sections: tuple[str, ...] = ()
    measure: float = DEFAULT_MEASURE
    house: HouseWords | None = None
    tidies: bool = True
    libreoffice: bool = True
