"""What a bad layout or setting gets: one sentence in Chinese and English with file, line and
key.
"""

from pathlib import Path

import pytest

from layouts.errors import LayoutError, Source
from layouts.house.load import STOCK, load_layout, open_settings, stock_layouts

JIANBAO = (STOCK / "jianbao-a4.toml").read_text("utf8")
MANUSCRIPT = Source("issue.md", 8)


def refusal(tmp_path: Path, text: str) -> LayoutError:
    """The error that a layout of this text gets; its file is named ours.toml."""
    (tmp_path / "ours.toml").write_text(text, "utf8")
    with pytest.raises(LayoutError) as caught:
        load_layout("ours.toml", folder=tmp_path)
    assert caught.value.source is not None
    assert caught.value.source.file == str(tmp_path / "ours.toml")
    return caught.value


def changed(old: str, new: str) -> tuple[str, int]:
    """The briefing with one piece changed, and the line where that piece begins."""
    assert JIANBAO.count(old) == 1, old
    return JIANBAO.replace(old, new), JIANBAO[: JIANBAO.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "zh", "en"),
    [
        (
            "leading = 1.634",
            'leading = "1.6"',
            'grid.leading 应为 1 到 3 之间的数，不能是 "1.6"',
            'grid.leading must be a number from 1 to 3, not "1.6"',
        ),
        ("leading = 1.634", "leading = 5", "不能是 5", "not 5"),
        pytest.param(
            "leading = 1.634",
            "ascent = 1.1\nleading = 1.634",
            "grid.ascent 应为 0.5 到 1 之间的数",
            "grid.ascent must be a number from 0.5 to 1, not 1.1",
            id="a baseline under the foot of the em box",
        ),
        ("leading = 1.634", "leading = nan", "不能是 nan", "not nan"),
        ("leading = 1.634", "leading = true", "不能是 true", "not true"),
        pytest.param(
            "leading = 1.634", "leading = 0x" + "f" * 5000, "不能是 …", "not …", id="huge"
        ),
        (
            'foot = "28mm"',
            'foot = "28 miles"',
            "page.foot 应为 0pt 到 1000pt 之间的长度",
            'not "28 miles"',
        ),
        (
            'foot = "28mm"',
            'foot = "-1mm"',
            "page.foot",
            "page.foot must be a length from 0pt to 1000pt",
        ),
        ('width = "210mm"', 'width = "2em"', "page.width", 'not "2em"'),
        (
            'size = "三号"\nleading = 1.2\nalign = "center"',
            'size = "三"\nleading = 1.2\nalign = "center"',
            "styles.number.size",
            'not "三"',
        ),
        (
            'rgb = "#C8161D"',
            'rgb = "C8161D"',
            "inks.red 应为形如 #C8161D 的颜色",
            "inks.red must be a colour like #C8161D",
        ),
        (
            "cmyk = [0, 100, 100, 0]",
            "cmyk = [0, 100, 100]",
            "inks.red 应为形如 #C8161D 的颜色",
            "inks.red must be a colour like #C8161D",
        ),
        (
            "cmyk = [0, 100, 100, 0]",
            "cmyk = [0, 100, 100, 255]",
            "inks.red 应为形如 #C8161D 的颜色",
            "inks.red must be a colour like #C8161D",
        ),
        (
            "cmyk = [0, 100, 100, 0]",
            "print = 1",
            "inks.red 应为形如 #C8161D 的颜色",
            "inks.red must be a colour like #C8161D",
        ),
        (
            'grey = "#767676"',
            'grey = { rgb = "#767676", spot = 1 }',
            "inks.grey 应为形如 #C8161D 的颜色",
            "inks.grey must be a colour like #C8161D",
        ),
        (
            "first_page = false",
            'first_page = "no"',
            "page_number.first_page 应为 true 或 false",
            "must be true or false",
        ),
        (
            'position = "outside"',
            'position = "outer"',
            "（是不是 outside？）",
            "(did you mean outside?)",
        ),
        (
            "width = 16",
            "width = 1000",
            "photo.width",
            "photo.width must be a number from 2 to 120, not 1000",
        ),
        (
            'section_brackets = "【】"',
            'section_brackets = "【"',
            "body.section_brackets 应为 0 或 2 个字符",
            "0 or 2 characters",
        ),
        (
            'title = "本期要目"',
            'title = "本期\\n要目"',
            "contents.title",
            "contents.title must be a string on one line",
        ),
        (
            "max_lines = 3",
            "max_lines = 2.5",
            "styles.headline.max_lines",
            "a whole number from 1 to 20, not 2.5",
        ),
    ],
)
def test_a_value_of_the_wrong_type_or_out_of_range(
    tmp_path: Path, old: str, new: str, zh: str, en: str
):
    text, line = changed(old, new)
    error = refusal(tmp_path, text)
    assert zh in error.zh
    assert en in error.en
    assert error.source == Source(str(tmp_path / "ours.toml"), line)


