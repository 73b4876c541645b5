"""Whatever an issue holds, its page says all of it once, in the order of reading."""

from __future__ import annotations

import sys
from pathlib import Path

from examples import examples
from hypothesis import HealthCheck, given, settings

sys.path.append(str(Path(__file__).parents[1] / "webpage"))

from random_issues import issues, source_text
from web_reading import only, parsed, words

from layouts.house.load import load_layout
from layouts.issue.issue import Issue
from layouts.webpage.writing import web_folder, web_page

LAYOUTS = {name: load_layout(name, {}) for name in ("jianbao-a4", "neikan-a4-2col")}

NOT_RUNNING = frozenset({"label", "table-note"})
"""Labels that the program counts, and what stands below tables: `source_text` has them not."""

some = settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))


OF_PICTURES = frozenset({"rt", "figcaption", "caption"})


def running(page) -> str:
    """The running text of a page, without readings and captions."""
    return "".join(words(only(page, "main"), NOT_RUNNING, OF_PICTURES).split())


@some
@given(issues())
def test_every_character_stands_once_in_the_order_of_reading(issue: Issue) -> None:
    for layout in LAYOUTS.values():
        page = parsed(web_page(issue, layout).decode())
        assert running(page) == source_text(issue, layout.section_brackets)


@some
@given(issues())
def test_pages_of_articles_say_the_same(issue: Issue) -> None:
    layout = LAYOUTS["jianbao-a4"]
    files = web_folder(issue, layout)
    pages = [parsed(data.decode()) for name, data in files.items() if name.startswith("article-")]
    said = "".join(running(page) for page in pages)
    names = {f"【{section.name}】" for section in issue.sections}
    whole = source_text(issue, layout.section_brackets)
    for name in names:
        whole = whole.replace(name, "")
    assert said == whole


@some
@given(issues())
def test_ids_are_of_one_element_and_every_link_inside_leads_to_one(issue: Issue) -> None:
    page = parsed(web_page(issue, LAYOUTS["jianbao-a4"]).decode())
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    inside = {one.get("href")[1:] for one in page.iter("a") if one.get("href").startswith("#")}
    named = {one.get("aria-labelledby") for one in page.iter() if one.get("aria-labelledby")}
    assert inside | named <= set(ids)
