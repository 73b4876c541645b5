"""Whatever an issue holds, its article for WeChat says all of it once, in order, and keeps it."""

from __future__ import annotations

import sys
from pathlib import Path

import html5lib
from examples import examples
from hypothesis import HealthCheck, given, settings

sys.path.append(str(Path(__file__).parents[1] / "webpage"))

from random_issues import issues, source_text
from web_reading import words

from layouts.house.load import load_layout
from layouts.issue.issue import Issue
from layouts.webpage.look import look_of
from layouts.wechat.allowed import losses
from layouts.wechat.styles import styles_of
from layouts.wechat.writing import rich_text

LAYOUT = load_layout("jianbao-a4", {})
STYLES = styles_of(look_of(LAYOUT))
NOT_RUNNING = {
    STYLES[role]
    for role in ("behind", "sign", "label", "caption", "table-caption", "table-note", "notes-line")
} | {STYLES["head-cell-whole"], STYLES["colophon-cell"]}
"""What `source_text` has not: what is typed behind words, labels that are counted, captions, what
stands below tables and articles, masthead and colophon.
"""

some = settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))


def running(page) -> str:
    for one in list(page.iter()):
        for child in list(one):
            if child.get("style") in NOT_RUNNING:
                tail = child.tail
                child.clear()
                child.tail = tail
    return "".join(words(page).split())


@some
@given(issues())
def test_every_character_stands_once_in_the_order_of_reading(issue: Issue) -> None:
    html = rich_text(issue, LAYOUT)
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    assert running(parser.parseFragment(html)) == source_text(issue, LAYOUT.section_brackets)
    assert losses(html) == []
