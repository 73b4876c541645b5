"""One number of a publication: masthead, sections and colophon."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from layouts.errors import Source
from layouts.issue.article import Section


class Masthead(Struct, frozen=True):
    """What the front page says of the issue (报头). Empty strings and None are fields not given."""

    publication: str = ""
    number: int | None = None
    total: int | None = None
    date: datetime.date | None = None
    issuer: str = ""
    secrecy: str = ""
    copy_number: str = ""


class Colophon(Struct, frozen=True):
    """What stands at the foot of the last page (报尾): distribution 报/送/发, editor, telephone, copies printed."""

    report_to: str = ""
    send_to: str = ""
    distribute_to: str = ""
    editor: str = ""
    telephone: str = ""
    copies: int | None = None

    def __bool__(self) -> bool:
        return bool(self.report_to or self.send_to or self.distribute_to or self.editor or self.telephone or self.copies)


class Accepted(Struct, frozen=True):
    """A finding that the editor lets stand: its key, and why (接受的理由)."""

    key: str
    reason: str


class Issue(Struct, frozen=True):
    """A whole issue. `layout` names the layout; `settings` are what it opens to editors (measure, punctuation …), validated by the house.

    `folder` is where the manuscript's relative photo paths start.
    """

    masthead: Masthead
    sections: tuple[Section, ...]
    folder: Path
    source: Source
    colophon: Colophon = Colophon()
    layout: str = "jianbao-a4"
    contents: bool = True
    settings: Mapping[str, object] = field(default_factory=dict[str, object])
    setting_sources: Mapping[str, Source] = field(default_factory=dict[str, Source])
    accepted: tuple[Accepted, ...] = ()
