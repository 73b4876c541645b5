"""Punctuation styles: those there are, and those a layout makes."""

from pathlib import Path

import pytest

from layouts.errors import LayoutError, Source
from layouts.house.load import STOCK, load_layout
from layouts.house.punctuation import CLREQ
from layouts.house.text_style import Prohibition

JIANBAO = (STOCK / "jianbao-a4.toml").read_text("utf8")


def with_styles(tmp_path: Path, styles: str) -> Path:
    (tmp_path / "ours.toml").write_text(f"{JIANBAO}\n{styles}", "utf8")
    return tmp_path


def test_clreq_is_the_default():
    assert load_layout("jianbao-a4").punctuation == CLREQ


def test_office_leaves_marks_alone_and_fills_line_by_line():
    style = load_layout("jianbao-a4", {"punctuation": "office"}).punctuation
    assert (style.pairs, style.stops, style.line_start, style.hang, style.total_fit) == (False,) * 5
    assert (style.line_end, style.autospace, style.squeeze) == (1, 0.25, 0.5)
    assert style.prohibition is Prohibition.BASIC


def test_the_level_of_prohibition_can_be_set_by_itself():
    style = load_layout(
        "jianbao-a4", {"punctuation": "office", "prohibition": "strict"}
    ).punctuation
    assert style.prohibition is Prohibition.STRICT
    assert style.line_end == 1


def test_a_layout_makes_its_own_style_from_others(tmp_path: Path):
    ours = '[punctuation.styles.ours]\nbased_on = "theirs"\nsqueeze = 0.25\n'
    theirs = '[punctuation.styles.theirs]\nbased_on = "office"\nsqueeze = 0.4\nhang = true\n'
    folder = with_styles(tmp_path, ours + theirs)
    style = load_layout("ours.toml", {"punctuation": "ours"}, folder=folder).punctuation
    assert (style.name, style.squeeze, style.hang, style.line_end) == ("ours", 0.25, True, 1)


@pytest.mark.parametrize(
    ("styles", "line", "en"),
    [
        (
            '[punctuation.styles.a]\nbased_on = "b"\n[punctuation.styles.b]\nbased_on = "a"\n',
            4,
            "punctuation.styles.b.based_on leads back to itself",
        ),
        (
            '[punctuation.styles.a]\nbased_on = "a"\n',
            2,
            "punctuation.styles.a.based_on leads back to itself",
        ),
        (
            "[punctuation.styles.office]\nhang = true\n",
            1,
            "punctuation.styles.office has the name of a style that is there already",
        ),
        (
            "[punctuation.styles.a]\nautospace = 0\n",
            1,
            "punctuation.styles.a needs an autospace between",
        ),
        (
            '[punctuation.styles.a]\nbased_on = "none"\n',
            2,
            "punctuation.styles.a.based_on must be the name of a punctuation style",
        ),
        (
            "[punctuation.styles.a]\nhung = true\n",
            2,
            "punctuation.styles.a.hung is not a key we know (did you mean hang?)",
        ),
    ],
)
def test_a_style_that_cannot_be_made(tmp_path: Path, styles: str, line: int, en: str):
    with pytest.raises(LayoutError) as caught:
        load_layout("ours.toml", folder=with_styles(tmp_path, styles))
    assert en in caught.value.en
    assert caught.value.source == Source(
        str(tmp_path / "ours.toml"), JIANBAO.count("\n") + 1 + line
    )
