"""How many paragraph ends are found in hard-wrapped text, and how many of those said are some."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterable

import pytest
from typeset_text import typeset

from layouts.importing.unwrapping import unwrap

ALL = os.environ.get("CI") == "true"


def ends_of(paragraphs: Iterable[str]) -> set[int]:
    """Where paragraphs end, counted in visible characters of the text."""
    ends, count = set(), 0
    for paragraph in paragraphs:
        count += len("".join(paragraph.split()))
        ends.add(count)
    return ends


class Score:
    """Counts ends found, said wrongly and missed."""

    def __init__(self) -> None:
        self.found = self.wrong = self.missed = 0

    def add(self, truth: Iterable[str], lines: list[str]) -> None:
        want = ends_of(truth)
        said = ends_of(paragraph.text for paragraph in unwrap(lines).paragraphs)
        assert max(said) == max(want), "a line of text was dropped, or one of the page kept"
        self.found += len(want & said)
        self.wrong += len(said - want)
        self.missed += len(want - said)

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.wrong)

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed)


@pytest.mark.parametrize(
    ("kind", "least"),
    [("indented", 0.995), ("blank", 0.995), ("neither", 0.93), ("narrow", 0.92)],
)
def test_text_wrapped_by_counting_characters(shared, figure, kind, least):
    maker = shared / "tools" / "hardwrap.py"
    if not maker.exists():
        pytest.skip("the maker of hard-wrapped text is not here")
    spec = importlib.util.spec_from_file_location("hardwrap", maker)
    hardwrap = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hardwrap)
    score = Score()
    for seed in range(300 if ALL else 60):
        made = hardwrap.make(seed, kind)
        score.add(made["paragraphs"], made["text"].split("\n"))
    figure(f"unwrapping, {kind}: precision {score.precision:.4f}, recall {score.recall:.4f}")
    assert score.precision >= least
    assert score.recall >= least


@pytest.mark.parametrize(
    ("kind", "least"),
    [("indented", 0.99), ("blank", 0.99), ("hidden", 0.97), ("neither", 0.95)],
)
def test_text_set_with_headings_words_and_marks_that_hang(figure, kind, least):
    score = Score()
    pages = (typeset(seed) for seed in range(600 if ALL else 150))
    for page in pages:
        if page.kind == kind:
            score.add(page.paragraphs, page.lines)
    figure(f"unwrapping, set, {kind}: precision {score.precision:.4f}, recall {score.recall:.4f}")
    assert score.precision >= least
    assert score.recall >= least


def test_real_text_copied_from_a_pdf(shared):
    """Three articles: titles and by-lines stand alone, the paragraphs between are whole."""
    folder = shared / "manuscripts"
    lines = (folder / "hard-wrapped.txt").read_text("utf-8").split("\n")
    texts = ["".join(one.text.split()) for one in unwrap(lines).paragraphs]
    source = (folder / "jiading-2023-12.md").read_text("utf-8").split("\n")
    true = {"".join(line.strip("# ").split()) for line in source}
    bylines = [text for text in texts if text.startswith("【供稿")]
    assert len(bylines) == 3
    headings = {"".join(line.strip("# ").split()) for line in source if line.startswith("#")}
    assert sum(text in headings for text in texts) >= 3
    bodies = [text for text in texts if len(text) > 40 and text not in headings]
    assert sum(text in true for text in bodies) >= 0.9 * len(bodies)
