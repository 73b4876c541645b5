"""Everything that is wrong with a layout is told, each fault once and at its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layouts.errors import LayoutError
from layouts.house.checking import checked, faults
from layouts.house.load import STOCK, load_layout, stock_layouts
from layouts.house.written import written_layout

STOCK_TEXT = (STOCK / "jianbao-a4.toml").read_text("utf8")


def told(folder: Path, text: str) -> list[tuple[int, str]]:
    (folder / "ours.toml").write_text(text, "utf8")
    found = faults(written_layout("ours.toml", folder))
    assert all(finding.level == "error" and finding.source for finding in found)
    return [(finding.source.line, finding.zh) for finding in found]


@pytest.mark.parametrize("name", stock_layouts())
def test_a_sound_layout_has_no_fault(name):
    found, layout = checked(written_layout(name))
    assert found == []
    assert layout == load_layout(name)


def test_every_fault_is_told_at_its_line(tmp_path):
    lines = [
        'based_on = "jianbao-a4"',
        "colour = 3",
        "[page]",
        'top = "30m"',
        "foot = true",
        "[grid]",
        "leading = 9",
        "[inks]",
        'red = "rot"',
        "[styles.headline]",
        'ink = "blue"',
        "size = nan",
        "weight = 3",
        "[styles.lead]",
        "indent = 99",
        "[[masthead.lines]]",
        'template = "{nothing}"',
        'style = "none"',
        'align = "middle"',
        "[[masthead.lines]]",
        'template = "[x"',
        'style = "name"',
        'align = "left"',
        'baseline = "3 mm"',
        "[open]",
        "leading = { min = 3, max = 2 }",
        "[punctuation.styles.a]",
        'based_on = "a"',
    ]
    found = told(tmp_path, "\n".join(lines))
    where = {(line, zh.split(" ")[0]) for line, zh in found}
    assert {line for line, _ in where} == {
        2,
        4,
        5,
        7,
        9,
        11,
        12,
        13,
        14,
        15,
        16,
        17,
        18,
        19,
        21,
        26,
        28,
    }
    assert len(found) == len(set(found))
    assert found == sorted(found, key=lambda one: one[0])
    texts = "\n".join(zh for _, zh in found)
    for word in (
        "colour",
        "styles.lead.face",
        "masthead.lines[1].baseline",
        "masthead.lines[2].template",
    ):
        assert word in texts


def test_an_empty_file_lacks_everything_that_must_be_there(tmp_path):
    texts = "\n".join(zh for _, zh in told(tmp_path, ""))
    for place in (
        "title_zh",
        "title_en",
        "page",
        "grid",
        "styles",
        "masthead",
        "page_number",
        "colophon",
    ):
        assert f"缺少 {place}\n" in texts + "\n"


def test_the_first_fault_is_among_all(tmp_path):
    text = STOCK_TEXT.replace('top = "30mm"', 'top = "x"').replace('face = "song"', 'face = "sonk"')
    found = [zh for _, zh in told(tmp_path, text)]
    with pytest.raises(LayoutError) as caught:
        load_layout("ours.toml", folder=tmp_path)
    assert caught.value.zh in found
    assert len(found) == 1 + text.count('face = "sonk"')


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_whatever_lines_are_changed_the_check_ends_and_finds_what_loading_finds(
    tmp_path_factory, data
):
    lines = STOCK_TEXT.split("\n")
    for _ in range(data.draw(st.integers(1, 8))):
        k = data.draw(st.integers(0, len(lines) - 1))
        key, sign, _ = lines[k].partition("=")
        lines[k] = data.draw(
            st.sampled_from(
                ("", f"{key}{sign} 3", f'{key}{sign} "x"', f"{key}{sign} []", f"{key}{sign} {{}}", f"{key}{sign} nan", f"x{lines[k]}")
            )
        )  # fmt: skip
    folder = tmp_path_factory.mktemp("changed")
    (folder / "ours.toml").write_text("\n".join(lines), "utf8")
    try:
        load_layout("ours.toml", folder=folder)
    except LayoutError as error:
        try:
            written = written_layout("ours.toml", folder)
        except LayoutError:
            return  # no TOML
        assert error.zh in [finding.zh for finding in faults(written)]
    else:
        assert faults(written_layout("ours.toml", folder)) == []
