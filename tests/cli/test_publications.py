"""`python main.py new` and `python main.py publication …`: issues of a publication, for scripts."""

from __future__ import annotations

import datetime
import json
import os
from pathlib import Path

import pytest
from permissions import bound_by_permissions
from running import SMALL, answered, banxin

from layouts.documents import read_document
from layouts.house.load import STOCK
from layouts.house.own_folder import own_layouts_folder
from layouts.publication import (
    Appears,
    FixedSection,
    LastBefore,
    NumberingRule,
    Publication,
    entries,
    hold_over,
    read_publication,
    take_number,
    write_publication,
)

FRIDAY = datetime.date(2026, 11, 13)
NEWS = Publication(
    "澜汀书讯",
    sections=(FixedSection("本期关注"), FixedSection("简讯", optional=True)),
    numbering=NumberingRule(appears=Appears.WEEKLY, weekday=5, before=LastBefore(14, 850, FRIDAY)),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_publication(tmp_path / "书讯", NEWS)
    return tmp_path / "书讯"


def test_a_publication_begun_and_two_issues_of_it_from_outside(tmp_path: Path) -> None:
    folder = tmp_path / "书讯"
    assert banxin("publication", "init", "澜汀书讯", "-o", folder).code == 0
    assert read_publication(folder) == Publication("澜汀书讯")
    for number in (1, 2):
        output = tmp_path / f"{number}.banxin"
        ran = banxin("new", folder, "-o", output, "--date", "2026-11-20")
        assert (ran.code, ran.err) == (0, "")
        assert f"第 {number} 期（总第 {number} 期），2026-11-20" in ran.out
        (tmp_path / "home").mkdir(exist_ok=True)
        issue = read_document(output, tmp_path / "home").issue
        assert (issue.masthead.publication, issue.masthead.number) == ("澜汀书讯", number)
    assert [entry.file for entry in entries(folder)] == [
        str(tmp_path / f"{n}.banxin") for n in (1, 2)
    ]


def test_the_date_is_that_on_which_an_issue_is_due(folder: Path, tmp_path: Path) -> None:
    ran = answered("new", folder, "-o", tmp_path / "15.md")
    assert ran.code == 0
    issue = read_document(tmp_path / "15.md", tmp_path).issue
    assert issue.masthead.date is not None
    assert issue.masthead.date.isoweekday() == 5
    assert [section.name for section in issue.sections] == ["本期关注", "简讯"]


def test_a_supplement(folder: Path, tmp_path: Path) -> None:
    ran = answered(
        "new", folder, "-o", tmp_path / "z.banxin", "--supplement", "--date", "2026-11-20"
    )
    assert "增刊第 1 期" in ran.out
    assert entries(folder)[0].key.name == "supplement-2026-001"


def test_what_was_held_over_comes_in_where_it_is_asked_for(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text(SMALL, "utf8")
    old = read_document(tmp_path / "old.md", tmp_path).issue
    from layouts.issue.places import Place

    one = hold_over(folder, old, Place(0, 0))
    assert answered("new", folder, "-o", tmp_path / "15.banxin").code == 0
    assert one.path.is_file()
    ran = answered("new", folder, "-o", tmp_path / "16.banxin", "--held")
    assert (ran.code, ran.err) == (0, "")
    (tmp_path / "home").mkdir()
    issue = read_document(tmp_path / "16.banxin", tmp_path / "home").issue
    titles = [article.title.string for part in issue.sections for article in part.articles]
    assert titles == [one.title]
    assert not one.path.exists()


def test_a_file_that_is_there_is_left_alone_and_no_number_taken(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "15.banxin").write_bytes(b"mine")
    ran = answered("new", folder, "-o", tmp_path / "15.banxin")
    assert (ran.code, ran.out) == (2, "")
    assert "15.banxin" in ran.err
    assert (tmp_path / "15.banxin").read_bytes() == b"mine"
    assert entries(folder) == []


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_number_is_given_back_where_the_issue_cannot_be_saved(
    folder: Path, tmp_path: Path
) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    shut.chmod(0o500)
    with bound_by_permissions():
        ran = answered("new", folder, "-o", shut / "15.banxin")
    assert ran.code == 2
    assert entries(folder) == []


@pytest.mark.parametrize("name", ["15.pdf", "15", "15.docx"])
def test_an_output_that_is_no_issue_is_refused(folder: Path, tmp_path: Path, name: str) -> None:
    assert answered("new", folder, "-o", tmp_path / name).code == 2
    assert entries(folder) == []


def test_a_folder_that_is_no_publication_is_told(tmp_path: Path) -> None:
    for call in (
        ("new", tmp_path, "-o", tmp_path / "x.banxin"),
        *(("publication", act, tmp_path) for act in ("show", "check", "numbers", "next")),
        ("publication", "give-back", tmp_path, "2026-015"),
    ):
        ran = answered(*call)
        assert (ran.code, ran.out) == (2, "")
        assert "publication.toml" in ran.err


def test_show_prints_the_file_or_its_values(folder: Path) -> None:
    assert (
        answered("publication", "show", folder).out.rstrip()
        == (folder / "publication.toml").read_text("utf8").rstrip()
    )
    shown = json.loads(answered("publication", "show", folder, "--json").out)
    assert shown["name"] == "澜汀书讯"
    assert [section["name"] for section in shown["sections"]] == ["本期关注", "简讯"]
    assert shown["numbering"]["before"] == {"number": 14, "total": 850, "date": "2026-11-13"}


def test_next_takes_nothing(folder: Path) -> None:
    for _ in range(2):
        ran = answered("publication", "next", folder, "--date", "2026-11-30")
        assert ran.out.startswith("第 15 期（总第 851 期），2026-12-04")
    told = json.loads(answered("publication", "next", folder, "--date", "2026-11-30", "--json").out)
    assert told == {
        "name": "2026-015",
        "number": 15,
        "total": 851,
        "date": "2026-12-04",
        "supplement": False,
    }
    assert not (folder / "numbers").exists()


def test_numbers_lists_who_took_what_and_what_cannot_be_read(folder: Path) -> None:
    assert "还没有取过期号" in answered("publication", "numbers", folder).out
    take_number(folder, NEWS, FRIDAY, "季望舒")
    (folder / "numbers" / "2026-016.toml").write_bytes(b"")
    ran = answered("publication", "numbers", folder)
    assert ran.code == 0
    assert "2026-015" in ran.out
    assert "季望舒" in ran.out
    assert "2026-016" in ran.err
    told = json.loads(answered("publication", "numbers", folder, "--json").out)["numbers"]
    assert [(one["name"], one["total"], one["wrong"] is None) for one in told] == [
        ("2026-015", 851, True),
        ("2026-016", None, False),
    ]


def test_a_number_nobody_uses_is_given_back_by_its_name(folder: Path) -> None:
    take_number(folder, NEWS, FRIDAY, "季望舒")
    assert answered("publication", "give-back", folder, "2026-015").code == 0
    assert entries(folder) == []
    for name in ("2026-015", "fifteen", "../publication"):
        ran = answered("publication", "give-back", folder, name)
        assert (ran.code, ran.out) == (2, "")
        assert name in ran.err
    assert read_publication(folder) == NEWS


def test_a_layout_of_the_users_own_goes_along_for_the_others(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    own = own_layouts_folder() / "本局"
    own.mkdir(parents=True)
    (own / "layout.toml").write_bytes((STOCK / "jianbao-a4.toml").read_bytes())
    folder = tmp_path / "书讯"
    assert answered("publication", "init", "书讯", "-o", folder, "--layout", "本局").code == 0
    assert read_publication(folder).layout == "layout.toml"
    assert (folder / "layout.toml").read_bytes() == (own / "layout.toml").read_bytes()


def test_init_brings_a_layout_of_a_file_and_writes_over_nothing(tmp_path: Path) -> None:
    own = tmp_path / "ours.toml"
    own.write_bytes((STOCK / "neikan-a4-2col.toml").read_bytes())
    folder = tmp_path / "书讯"
    assert answered("publication", "init", "书讯", "-o", folder, "--layout", own).code == 0
    assert read_publication(folder).layout == "layout.toml"
    assert (folder / "layout.toml").read_bytes() == own.read_bytes()
    before = (folder / "publication.toml").read_bytes()
    assert answered("publication", "init", "别的", "-o", folder).code == 2
    assert (folder / "publication.toml").read_bytes() == before
    assert answered("publication", "init", "甲", "-o", tmp_path / "x", "--layout", "none").code == 2
    assert not (tmp_path / "x").exists()


def test_check_says_what_cannot_be_used(folder: Path) -> None:
    assert answered("publication", "check", folder).code == 0
    (folder / "words.toml").write_text("people = 4", "utf8")
    text = (folder / "publication.toml").read_text("utf8")
    more = 'layout = "gone"\nwords = ["words.toml", "none.toml"]\npresets = ["print", "x.toml"]\n'
    (folder / "publication.toml").write_text(more + text, "utf8")
    (folder / "held").mkdir()
    (folder / "held" / "x.banxin").write_bytes(b"")
    ran = answered("publication", "check", folder, "--json")
    assert ran.code == 1
    assert [(one["level"], one["code"]) for one in json.loads(ran.out)["findings"]] == [
        ("error", "publication-layout"),
        ("error", "publication-words"),
        ("error", "publication-words"),
        ("error", "publication-preset"),
        ("warning", "held-over-unreadable"),
    ]


def test_check_misses_a_picture_of_the_layout(folder: Path) -> None:
    stock = (STOCK / "jianbao-a4.toml").read_text("utf8")
    art = '[[masthead.art]]\nfile = "art/name.png"\ny = "20mm"\nwidth = "60mm"\n'
    (folder / "layout.toml").write_text(f"{stock}\n{art}", "utf8")
    text = (folder / "publication.toml").read_text("utf8")
    (folder / "publication.toml").write_text(f'layout = "layout.toml"\n{text}', "utf8")
    ran = answered("publication", "check", folder)
    assert ran.code == 1
    assert "art/name.png" in ran.out


def test_check_takes_the_word_lists_of_the_publication(folder: Path) -> None:
    words = {"a.toml": '[spellings]\n"全区大会" = "全区会议"', "b.toml": '[avoided]\n"落实" = ""'}
    for name, text in words.items():
        (folder / name).write_text(text, "utf8")
    text = (folder / "publication.toml").read_text("utf8")
    (folder / "publication.toml").write_text('words = ["a.toml", "b.toml"]\n' + text, "utf8")
    issue = folder / "x.md"
    issue.write_text(SMALL.replace("publication:", "publication: 澜汀书讯 #"), "utf8")
    codes = checked(issue)
    assert "spelling-forbidden" in codes
    assert "word-avoided" in codes
    (folder / "c.toml").write_text("", "utf8")
    assert "spelling-forbidden" not in checked(issue, "--house", folder / "c.toml")


def checked(*arguments: str | Path) -> list[str]:
    ran = answered("check", *arguments, "--json", "--today", "2026-11-20")
    return [
        one["code"]
        for one in json.loads(ran.out)["findings"]
        if one["code"] not in ("last-page-short", "section-empty", "masthead-empty")
    ]


def test_check_holds_an_issue_against_the_publication_it_lies_in(
    folder: Path, tmp_path: Path
) -> None:
    issue = SMALL.replace("publication:", "publication: 澜汀书讯 #")
    assert "澜汀书讯" in issue
    (folder / "2026").mkdir()
    inside, outside = folder / "2026" / "x.md", tmp_path / "x.md"
    for path in (inside, outside):
        path.write_text(issue, "utf8")
    assert "section-missing" in checked(inside)
    assert "section-missing" not in checked(outside)
    assert "section-missing" in checked(outside, "--publication", folder)
