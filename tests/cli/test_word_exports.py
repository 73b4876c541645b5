"""`export -o x.docx`, and `compare` with what comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
from running import answered

Write = Callable[..., Path]
TEXT = "## 【要闻】\n\n### 题目\n\n第一段说了一件事。\n\n1. 甲事。{编号}\n\n【供稿：甲】\n"


def exported(manuscript: Write, *more: str) -> tuple[Path, Path]:
    path = manuscript(TEXT)
    output = path.with_name("x.docx")
    assert answered("export", path, "-o", output, *more).code == 0
    return path, output


def edited(output: Path) -> None:
    document = docx.Document(str(output))
    body = next(one for one in document.paragraphs if one.text.startswith("第一段"))
    body.runs[0].text = "第一段说了两件事。"
    document.save(str(output))


def test_an_issue_becomes_a_word_file_and_nothing_else(manuscript: Write) -> None:
    path, output = exported(manuscript)
    assert "题目" in [one.text for one in docx.Document(str(output)).paragraphs]
    assert {one.name for one in path.parent.iterdir()} >= {"x.docx"}
    assert not [one for one in path.parent.iterdir() if one.name.startswith(".")]


def test_typed_numbers_are_for_word_alone(manuscript: Write) -> None:
    exported(manuscript, "--typed-numbers")
    path = manuscript(TEXT)
    done = answered("export", path, "-o", path.with_name("x.pdf"), "--typed-numbers")
    assert done.code == 2
    assert ".docx" in done.err


def test_what_nobody_changed_differs_in_nothing(manuscript: Write) -> None:
    path, output = exported(manuscript)
    done = answered("compare", path, output)
    assert (done.code, done.out.strip()) == (0, "没有改动 / nothing differs")


def test_what_was_changed_in_word_is_told_and_taken(manuscript: Write) -> None:
    path, output = exported(manuscript)
    edited(output)
    taken = path.with_name("taken.md")
    done = answered("compare", path, output, "-o", taken)
    assert done.code == 1
    assert "第一段说了[-一-][+两+]件事。" in done.out
    assert "第一段说了两件事。" in taken.read_text("utf8")
    assert answered("compare", taken, output).code == 0


def test_the_changes_are_told_as_json(manuscript: Write) -> None:
    path, output = exported(manuscript)
    edited(output)
    (change,) = json.loads(answered("compare", path, output, "--json").out)["changes"]
    assert (change["what"], change["title"], change["added"], change["removed"]) == (
        "changed",
        "题目",
        1,
        1,
    )


def test_two_issues_are_compared_too(manuscript: Write) -> None:
    path = manuscript(TEXT)
    other = path.with_name("other.md")
    other.write_text(path.read_text("utf8").replace("一件事", "三件事"), "utf8")
    done = answered("compare", path, other)
    assert done.code == 1
    assert "[-一-][+三+]件事" in done.out


def test_an_output_of_another_kind_is_refused(manuscript: Write) -> None:
    path, output = exported(manuscript)
    done = answered("compare", path, output, "-o", path.with_name("taken.docx"))
    assert done.code == 2
    assert ".banxin" in done.err


def test_a_photo_that_cannot_be_read_refuses_the_file(manuscript: Write) -> None:
    path = manuscript("## 【要闻】\n\n### 题\n\n![图](gone.jpg)\n\n文。\n")
    done = answered("export", path, "-o", path.with_name("x.docx"))
    assert done.code == 2
    assert "gone.jpg" in done.err
    assert not path.with_name("x.docx").exists()
