"""Punctuation styles: those there are, and those a layout makes."""

from pathlib import Path

import pytest

from layouts.errors import LayoutError, Source
from layouts.house.load import STOCK, load_layout
from layouts.house.punctuation import CLREQ
from layouts.house.text_style import MarkWidths, Prohibition, Punctuation

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


def beside_a_style(tmp_path: Path, keys: str) -> Punctuation:
    text = JIANBAO.replace("[punctuation]\n", f"[punctuation]\n{keys}\n", 1)
    assert text != JIANBAO
    (tmp_path / "ours.toml").write_text(text, "utf8")
    return load_layout("ours.toml", folder=tmp_path).punctuation


@pytest.mark.parametrize(
    ("name", "widths", "pairs", "line_end", "line_start"),
    [
        ("quanjiao", MarkWidths.FULL, True, 1.0, False),
        ("kaiming", MarkWidths.SENTENCE_ENDS, True, 0.5, True),
        ("banjiao", MarkWidths.HALF, True, 0.5, True),
        ("hangmobanjiao", MarkWidths.FULL, False, 0.5, True),
        ("office", MarkWidths.FULL, False, 1.0, False),
    ],
)
def test_the_styles_of_the_trade_are_there_by_their_names(
    name: str, widths: MarkWidths, pairs: bool, line_end: float, line_start: bool
) -> None:
    """全角, 开明, 半角, 行末半角 as xeCJK names them (typography.md 1.4)."""
    style = load_layout("jianbao-a4", {"punctuation": name}).punctuation
    assert (style.widths, style.pairs) == (widths, pairs)
    assert (style.line_end, style.line_start) == (line_end, line_start)


@pytest.mark.parametrize(
    ("written", "gap"),
    [('"0"', 0.0), ('"1/8"', 0.125), ('"1/6"', 1 / 6), ('"1/4"', 0.25), ("0", 0.0), ("0.125", 0.125),
     ("0.167", 1 / 6), ("0.25", 0.25)],
)  # fmt: skip
def test_the_gap_between_han_and_latin_is_one_of_four(tmp_path: Path, written: str, gap: float):
    assert beside_a_style(tmp_path, f"autospace = {written}").autospace == pytest.approx(gap)


def test_a_wider_gap_shrinks_and_grows_as_far_as_the_style_lets_it(tmp_path: Path):
    style = beside_a_style(tmp_path, 'autospace = "1/4"')
    assert (style.autospace_min, style.autospace_max) == (0.125, 0.25)


def test_without_a_gap_none_opens(tmp_path: Path):
    style = beside_a_style(tmp_path, 'autospace = "0"')
    assert (style.autospace, style.autospace_min, style.autospace_max) == (0, 0, 0)


def test_a_fixed_gap_stays_fixed_at_another_width(tmp_path: Path):
    text = JIANBAO.replace('style = "clreq"', 'style = "office"\nautospace = "1/6"')
    (tmp_path / "ours.toml").write_text(text, "utf8")
    style = load_layout("ours.toml", folder=tmp_path).punctuation
    assert style.autospace_min == style.autospace == style.autospace_max == pytest.approx(1 / 6)


@pytest.mark.parametrize("written", ['"1/3"', "0.3", "true", '"a quarter"'])
def test_any_other_gap_is_refused_with_those_there_are(tmp_path: Path, written: str):
    with pytest.raises(LayoutError, match="must be one of 0, 1/8, 1/6, 1/4"):
        beside_a_style(tmp_path, f"autospace = {written}")


def test_hanging_overrules_the_style(tmp_path: Path):
    assert beside_a_style(tmp_path, "hang = true").hang
    assert not load_layout("jianbao-a4").punctuation.hang


def test_a_name_that_is_no_style_is_refused_with_the_nearest(tmp_path: Path):
    text = JIANBAO.replace('style = "clreq"', 'style = "kaimin"')
    (tmp_path / "ours.toml").write_text(text, "utf8")
    with pytest.raises(LayoutError, match="did you mean kaiming"):
        load_layout("ours.toml", folder=tmp_path)


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
