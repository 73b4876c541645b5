"""The layer of fitting in a manuscript, whose parts have no ids: they are named by the ids that
they get when it is read, in reading order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import asdict, replace

from layouts.issue.fitting import NO_FITTING, Fitting, put_right
from layouts.issue.ids import unnamed, with_ids
from layouts.issue.issue import Issue

PARTS = ("lines", "photos", "gaps", "headings")
"""The amounts of a layer that are told by ids."""


def fitting_said(issue: Issue) -> dict[str, object]:
    """The layer of an issue as its front matter says it; empty where it has none."""
    if issue.fitting == NO_FITTING:
        return {}
    counted = dict(_counted(issue))
    values, usual = asdict(put_right(issue.fitting)), asdict(NO_FITTING)
    for part in PARTS:
        values[part] = {
            counted[key]: amount for key, amount in values[part].items() if key in counted
        }
    return {key: value for key, value in values.items() if value != usual[key]}


def _counted(issue: Issue) -> Iterator[tuple[str, str]]:
    """The id of every part, and the one that it gets where nothing has any."""
    sections = tuple(
        replace(section, id="", articles=tuple(map(unnamed, section.articles)))
        for section in issue.sections
    )
    named = with_ids(replace(issue, sections=sections)).sections
    for old, new in zip(issue.sections, named, strict=True):
        yield old.id, new.id
        for one, other in zip(old.articles, new.articles, strict=True):
            yield one.id, other.id
            for block, same in zip(one.blocks, other.blocks, strict=True):
                yield block.id, same.id


def read_fitting(given: Mapping[str, object]) -> Fitting | None:
    """The layer that a front matter says, put right; None where it is none."""
    usual = asdict(NO_FITTING)
    if not given.keys() <= usual.keys():
        return None
    values: dict[str, object] = {**usual, **given}
    if not isinstance(values["aim"], str | int):
        return None
    values["aim"] = str(values["aim"])
    for key in ("leading", "size"):
        number = values[key]
        if isinstance(number, bool) or not isinstance(number, int | float):
            return None
        values[key] = float(number)
    for part in PARTS:
        amounts = _amounts(values[part])
        if amounts is None:
            return None
        values[part] = amounts
    return put_right(Fitting(**values))  # pyright: ignore[reportArgumentType], checked right above


def _amounts(value: object) -> dict[str, int] | None:
    if not isinstance(value, Mapping):
        return None
    found: dict[str, int] = {}
    for key, amount in value.items():  # pyright: ignore[reportUnknownVariableType]
        if not isinstance(key, str) or not isinstance(amount, int) or isinstance(amount, bool):
            return None
        found[key] = amount
    return found
