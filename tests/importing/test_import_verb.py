"""`main.py import`: what it writes, what it answers, and that it leaves nothing half-written."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from arriving import photo, text, write

from layouts.documents import read_document
from layouts.issue.issue import Issue

sys.path.append(str(Path(__file__).parents[1] / "cli"))
from running import answered, banxin

ROOT = Path(__file__).parents[2]
OK, LOOK, NOTHING = 0, 1, 2


def issue_in(path: Path, tmp_path: Path) -> Issue:
    return read_document(path, tmp_path / "opened").issue


def titles_in(issue: Issue) -> list[str]:
    return [article.title.string for section in issue.sections for article in section.articles]


def test_a_folder_becomes_an_issue(tmp_path: Path) -> None:
    write(tmp_path / "in" / "工作动态" / "读书角.txt", text("文化馆开放读书角"))
    photo(tmp_path / "in" / "工作动态" / "读书角.jpg")
    output = tmp_path / "issue.banxin"
    ran = banxin("import", tmp_path / "in", "-o", output)
    assert ran.code == OK, ran.err
    assert titles_in(issue_in(output, tmp_path)) == ["文化馆开放读书角"]
    assert "1 篇" in ran.out
    assert "1 articles" in ran.out


@pytest.mark.parametrize("suffix", [".banxin", ".md"])
def test_what_was_written_opens_again_with_its_photo(tmp_path: Path, suffix: str) -> None:
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角"))
    photo(tmp_path / "in" / "读书角.jpg")
    output = tmp_path / "out" / f"issue{suffix}"
    output.parent.mkdir()
    assert answered("import", tmp_path / "in", "-o", output).code == OK
    assert answered("export", output, "-o", tmp_path / "x.pdf").code == OK
    assert (tmp_path / "x.pdf").stat().st_size > 1000


def test_a_folder_becomes_a_pdf_for_print_by_one_command(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角"))
    photo(tmp_path / "in" / "读书角.jpg", size=(1600, 1200))
    output = tmp_path / "issue.pdf"
    ran = answered("import", tmp_path / "in", "-o", output, "--preset", "print")
    assert ran.code == OK, ran.err
    assert answered("prove", output).code == OK


def test_something_doubtful_is_answered_by_1(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角"))
    write(tmp_path / "in" / "讲座.txt", text("图书馆举办冬季讲座", 9))
    photo(tmp_path / "in" / "IMG_1.jpg")
    ran = answered("import", tmp_path / "in", "-o", tmp_path / "x.banxin")
    assert ran.code == LOOK
    assert "IMG_1.jpg" in ran.err
    assert (tmp_path / "x.banxin").exists()


def test_a_file_that_cannot_be_read_among_others_is_answered_by_1(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角"))
    write(tmp_path / "in" / "空.txt", "")
    assert answered("import", tmp_path / "in", "-o", tmp_path / "x.banxin").code == LOOK


def test_nothing_that_could_be_read_is_answered_by_2_and_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path / "in" / "空.txt", "")
    found = tmp_path / "r.json"
    ran = answered("import", tmp_path / "in", "-o", tmp_path / "x.banxin", "--json", found)
    assert ran.code == NOTHING
    assert not (tmp_path / "x.banxin").exists()
    (source,) = json.loads(found.read_text("utf8"))["sources"]
    assert source["articles"] == []
    assert [finding["level"] for finding in source["findings"]] == ["error"]
    assert "Traceback" not in ran.err


def test_an_empty_folder_is_answered_by_2(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert answered("import", tmp_path / "in", "-o", tmp_path / "x.banxin").code == NOTHING


@pytest.mark.parametrize("name", ["x.txt", "x", "x.docx", "x.json"])
def test_an_output_of_another_kind_is_refused_before_anything_is_read(
    tmp_path: Path, name: str
) -> None:
    ran = answered("import", tmp_path / "missing", "-o", tmp_path / name)
    assert ran.code == NOTHING
    assert ".banxin" in ran.err


def test_a_preset_goes_with_a_pdf_alone(tmp_path: Path) -> None:
    write(tmp_path / "读书角.txt", text("文化馆开放读书角"))
    ran = answered(
        "import", tmp_path / "读书角.txt", "-o", tmp_path / "x.banxin", "--preset", "print"
    )
    assert ran.code == NOTHING
    assert not (tmp_path / "x.banxin").exists()


def test_into_another_issue_keeps_that_and_adds(tmp_path: Path) -> None:
    write(tmp_path / "a" / "工作动态" / "读书角.txt", text("文化馆开放读书角"))
    photo(tmp_path / "a" / "工作动态" / "读书角.jpg")
    first, both = tmp_path / "first.banxin", tmp_path / "both.banxin"
    assert answered("import", tmp_path / "a", "-o", first).code == OK
    kept = first.read_bytes()
    write(tmp_path / "b" / "讲座.txt", "【工作动态】\n\n" + text("图书馆举办冬季讲座", 9))
    assert answered("import", tmp_path / "b", "--into", first, "-o", both).code == OK
    assert titles_in(issue_in(both, tmp_path)) == ["文化馆开放读书角", "图书馆举办冬季讲座"]
    assert [section.name for section in issue_in(both, tmp_path).sections] == ["工作动态"]
    assert first.read_bytes() == kept
    assert answered("export", both, "-o", tmp_path / "x.pdf").code == OK


def test_into_the_same_file_the_version_before_is_kept_beside_it(tmp_path: Path) -> None:
    first = tmp_path / "first.banxin"
    write(tmp_path / "a" / "读书角.txt", text("文化馆开放读书角"))
    assert answered("import", tmp_path / "a", "-o", first).code == OK
    before = first.read_bytes()
    write(tmp_path / "b" / "讲座.txt", text("图书馆举办冬季讲座", 9))
    assert answered("import", tmp_path / "b", "--into", first, "-o", first).code == OK
    assert titles_in(issue_in(first, tmp_path)) == ["文化馆开放读书角", "图书馆举办冬季讲座"]
    assert (tmp_path / "first.banxin.bak").read_bytes() == before


def test_into_a_manuscript_with_photos_of_its_own(tmp_path: Path) -> None:
    photo(tmp_path / "old" / "photos" / "a.jpg")
    old = write(
        tmp_path / "old" / "issue.md",
        "## 【要闻】\n\n### 旧稿件的题目\n\n![图](photos/a.jpg)\n\n正文一段。\n",
    )
    write(tmp_path / "b" / "讲座.txt", text("图书馆举办冬季讲座", 9))
    output = tmp_path / "both.banxin"
    assert answered("import", tmp_path / "b", "--into", old, "-o", output).code == OK
    assert answered("export", output, "-o", tmp_path / "x.pdf").code == OK


def test_the_layout_is_the_one_asked_for(tmp_path: Path) -> None:
    write(tmp_path / "读书角.txt", text("文化馆开放读书角"))
    output = tmp_path / "x.banxin"
    call = ("import", tmp_path / "读书角.txt", "-o", output, "--layout", "neikan-a4-2col")
    assert answered(*call).code == OK
    assert issue_in(output, tmp_path).layout == "neikan-a4-2col"
    assert answered(*call[:-1], "no-such-layout").code == NOTHING


def test_texts_stay_as_they_came_where_nothing_is_to_be_tidied(tmp_path: Path) -> None:
    write(tmp_path / "读书角.txt", text("文化馆开放“读书角”,居民叫好"))
    call = ("import", tmp_path / "读书角.txt", "-o", tmp_path / "x.banxin")
    answered(*call)
    assert titles_in(issue_in(tmp_path / "x.banxin", tmp_path)) == ["文化馆开放“读书角”，居民叫好"]
    answered(*call, "--no-tidy")
    assert titles_in(issue_in(tmp_path / "x.banxin", tmp_path)) == ["文化馆开放“读书角”,居民叫好"]


def test_the_json_has_what_was_found_before_tidying_and_what_stands_in_the_issue(
    tmp_path: Path,
) -> None:
    write(
        tmp_path / "in" / "读书角.txt",
        text('文化馆开放"读书角"', byline="（供稿:河湾区文化馆 张三）"),
    )
    photo(tmp_path / "in" / "读书角-1.jpg")
    found = tmp_path / "r.json"
    answered("import", tmp_path / "in", "-o", tmp_path / "x.banxin", "--json", found)
    (source,) = json.loads(found.read_text("utf8"))["sources"]
    assert source["file"] == str(tmp_path / "in" / "读书角.txt")
    assert (source["kind"], source["encoding"]) == ("text", "utf-8")
    (article,) = source["articles"]
    assert article["id"] == "a1"
    assert article["title"] == '文化馆开放"读书角"'
    assert article["title_tidied"] == "文化馆开放“读书角”"
    assert article["byline_raw"] == "（供稿:河湾区文化馆 张三）"
    assert [block["kind"] for block in article["blocks"]] == ["paragraph"] * 3
    (shot,) = article["photos"]
    assert (shot["file"], shot["block"], shot["width"]) == ("读书角-1.jpg", 0, None)
    assert shot["crop"] == {"left": 0.0, "top": 0.0, "right": 0.0, "bottom": 0.0}
    rules = {entry["rule"]: entry for entry in source["tidied"]}
    assert rules["quotes-paired"]["count"] == len(rules["quotes-paired"]["examples"]) == 2
    assert set(article) == {
        "id", "section", "kind", "title", "title_tidied", "subtitle", "byline", "byline_raw",
        "date", "source", "confidence", "blocks", "photos", "comments",
    }  # fmt: skip


def test_a_report_is_written_beside(tmp_path: Path) -> None:
    write(tmp_path / "读书角.txt", text("文化馆开放读书角"))
    report = tmp_path / "r.html"
    call = ("import", tmp_path / "读书角.txt", "-o", tmp_path / "x.banxin", "--report", report)
    assert answered(*call).code == OK
    assert "文化馆开放读书角" in report.read_text("utf8")


def test_an_output_that_cannot_be_written_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    write(tmp_path / "读书角.txt", text("文化馆开放读书角"))
    ran = answered("import", tmp_path / "读书角.txt", "-o", tmp_path / "no" / "x.banxin")
    assert ran.code == NOTHING
    assert "Traceback" not in ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["读书角.txt"]


def test_the_manuscripts_stay_as_they_were(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角"))
    photo(tmp_path / "in" / "读书角.jpg")
    before = {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (tmp_path / "in").iterdir()
    }
    answered("import", tmp_path / "in", "-o", tmp_path / "x.banxin")
    after = {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (tmp_path / "in").iterdir()
    }
    assert after == before


OWN_LAYOUT = (ROOT / "layouts" / "house" / "stock" / "neikan-a4-2col.toml").read_text("utf8")


@pytest.mark.parametrize("suffix", [".banxin", ".md", ".pdf"])
def test_a_layout_in_a_file_goes_along(tmp_path: Path, suffix: str) -> None:
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角"))
    own = write(tmp_path / "house" / "own.toml", OWN_LAYOUT)
    output = tmp_path / "out" / f"issue{suffix}"
    output.parent.mkdir()
    assert answered("import", tmp_path / "in", "-o", output, "--layout", own).code == OK
    own.unlink()
    if suffix != ".pdf":
        assert answered("export", output, "-o", tmp_path / "x.pdf").code == OK


def test_into_a_manuscript_with_a_layout_of_its_own(tmp_path: Path) -> None:
    write(tmp_path / "old" / "own.toml", OWN_LAYOUT)
    old = write(
        tmp_path / "old" / "issue.md",
        "---\nlayout: own.toml\n---\n\n## 【要闻】\n\n### 旧稿件的题目\n\n正文一段。\n",
    )
    write(tmp_path / "b" / "讲座.txt", text("图书馆举办冬季讲座", 9))
    output = tmp_path / "both.banxin"
    assert answered("import", tmp_path / "b", "--into", old, "-o", output).code == OK
    assert issue_in(output, tmp_path).layout == "own.toml"


def test_a_whole_issue_keeps_its_layout_and_settings(tmp_path: Path) -> None:
    whole = write(
        tmp_path / "七期.md",
        "---\npublication: 河湾简报\nissue: 7\nlayout: neikan-a4-2col\nmeasure: 22\n---\n\n"
        "## 【要闻】\n\n### 文化馆开放读书角\n\n正文一段。\n",
    )
    output = tmp_path / "x.banxin"
    assert answered("import", whole, "-o", output).code == OK
    opened = issue_in(output, tmp_path)
    assert (opened.layout, dict(opened.settings)) == ("neikan-a4-2col", {"measure": 22})
    assert answered("import", whole, "-o", output, "--layout", "jianbao-a4").code == OK
    assert issue_in(output, tmp_path).layout == "jianbao-a4"


def test_the_house_says_by_which_rules_manuscripts_are_tidied(tmp_path: Path) -> None:
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角,欢迎参加"))
    house = tmp_path / "house.toml"
    house.write_text("[tidy.rules]\nfull-width-marks = false\n", "utf8")
    titles = []
    for name, options in (("by-all", ()), ("by-house", ("--house", house))):
        output = tmp_path / f"{name}.banxin"
        assert answered("import", tmp_path / "in", "-o", output, *options).code != NOTHING
        titles += titles_in(issue_in(output, tmp_path))
    assert titles == ["文化馆开放读书角，欢迎参加", "文化馆开放读书角,欢迎参加"]


def snapshot(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("role", ["-o", "--report", "--json"])
def test_an_output_never_takes_the_place_of_a_manuscript_that_was_named(
    tmp_path: Path, role: str
) -> None:
    given = write(tmp_path / "读书角.md", text("文化馆开放读书角"))
    output = () if role == "-o" else ("-o", tmp_path / "x.banxin")
    before = snapshot(tmp_path)
    ran = answered("import", given, *output, role, tmp_path / "." / given.name)
    assert ran.code == NOTHING
    assert "读书角.md" in ran.err
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("role", ["--report", "--json"])
def test_a_report_never_takes_the_place_of_the_issue(tmp_path: Path, role: str) -> None:
    given = write(tmp_path / "读书角.txt", text("文化馆开放读书角"))
    old = tmp_path / "old.banxin"
    answered("import", given, "-o", old)
    before = snapshot(tmp_path)
    for more in (("-o", old), ("--into", old, "-o", tmp_path / "new.banxin")):
        ran = answered("import", given, *more, role, old)
        assert ran.code == NOTHING
        assert "old.banxin" in ran.err
        assert snapshot(tmp_path) == before


def test_a_report_and_the_json_are_two_files(tmp_path: Path) -> None:
    given = write(tmp_path / "读书角.txt", text("文化馆开放读书角"))
    call = ("import", given, "-o", tmp_path / "x.banxin")
    both = ("--report", tmp_path / "r", "--json", tmp_path / "r")
    assert answered(*call, *both).code == NOTHING
    assert [*snapshot(tmp_path)] == [given]


def test_a_folder_imported_again_has_no_more_for_what_the_last_import_wrote_there(
    tmp_path: Path,
) -> None:
    write(tmp_path / "读书角.txt", text("文化馆开放读书角"))
    outputs = ("-o", "issue.banxin", "--report", "r.html", "--json", "r.json")
    call = [tmp_path / one if "." in one else one for one in outputs]
    ran = [answered("import", tmp_path, *call) for _ in range(2)]
    assert [one.code for one in ran] == [OK, OK]
    assert titles_in(issue_in(tmp_path / "issue.banxin", tmp_path)) == ["文化馆开放读书角"]


def test_an_issue_does_not_come_into_itself(tmp_path: Path) -> None:
    write(tmp_path / "读书角.txt", text("文化馆开放读书角"))
    issue = tmp_path / "issue.banxin"
    answered("import", tmp_path / "读书角.txt", "-o", issue)
    write(tmp_path / "讲座.txt", text("图书馆举办冬季讲座", 9))
    (tmp_path / "读书角.txt").unlink()
    assert answered("import", tmp_path, "--into", issue, "-o", issue).code == OK
    assert titles_in(issue_in(issue, tmp_path)) == ["文化馆开放读书角", "图书馆举办冬季讲座"]


@pytest.mark.parametrize("role", ["--report", "--json"])
def test_where_a_report_cannot_be_written_no_issue_is_touched(tmp_path: Path, role: str) -> None:
    given = write(tmp_path / "读书角.txt", text("文化馆开放读书角"))
    call = ("import", given, "-o", tmp_path / "x.banxin", role, tmp_path / "none" / "r")
    assert answered(*call).code == NOTHING
    assert [*snapshot(tmp_path)] == [given]


def test_an_empty_path_is_not_the_folder_one_happens_to_be_in(tmp_path: Path) -> None:
    ran = answered("import", "", "-o", tmp_path / "x.banxin")
    assert ran.code == NOTHING
    assert not (tmp_path / "x.banxin").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_text_comes_into_both_reports(tmp_path: Path) -> None:
    given = write(tmp_path / "读书角\udcff.txt", text("文化馆开放读书角"))
    reports = ("--report", tmp_path / "r.html", "--json", tmp_path / "r.json")
    assert answered("import", given, "-o", tmp_path / "x.banxin", *reports).code == OK
    (source,) = json.loads((tmp_path / "r.json").read_text("utf8"))["sources"]
    assert source["file"] == str(given)
    assert "文化馆开放读书角" in (tmp_path / "r.html").read_text("utf8")
