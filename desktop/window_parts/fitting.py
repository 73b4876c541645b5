"""整页适配 in the window: the issue made to end at the foot of a page, one article made shorter,
and what fitting changed taken off.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.fit_aims import aim_name
from desktop.panels.fit_state import SHEET, fit_state
from desktop.panels.flow import flow_of
from desktop.window_parts.giving_way import give_way
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.fitting.aim import Aim, AimKind
from layouts.fitting.layer import without_fitting
from layouts.issue.fitting import NO_FITTING
from layouts.issue.places import article_at

if TYPE_CHECKING:
    from desktop.dialogs.fitting import FittingDialog
    from desktop.dialogs.fitting.work import FittingTrial

FEWER, MORE = 2, 1
"""Rows that "save two lines" and "gain a line" ask for."""


class FittingActs(QObject):
    """What the menu of fitting, the tool bar and the chip of the status bar do."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services, self._session = services, services.session

    # -- the issue ---------------------------------------------------------------------------------

    def open(self) -> None:
        """Fit to what was aimed at last, and show what comes of it."""
        state = fit_state(self._session, flow_of(self._session))
        self.fit_to(state.aim or Aim())

    def fit_to(self, aim: Aim) -> None:
        """Fit to an aim, and show what comes of it."""
        from desktop.dialogs.fitting import FittingDialog

        if self._session.issue is None or self._session.refuses():
            return
        there = FittingDialog.of_window(self._services)
        dialog = FittingDialog.show_for(self._services, aim)
        if there is None:
            dialog.shown.connect(partial(self._give_way, dialog))

    def _give_way(self, dialog: FittingDialog) -> None:
        """Show the place of an edit; one click brings the dialog back."""
        words = tr("适配结果先收起来了"), tr("回到适配")
        give_way(dialog, self._services, words, dialog.show)

    def fit_pages(self) -> None:
        """Fit to as many pages as there are now: the dialog asks for another number."""
        pages = len(flow_of(self._session).pages)
        self.fit_to(Aim(AimKind.PAGES, max(1, pages)))

    def fit_sheets(self) -> None:
        """Fit to whole folded sheets."""
        self.fit_to(Aim(AimKind.MULTIPLE, SHEET))

    def again(self) -> None:
        """Fit once more to what the issue was fitted to, and take that at once; where it is not
        reached, show what comes of it.
        """
        from desktop.dialogs.fitting.work import tried

        issue = self._session.issue
        aim = fit_state(self._session, flow_of(self._session)).aim
        if issue is None or aim is None or self._session.refuses():
            return
        task = self._services.tasks.run(
            partial(tried, issue, aim), self._take_again, self._services.fail
        )
        self._services.watch(task, tr("正在适配：{aim}", aim=aim_name(aim)))

    def _take_again(self, trial: FittingTrial) -> None:
        from desktop.dialogs.fitting.work import with_changes

        fitted = trial.fitted
        if not fitted.is_reached or trial.issue is not self._session.issue:
            self.fit_to(fitted.aim)
            return
        self._session.do(tr("整页适配"), with_changes(trial, fitted.changes))
        sentence = tr("已适配：{aim}，改动 {n} 处", aim=aim_name(fitted.aim), n=len(fitted.changes))
        self._services.offered.emit(sentence, tr("撤销"), self._session.stack.undo)

    def take_off(self) -> None:
        """The issue as its editors wrote it."""
        issue = self._session.issue
        if issue is None:
            return
        if issue.fitting == NO_FITTING:
            self._services.say(tr("这一期没有适配调整"))
        else:
            self._session.do(tr("去掉适配调整"), without_fitting(issue))

    # -- one article -------------------------------------------------------------------------------

    def save_lines(self) -> None:
        """The article selected two rows shorter."""
        self._fit_article(AimKind.SAVE, FEWER)

    def gain_line(self) -> None:
        """The article selected a row longer."""
        self._fit_article(AimKind.GAIN, MORE)

    def on_one_page(self) -> None:
        """The article selected on one page."""
        self._fit_article(AimKind.ONE_PAGE)

    def on_one_spread(self) -> None:
        """The article selected on two pages that face each other."""
        self._fit_article(AimKind.ONE_SPREAD)

    def _fit_article(self, kind: AimKind, number: int = 0) -> None:
        issue, place = self._session.issue, self._session.selection.place
        if issue is None or place is None or place.article is None or self._session.refuses():
            return
        self.fit_to(Aim(kind, number, article_at(issue, place).id))
