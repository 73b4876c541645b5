"""The long work of a draft: pages as they stand now, whatever is found in them. In any thread."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import NamedTuple

from desktop.tasks import Progress
from desktop.words import spoken, tr
from layouts.errors import Finding
from layouts.house.layout import Layout
from layouts.issue.issue import Issue
from layouts.page.page import Edition
from layouts.parallel import cores


class DraftOrder(NamedTuple):
    """What a draft is made of: the issue, its pages where they are made already, and what is to be
    noted in it.
    """

    issue: Issue
    layout: Layout
    edition: Edition | None
    findings: tuple[Finding, ...]


def make_draft(order: DraftOrder, path: Path, moment: datetime.datetime, progress: Progress) -> str:
    """Write a draft; the sentence to show at the end. ExportError where the file cannot be
    written.
    """
    from fonts.catalogue import Catalogue
    from layouts.compose import compose
    from layouts.draft import draft_pdf
    from layouts.files import write_aside

    faces = Catalogue()
    edition = order.edition
    if edition is None:
        progress.step(0, 0, tr("正在排版"))
        edition = compose(order.issue, order.layout, faces)
    progress.check()

    def told(done: int, of: int) -> None:
        progress.step(done, of, tr("正在准备图片"))

    data = draft_pdf(
        edition,
        faces,
        moment,
        says=spoken,
        findings=order.findings,
        workers=cores(),
        told=told,
    )
    progress.check()
    write_aside(path, data)
    return tr("校样已导出：{name}，共 {n} 页", name=path.name, n=len(edition.pages))
