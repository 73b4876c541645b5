"""What came of fitting, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from layouts.fitting.aim import Aim, AimKind
from layouts.fitting.ladder import Attempt
from layouts.fitting.trial import Trial
from layouts.geometry import EPSILON
from layouts.messages import fitting as say
from layouts.messages.message import Message, Sentence

_AIMS: Mapping[AimKind, Message] = MappingProxyType(
    {
        AimKind.WHOLE: say.AIM_WHOLE,
        AimKind.PAGES: say.AIM_PAGES,
        AimKind.MULTIPLE: say.AIM_MULTIPLE,
        AimKind.SAVE: say.AIM_SAVE,
        AimKind.GAIN: say.AIM_GAIN,
        AimKind.ONE_PAGE: say.AIM_ONE_PAGE,
        AimKind.ONE_SPREAD: say.AIM_ONE_SPREAD,
    }
)


def is_answered(aim: Aim, trial: Trial) -> bool:
    """Whether a number of pages is one that was aimed at."""
    if aim.kind is AimKind.PAGES:
        return trial.pages == aim.number
    return aim.kind is not AimKind.MULTIPLE or trial.pages % aim.number == 0


def rows_away(aim: Aim, attempt: Attempt) -> int:
    """The rows that are missing (+) or over (−)."""
    trial = attempt.trial
    if attempt.is_met:
        # as near as the breaks of the issue let it come
        return (aim.number - trial.pages) * trial.capacity
    return sum(attempt.goal.needs(trial).values())


def aim_said(aim: Aim) -> Sentence:
    """An aim in words."""
    return _AIMS[aim.kind](number=aim.number)


def outcome(aim: Aim, base: Trial, trial: Trial, count: int, rows: int) -> Sentence:
    """What came of so many changes, in a sentence; `rows` are missing (+) or over (−)."""
    if rows and aim.article:
        short = say.ARTICLE_NOT_FITTED if count else say.ARTICLE_NOT_FITTED_UNCHANGED
        return short(aim=aim_said(aim), count=count, rows=abs(rows))
    if rows:
        if rows > 0:
            told = say.ROWS_MISSING if count else say.ROWS_MISSING_UNCHANGED
        else:
            told = say.ROWS_OVER if count else say.ROWS_OVER_UNCHANGED
        characters = _about(abs(rows) * trial.layout.grid.measure)
        return told(
            aim=aim_said(aim),
            count=count,
            rows=abs(rows),
            pages=trial.pages,
            characters=characters,
        )
    if aim.article:
        return say.ARTICLE_FITTED(aim=aim_said(aim), count=count)
    fitted = (
        say.FITTED(before=base.pages, pages=trial.pages, fill=trial.fill, count=count)
        if count
        else say.FITTED_ALREADY(pages=trial.pages, fill=trial.fill)
    )
    least = trial.layout.fit.fill
    if trial.fill < least - EPSILON:
        return say.FITTED_SPARSELY(fitted=fitted, least=least)
    return fitted


def _about(characters: float) -> int:
    """A number of characters as one would say it: nobody counts them one by one."""
    return round(characters / 10) * 10 or round(characters)
