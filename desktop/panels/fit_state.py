"""Whether the issue on the pages ends where it is to end, for the chip and the inspector."""

from __future__ import annotations

from typing import NamedTuple

from desktop.fit_aims import aim_name
from desktop.panels.flow import PageFlow
from desktop.session import Session
from desktop.words import tr
from layouts.errors import FittingError
from layouts.fitting.aim import Aim, parse_aim
from layouts.fitting.ending import ending_of, rows_short
from layouts.issue.issue import Issue

SHEET = 4
"""Pages on one folded sheet: a binder wants a multiple of it."""


class FitState(NamedTuple):
    """`aim` is what the issue is fitted to, or its layout asks for; None where neither does.
    `rows` are those that are missing (+) or over (−), 0 where the aim is reached; `fill` is how
    much of the last page is filled, as fitting counts it.
    """

    pages: int
    aim: Aim | None
    rows: int
    fill: float = 0.0

    @property
    def ends_well(self) -> bool:
        """Whether it has an aim, and reaches it."""
        return self.aim is not None and not self.rows


NOWHERE = FitState(0, None, 0)


def fit_state(session: Session, flow: PageFlow) -> FitState:
    """How the pages shown end."""
    issue, layout, edition = session.issue, session.layout, flow.edition
    if issue is None or layout is None or edition is None:
        return NOWHERE
    pages = len(flow.pages)
    aim = aim_of_layer(issue)
    # what is fitted is as near as it comes; what is not is to fill its last page too
    asked = None if aim is not None else aim_written(layout.fit.aim)
    end = ending_of(edition, layout)
    rows = rows_short(aim, end, layout) if aim is not None else 0
    if asked is not None:
        rows = rows_short(asked, end, layout, filled=True)
    return FitState(pages, aim or asked, rows, end.fill)


def aim_of_layer(issue: Issue) -> Aim | None:
    """What an issue was fitted to; None where it was not, or one article alone."""
    return aim_written(issue.fitting.aim)


def aim_written(written: str) -> Aim | None:
    """An aim of pages as it is written; None where it is none."""
    try:
        aim = parse_aim(written) if written else None
    except FittingError:
        return None
    return aim if aim is not None and not aim.article else None


def chip_text(state: FitState, *, folded: bool) -> str:
    """What the chip says. Pages of `folded` sheets come in fours."""
    if not state.pages:
        return ""
    if state.aim is None:
        missing = -state.pages % SHEET if folded else 0
        if missing:
            return tr("差 {n} 页满 {all} 页", n=missing, all=state.pages + missing)
        return tr("整页适配")
    if state.ends_well:
        return tr("{aim} ✓", aim=aim_name(state.aim))
    if state.rows > 0:
        return tr("{aim}：差 {n} 行", aim=aim_name(state.aim), n=state.rows)
    return tr("{aim}：多 {n} 行", aim=aim_name(state.aim), n=-state.rows)


def chip_hint(state: FitState, *, folded: bool) -> str:
    """What the chip explains to who points at it."""
    missing = -state.pages % SHEET
    if state.aim is None and folded and missing:
        return tr(
            "本期 {pages} 页，再有 {missing} 页才是 4 的倍数，便于折页装订；点这里适配",
            pages=state.pages,
            missing=missing,
        )
    if state.aim is None:
        return tr("点这里，让末页排满，或者排成要的页数")
    if state.ends_well:
        return tr("这一期正好排到要的地方；点这里换一个目标")
    return tr("没有排到要的地方；点一下，重新适配")
