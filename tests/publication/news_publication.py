"""A publication to try things with."""

import datetime

from layouts.issue.masthead import Colophon, Masthead
from layouts.publication import (
    Appears,
    FixedSection,
    LastBefore,
    NumberingRule,
    Publication,
    write_publication,
)

FRIDAY = datetime.date(2026, 11, 13)
WEEKLY = NumberingRule(
    appears=Appears.WEEKLY, weekday=5, before=LastBefore(number=14, total=850, date=FRIDAY)
)
NEWS = Publication(
    "澜汀书讯",
    sections=(
        FixedSection("本期关注", "季望舒"),
        FixedSection("书房动态", "谈小满"),
        FixedSection("简讯", "韩渡", optional=True),
    ),
    masthead=Masthead(issuer="澜汀市图书馆联盟"),
    colophon=Colophon(
        report_to="联盟理事会，市公共阅读促进中心", send_to="各成员馆", editor="季望舒", copies=260
    ),
    numbering=WEEKLY,
    presets=("print", "screen"),
)


def placed(folder, publication=NEWS):
    """A folder with a publication in it."""
    write_publication(folder, publication)
    return folder