@pytest.mark.parametrize(
    ("old", "new", "en"),
    [
        (
            'face = "song"\nindent = 2\n\n# With',
            'face = "sung"\nindent = 2\n\n# With',
            'the last a face of ours, not "sung" (did you mean song?)',
        ),
        (
            'leader_ink = "grey"',
            'leader_ink = "gray"',
            'contents.leader_ink must be the name of an ink, not "gray" (did you mean grey?)',
        ),
        ('leader_ink = "grey"', 'leader_ink = "teal"', "(there are: black, grey, mist, red)"),
        (
            'template = "{issuer}"\nstyle = "issuer"',
            'template = "{issuer}"\nstyle = "isuer"',
            'masthead.lines[7].style must be the name of a style, not "isuer"',
        ),
        ('style = "clreq"', 'style = "ofice"', "(did you mean office?)"),
        (
            'template = "{issuer}"',
            'template = "{isuer}"',
            "(there is no field {isuer}; did you mean issuer?)",
        ),
        ('template = "{issuer}"', 'template = "{page}"', "there is no field {page}"),
        ('template = "{issuer}"', 'template = "{issuer"', "'{' has no partner"),
        ('template = "{issuer}"', 'template = "[{issuer}"', "'[' has no partner"),
        ('template = "{issuer}"', 'template = "{issuer}]"', "']' has no partner"),
    ],
)
def test_a_name_that_nothing_answers_to(tmp_path: Path, old: str, new: str, en: str):
    text, line = changed(old, new)
    error = refusal(tmp_path, text)
    assert en in error.en
    assert error.source is not None
    assert error.source.line in (line, line + 1)
    assert JIANBAO.splitlines()[error.source.line - 1] != text.splitlines()[error.source.line - 1]


def test_an_unknown_key_with_its_nearest_neighbour(tmp_path: Path):
    text, line = changed('foot = "28mm"', 'fooot = "28mm"')
    error = refusal(tmp_path, text)
    assert (error.zh, error.en) == (
        "没有 page.fooot 这一项（是不是 foot？）",
        "page.fooot is not a key we know (did you mean foot?)",
    )
    assert error.source == Source(str(tmp_path / "ours.toml"), line)


def test_a_missing_key_is_found_at_its_table(tmp_path: Path):
    text, line = changed('foot = "28mm"\n', "")
    error = refusal(tmp_path, text)
    assert (error.zh, error.en) == ("缺少 page.foot", "page.foot is missing")
    assert error.source == Source(
        str(tmp_path / "ours.toml"), JIANBAO.splitlines().index("[page]") + 1
    )
    assert error.source.line < line


def test_a_missing_key_of_one_of_several_rows(tmp_path: Path):
    text, line = changed('template = "{issuer}"\n', "")
    error = refusal(tmp_path, text)
    assert error.en == "masthead.lines[7].template is missing"
    assert error.source == Source(str(tmp_path / "ours.toml"), line - 1)


def test_a_missing_role(tmp_path: Path):
    text, _ = changed("[styles.caption]", "[styles.captain]")
    assert refusal(tmp_path, text).en == "styles.caption is missing"


def test_an_empty_file_lacks_its_first_key(tmp_path: Path):
    error = refusal(tmp_path, "")
    assert error.en == "title_zh is missing"
    assert error.source == Source(str(tmp_path / "ours.toml"), 1)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('title_zh = "a"\n[page\nwidth = 1\n', 2),
        ('title_zh = "a"\ntitle_zh = "b"\n', 2),
        ('title_zh = "a"\n\ntitle_en = "b', 3),
        ("a = " + "[" * 5000, 1),
        ("a = 1" + "0" * 5000, 1),
    ],
)
def test_broken_toml(tmp_path: Path, text: str, line: int):
    error = refusal(tmp_path, text)
    assert "TOML 写法有误" in error.zh
    assert "broken TOML" in error.en
    assert error.source == Source(str(tmp_path / "ours.toml"), line)


def test_a_file_in_another_encoding(tmp_path: Path):
    (tmp_path / "ours.toml").write_bytes(b"# layout\n" + 'title_zh = "简报"'.encode("gb18030"))
    with pytest.raises(LayoutError, match="not in UTF-8") as caught:
        load_layout("ours.toml", folder=tmp_path)
    assert caught.value.source == Source(str(tmp_path / "ours.toml"), 2)


def test_a_file_far_too_large(tmp_path: Path):
    (tmp_path / "ours.toml").write_bytes(b"#" * 2_000_000)
    with pytest.raises(LayoutError, match="too large"):
        load_layout("ours.toml", folder=tmp_path)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path):
    (tmp_path / "ours.toml").write_text(JIANBAO, "utf-8-sig")
    assert load_layout("ours.toml", folder=tmp_path).grid == load_layout("jianbao-a4").grid


