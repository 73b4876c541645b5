"""The inks of a layout: what they are printed with, and which one may be a spot ink."""

from __future__ import annotations

from pathlib import Path

import pytest

from layouts.errors import LayoutError, Source
from layouts.house.load import STOCK, load_layout
from layouts.page.item import BLACK, Ink

JIANBAO = (STOCK / "jianbao-a4.toml").read_text("utf8")
RED = 'red = { rgb = "#C8161D", cmyk = [0, 100, 100, 0] }'


def red_of(tmp_path: Path, inks: str) -> Ink:
    """The ink of section headings in the briefing with other inks."""
    assert JIANBAO.count(RED) == 1
    (tmp_path / "ours.toml").write_text(JIANBAO.replace(RED, inks), "utf8")
    return load_layout("ours.toml", folder=tmp_path).styles["section"].ink


def test_the_briefings_red_is_magenta_and_yellow_and_may_be_a_spot_ink() -> None:
    ink = load_layout("jianbao-a4").styles["section"].ink
    assert (ink.cmyk, ink.spot) == ((0, 1, 1, 0), True)
    assert ink.rgb == pytest.approx((200 / 255, 22 / 255, 29 / 255))


def test_a_layout_without_red_has_no_spot_ink_of_itself() -> None:
    styles = load_layout("neikan-a4-2col").styles.values()
    assert {style.ink.cmyk for style in styles if style.ink.name == "blue"} == {(1, 0.7, 0, 0)}
    assert not any(style.ink.spot for style in styles)


def test_a_colour_alone_leaves_its_cmyk_to_the_profile(tmp_path: Path) -> None:
    ink = red_of(tmp_path, 'red = "#C8161D"')
    assert (ink.cmyk, ink.spot) == (None, True)


def test_the_ink_declared_as_spot_comes_before_the_red(tmp_path: Path) -> None:
    assert not red_of(tmp_path, f'{RED}\nblue = {{ rgb = "#1B4F8F", spot = true }}').spot
    assert red_of(tmp_path, 'red = { rgb = "#C8161D", spot = true }').spot


def test_two_spot_inks_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LayoutError) as caught:
        red_of(
            tmp_path,
            'red = { rgb = "#C8161D", spot = true }\nblue = { rgb = "#1B4F8F", spot = true }',
        )
    assert "inks.blue 不能再设 spot，专色已是 red" in caught.value.zh
    assert "inks.blue cannot be a second spot ink beside red" in caught.value.en
    assert caught.value.source == Source(str(tmp_path / "ours.toml"), 31)


def test_black_is_no_spot_ink() -> None:
    assert (BLACK.cmyk, BLACK.spot) == (None, False)
