"""How an editor wants manuscripts brought in."""

from __future__ import annotations

from msgspec import Struct

from layouts.importing.tidying import ALL_RULES, TidyChoice
from layouts.importing.wording import HouseWords

DEFAULT_MEASURE = 34.0
"""Characters a line where no layout is at hand: that of `jianbao-a4`."""


class ImportSettings(Struct, frozen=True):
    """`sections` are the names that the issue and its house have, `measure` is that of the layout
    in em. `choice` says what is tidied. `house` has the word lists that what came in is held
    against, None for none.
    `libreoffice` says that the editor agrees to have old Word files read by LibreOffice.
    """

    sections: tuple[str, ...] = ()
    measure: float = DEFAULT_MEASURE
    choice: TidyChoice = ALL_RULES
    house: HouseWords | None = None
    libreoffice: bool = False


NOTHING_TIDIED = TidyChoice(frozenset())
"""The choice that leaves every text as it came."""
