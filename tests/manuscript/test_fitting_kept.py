"""The layer of fitting in a manuscript, whose parts are counted as they come."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from layouts.errors import ManuscriptError
from layouts.issue.fitting import NO_FITTING, Fitting
from layouts.issue.ids import IdsGiven, with_ids
from layouts.issue.issue import Issue
from layouts.manuscript import read_manuscript
from layouts.manuscript.write import manuscript_text
from resources import resource


def read(folder: Path, text: str) -> Issue:
    path = folder / "issue.md"
    path.write_text(text, "utf8")
    return read_manuscript(path)[0]


def sample() -> Issue:
    return read_manuscript(resource("sample/issue.md"))[0]


def test_a_layer_comes_back(tmp_path: Path) -> None:
    layer = Fitting("8", {"b2": -1, "b5": 1}, {"p1": 1}, {"a2": -1}, {"s2": 1}, 0.966778, -0.25)
    issue = replace(with_ids(sample()), fitting=layer)
    assert read(tmp_path, manuscript_text(issue)).fitting == layer


def test_ids_are_counted_anew(tmp_path: Path) -> None:
    """An issue that was edited has other numbers than its manuscript: the same blocks are meant."""
    given = IdsGiven()
    given.note(["b700", "a70"])
    issue = with_ids(sample(), given)
    block = next(
        block
        for article in issue.sections[1].articles
        for block in article.blocks
        if block.id.startswith("b")
    )
    fitted = replace(issue, fitting=Fitting("whole", {block.id: 1}))
    back = read(tmp_path, manuscript_text(fitted))
    (name,) = back.fitting.lines
    again = next(
        other
        for section in back.sections
        for article in section.articles
        for other in article.blocks
        if other.id == name
    )
    assert again.text.string == block.text.string


def test_an_issue_without_a_layer_says_nothing_of_it() -> None:
    assert "fitting" not in manuscript_text(with_ids(sample()))
    assert sample().fitting is NO_FITTING


@pytest.mark.parametrize(
    "said",
    [
        "fitting: 3",
        "fitting: {row: 1}",
        "fitting: {lines: [b1]}",
        "fitting: {lines: {b1: much}}",
        "fitting: {leading: wide}",
        "fitting: {size: true}",
    ],
)
def test_what_no_fitting_writes_is_refused_with_its_line(tmp_path: Path, said: str) -> None:
    with pytest.raises(ManuscriptError, match=r"issue\.md:3"):
        read(
            tmp_path, f"---\npublication: 简报\n{said}\n---\n\n## 【要闻】\n\n### 题目\n\n正文。\n"
        )


def test_hostile_amounts_are_put_right(tmp_path: Path) -> None:
    said = "fitting: {leading: .nan, size: 1000000000.0, lines: {b1: 99999999}}"
    issue = read(tmp_path, f"---\n{said}\n---\n\n## 【要闻】\n\n### 题目\n\n正文。\n")
    assert issue.fitting == Fitting(lines={"b1": 2}, size=1.0)