@pytest.mark.parametrize(
    "key", ["grid", "page", "styles", "punctuation", "inks", "masthead", "open", "body"]
)
def test_a_value_where_a_table_belongs(tmp_path: Path, key: str):
    lines = JIANBAO.splitlines()
    kept, inside = [], False
    for text in lines:
        if text.startswith("["):
            inside = text.strip("[]").split(".")[0] == key
        if not inside:
            kept.append(text)
    error = refusal(tmp_path, "\n".join([f"{key} = 3", *kept]))
    assert error.en == f"{key} must be a table, not 3"
    assert error.source == Source(str(tmp_path / "ours.toml"), 1)


def test_rows_that_are_no_rows(tmp_path: Path):
    text, _ = changed('height = "117mm"', 'height = "117mm"\nrules = 3')
    text = (
        "\n".join(line for line in text.split("[[masthead.rules]]")[0].splitlines())
        + "\n[contents]"
        + text.split("[contents]")[1]
    )
    assert refusal(tmp_path, text).en == "masthead.rules must be an array of tables ([[…]]), not 3"


def test_a_measure_of_the_layout_that_does_not_fit_its_margins(tmp_path: Path):
    text, line = changed(
        'size = "14pt"\nleading = 1.634', 'measure = 33\nsize = "14pt"\nleading = 1.634'
    )
    error = refusal(tmp_path, text)
    assert (
        error.zh
        == "grid.measure 放不下：1 栏，每行 33 字，字号 14 pt，左右边距将不足 28 mm；每行最多 31 字"
    )
    assert "at most 31 characters fit" in error.en
    assert error.source == Source(str(tmp_path / "ours.toml"), line)


def test_a_size_that_leaves_no_measure(tmp_path: Path):
    text, line = changed('size = "14pt"\nleading = 1.634', 'size = "60pt"\nleading = 1.634')
    error = refusal(tmp_path, text)
    assert "grid.size does not fit the page" in error.en
    assert error.source == Source(str(tmp_path / "ours.toml"), line)


def test_margins_that_leave_no_rows(tmp_path: Path):
    text, _ = changed('top = "30mm"', 'top = "260mm"')
    assert "grid.leading leaves 1 rows" in refusal(tmp_path, text).en


def test_a_body_with_a_size_of_its_own(tmp_path: Path):
    text, line = changed(
        '[styles.body]\nface = "song"', '[styles.body]\nsize = "12pt"\nface = "song"'
    )
    error = refusal(tmp_path, text)
    assert "set grid.size instead" in error.en
    assert error.source == Source(str(tmp_path / "ours.toml"), line + 1)


def test_a_masthead_below_the_page(tmp_path: Path):
    text, line = changed('height = "117mm"', 'height = "280mm"')
    assert refusal(tmp_path, text).source == Source(str(tmp_path / "ours.toml"), line)


@pytest.mark.parametrize(
    "limits",
    [
        "{ min = 30, max = 20 }",
        "{ min = 1 }",
        "{ least = 20 }",
        "{}",
        "[20]",
        "34",
        '{ min = "20" }',
    ],
)
def test_limits_that_are_none(tmp_path: Path, limits: str):
    text, line = changed("measure = { min = 20, max = 38 }", f"measure = {limits}")
    error = refusal(tmp_path, text)
    assert "open.measure must be true or { min = …, max = … }" in error.en
    assert error.source == Source(str(tmp_path / "ours.toml"), line)


def test_a_layout_that_does_not_exist():
    with pytest.raises(LayoutError) as caught:
        load_layout("jianbao-a5", {}, {"layout": Source("issue.md", 3)})
    error = caught.value
    assert error.source == Source("issue.md", 3)
    assert error.zh == '没有名为 "jianbao-a5" 的版式；是不是 jianbao-a4？现有：' + "、".join(
        stock_layouts()
    )
    assert (
        error.en
        == 'there is no layout "jianbao-a5"; did you mean jianbao-a4? there are: '
        + ", ".join(stock_layouts())
    )


