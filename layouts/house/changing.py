"""Another layout for an issue (更换版式): nothing that was set is lost, and going back brings all
of it back.

A setting goes along where the new layout takes it. What it does not take is kept aside under the
name of the layout it was set in, and so is the design, which belongs to that layout alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from layouts.house.load import refusal
from layouts.house.overlay import same_value
from layouts.issue.fitting import NO_FITTING
from layouts.issue.issue import Issue, SetAside

NOTHING = SetAside()


class Changed(NamedTuple):
    """An issue in another layout, with the names of the settings and the places of the design that
    this one does not take: they are kept aside.
    """

    issue: Issue
    settings: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def change_layout(issue: Issue, name: str) -> Changed:
    """Set an issue in another layout. LayoutError where there is none of this name, or it is wrong.

    Back in a layout it was in before, the issue is as it was there: values that were set in it go
    before those that come along.
    """
    if name == issue.layout:
        return Changed(issue)
    # rows and lines that fitting gave and took are those of the layout it was in
    bare = replace(
        issue, layout=name, settings={}, design={}, setting_sources={}, fitting=NO_FITTING
    )
    if (wrong := refusal(bare)) is not None:
        raise wrong
    own = issue.set_aside.get(name, NOTHING)
    there = replace(bare, design=own.design)
    if refusal(there) is not None:  # the layout is another than it was: it stays aside
        there = bare
    settings = _taken(there, [*own.settings.items(), *_coming(issue, name)])
    sources = {
        key: source
        for key, source in issue.setting_sources.items()
        if key in settings and same_value(issue.settings.get(key), settings[key])
    }
    aside = _still_aside(issue, name, settings, NOTHING.design if there.design else own.design)
    there = replace(there, settings=settings, setting_sources=sources, set_aside=aside)
    left = tuple(key for key in issue.settings if key not in settings)
    return Changed(there, left, tuple(issue.design))


def _coming(issue: Issue, name: str) -> Iterator[tuple[str, object]]:
    """Settings that come along: those of the issue, then what other layouts did not take."""
    yield from issue.settings.items()
    for layout, kept in issue.set_aside.items():
        if layout != name:
            yield from kept.settings.items()


def _taken(issue: Issue, offered: list[tuple[str, object]]) -> dict[str, object]:
    """Those of the settings that an issue's layout takes, the first of each name."""
    taken: dict[str, object] = {}
    for key, value in offered:
        if key not in taken and refusal(replace(issue, settings={**taken, key: value})) is None:
            taken[key] = value
    return taken


def _still_aside(
    issue: Issue, name: str, taken: Mapping[str, object], design: Mapping[str, object]
) -> dict[str, SetAside]:
    """What is kept aside now, by layout: all that was set or aside and is not taken."""
    before = {
        **issue.set_aside,
        issue.layout: SetAside(issue.settings, issue.design),
        name: SetAside(issue.set_aside.get(name, NOTHING).settings, design),
    }
    aside = {
        layout: SetAside(
            {
                key: value
                for key, value in kept.settings.items()
                if key not in taken or not same_value(value, taken[key])
            },
            kept.design,
        )
        for layout, kept in sorted(before.items())
    }
    return {layout: kept for layout, kept in aside.items() if kept != NOTHING}
