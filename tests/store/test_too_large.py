"""What is saved can be opened again: what is too large for reading is refused by a sentence before
anything is replaced.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from store_making import contents, minimal, names, opened, typed

from layouts.documents import read_document, save_document
from layouts.errors import SaveError, Source
from layouts.issue.article import Article, ArticleKind, Paragraph, Section
from layouts.issue.issue import Issue
from layouts.issue.text import Mark, MarkKind, Text
from layouts.store import limits
from layouts.store.history import keep_version, load_version, versions
from layouts.store.journal import Journal
from layouts.store.photos import photos_of
from layouts.store.recovery import recover
from layouts.store.saving import save

HERE = Source("issue.md", 1)


def of_paragraphs(like: Issue, *texts: Text) -> Issue:
    """An issue of one article with these paragraphs."""
    article = Article(
        ArticleKind.HEADLINE, Text("题"), tuple(Paragraph(text, HERE) for text in texts), HERE
    )
    return replace(like, sections=(Section("要闻", (article,), HERE),))


@pytest.fixture
def issue(tmp_path) -> Issue:
    return opened(minimal(tmp_path / "made.banxin"), tmp_path / "made").issue


def refused(tmp_path: Path, issue: Issue, name: str, **more) -> SaveError:
    """The error of saving over what lies there, which stays."""
    path = tmp_path / "home" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"what was there before")
    with pytest.raises(SaveError) as told:
        save_document(issue, path, tmp_path / "cache", **more)
    assert path.read_bytes() == b"what was there before"
    assert names(path.parent) == [name]
    assert len(str(told.value).splitlines()) == 1
    assert "没有保存" in told.value.zh
    return told.value


@pytest.fixture
def few_parts(monkeypatch) -> int:
    """Reading takes 2,000 parts for too many."""
    monkeypatch.setattr("layouts.store.json_text.MOST_PARTS", 2000)
    return 2000


def test_more_paragraphs_than_can_be_opened(issue, tmp_path, few_parts):
    told = refused(tmp_path, of_paragraphs(issue, *[Text("字。")] * few_parts), "x.banxin")
    assert re.search(r"打不开.*2000 项.*段落", told.zh)
    assert re.search(r"opened again.*2000 parts.*paragraphs", told.en)


def test_as_many_paragraphs_as_can_be_opened(issue, tmp_path, few_parts):
    """Besides them there are the issue, its lists of sections, articles and blocks, a section and
    an article.
    """
    most = of_paragraphs(issue, *[Text("字。")] * (few_parts - 6))
    save(most, tmp_path / "x.banxin", tmp_path / "cache")
    assert (
        len(opened(tmp_path / "x.banxin", tmp_path / "cache").issue.sections[0].articles[0].blocks)
        == few_parts - 6
    )
    refused(tmp_path, of_paragraphs(issue, *[Text("字。")] * (few_parts - 5)), "y.banxin")


def test_settings_nested_deeper_than_can_be_opened(issue, tmp_path):
    nested: object = 1
    for _ in range(limits.MOST_DEPTH):
        nested = [nested]
    assert "层" in refused(tmp_path, replace(issue, settings={"measure": nested}), "x.banxin").zh


def test_more_text_than_can_be_opened(issue, tmp_path):
    assert "20 MB" in refused(tmp_path, of_paragraphs(issue, Text("长" * 7_000_000)), "x.banxin").zh


def test_a_layout_larger_than_can_be_opened(issue, tmp_path):
    from layouts.store.limits import MOST_LAYOUT

    with pytest.raises(SaveError, match=r"layout\.toml"):
        save(issue, tmp_path / "x.banxin", tmp_path / "cache", layout=b"#" * (MOST_LAYOUT + 1))
    assert not (tmp_path / "x.banxin").exists()


def test_a_picture_of_the_first_page_too_large_to_be_read_is_left_out(issue, tmp_path):
    save(
        issue,
        tmp_path / "x.banxin",
        tmp_path / "cache",
        thumbnail=b"\x89PNG" + bytes(limits.MOST_THUMBNAIL),
    )
    assert "thumbnail.png" not in contents(tmp_path / "x.banxin")
    opened(tmp_path / "x.banxin", tmp_path / "other")


def test_a_long_text_that_packs_suspiciously_small_is_saved_and_opened(
    issue, tmp_path, monkeypatch
):
    """Two million times the same character is an odd issue, but nobody's bomb."""
    monkeypatch.setattr("layouts.store.zip_read.RATIO_FROM", 100_000)
    monkeypatch.setattr("layouts.store.package.RATIO_FROM", 100_000)
    long = of_paragraphs(issue, *[Text("同" * 1000)] * 200)
    save(long, tmp_path / "x.banxin", tmp_path / "cache")
    assert (
        opened(tmp_path / "x.banxin", tmp_path / "cache")
        .issue.sections[0]
        .articles[0]
        .blocks[199]
        .text.string
        == "同" * 1000
    )