@pytest.mark.parametrize("name", ["", "weekly", "../stock/jianbao-a4", "no\0name", "a\nb"])
def test_other_names_of_no_layout(name: str):
    with pytest.raises(LayoutError, match="there are: " + ", ".join(stock_layouts())):
        load_layout(name)
    with pytest.raises(LayoutError):
        open_settings(name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.toml", "does not exist"),
        ("no\0name.toml", "no file can have this name"),
        ("folder.toml", "it is a folder"),
    ],
)
def test_a_layout_file_that_does_not_exist_or_is_none(tmp_path: Path, name: str, said: str):
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(LayoutError, match=said):
        load_layout(name, {}, {}, folder=tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "../house.toml",
        "{root}/house.toml",
        "..\\house.toml",
        "a/../../house.toml",
        "//host/share/house.toml",
        "link.toml",
    ],
)
def test_no_layout_outside_the_folder_is_opened(tmp_path: Path, name: str):
    folder = tmp_path / "issue"
    (folder / "a").mkdir(parents=True)
    (tmp_path / "house.toml").write_text(JIANBAO, "utf8")
    # on Windows the same file as ../house.toml: a package goes everywhere
    (folder / "..\\house.toml").write_text(JIANBAO, "utf8")
    (folder / "link.toml").symlink_to(tmp_path / "house.toml")
    where = Source("issue.md", 3)
    with pytest.raises(LayoutError, match="outside the manuscript's folder") as caught:
        load_layout(name.format(root=tmp_path), {}, {"layout": where}, folder=folder)
    assert caught.value.source == where
    assert "在稿件所在文件夹之外" in caught.value.zh


@pytest.mark.parametrize(
    "name", ["house.toml", "./house.toml", "a/house.toml", "a/../house.toml", "{root}/house.toml"]
)
def test_a_layout_inside_the_folder_is_opened(tmp_path: Path, name: str):
    (tmp_path / "a").mkdir()
    for path in (tmp_path / "house.toml", tmp_path / "a/house.toml"):
        path.write_text(JIANBAO, "utf8")
    assert (
        load_layout(name.format(root=tmp_path), folder=tmp_path).grid
        == load_layout("jianbao-a4").grid
    )


@pytest.mark.parametrize(
    ("settings", "zh", "en"),
    [
        (
            {"measure": 50},
            "measure 应为 20 到 38 之间的整数，不能是 50",
            "measure must be a whole number from 20 to 38, not 50",
        ),
        ({"measure": "34"}, "measure 应为", 'not "34"'),
        ({"measure": None}, "measure 应为", "not None"),
        ({"measure": True}, "measure 应为", "not true"),
        ({"measure": [34]}, "measure 应为", "not [34]"),
        ({"measure": int("9" * 4000)}, "measure 应为", "…"),
        (
            {"size": "20pt"},
            "size 应为 12pt 到 16pt 之间的长度",
            "size must be a length from 12pt to 16pt",
        ),
        ({"punctuation": "ofice"}, "是不是 office？", "did you mean office?"),
        (
            {"prohibition": "loose"},
            "prohibition 应为 none、basic、gb、strict 之一",
            "prohibition must be one of none, basic, gb, strict",
        ),
        (
            {"page_numbers": "yes"},
            "page_numbers 应为 true 或 false",
            "page_numbers must be true or false",
        ),
        (
            {"balance": True},
            "没有可由稿件设置的 balance；现有：measure、",
            "has no setting balance open to manuscripts; there are: measure, ",
        ),
        ({"mesure": 34}, "没有可由稿件设置的 mesure；是不是 measure？", "did you mean measure?"),
    ],
)
def test_a_setting_of_the_manuscript_is_refused_at_its_line(
    settings: dict[str, object], zh: str, en: str
):
    with pytest.raises(LayoutError) as caught:
        load_layout("jianbao-a4", settings, dict.fromkeys(settings, MANUSCRIPT))
    assert caught.value.source == MANUSCRIPT
    assert zh in caught.value.zh
    assert en in caught.value.en


def test_a_measure_that_does_not_fit_beside_the_size_chosen():
    settings = {"measure": 36, "size": "16pt"}
    with pytest.raises(LayoutError) as caught:
        load_layout("jianbao-a4", settings, {"measure": MANUSCRIPT})
    assert caught.value.source == MANUSCRIPT
    assert (
        caught.value.zh
        == "measure 放不下：1 栏，每行 36 字，字号 16 pt，左右边距将不足 10 mm；每行最多 33 字"
    )


def test_editors_may_use_the_margins_down_to_10_mm(tmp_path: Path):
    text, _ = changed("measure = { min = 20, max = 38 }", "measure = true")
    (tmp_path / "ours.toml").write_text(text, "utf8")
    assert load_layout("ours.toml", {"measure": 38}, folder=tmp_path).grid.left > 72 / 2.54
    with pytest.raises(LayoutError, match="measure does not fit the page"):
        load_layout("ours.toml", {"measure": 39}, folder=tmp_path)


def test_words_can_be_narrowed_to_a_list():
    assert load_layout("neikan-a4-2col", {"punctuation": "office"}).punctuation.name == "office"
    with pytest.raises(LayoutError, match="punctuation must be one of clreq, office, not"):
        load_layout("neikan-a4-2col", {"punctuation": "quanjiao"})


def test_a_setting_without_a_known_source_still_has_its_sentence():
    with pytest.raises(LayoutError) as caught:
        load_layout("jianbao-a4", {"measure": 50})
    assert caught.value.source is None
