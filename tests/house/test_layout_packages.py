"""Layout packages: what they hold, what comes in with them, and the user's own layouts."""

from __future__ import annotations

import io
import os
import stat
import tomllib
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layouts.documents import layout_source, read_document, save_document
from layouts.errors import LayoutError, Source
from layouts.house.installing import install_layout, own_layouts, remove_layout
from layouts.house.load import find_layout, known_layouts, layout_of, load_layout, stock_layouts
from layouts.house.overlay import with_design
from layouts.house.own_folder import cache_folder, data_folder, own_layouts_folder
from layouts.house.package import (
    MIMETYPE,
    layout_package,
    pictures_with,
    read_layout_package,
)
from layouts.house.written import written_layout
from layouts.issue.article import Section
from layouts.issue.issue import Issue
from layouts.issue.masthead import Masthead

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h2v2z"/></svg>'
STOCK_TEXT = written_layout("jianbao-a4").files[0].text
ART = '\n[[masthead.art]]\nfile = "pictures/emblem.svg"\nalign = "left"\ny = "30mm"\nheight = "20mm"\nalt = "徽标"\n'
TEXT = STOCK_TEXT.replace("简报（A4 单栏）", "我们的简报") + ART


@pytest.fixture(autouse=True)
def _a_home_of_its_own(tmp_path, monkeypatch):
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


def package(path: Path, text: str = TEXT, preview: bytes = PNG) -> Path:
    path.write_bytes(layout_package(text, {"pictures/emblem.svg": SVG}, preview))
    return path


def zipped(path: Path, entries: dict[str, bytes], **changes: object) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            for key, value in changes.items():
                setattr(info, key, value)
            out.writestr(info, content)
    return path


def whole() -> dict[str, bytes]:
    return {"mimetype": MIMETYPE, "layout.toml": TEXT.encode(), "pictures/emblem.svg": SVG}


def refused(path: Path) -> LayoutError:
    with pytest.raises(LayoutError) as caught:
        read_layout_package(path)
    assert caught.value.source is not None
    assert caught.value.source.file.startswith(str(path))
    return caught.value


def test_a_package_holds_layout_pictures_and_preview_and_is_the_same_each_time(tmp_path):
    path = package(tmp_path / "ours.banxin-layout")
    again = package(tmp_path / "again.banxin-layout")
    assert path.read_bytes() == again.read_bytes()
    found = read_layout_package(path)
    assert found.text == TEXT
    assert found.pictures == {"pictures/emblem.svg": SVG}
    assert found.preview == PNG
    # its kind can be told from the first bytes, as with OpenDocument
    assert path.read_bytes()[30:].startswith(b"mimetype" + MIMETYPE)


def test_pictures_are_read_from_beside_the_layout(tmp_path):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/emblem.svg").write_bytes(SVG)
    (tmp_path / "ours.toml").write_text(TEXT, "utf8")
    document = written_layout("ours.toml", tmp_path).document
    assert pictures_with(document) == {"pictures/emblem.svg": SVG}
    (tmp_path / "pictures/emblem.svg").unlink()
    with pytest.raises(LayoutError, match="emblem"):
        pictures_with(document)


def test_two_pictures_of_one_name_are_told_of(tmp_path):
    art = ART.strip().replace("masthead", "colophon").replace('"30mm"', "1")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/emblem.svg").write_bytes(SVG)
    (tmp_path / "base.toml").write_text(TEXT, "utf8")
    document = written_layout("base.toml", tmp_path).document
    (tmp_path / "issue/pictures").mkdir(parents=True)
    (tmp_path / "issue/pictures/emblem.svg").write_bytes(SVG + b" ")
    design = {"colophon.art": tomllib.loads(art)["colophon"]["art"]}
    with pytest.raises(LayoutError, match="两张不同的图片"):
        pictures_with(with_design(document, design, tmp_path / "issue"))


def test_an_issue_is_set_in_a_package_beside_it(tmp_path):
    package(tmp_path / "ours.banxin-layout")
    issue = Issue(Masthead(), (), tmp_path, Source("x"), layout="ours.banxin-layout")
    layout = layout_of(issue)
    assert layout.title_zh == "我们的简报"
    assert layout.name == "ours"
    assert Path(layout.masthead.art[0].file).read_bytes() == SVG
    assert find_layout(issue.layout, tmp_path, None).is_relative_to(cache_folder())
    assert layout_source(issue) == TEXT.encode()


