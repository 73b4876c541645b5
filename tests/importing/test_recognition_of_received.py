"""Recognition held against the manuscripts that stand beside the repository: texts as they were
sent in, and two whole issues as raw text.
"""

import json
import re
from pathlib import Path

import pytest
from typed_text import headings, paragraphs, recognised

from layouts.importing.recognition import AsideKind, Recognition
from layouts.manuscript.imports import import_articles

SECTIONS = ("国企动态", "简讯")


def test_every_text_that_was_sent_in_is_recognised(shared: Path) -> None:
    folder = shared / "manuscripts" / "received"
    expected = json.loads((folder / "expected.json").read_text("utf8"))
    wrong = {
        name: (wanted, got)
        for name, wanted in expected.items()
        if (
            got := counts(recognised((folder / f"{name}.txt").read_text("utf8"), *SECTIONS), wanted)
        )
        != wanted
    }
    assert expected
    assert wrong == {}


def counts(found: Recognition, wanted: dict[str, object]) -> dict[str, object]:
    """Title, by-line, paragraphs, sub-headings, captions and articles, as far as asked for."""
    first = found.articles[0]
    got = {
        "T": first.article.title.string or None,
        "B": first.byline_raw or None,
        "P": sum(len(paragraphs(known)) for known in found.articles),
        "H": sum(len(headings(known)) for known in found.articles),
        "D": first.article.date.isoformat() if first.article.date else None,
        "K": sum(aside.kind is AsideKind.CAPTION for aside in found.asides),
        "A": len(found.articles),
    }
    return {key: got[key] for key in wanted}


@pytest.mark.parametrize("name", ["jiading-2023-12.md", "jiading-2025-14.md"])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_the_raw_text_of_a_whole_issue_has_the_articles_of_its_manuscript(
    shared: Path, name: str, gap: str
) -> None:
    path = shared / "manuscripts" / name
    found = recognised(raw_text(path.read_text("utf8"), gap))
    wanted = [arrival.article for arrival in import_articles(path).arrivals]
    assert [known.article.title.string for known in found.articles] == [
        article.title.string for article in wanted
    ]
    assert [known.article.byline for known in found.articles] == [
        article.byline for article in wanted
    ]
    assert [known.article.kind for known in found.articles] == [article.kind for article in wanted]
    sections = [arrival.section for arrival in import_articles(path).arrivals]
    assert [known.section for known in found.articles] == sections


def raw_text(markdown: str, gap: str) -> str:
    """The characters of a manuscript without its markup."""
    body = markdown.split("---\n", 2)[2] if markdown.startswith("---") else markdown
    body = re.sub(r"(?m)^#+ *|^!\[.*$|\*\*", "", body)
    return gap.join(filter(None, map(str.strip, body.split("\n"))))
