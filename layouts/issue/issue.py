"""One number of a publication: masthead, sections and colophon."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from layouts.errors import Source
from layouts.issue.article import Section
from layouts.issue.cover import Cover
from layouts.issue.fitting import NO_FITTING, Fitting
from layouts.issue.layout_name import USUAL_LAYOUT
from layouts.issue.masthead import Colophon, Masthead


class Accepted(Struct, frozen=True):
    """A finding that the editor lets stand: its key, and why (接受的理由)."""

    key: str
    reason: str


class SetAside(Struct, frozen=True):
    """What was set while the issue was in another layout, kept for when it goes back to it."""

    settings: Mapping[str, object] = field(default_factory=dict[str, object])
    design: Mapping[str, object] = field(default_factory=dict[str, object])


class Issue(Struct, frozen=True):
    """A whole issue.

    `layout` names the layout; `settings` are what it opens to editors (measure, punctuation …),
    validated by the house. `design` is what this issue has otherwise than its layout (版式修改):
    values as a layout file would have them, by their place in it (`styles.headline.size`), arrays
    whole. `set_aside` keeps settings and design of layouts that it was in before, by their names.

    `cover` is its cover (封面), None where it has none.

    `fitting` is what fitting to whole pages changed (整页适配), a layer over all of it.

    `profile` says what kind of publication it is of: "" an official newsletter, "internal" printed
    internal material (内部资料).

    `setting_sources` say where a setting, a place of `design` and the layout's name were written.
    `folder` is where the manuscript's relative photo paths start.
    """

    masthead: Masthead
    sections: tuple[Section, ...]
    folder: Path
    source: Source
    colophon: Colophon = Colophon()
    layout: str = USUAL_LAYOUT
    contents: bool = True
    settings: Mapping[str, object] = field(default_factory=dict[str, object])
    setting_sources: Mapping[str, Source] = field(default_factory=dict[str, Source])
    accepted: tuple[Accepted, ...] = ()
    design: Mapping[str, object] = field(default_factory=dict[str, object])
    set_aside: Mapping[str, SetAside] = field(default_factory=dict[str, SetAside])
    profile: str = ""
    fitting: Fitting = NO_FITTING
    cover: Cover | None = None
