"""A publication for the tests of the window: its folder, as an office would share it."""

from __future__ import annotations

import datetime
from pathlib import Path

from layouts.issue.masthead import Colophon, Masthead
from layouts.publication import (
    Appears,
    FixedSection,
    LastBefore,
    NumberingRule,
    Publication,
    write_publication,
)

SECTIONS = ("领导关注", "重点工作", "经验与交流", "简讯")

DAY = datetime.date(2026, 11, 30)
"""A Monday: the editor's day in these tests."""


def publication(**changes) -> Publication:
    """云栖书讯: fourteen issues so far, one on the 5th and 20th of each month."""
    values = {
        "name": "云栖书讯",
        "sections": tuple(FixedSection(name) for name in SECTIONS),
        "masthead": Masthead(issuer="云栖市图书馆联盟"),
        "colophon": Colophon(report_to="市文旅局", editor="王芳", copies=300),
        "numbering": NumberingRule(
            appears=Appears.MONTHLY,
            month_days=(5, 20),
            before=LastBefore(14, 850, datetime.date(2026, 11, 20)),
        ),
    }
    return Publication(**{**values, **changes})


def founded(folder: Path, **changes) -> Path:
    """The folder of that publication."""
    folder.mkdir(parents=True, exist_ok=True)
    write_publication(folder, publication(**changes))
    return folder
