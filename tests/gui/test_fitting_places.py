"""Where on pages a change of fitting is marked."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.dialogs.fitting.places import AIR, marked_places
from layouts.compose import compose
from layouts.fitting.listing import changes_in
from layouts.house.load import layout_of
from layouts.issue.article import Subheading
from layouts.issue.fitting import Fitting
from layouts.issue.ids import with_ids
from layouts.issue.places import articles
from layouts.manuscript import read_manuscript

TEXT = "要逐项检查，逐项整改，做到件件有着落，事事有回音。" * 4


def test_a_sub_heading_with_more_air_is_marked_and_not_the_headline(catalogue, tmp_path):
    path = tmp_path / "issue.md"
    path.write_text(
        f"---\nlayout: jianbao-a4\n---\n\n## 【工作】\n\n### 安全生产\n\n{TEXT}\n\n"
        f"#### 一、提高认识\n\n{TEXT}\n",
        encoding="utf-8",
    )
    issue = with_ids(read_manuscript(path)[0])
    ((_, article),) = articles(issue)
    (heading,) = (block for block in article.blocks if isinstance(block, Subheading))
    fitted = replace(issue, fitting=Fitting(headings={heading.id: 1}))
    edition = compose(fitted, layout_of(fitted), catalogue)
    (marked,) = marked_places(edition, fitted, changes_in(fitted))
    (line,) = (one for one in edition.pages[marked.page].lines if one.text == "一、提高认识")
    assert marked.area.left() + AIR == line.x
    assert marked.area.bottom() - AIR <= line.y + line.size
    assert marked.area.top() + AIR >= line.y - line.size
