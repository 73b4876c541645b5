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
from layouts.messages.message import Message
from layouts.messages.tidying import (
    TIDY_DASH,
    TIDY_DATES,
    TIDY_DOUBLED_MARKS,
    TIDY_ELLIPSIS,
    TIDY_FULL_WIDTH_MARKS,
    TIDY_HALF_WIDTH_DIGITS,
    TIDY_LIST_LABELS,
    TIDY_PRIVATE_USE,
    TIDY_QUOTES_PAIRED,
    TIDY_RADICALS,
    TIDY_REPEATED_TITLE,
    TIDY_SOFT_HYPHENS,
    TIDY_SPACES_BETWEEN_HANZI,
    TIDY_TABS_AND_BULLETS,
    TIDY_ZERO_WIDTH,
)

LIST_LABELS = "list-labels"
REPEATED = "repeated-title"


def _rule(name: str, about: Message, *finders: Finder) -> TidyRule:
    return TidyRule(name, *about(), finders)


RULES: tuple[TidyRule, ...] = (
    _rule("radicals", TIDY_RADICALS, radicals),
    _rule("private-use", TIDY_PRIVATE_USE, private_use),
    _rule("zero-width", TIDY_ZERO_WIDTH, zero_width),
    _rule("soft-hyphens", TIDY_SOFT_HYPHENS, soft_hyphens),
    _rule("half-width-digits", TIDY_HALF_WIDTH_DIGITS, half_width_forms),
    _rule("quotes-paired", TIDY_QUOTES_PAIRED, double_quotes, single_quotes),
    _rule("ellipsis", TIDY_ELLIPSIS, ellipses),
    _rule("dash", TIDY_DASH, dashes, subtitle_dash),
    _rule("full-width-marks", TIDY_FULL_WIDTH_MARKS, small_forms, half_brackets, half_marks),
    _rule("doubled-marks", TIDY_DOUBLED_MARKS, doubled_marks),
    _rule("dates", TIDY_DATES, mixed_dates),
    _rule("tabs-and-bullets", TIDY_TABS_AND_BULLETS, tabs_and_bullets),
    _rule(LIST_LABELS, TIDY_LIST_LABELS, list_labels),
    _rule("spaces-between-hanzi", TIDY_SPACES_BETWEEN_HANZI, needless_spaces),
    _rule(REPEATED, TIDY_REPEATED_TITLE),
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
