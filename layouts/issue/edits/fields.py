"""Masthead, colophon and what is set for the whole issue; the numbers of the next one."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple, TypeVar, cast

from msgspec import ValidationError, convert
from msgspec.structs import asdict, fields, replace

from layouts.issue.edits.edited import Edited
from layouts.issue.edits.typed import one_line
from layouts.issue.issue import Colophon, Issue, Masthead
from layouts.issue.masthead import PROFILES
from layouts.issue.openable import OPEN_PLACES

Fields = TypeVar("Fields", Masthead, Colophon)


def set_masthead_field(issue: Issue, name: str, value: object) -> Edited:
    """Set a field of the masthead.

    LookupError for a name it does not have, TypeError for a value of another type.
    """
    new = _with_field(issue.masthead, name, value)
    return Edited(issue if new == issue.masthead else replace(issue, masthead=new))


def set_colophon_field(issue: Issue, name: str, value: object) -> Edited:
    """Set a field of the colophon.

    LookupError for a name it does not have, TypeError for a value of another type.
    """
    new = _with_field(issue.colophon, name, value)
    return Edited(issue if new == issue.colophon else replace(issue, colophon=new))


def set_profile(issue: Issue, profile: str) -> Edited:
    """Say what kind of publication the issue is of. LookupError for a kind nobody knows."""
    if profile not in PROFILES:
        raise LookupError(f"no profile {profile!r}")
    return Edited(issue if profile == issue.profile else replace(issue, profile=profile))


def set_contents(issue: Issue, shown: bool) -> Edited:
    """Say whether the issue has a list of contents."""
    return Edited(issue if shown == issue.contents else replace(issue, contents=shown))


def set_setting(issue: Issue, name: str, value: object) -> Edited:
    """Set what the layout opens to editors, unchecked as a manuscript's settings are; None gives it
    back to the layout.

    What no longer comes from a line of the manuscript loses its source.
    """
    same = name in issue.settings and _is_same(issue.settings[name], value)
    if same or (value is None and name not in issue.settings):
        return Edited(issue)
    settings = {key: old for key, old in issue.settings.items() if key != name}
    sources = {key: source for key, source in issue.setting_sources.items() if key != name}
    return Edited(
        replace(
            issue,
            settings=settings if value is None else {**settings, name: value},
            setting_sources=sources,
        )
    )


def set_design(issue: Issue, place: str, value: object) -> Edited:
    """Have the issue's layout otherwise at a place (`styles.headline.size`), unchecked as settings
    are; None gives it back to the layout.

    An array is replaced whole; of a table the keys given. What the editor has set for the same
    place goes: the layout leaves it open, and it would hide the new value.
    """
    value = _plain(value)
    opened = next((name for name, stands in OPEN_PLACES.items() if stands == place), "")
    if opened in issue.settings and value is not None:
        issue = set_setting(issue, opened, None).issue
    # None where the layout decides: nothing an issue has otherwise is None
    if _is_same(issue.design.get(place), value):
        return Edited(issue)
    design = {key: kept for key, kept in issue.design.items() if key != place}
    sources = {key: kept for key, kept in issue.setting_sources.items() if key != place}
    if value is not None:
        design = dict(sorted({**design, place: value}.items()))
    return Edited(replace(issue, design=design, setting_sources=sources))


def reset_design(issue: Issue) -> Edited:
    """Give everything that the issue has otherwise back to its layout."""
    if not issue.design:
        return Edited(issue)
    sources = {key: old for key, old in issue.setting_sources.items() if key not in issue.design}
    return Edited(replace(issue, design={}, setting_sources=sources))


def _plain(value: object) -> object:
    """A value of plain types, as files hold it: a picture's name in a layout's document is a string
    that knows its folder.
    """
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in cast("Mapping[str, object]", value).items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in cast("list[object]", value)]
    return value


def _is_same(one: object, other: object) -> bool:
    """Whether two values would be written alike: 1, 1.0 and True are equal, and not the same."""
    return repr(one) == repr(other)


class Numbers(NamedTuple):
    """The number of an issue in its year and over all years; None where unknown."""

    number: int | None
    total: int | None


def next_numbers(masthead: Masthead, today: datetime.date) -> Numbers:
    """The numbers of the issue after this one: one more, but the first of a new year is 1 again.

    The total goes on.
    """
    new_year = masthead.date is not None and today.year > masthead.date.year
    number = 1 if new_year or masthead.number is None else masthead.number + 1
    return Numbers(number, None if masthead.total is None else masthead.total + 1)


def _with_field(old: Fields, name: str, value: object) -> Fields:
    if name not in {field.name for field in fields(old)}:
        raise LookupError(f"no field {name!r}")
    given: dict[str, object] = {
        **asdict(old),
        name: one_line(value) if isinstance(value, str) else value,
    }
    try:
        # checks what `replace` takes unseen
        return convert(given, type(old))
    except ValidationError as error:
        raise TypeError(f"{name}: {error}") from error
