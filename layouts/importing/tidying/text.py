"""One text tidied."""

from __future__ import annotations

from collections.abc import Iterator

from layouts.importing.tidying.apply import changed, changed_string
from layouts.importing.tidying.passage import PassageRole, TidyPassage
from layouts.importing.tidying.rule import Mending, Tidied
from layouts.importing.tidying.table import ALL_RULES, RULES, TidyChoice
from layouts.issue.text import Text

ROUNDS = 8
"""A rule may make what an earlier one looks for, so all are applied until nothing changes; real
texts need one round and another that finds nothing.
"""

AROUND = 6
"""Characters on either side of a change that a report shows."""


def tidy_text(
    text: Text, choice: TidyChoice = ALL_RULES, role: PassageRole = PassageRole.BODY
) -> tuple[Text, tuple[Tidied, ...]]:
    """A text with the chosen rules applied, and what they changed; the same object where nothing
    did.

    Tidied twice it is what it is once.
    """
    told: list[Tidied] = []
    for _ in range(ROUNDS):
        before = text
        text = _round(text, choice, role, told)
        if text is before:
            break
    return text, tuple(told)


def _round(text: Text, choice: TidyChoice, role: PassageRole, told: list[Tidied]) -> Text:
    for rule in RULES:
        if rule.name not in choice.names:
            continue
        for find in rule.finders:
            changes = list(find(TidyPassage(text.string, role, choice.list_style)))
            if changes:
                told += _told(rule.name, text.string, changes)
                text = changed(text, changes)
    return text


def _told(name: str, string: str, changes: list[Mending]) -> Iterator[Tidied]:
    """Each change with the characters around it, these as they are after the whole rule."""
    for index, (start, end, _) in enumerate(changes):
        first, last = max(0, start - AROUND), min(len(string), end + AROUND)
        near = changes[max(0, index - AROUND) : index + AROUND + 1]
        inside = [
            Mending(change.start - first, change.end - first, change.new)
            for change in near
            if first <= change.start and change.end <= last
        ]
        before = string[first:last]
        yield Tidied(name, before, changed_string(before, inside))
