"""Which characters of a text are an address, and which are the sentence round it."""

from __future__ import annotations

import pytest
from patience import an_end

from layouts.web_addresses import addresses_in

FOUND = [
    ("见https://a.example/b，另", "https://a.example/b", "https://a.example/b"),
    ("见 http://a.example。", "http://a.example", "http://a.example"),
    (
        "网址：www.a.example/x?y=1&z=2；",
        "www.a.example/x?y=1&z=2",
        "http://www.a.example/x?y=1&z=2",
    ),
    ("（https://a.example/b）", "https://a.example/b", "https://a.example/b"),
    ("(https://a.example/b).", "https://a.example/b", "https://a.example/b"),
    (
        "https://a.example/wiki/A_(b)的",
        "https://a.example/wiki/A_(b)",
        "https://a.example/wiki/A_(b)",
    ),
    (
        "(见 https://a.example/wiki/A_(b))",
        "https://a.example/wiki/A_(b)",
        "https://a.example/wiki/A_(b)",
    ),
    ("Is it www.a.example? Yes.", "www.a.example", "http://www.a.example"),
    ("https://a.example:8080/#top!", "https://a.example:8080/#top", "https://a.example:8080/#top"),
    ("“https://a.example/”", "https://a.example/", "https://a.example/"),
    ("邮箱bianji@a.example，", "bianji@a.example", "mailto:bianji@a.example"),
    (
        "first.last+news@b.a.example.",
        "first.last+news@b.a.example",
        "mailto:first.last+news@b.a.example",
    ),
    ("写信到mailto:x@a.example。", "mailto:x@a.example", "mailto:x@a.example"),
    ("HTTP://A.EXAMPLE/B", "HTTP://A.EXAMPLE/B", "HTTP://A.EXAMPLE/B"),
    ("https://a.example/@b的", "https://a.example/@b", "https://a.example/@b"),
    (
        "https://a.example/b@c.example，",
        "https://a.example/b@c.example",
        "https://a.example/b@c.example",
    ),
    ("https://a.example/%E6%B1%89的", "https://a.example/%E6%B1%89", "https://a.example/%E6%B1%89"),
    ("https://a.example/（首页）", "https://a.example/", "https://a.example/"),
    ("登录https://a.example查看", "https://a.example", "https://a.example"),
    ("邮箱/x@a.example", "x@a.example", "mailto:x@a.example"),
]
NONE = [
    "3@5",
    "甲@乙",
    "a@b",
    "www.",
    "http://",
    "https://。",
    "awww.a.example",
    "比例为1:2//3",
    "GB/T 15834",
    "@所有人",
    "ｗｗｗ．ａ．ｃｎ",
    "https://user:pw@n.example.org/",
    "https://user@n.example.org",
    "https://www.a.example:80@n.example.org/",
    "https://a.example@n.example.org/",
    "HTTPS://x:@n.example.org:8080/b",
    "ftp://x@n.example.org/b",
    "ftp://www.a.example/b",
    "https://localhost/x@n.example.org",
]


@pytest.mark.parametrize(("text", "shown", "uri"), FOUND)
def test_an_address_ends_where_its_sentence_goes_on(text: str, shown: str, uri: str) -> None:
    assert [(text[one.start : one.end], one.uri) for one in addresses_in(text)] == [(shown, uri)]


CUT = [
    "HTTPS://G.EXAMPLE.ORG/汉字/路径",
    "https://a.example/b/汉字",
    "https://a.example/b?q=汉字",
    "https://a.example/b#汉字",
    "https://a.example/2025-报告",
    "www.abc.中国",
    "x@b.abc.中国",
    "https://a.example/café",
    "www.muücke.example",
    "éx@a.example",
]


@pytest.mark.parametrize("text", CUT)
def test_an_address_that_goes_on_in_other_letters_is_linked_nowhere_rather_than_elsewhere(
    text: str,
) -> None:
    assert list(addresses_in(f"见{text}。")) == []


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_an_address_is_none(text: str) -> None:
    assert list(addresses_in(text)) == []


def test_several_addresses_are_found_from_start_to_end() -> None:
    text = "甲www.a.example，乙x@b.example、https://c.example。"
    assert [text[one.start : one.end] for one in addresses_in(text)] == [
        "www.a.example",
        "x@b.example",
        "https://c.example",
    ]


@pytest.mark.parametrize(
    "piece", ["a", "a.", "www.", "a@", "https://a.b/)", "https://a.b/(", "@.", "a-", "https://"]
)
def test_a_megabyte_of_anything_is_read_to_its_end(piece: str) -> None:
    with an_end():
        list(addresses_in("@//" + piece * (1_000_000 // len(piece))))
