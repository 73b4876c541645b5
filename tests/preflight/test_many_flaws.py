"""A text full of slips is told soon and in few words: what a hostile or broken paste holds is not a
finding a character.
"""

from __future__ import annotations

import pytest
from patience import an_end

from layouts.errors import Source
from layouts.issue.article import Article, ArticleKind, Paragraph
from layouts.issue.text import Text
from layouts.preflight.text import MOST, flaws
from layouts.preflight.wording import of_article

HERE = Source("issue.md", 1)
MANY = 200_000
HOSTILE = {
    "closing brackets": "字" + ")" * MANY,
    "square ones": "字" + "]" * MANY,
    "closing quotes": "字" + "”" * MANY,
    "single quotes": "字" + "’" * MANY,
    "half labels": "1〕" * MANY,
    "stops and brackets": "。）" * MANY,
    "turned about": "](" * MANY,
    "opening marks of two kinds": "（“" * MANY,
    "opened and never closed": "（" * MANY,
    "opened, closed by others": "（" * MANY + "”" * MANY,
    "one quote after a word": "”好" * MANY,
    "a bracket that is never closed": "(" + "字" * MANY,
    "a straight quote that is never closed": '"' + "字" * MANY,
    "half-width commas": "字," * MANY,
    "doubled marks": "字，，" * MANY,
    "one long double": "，" * MANY,
    "placeholders": "某某某，" * MANY,
    "dates": "1 月2日" * MANY,
}


def article(string: str) -> Article:
    return Article(
        kind=ArticleKind.HEADLINE,
        title=Text("题"),
        blocks=(Paragraph(Text(string), HERE),),
        source=HERE,
    )


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_a_paragraph_of_slips_is_told_in_few_words(kind: str) -> None:
    with an_end():
        findings = of_article(article(HOSTILE[kind]))
    for code in {finding.code for finding in findings}:
        assert sum(finding.code == code for finding in findings) <= MOST + 1
    assert max((len(finding.zh) for finding in findings), default=0) < 200


def test_the_last_finding_of_a_kind_says_how_many_more_there_are() -> None:
    last = of_article(article("，某某某" * (MOST + 7)))[-1]
    assert "还有 7 处" in last.zh
    assert "7 like it" in last.en
    assert last.fix == ""


def test_as_many_as_are_told_are_told_without_a_word_of_more() -> None:
    found = flaws("，某某某" * MOST)
    assert len(found) == MOST
    assert not any(flaw.more for flaw in found)
