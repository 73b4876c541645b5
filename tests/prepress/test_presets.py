"""Export presets as files: what they hold, what is refused and in which words, and that a saved one
reads the same.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from layouts.errors import ExportError, PresetError, Source
from layouts.house.declaring import REQUIRED
from layouts.house.read import shown
from layouts.prepress.preset import Preset
from layouts.prepress.presets import (
    ORDER,
    STOCK,
    load_preset,
    preset_text,
    save_preset,
    stock_presets,
)
from layouts.prepress.settings import SETTINGS

PRINT = (STOCK / "print.toml").read_text("utf8")
DOCUMENT = (Path(__file__).parents[2] / "docs" / "print.md").read_text("utf8")


def refusal(tmp_path: Path, text: str) -> PresetError:
    (tmp_path / "ours.toml").write_text(text, "utf8")
    with pytest.raises(PresetError) as caught:
        load_preset("ours.toml", folder=tmp_path)
    return caught.value


def test_every_preset_we_ship_is_listed_and_reads() -> None:
    assert sorted(ORDER) == sorted(path.stem for path in STOCK.glob("*.toml"))
    assert [preset.name for preset in stock_presets()] == list(ORDER)
    assert [preset.zh for preset in stock_presets()] == [
        "印刷",
        "印刷（胶版纸）",
        "印刷兼容",
        "屏幕",
        "归档",
        "灰度",
        "小册子",
        "拼版",
    ]


def test_every_setting_is_a_field_with_the_same_default() -> None:
    bare = Preset(name="x", zh="一", en="one")
    assert [*SETTINGS.settings] == [field for field in Preset.__struct_fields__ if field != "name"]
    for key, setting in SETTINGS.settings.items():
        if setting.default is not REQUIRED:
            assert getattr(bare, key) == (
                tuple([setting.default] * 4) if key == "bleed" else setting.default
            )


def test_the_documents_table_is_that_of_the_code() -> None:
    rows = [
        f"| `{key}` | {setting.about} | {setting.kind.expects().en} | "
        f"{'**required**' if setting.default is REQUIRED else f'`{shown(setting.default)}`'} |"
        for key, setting in SETTINGS.settings.items()
    ]
    assert "\n".join(rows) in DOCUMENT


def test_the_documents_example_is_a_preset(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL)[1]
    (tmp_path / "our-shop.toml").write_text(example, "utf8")
    preset = load_preset("our-shop.toml", folder=tmp_path)
    assert (preset.name, preset.bleed, preset.profile) == (
        "our-shop",
        (3, 3, 3, 5),
        str(tmp_path / "PSOuncoated_v3_FOGRA52.icc"),
    )


# refusals


@pytest.mark.parametrize(
    ("old", "new", "zh", "en"),
    [
        (
            "bleed = 3",
            "bleed = 30",
            "bleed 应为 0 到 20 之间的数",
            "bleed must be a number from 0 to 20, or four of them",
        ),
        ("bleed = 3", "bleed = [3, 3, 3]", "不能是 [3, 3, 3]", "not [3, 3, 3]"),
        ("bleed = 3", "bleed = nan", "不能是 nan", "not nan"),
        ("bleed = 3", "bleed = true", "不能是 true", "not true"),
        (
            "marks = true",
            "marks = 1",
            "marks 应为 true 或 false，不能是 1",
            "marks must be true or false, not 1",
        ),
        (
            "marks = true",
            "mark = true",
            "没有 mark 这一项（是不是 marks？）",
            "mark is not a key we know (did you mean marks?)",
        ),
        (
            'standard = "x4"',
            'standard = "x5"',
            "standard 应为 none、x4、x1a、ua1、a2u、a2a 之一",
            "standard must be one of none, x4, x1a, ua1, a2u, a2a",
        ),
        (
            'colour = "cmyk"',
            'colour = "rgb"',
            "standard 为 x4 时，colour 应为 cmyk 或 grey",
            "colour must be cmyk or grey with standard x4",
        ),
        (
            "links = false",
            "links = true",
            "links 应为 false：印刷文件不带链接",
            "links must be false with standard x4",
        ),
        (
            "ppi = 300",
            "ppi = 300.5",
            "ppi 应为 0 到 2400 之间的整数",
            "ppi must be a whole number from 0 to 2400",
        ),
        (
            "ink_limit = 300",
            "ink_limit = 3",
            "ink_limit 应为 100 到 400",
            "ink_limit must be a whole number from 100 to 400",
        ),
        ("ppi = 300", 'red = "spots"', "是不是 spot？", "did you mean spot?"),
        (
            "ppi = 300",
            'profile = "shop.icc"',
            "设了 profile 就要用 condition",
            "profile needs condition",
        ),
        ("ppi = 300", "booklet = true", "booklet 不能与 bleed", "booklet does not go with bleed"),
        ("ppi = 300", 'spot_name = ""', "spot_name 应为", "spot_name must be a string"),
        ("ppi = 300", "[ppi]", "ppi 应为 0 到 2400 之间的整数", "ppi must be a whole number"),
        ("ppi = 300", "ppi = ", "TOML 写法有误", "broken TOML"),
        (
            'zh = "印刷"',
            'zh = "印\\n刷"',
            "zh 应为一行不超过 60 字",
            "zh must be a string on one line",
        ),
    ],
)
def test_a_wrong_value_gets_a_sentence_with_file_line_and_key(
    tmp_path: Path, old: str, new: str, zh: str, en: str
) -> None:
    assert PRINT.count(old) == 1
    error = refusal(tmp_path, PRINT.replace(old, new))
    assert zh in error.zh
    assert en in error.en
    assert error.source == Source(
        str(tmp_path / "ours.toml"), PRINT[: PRINT.index(old)].count("\n") + 1
    )


def test_links_left_out_of_a_print_preset_are_asked_for(tmp_path: Path) -> None:
    error = refusal(tmp_path, PRINT.replace("links = false\n", ""))
    assert "links must be false" in error.en
    assert error.source == Source(str(tmp_path / "ours.toml"), 6)  # the line of the standard


def test_a_spot_ink_may_not_be_called_as_a_plate_is(tmp_path: Path) -> None:
    for name in ("All", "Magenta"):
        text = PRINT.replace("ppi = 300", f'red = "spot"\nspot_name = "{name}"')
        assert f"spot_name cannot be {name}" in refusal(tmp_path, text).en


def test_a_preset_without_names_is_refused(tmp_path: Path) -> None:
    assert "zh is missing" in refusal(tmp_path, 'en = "x"').en


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b'zh = "\xd3\xa1"', b"[" * 5000, b"x = " + b"9" * 6000, b"#" * 200_000]
)
def test_what_is_no_text_gets_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ours.toml").write_bytes(content)
    with pytest.raises(PresetError) as caught:
        load_preset("ours.toml", folder=tmp_path)
    assert caught.value.source.file == str(tmp_path / "ours.toml")


def test_a_name_that_is_none_names_the_nearest() -> None:
    with pytest.raises(PresetError, match="did you mean print-x1a"):
        load_preset("print-x1")
    with pytest.raises(PresetError, match="does not exist"):
        load_preset("nowhere.toml")


# changes


def test_changes_are_written_as_toml_or_as_bare_words() -> None:
    preset = load_preset(
        "print",
        {
            "bleed": "[1, 2, 3, 4]",
            "marks": "false",
            "red": "spot",
            "spot_name": "PANTONE 185 C",
            "ppi": "0",
        },
    )
    assert (preset.bleed, preset.marks, preset.red, preset.spot_name, preset.ppi) == (
        (1, 2, 3, 4),
        False,
        "spot",
        "PANTONE 185 C",
        0,
    )


@pytest.mark.parametrize(
    ("changes", "en"),
    [
        ({"bleed": "99"}, "bleed must be"),
        ({"bled": "3"}, "bled is not a key we know"),
        ({"colour": "rgb"}, "colour must be cmyk or grey"),
        ({"zh": ""}, "zh must be a string"),
        ({"": "1"}, "is not a key we know"),
    ],
)
def test_a_change_that_is_none_gets_a_sentence_without_a_line(
    changes: dict[str, str], en: str
) -> None:
    with pytest.raises(PresetError, match=re.escape(en)) as caught:
        load_preset("print", changes)
    assert caught.value.source is None


def test_a_profile_is_found_beside_the_file_that_names_it(tmp_path: Path) -> None:
    text = PRINT.replace("ppi = 300", 'profile = "shop.icc"\ncondition = "FOGRA52"')
    (tmp_path / "ours.toml").write_text(text, "utf8")
    assert load_preset("ours.toml", folder=tmp_path).profile == str(tmp_path / "shop.icc")
    assert load_preset(str(tmp_path / "ours.toml")).profile == str(tmp_path / "shop.icc")


# saving

WORDS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=30
)
EDGES = st.tuples(*[st.floats(0, 20).map(lambda edge: round(edge, 3))] * 4)


@given(
    zh=WORDS,
    spot=WORDS,
    bleed=EDGES,
    ppi=st.integers(0, 2400),
    marks=st.booleans(),
    red=st.sampled_from(["process", "spot"]),
)
def test_a_saved_preset_reads_the_same(
    tmp_path_factory: pytest.TempPathFactory, zh, spot, bleed, ppi, marks, red
) -> None:
    path = tmp_path_factory.mktemp("presets") / "ours.toml"
    preset = replace(
        load_preset("print"),
        name="ours",
        zh=zh,
        spot_name=f"ink {spot}",
        bleed=bleed,
        ppi=ppi,
        marks=marks,
        red=red,
    )
    save_preset(preset, path)
    assert load_preset(str(path)) == preset


def test_a_saved_preset_with_a_profile_reads_the_same(tmp_path: Path) -> None:
    preset = replace(load_preset("print"), name="ours", profile=str(tmp_path / "our shop.icc"))
    save_preset(preset, tmp_path / "ours.toml")
    assert load_preset(str(tmp_path / "ours.toml")) == preset


@pytest.mark.parametrize("name", ORDER)
def test_the_text_of_a_stock_preset_says_the_same_as_its_file(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.toml").write_text(preset_text(load_preset(name)), "utf8")
    assert load_preset(f"{name}.toml", folder=tmp_path) == load_preset(name)


def test_what_would_not_read_is_not_saved(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text("old", "utf8")
    with pytest.raises(PresetError, match="links must be false"):
        save_preset(replace(load_preset("print"), links=True), tmp_path / "ours.toml")
    assert (tmp_path / "ours.toml").read_text("utf8") == "old"
    with pytest.raises(ExportError):
        save_preset(load_preset("print"), tmp_path / "no" / "ours.toml")