def test_a_package_written_over_is_read_anew(tmp_path):
    path = package(tmp_path / "ours.banxin-layout")
    assert load_layout(path.name, folder=tmp_path).title_zh == "我们的简报"
    package(path, TEXT.replace("我们的简报", "他们的简报，第二版"))
    assert load_layout(path.name, folder=tmp_path).title_zh == "他们的简报，第二版"


def test_a_fault_in_a_package_names_file_and_line(tmp_path):
    path = zipped(
        tmp_path / "x.banxin-layout", {**whole(), "layout.toml": b'title_zh = "a"\nsize = 3'}
    )
    error = refused(path)
    assert error.source == Source(f"{path}/layout.toml", 2)
    assert "size" in error.zh


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({"../evil.toml": b""}, "不该有的文件"),
        ({"/etc/passwd": b""}, "不该有的文件"),
        ({"C:\\x.png": PNG}, "不该有的文件"),
        ({"faces/song.ttf": b"\0\1\0\0"}, "不该有的文件"),
        ({"photos/x.png": PNG}, "不该有的文件"),
        ({"a/b/c/d/e.png": PNG}, "不该有的文件"),
        ({"x.py": b""}, "不该有的文件"),
        ({"mimetype": b"application/vnd.banxin+zip"}, "不是版式包"),
        ({"layout.toml": b""}, "缺少"),
        ({"layout.toml": b"\xff\xff"}, "UTF-8"),
        ({"layout.toml": b"[page"}, "TOML"),
        ({"layout.toml": b"a" + b".a" * 3000 + b" = 1"}, "嵌套"),
        ({"layout.toml": b"x = " + b"[" * 4000 + b"]" * 4000}, "TOML"),
        ({"layout.toml": b"# " + b"x" * 300_000}, "过大"),
        ({"layout.toml": b'based_on = "jianbao-a4"\n'}, "自成一体"),
        ({"layout.toml": TEXT.encode().replace(b'top = "30mm"', b"top = nan")}, "page.top"),
        ({"pictures/emblem.svg": PNG}, "不是它的名字所说的图片"),
        ({"pictures/more.png": SVG}, "不是它的名字所说的图片"),
        ({"pictures/emblem.svg": None}, "缺少图片 pictures/emblem.svg"),
        ({"preview.png": SVG}, "预览图不是 PNG"),
        ({"preview.png": b"\0" * 5_000_000}, "过大"),
        ({"pictures/bomb.png": b"\0" * 40_000_000}, "可疑"),
        ({f"p{k}.png": PNG for k in range(50)}, "超过 40 张"),
    ],
)  # fmt: skip
def test_what_does_not_belong_is_refused_in_a_sentence(tmp_path, entries, said):
    found = {
        name: content for name, content in {**whole(), **entries}.items() if content is not None
    }
    assert said in refused(zipped(tmp_path / "x.banxin-layout", found)).zh
    assert not (tmp_path / "home").exists()


def test_a_link_in_a_package_is_refused(tmp_path):
    path = zipped(
        tmp_path / "x.banxin-layout", whole(), external_attr=(stat.S_IFLNK | 0o777) << 16, create_system=3
    )  # fmt: skip
    assert "不是普通文件" in refused(path).zh


