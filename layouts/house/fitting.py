"""What fitting to pages may change in a layout ([fit]), and what it did laid over a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from msgspec import Struct

from layouts.house.declaring import Setting, SettingsTable
from layouts.house.kinds import NOWHERE, Flag, Length, Number, Refused, Scope, Whole
from layouts.house.layout import FitDesign
from layouts.house.read import read
from layouts.issue.fitting import Fitting
from layouts.messages.message import Sentence
from layouts.messages.settings import A_PAGES_AIM
from layouts.patterns import later


class PagesAim(Struct, frozen=True):
    """What an issue's pages are to come to, as it is written on the command line: `whole`, a number
    of pages, or a multiple; empty for nothing.
    """

    def expects(self) -> Sentence:
        """What a value must be, as the end of a sentence that refuses one."""
        return A_PAGES_AIM()

    def read(self, raw: object, scope: Scope) -> str:
        """The aim as written."""
        if not isinstance(raw, str) or not _PAGES_AIM().fullmatch(raw):
            raise Refused
        return raw


_PAGES_AIM = later(r"(whole|[1-9]\d{0,3}x?)?")

FIT = SettingsTable(
    {
        "aim": Setting(
            PagesAim(),
            "what issues in this layout are fitted to by themselves: `whole`, a number of pages, a "
            "multiple as `4x`; empty for nothing",
            "",
        ),
        "lines": Setting(Flag(), "paragraphs a line shorter or longer, where that shows not", True),
        "photos": Setting(
            Number(0, 0.2), "most that a photo's height may change, as a share of it", 0.08
        ),
        "gaps": Setting(Whole(0, 3), "rows more or less between two articles, run-in ones too", 1),
        "headings": Setting(
            Whole(0, 3),
            "rows more or less round headings of sections and articles, and round sub-headings",
            1,
        ),
        "leading": Setting(
            Number(0, 0.1), "most that the leading may change, as a share of it", 0.04
        ),
        "size": Setting(Length(0, 1), "most that the size of body text may change", "0.25pt"),
        "fill": Setting(
            Number(0, 1), "least part of the last page that is filled, its colophon counted", 0.7
        ),
    },
    FitDesign,
)


def with_fitting(document: Mapping[str, Any], fitting: Fitting) -> dict[str, Any]:
    """A document with the leading and the size of the body that fitting gave it, as far as it opens
    them. Fault where its [fit] or [grid] is none.
    """
    design = cast("FitDesign", read(FIT, document.get("fit", {}), ("fit",), NOWHERE))
    grid = dict(document["grid"])
    factor = _clamped(fitting.leading - 1.0, design.leading)
    points = _clamped(fitting.size, design.size)
    if factor:
        grid["leading"] *= 1.0 + factor
    if points:
        grid["size"] = Length(0, 1000).read(grid["size"], NOWHERE) + points
    return {**document, "grid": grid}


def _clamped(value: float, most: float) -> float:
    return max(-most, min(most, value))
