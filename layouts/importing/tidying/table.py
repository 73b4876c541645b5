"""All rules, in the order in which they are applied."""

from __future__ import annotations

from msgspec import Struct

from layouts.importing.tidying.dashes import dashes, subtitle_dash
from layouts.importing.tidying.dates import mixed_dates
from layouts.importing.tidying.dots import ellipses
from layouts.importing.tidying.doubled import doubled_marks
from layouts.importing.tidying.forms import (
    half_width_forms,
    private_use,
    radicals,
    soft_hyphens,
    zero_width,
)
from layouts.importing.tidying.gaps import needless_spaces
from layouts.importing.tidying.half_width import half_brackets, half_marks, small_forms
from layouts.importing.tidying.openings import list_labels, tabs_and_bullets
from layouts.importing.tidying.quotes import double_quotes, single_quotes
from layouts.importing.tidying.rule import Finder, TidyRule
from layouts.messages import tidying as said
from layouts.messages.message import Message

LIST_LABELS = "list-labels"
REPEATED = "repeated-title"


def _rule(name: str, about: Message, *finders: Finder) -> TidyRule:
    return TidyRule(name, *about(), finders)


RULES: tuple[TidyRule, ...] = (
    _rule("radicals", said.RADICALS, radicals),
    _rule("private-use", said.PRIVATE_USE, private_use),
    _rule("zero-width", said.ZERO_WIDTH, zero_width),
    _rule("soft-hyphens", said.SOFT_HYPHENS, soft_hyphens),
    _rule("half-width-digits", said.HALF_WIDTH_DIGITS, half_width_forms),
    _rule("quotes-paired", said.QUOTES_PAIRED, double_quotes, single_quotes),
    _rule("ellipsis", said.ELLIPSIS, ellipses),
    _rule("dash", said.DASH, dashes, subtitle_dash),
    _rule("full-width-marks", said.FULL_WIDTH_MARKS, small_forms, half_brackets, half_marks),
    _rule("doubled-marks", said.DOUBLED_MARKS, doubled_marks),
    _rule("dates", said.DATES, mixed_dates),
    _rule("tabs-and-bullets", said.TABS_AND_BULLETS, tabs_and_bullets),
    _rule(LIST_LABELS, said.LIST_LABELS, list_labels),
    _rule("spaces-between-hanzi", said.SPACES_BETWEEN_HANZI, needless_spaces),
    _rule(REPEATED, said.REPEATED_TITLE),
)
"""An earlier rule makes the marks that a later one looks at; `repeated-title` is the article's."""

RULE_NAMES = frozenset(rule.name for rule in RULES)


class TidyChoice(Struct, frozen=True):
    """Which rules are applied, by their names, and how the house numbers lists (one of
    `LIST_STYLES`; empty: as each manuscript does).
    """

    names: frozenset[str] = RULE_NAMES
    list_style: str = ""

    def without(self, *names: str) -> TidyChoice:
        """The same choice with some rules switched off."""
        return TidyChoice(self.names - set(names), self.list_style)


ALL_RULES = TidyChoice()