# Versions and the journal


def test_a_version_too_large_to_be_read_is_not_kept(issue, tmp_path, moment):
    nested: object = 1
    for _ in range(limits.MOST_DEPTH):
        nested = [nested]
    with pytest.raises(SaveError, match="层"):
        keep_version(replace(issue, settings={"measure": nested}), tmp_path / "versions", moment)
    assert versions(tmp_path / "versions") == []
    assert [name for name in names(tmp_path / "versions") if name.endswith(".version")] == []


def test_a_version_with_a_hundred_photos_is_listed_and_read(sample, tmp_path, moment):
    home = tmp_path / "home"
    home.mkdir()
    photo = next(photos_of(sample))
    for number in range(100):
        (home / f"{number}.jpg").write_bytes(b"\xff\xd8\xff" + bytes([number]))
    article = sample.sections[0].articles[0]
    blocks = (
        *(replace(photo, path=f"{number}.jpg", id=f"p{number + 100}") for number in range(100)),
        *article.blocks,
    )
    sections = (replace(sample.sections[0], articles=(replace(article, blocks=blocks),)),)
    kept = keep_version(
        replace(sample, sections=sections, folder=home), tmp_path / "versions", moment, "留" * 1000
    )
    (version,) = versions(tmp_path / "versions")
    assert version == kept
    assert len(list(photos_of(load_version(version, tmp_path / "cache")))) == 101


def test_what_is_too_large_to_be_saved_is_journalled_and_comes_back(issue, tmp_path, few_parts):
    many = of_paragraphs(issue, *[Text("字。")] * few_parts)
    journal = Journal(tmp_path / "journals", interval=0.01)
    journal.begin(issue, None)
    journal.note(many)
    assert journal.flush()
    journal.close(keep=True)
    (found,) = recover(tmp_path / "journals")
    assert len(found.issue.sections[0].articles[0].blocks) == few_parts


def test_a_record_too_long_to_be_read_is_told_and_not_written(sample, tmp_path, monkeypatch):
    told = []
    journal = Journal(tmp_path / "journals", told.append, interval=0.01)
    journal.begin(sample, None)
    journal.note(typed(sample, "一"))
    assert journal.flush()
    monkeypatch.setattr("layouts.store.records.MOST_RECORD", 10_000)
    journal.note(typed(sample, "长" * 20_000))
    assert not journal.flush()
    journal.close(keep=True)
    assert len(told) == 1
    assert "没有保存" in told[0].zh
    monkeypatch.undo()
    (found,) = recover(tmp_path / "journals")
    assert found.issue.sections[1].articles[0].blocks[0].text.string.startswith("一")


# Manuscripts


def test_a_manuscript_longer_than_can_be_read(issue, tmp_path, monkeypatch):
    monkeypatch.setattr("layouts.manuscript.encoding.SIZE_LIMIT", 100_000)
    assert "太大" in refused(tmp_path, of_paragraphs(issue, Text("长" * 40_000)), "x.md").zh


def test_a_manuscript_that_reading_refuses_for_whatever_reason(issue, tmp_path, monkeypatch):
    from layouts.errors import ManuscriptError

    def refuse(path, **_):
        raise ManuscriptError("表格太多", "too many tables", Source(str(path), 7))

    monkeypatch.setattr("layouts.manuscript.read_manuscript", refuse)
    told = refused(tmp_path, issue, "x.md")
    assert "表格太多" in told.zh
    assert ".tmp" not in str(told)


def test_a_manuscript_in_a_layout_that_is_not_there_any_longer(issue, tmp_path):
    assert "gone" in refused(tmp_path, replace(issue, layout="gone"), "x.md").zh


def test_a_manuscript_with_settings_its_layout_does_not_open_is_saved_and_warned_of(
    issue, tmp_path
):
    path = tmp_path / "x.md"
    save_document(replace(issue, settings={"odd": 3}), path, tmp_path)
    assert "odd: 3" in path.read_text("utf8")
    found = read_document(path, tmp_path).findings
    assert [finding.code for finding in found if "odd" in finding.zh] == ["key-unknown"]


def test_what_a_manuscript_says_is_what_is_read_again(sample, tmp_path):
    save_document(sample, tmp_path / "x.md", tmp_path)
    assert read_document(tmp_path / "x.md", tmp_path).issue.masthead == sample.masthead


def test_marks_are_parts_too(issue, tmp_path, few_parts):
    """A paragraph with a bold word has an object and two lists more: a quarter as many are too many
    then.
    """
    bold = Text("字。", (Mark(0, 1, MarkKind.BOLD),))
    assert (
        "项" in refused(tmp_path, of_paragraphs(issue, *[bold] * (few_parts // 4)), "x.banxin").zh
    )
