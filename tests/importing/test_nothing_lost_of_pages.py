"""Nothing is lost of a page or of Markdown, and nothing added: whatever stands in it to be seen is in
a block or among what was lost, however it is nested.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from web_pages import all_characters, note, page

WORDS = st.text("云栖区图书馆开展活动，。：“”（）一二三ABCxyz089", min_size=1, max_size=12)
INLINE = [
    "b",
    "i",
    "u",
    "em",
    "span",
    "font",
    "a",
    "sup",
    "sub",
    "mark",
    "o:p",
    "del",
    "big",
    "label",
]
BLOCKS = [
    *(
        "p",
        "div",
        "section",
        "h1",
        "h3",
        "blockquote",
        "ul",
        "ol",
        "li",
        "pre",
        "center",
        "article",
    ),
    *("table", "tr", "td", "header", "footer", "nav", "aside", "figure", "figcaption", "dl", "dd"),
    *("main", "details", "form", "button", "svg", "video"),
]
STYLES = st.sampled_from(
    [
        "",
        " style='display:none'",
        " style='visibility:hidden'",
        " style='text-align:center;font-size:20px'",
        " class='nav'",
        " class='MsoNormal' style='mso-list:l0 level1 lfo1'",
        " id='js_content'",
        " hidden",
        " style='white-space:pre'",
        " style='font-weight:bold;text-decoration:line-through'",
    ]
)
LABELS = re.compile(r"[•◦▪☑☐\d.\s]")
"""What lists add, and what may be a number of them."""


@st.composite
def pieces(draw, depth: int = 3) -> str:
    """Some HTML, well nested or not."""
    if depth == 0 or draw(st.booleans()):
        return draw(WORDS)
    tag = draw(st.sampled_from(INLINE if draw(st.booleans()) else BLOCKS))
    inside = "".join(draw(st.lists(pieces(depth=depth - 1), max_size=4)))
    closing = f"</{tag}>" if draw(st.integers(0, 9)) else ""
    breaking = draw(st.sampled_from(["", "", "<br>", "<hr>", "\n", "&nbsp;", "<!-- x -->"]))
    return f"<{tag}{draw(STYLES)}>{inside}{closing}{breaking}"


def seen(html: str) -> Counter[str]:
    """The characters of a page, tags and what nobody sees aside."""
    plain = re.sub(r"<!--.*?-->|<[^>]*>|&nbsp;", "", html, flags=re.DOTALL)
    return Counter(LABELS.sub("", plain))


def read_of(characters: str) -> Counter[str]:
    return Counter(LABELS.sub("", characters))


@settings(max_examples=300, deadline=None)
@given(st.lists(pieces(), min_size=1, max_size=5).map("".join))
def test_every_character_of_a_page_is_in_a_block_or_lost(html):
    with tempfile.TemporaryDirectory() as folder:
        found = page(f"{html}<p>末</p>", Path(folder))
        assert read_of(all_characters(found)) == seen(f"{html}末")


LINES = st.sampled_from(
    [
        "# {}", "## {}", "{}", "> {}", "- {}", "1. {}", "　　{}", "**{}**", "*{}*", "~~{}~~", "=={}==",
        "[{}](https://a.cn)", "[[{}]]", "> [!note] {}", "::: x\n\n{}\n\n:::", "{}\n{}", "| {} | {} |\n|--|--|\n| {} | {} | {} |",
        "  {}   {}\n  ----- -----\n  {}   {}", "- [x] {}", "```\n{}\n```", "`{}`", "<div>{}</div>", "<font color=red>{}</font>",
        "[{}]{{.underline}}", "^[{}]", "{}^[{}]", "%%{}%%", "%%\n{}\n%%", "<!-- {} -->", "{}\\\n{}", "<center>\n\n{}\n\n</center>",
        "+---+---+\n| {} | {} |\n+---+---+",
    ]
)  # fmt: skip


@st.composite
def notes(draw) -> tuple[str, str]:
    """Some Markdown, and the words that were put into it."""
    written: list[str] = []
    put: list[str] = []
    for line in draw(st.lists(LINES, min_size=1, max_size=8)):
        words = draw(st.lists(WORDS, min_size=line.count("{}"), max_size=line.count("{}")))
        written.append(line.format(*words))
        put += words
    return draw(st.sampled_from(["\n\n", "\n\n", "\n"])).join(written), "".join(put)


@settings(max_examples=300, deadline=None)
@given(notes())
def test_every_word_of_markdown_is_in_a_block_or_lost(written):
    text, words = written
    with tempfile.TemporaryDirectory() as folder:
        found = note(f"{text}\n\n末", Path(folder))
        missing = read_of(words) - read_of(all_characters(found))
        assert not missing


@pytest.mark.parametrize("text", ["a&b", "1 < 2 > 0", "<<>>", "&lt;b&gt;", "a&nbsp;b", "<3 个"])
def test_characters_of_markup_that_are_none_stay(tmp_path, text):
    read = "".join(all_characters(page(f"<p>{text}</p>", tmp_path)).split())
    plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "")
    assert read == "".join(plain.split())
