"""A folder of manuscripts: one article a file, in the order an editor counts, under the sections
that folders name.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from arriving import codes, imported, of, text, titles, write

from layouts.importing.folder import MOST_MANUSCRIPTS
from layouts.importing.order import bare_name, natural_key
from layouts.issue.article import ArticleKind


@pytest.mark.parametrize(
    "names",
    [
        ["稿1", "稿2", "稿10"],
        ["一、甲", "二、乙", "十、丙", "十一、丁"],
        ["第二期", "第九期", "第十期"],
        ["1、甲", "2.乙", "10-丙"],
        ["（一）甲", "（二）乙", "（十）丙"],
        ["通知一", "通知二", "通知十"],
        ["第1篇", "第２篇", "第10篇"],
    ],
)
def test_names_are_counted(names: list[str]) -> None:
    mixed = names[::-1]
    assert sorted(mixed, key=natural_key) == names


def test_a_numeral_inside_a_name_counts_nothing() -> None:
    """三江 and 二局 are names: in order of their characters, not of 3 and 2."""
    assert sorted(["三江集团", "二局"], key=natural_key) == sorted(["三江集团", "二局"])


@pytest.mark.parametrize(
    ("folder", "section"),
    [
        ("01领导关注", "领导关注"),
        ("1.领导关注", "领导关注"),
        ("一、领导关注", "领导关注"),
        ("（二）领导关注", "领导关注"),
        ("【领导关注】", "领导关注"),
        ("领导关注", "领导关注"),
        ("2025工作", "2025工作"),
        ("三江集团", "三江集团"),
    ],
)
def test_a_folder_names_a_section_without_its_number(folder: str, section: str) -> None:
    assert bare_name(folder) == section


def test_files_come_in_natural_order(tmp_path: Path) -> None:
    for number in (10, 2, 1):
        write(tmp_path / "in" / f"稿{number}.txt", text(f"第{number}社区开放读书角", number))
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert titles(result) == [f"第{number}社区开放读书角" for number in (1, 2, 10)]


def test_sub_folders_are_sections(tmp_path: Path) -> None:
    write(tmp_path / "in" / "01领导关注" / "甲.txt", text("区领导调研读书角建设"))
    write(tmp_path / "in" / "01领导关注" / "乙.txt", text("区领导看望图书志愿者"))
    write(tmp_path / "in" / "02工作动态" / "丙.txt", text("文化馆开放新的读书角"))
    result = imported(tmp_path / "in", store=tmp_path / "store")
    found = {source.path.stem: source.articles[0].section for source in result.sources}
    assert found == {"甲": "领导关注", "乙": "领导关注", "丙": "工作动态"}


def test_what_the_text_says_of_its_section_goes_before_its_folder(tmp_path: Path) -> None:
    write(tmp_path / "in" / "工作动态" / "甲.txt", "【简讯】\n\n" + text("文化馆开放新的读书角"))
    result = imported(tmp_path / "in", store=tmp_path / "store", sections=("简讯",))
    assert result.sources[0].articles[0].section == "简讯"


def test_a_folder_of_one_manuscript_and_called_so_is_no_section(tmp_path: Path) -> None:
    name = "文化馆读书角"
    write(tmp_path / "in" / "工作动态" / name / f"{name}.txt", text("文化馆读书角开放"))
    write(tmp_path / "in" / "工作动态" / "乙.txt", text("图书志愿者上岗"))
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert {source.articles[0].section for source in result.sources} == {"工作动态"}


def test_several_folders_given_are_sections_themselves(tmp_path: Path) -> None:
    write(tmp_path / "领导关注" / "甲.txt", text("区领导调研读书角建设"))
    write(tmp_path / "工作动态" / "乙.txt", text("文化馆开放新的读书角"))
    result = imported(tmp_path / "领导关注", tmp_path / "工作动态", store=tmp_path / "store")
    assert [one.articles[0].section for one in result.sources] == ["领导关注", "工作动态"]


@pytest.mark.parametrize(
    "name",
    [
        "~$稿.docx",
        ".~lock.稿.odt#",
        "Thumbs.db",
        ".DS_Store",
        "desktop.ini",
        "稿.txt.lock",
        "~WRL1.tmp",
    ],
)
def test_what_programs_leave_behind_is_passed_over_in_silence(tmp_path: Path, name: str) -> None:
    write(tmp_path / "in" / "稿.txt", text("文化馆开放新的读书角"))
    write(tmp_path / "in" / name, "x")
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert [source.path.name for source in result.sources] == ["稿.txt"]
    assert not result.findings


@pytest.mark.parametrize("name", ["表.xlsx", "汇报.pptx", "视频.mp4", "全部.zip", "图.psd"])
def test_files_of_other_kinds_are_named_and_do_not_stop_the_rest(tmp_path: Path, name: str) -> None:
    write(tmp_path / "in" / "稿.txt", text("文化馆开放新的读书角"))
    write(tmp_path / "in" / name, "no such thing")
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert titles(result) == ["文化馆开放新的读书角"]
    assert codes(of(result, name)) == {"file-passed-over"}


def test_one_file_that_cannot_be_read_leaves_the_others_in(tmp_path: Path) -> None:
    write(tmp_path / "in" / "好.txt", text("文化馆开放新的读书角"))
    (tmp_path / "in" / "坏.docx").write_bytes(b"PK\3\4 word/document.xml and nothing more")
    write(tmp_path / "in" / "空.txt", "")
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert titles(result) == ["文化馆开放新的读书角"]
    for name in ("坏.docx", "空.txt"):
        assert [finding.level for finding in of(result, name).findings] == ["error"]
        assert not of(result, name).articles


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path / "elsewhere" / "secret.txt", text("不该读到的稿件"))
    write(tmp_path / "in" / "稿.txt", text("文化馆开放新的读书角"))
    (tmp_path / "in" / "链.txt").symlink_to(secret)
    (tmp_path / "in" / "夹").symlink_to(secret.parent)
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert titles(result) == ["文化馆开放新的读书角"]
    assert [finding.code for finding in result.findings] == ["link-outside", "link-outside"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path / "in" / "稿.txt", text("文化馆开放新的读书角"))
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")
    assert titles(imported(tmp_path / "in", store=tmp_path / "store")) == ["文化馆开放新的读书角"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path / "in" / "稿.txt", text("文化馆开放新的读书角"))
    os.mkfifo(tmp_path / "in" / "管.txt")
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert codes(of(result, "管.txt")) == {"file-passed-over"}
    given = imported(tmp_path / "in" / "管.txt", store=tmp_path / "store")
    assert codes(given.sources[0]) == {"source-unreadable"}


def test_a_huge_tree_is_looked_at_up_to_a_limit(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("layouts.importing.folder.MOST_FILES", 20)
    for number in range(30):
        write(tmp_path / "in" / f"{number}.txt", text("读书角"))
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert [finding.code for finding in result.findings] == ["folder-limited"]
    assert len(result.sources) == 20
    assert MOST_MANUSCRIPTS < 1000


def test_folders_too_deep_in_each_other_are_told(tmp_path: Path) -> None:
    write(tmp_path / "in" / "稿.txt", text("文化馆开放新的读书角"))
    write(tmp_path / "in" / "/".join("abcdefghijkl") / "深.txt", text("太深的稿件"))
    result = imported(tmp_path / "in", store=tmp_path / "store")
    assert titles(result) == ["文化馆开放新的读书角"]
    assert [finding.code for finding in result.findings] == ["folder-limited"]


def test_the_same_file_given_twice_comes_in_once(tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "稿.txt", text("文化馆开放新的读书角"))
    assert len(titles(imported(path, path.parent, store=tmp_path / "store"))) == 1


@pytest.mark.parametrize("path", ["missing.txt", "a\0b.txt", "x" * 300])
def test_a_path_that_cannot_be_is_a_sentence(tmp_path: Path, path: str) -> None:
    result = imported(tmp_path / path, store=tmp_path / "store")
    assert [finding.level for finding in result.sources[0].findings] == ["error"]


def test_progress_is_told_and_what_it_raises_ends_the_import(tmp_path: Path) -> None:
    from layouts.importing.importing import import_paths
    from layouts.importing.photo_store import PhotoStore
    from layouts.importing.settings import ImportSettings

    for number in range(3):
        write(tmp_path / "in" / f"{number}.txt", text("读书角", number))
    told: list[tuple[int, int]] = []

    class GivenUpError(Exception):
        pass

    def progress(done: int, count: int, _path: Path) -> None:
        told.append((done, count))
        if done == 1:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        import_paths([tmp_path / "in"], PhotoStore(tmp_path / "store"), ImportSettings(), progress)
    assert told == [(0, 3), (1, 3)]
    assert not (tmp_path / "store").exists()


def test_a_paragraph_in_a_folder_of_briefs_is_a_brief_and_needs_no_title(tmp_path: Path) -> None:
    for folder in ("简讯", "要闻"):
        words = "近日，档案馆完成一万卷档案的数字化，读者可以在网上查阅。\n"
        write(tmp_path / "in" / folder / "1.txt", words)
    result = imported(tmp_path / "in", store=tmp_path / "store")
    said = {
        source.section: (source.articles[0].article.kind, [one.code for one in source.doubts])
        for source in result.sources
    }
    assert said == {
        "简讯": (ArticleKind.BRIEF, []),
        "要闻": (ArticleKind.HEADLINE, ["title-missing"]),
    }