def test_no_zip_is_no_package(tmp_path):
    path = tmp_path / "x.banxin-layout"
    for content in (b"", b"PK", TEXT.encode(), b"\0" * 5000):
        path.write_bytes(content)
        refused(path)
    path.unlink()
    path.mkdir()
    refused(path)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_package_is_read_or_refused(tmp_path_factory, data):
    out = bytearray(layout_package(TEXT, {"pictures/emblem.svg": SVG}, PNG))
    for _ in range(data.draw(st.integers(1, 6))):
        out[data.draw(st.integers(0, len(out) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.sampled_from((len(out), len(out), len(out) // 2)))
    path = tmp_path_factory.mktemp("damaged") / "x.banxin-layout"
    path.write_bytes(bytes(out[:cut]))
    try:
        read_layout_package(path)
    except LayoutError as error:
        assert error.zh


# The user's own layouts


def test_an_installed_layout_can_be_named_listed_replaced_and_removed(tmp_path):
    path = package(tmp_path / "我们的 1.banxin-layout")
    assert install_layout(path) == "我们的 1"
    assert known_layouts() == (*stock_layouts(), "我们的 1")
    assert load_layout("我们的 1").title_zh == "我们的简报"
    (own,) = own_layouts()
    assert (own.name, own.title_zh, own.wrong) == ("我们的 1", "我们的简报", None)
    assert own.preview is not None
    assert own.preview.read_bytes() == PNG
    package(path, TEXT.replace("我们的简报", "第二版"), b"")
    with pytest.raises(LayoutError, match="已经有"):
        install_layout(path)
    assert load_layout("我们的 1").title_zh == "我们的简报"
    install_layout(path, replace=True)
    assert load_layout("我们的 1").title_zh == "第二版"
    assert own_layouts()[0].preview is None  # nothing of the old one is left
    remove_layout("我们的 1")
    assert own_layouts() == ()
    assert list(own_layouts_folder().iterdir()) == []
    with pytest.raises(LayoutError, match="没有"):
        remove_layout("我们的 1")


def test_what_a_killed_process_left_is_swept_and_what_another_makes_is_not(tmp_path):
    path = package(tmp_path / "ours.banxin-layout")
    install_layout(path)
    left, fresh = (own_layouts_folder() / f".making-{name}" for name in ("left", "fresh"))
    for folder in (left, fresh):
        folder.mkdir()
        (folder / "layout.toml").write_text("", "utf8")
    os.utime(left, (1, 1))
    install_layout(path, "another")
    assert {found.name for found in own_layouts_folder().iterdir()} == {
        "ours",
        "another",
        ".making-fresh",
    }
    assert known_layouts()[-2:] == ("another", "ours")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("jianbao-a4", "自带版式"),
        ("Jianbao-A4", "自带版式"),
        ("../x", "不能作"),
        (".x", "不能作"),
        ("x.", "不能作"),
        ("a/b", "不能作"),
        ("x" * 81, "不能作"),
        ("a\0b", "不能作"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_another_one_taken(tmp_path, name, said):
    path = package(tmp_path / "ours.banxin-layout")
    with pytest.raises(LayoutError) as caught:
        install_layout(path, name)
    assert said in caught.value.zh
    assert own_layouts() == ()
    assert install_layout(path, "另一个") == "另一个"


def test_a_layout_of_ones_own_that_is_damaged_is_told_of_and_not_offered(tmp_path):
    install_layout(package(tmp_path / "ours.banxin-layout"))
    (own_layouts_folder() / "ours/layout.toml").write_text("[page", "utf8")
    assert known_layouts() == stock_layouts()
    (own,) = own_layouts()
    assert own.wrong is not None
    assert own.wrong.source == Source(str(own_layouts_folder() / "ours/layout.toml"), 1)
    install_layout(tmp_path / "ours.banxin-layout", replace=True)
    assert "ours" in known_layouts()


def test_a_folder_that_cannot_be_written_to_is_one_sentence(tmp_path):
    path = package(tmp_path / "ours.banxin-layout")
    own_layouts_folder().parent.mkdir(parents=True)
    own_layouts_folder().write_text("a file", "utf8")
    with pytest.raises(LayoutError) as caught:
        install_layout(path)
    assert "放不进自己的版式文件夹" in caught.value.zh


def test_an_issue_in_an_own_layout_opens_where_it_is_not_installed(tmp_path):
    text = STOCK_TEXT.replace("简报（A4 单栏）", "我们的简报")
    (tmp_path / "ours.banxin-layout").write_bytes(layout_package(text, {}))
    install_layout(tmp_path / "ours.banxin-layout")
    section = Section("要闻", (), Source("x"))
    issue = Issue(Masthead("简报", 7), (section,), tmp_path, Source("x"), layout="ours")
    save_document(issue, tmp_path / "x.banxin", tmp_path / "cache")
    here = read_document(tmp_path / "x.banxin", tmp_path / "here").issue
    assert here.layout == "ours"
    remove_layout("ours")
    there = read_document(tmp_path / "x.banxin", tmp_path / "there").issue
    assert there.layout == "ours.toml"
    assert layout_of(there).title_zh == "我们的简报"


def test_the_folders_are_those_of_the_system(monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "relative/is/ignored")
    assert data_folder() == tmp_path / "home/.local/share/Banxin/Banxin"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    assert data_folder() == tmp_path / "Roaming/Banxin/Banxin"
    monkeypatch.setattr("sys.platform", "darwin")
    assert data_folder() == tmp_path / "home/Library/Application Support/Banxin/Banxin"


def test_a_package_has_no_time_of_making():
    data = layout_package(TEXT, {"pictures/emblem.svg": SVG}, PNG)
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        assert {entry.date_time for entry in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
