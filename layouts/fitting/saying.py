"""What fitting did, in sentences and as changes that can be taken one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from layouts.fitting.aim import Aim, AimKind
from layouts.fitting.change import FitChange, Rung
from layouts.fitting.ladder import Attempt
from layouts.fitting.possible import Possible
from layouts.fitting.trial import Trial
from layouts.geometry import EPSILON
from layouts.messages import fitting as say
from layouts.messages.message import Message, Sentence

_SAID: Mapping[tuple[Rung, bool], Message] = MappingProxyType(
    {
        (Rung.LINES, False): say.LINES_LESS,
        (Rung.LINES, True): say.LINES_MORE,
        (Rung.PHOTOS, False): say.PHOTO_LOWER,
        (Rung.PHOTOS, True): say.PHOTO_HIGHER,
        (Rung.GAPS, False): say.GAP_LESS,
        (Rung.GAPS, True): say.GAP_MORE,
        (Rung.HEADINGS, False): say.HEADING_LESS,
        (Rung.HEADINGS, True): say.HEADING_MORE,
    }
)

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


def changes_of(attempt: Attempt) -> tuple[FitChange, ...]:
    """The changes of an attempt in reading order, those of the whole issue first."""
    fitting = attempt.trial.fitting
    return (
        *_of_issue(fitting.leading, fitting.size),
        *map(_change, sorted(attempt.chosen, key=_reading)),
    )


def _of_issue(leading: float, size: float) -> Iterator[FitChange]:
    if leading != 1.0:
        said = say.LEADING(share=leading - 1.0)
        yield FitChange(Rung.LEADING, "", None, 1, leading, said.zh, said.en)
    if size:
        said = say.SIZE(points=size)
        yield FitChange(Rung.SIZE, "", None, 1, size, said.zh, said.en)


def _reading(one: Possible) -> tuple[int, int, Rung]:
    return one.page, one.article, one.rung


def _change(one: Possible) -> FitChange:
    said = _SAID[one.rung, one.is_more](text=one.text, count=abs(one.amount))
    return FitChange(one.rung, one.id, one.place, one.page, one.amount, said.zh, said.en)


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


def outcome(aim: Aim, base: Trial, attempt: Attempt, rows: int) -> Sentence:
    """What came of it, in a sentence; `rows` are missing (+) or over (−)."""
    trial, count = attempt.trial, len(changes_of(attempt))
    if rows:
        told = say.ROWS_MISSING if rows > 0 else say.ROWS_OVER
        return told(aim=aim_said(aim), count=count, rows=abs(rows), pages=trial.pages)
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
