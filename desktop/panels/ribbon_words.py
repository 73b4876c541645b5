"""What the page flow says in words: titles in their runs, tool tips, what a screen reader reads."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.panels.flow import PageFlow
from desktop.panels.ribbon_geometry import RibbonHit
from desktop.panels.signs import level_name, sentence
from desktop.panels.tree.model import article_label
from desktop.session import Session
from desktop.words import tr
from layouts.errors import Finding
from layouts.issue.places import Place, article_at, place_of_article
from layouts.page.measures import FRONT, Run


class RibbonWords:
    """The words for runs and pages of a session's flow."""

    def __init__(self, session: Session, flow: PageFlow) -> None:
        self._session = session
        self._flow = flow

    def place(self, article: int) -> Place | None:
        """The place of an article by its number; None where the issue has it no longer."""
        issue = self._session.issue
        try:
            return place_of_article(issue, article) if issue is not None else None
        except IndexError:
            return None

    def name(self, run: Run) -> str:
        """What runs there: an article's title, or a fixed part."""
        if run.article < 0:
            return tr("报头与要目") if run.article == FRONT else tr("报尾")
        place, issue = self.place(run.article), self._session.issue
        return (
            article_label(article_at(issue, place))
            if place is not None and issue is not None
            else ""
        )

    def titles(self, page: int) -> dict[int, str]:
        """The titles of articles that begin on a page (from 0), by their numbers."""
        return {
            run.article: self.name(run)
            for run in self._flow.pages[page]
            if run.article >= 0 and self._flow.first.get(run.article) == page + 1
        }

    def description(self, page: int) -> str:
        """What a screen reader says of a page (from 1): its number and the articles on it."""
        names = dict.fromkeys(self.name(run) for run in self._flow.pages[page - 1])
        if self._flow.is_turned(page - 1):
            names[tr("横排转页")] = None
        return tr(
            "第 {page} 页，共 {count} 页：{articles}",
            page=page,
            count=len(self._flow.pages),
            articles=tr("、").join(names),
        )

    def told(self, hit: RibbonHit, findings: Iterable[Finding]) -> str:
        """The tool tip of what lies under a point, with what was found on its page."""
        page = tr("第 {page} 页", page=hit.page + 1)
        parts = [page]
        if hit.run is not None:
            parts = [self.name(hit.run), page]
            if hit.run.article >= 0:
                extent = self._flow.extents.get(hit.run.article, 0.0)
                parts.append(tr("全文 {pages} 页", pages=f"{extent:.1f}"))
        if self._flow.is_turned(hit.page):
            parts.append(tr("横排转页"))
        lines = [" · ".join(parts)]
        lines += [
            f"{level_name(finding.level)}{tr('：')}{sentence(finding)}" for finding in findings
        ]
        return "\n".join(lines)
