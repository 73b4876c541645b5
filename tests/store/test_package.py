"""A package holds all there is, opens anywhere and is the same for the same issue."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest
from any_issue import issues as written_issues
from any_issue import without_sources
from examples import examples
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
from store_making import contents, in_folder, minimal, names, opened
from whole_issues import issues

from layouts.documents import read_document, save_document
from layouts.errors import Source
from layouts.house.load import load_layout, open_settings
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.manuscript import read_manuscript
from layouts.manuscript.save import save_manuscript
from layouts.store import schema
from layouts.store.decode import Home, decode
from layouts.store.encode import Encoder
from layouts.store.json_text import read, written
from layouts.store.package import MIMETYPE, thumbnail
from layouts.store.photos import photos_of
from layouts.store.saving import save

ROOT = Path(__file__).parents[2]
EXAMPLES = int(os.environ.get("BANXIN_EXAMPLES", "0"))
ANY = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def parts(issue: Issue) -> list:
    """Sections, articles and blocks."""
    return [
        part
        for section in issue.sections
        for part in (
            section,
            *(p for article in section.articles for p in (article, *article.blocks)),
        )
    ]


def through_json(issue: Issue) -> Issue:
    found = read(written(Encoder().issue(issue)), Source("x.banxin"))
    return decode(found.entry, found.plain, Home("x.banxin", Path()))


@settings(ANY, max_examples=max(examples(150), EXAMPLES))
@given(issues)
def test_any_issue_comes_back_the_same(issue):
    named = with_ids(issue)
    again = through_json(named)
    assert without_sources(again) == without_sources(issue)
    assert with_ids(again) is again
    assert [part.id for part in parts(again)] == [part.id for part in parts(named)]
    lines = written(Encoder().issue(named)).decode().split("\n")
    assert all(lines[part.source.line - 1].strip() in ("{", "{},", "{}") for part in parts(again))
    assert written(Encoder().issue(again)) == written(Encoder().issue(named))


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("package")


@settings(ANY, max_examples=max(examples(60), EXAMPLES))
@given(issues)
def test_any_issue_saved_and_opened_is_the_same(folder, issue):
    issue = in_folder(issue, folder / "cache")
    path = folder / "any.banxin"
    saved = save(issue, path, folder / "cache")
    again = opened(path, folder / "cache").issue
    assert without_sources(again) == without_sources(issue)
    assert without_sources(saved.issue) == without_sources(again)
    first = path.read_bytes()
    save(again, path, folder / "cache")
    assert path.read_bytes() == first


@settings(ANY, max_examples=max(examples(40), EXAMPLES))
@given(written_issues)
def test_a_package_written_as_a_manuscript_reads_as_the_same_issue(folder, issue):
    path, manuscript = folder / "md.banxin", folder / "md" / "issue.md"
    manuscript.parent.mkdir(exist_ok=True)
    save(
        in_folder(
            replace(issue, sections=tuple(map(without_photos, issue.sections)), cover=None),
            folder / "cache",
        ),
        path,
        folder / "cache",
    )
    inside = opened(path, folder / "cache").issue
    save_manuscript(inside, manuscript)
    again, _ = read_manuscript(
        manuscript, open_settings=("measure", "size", "punctuation", "note_of_mine")
    )
    assert without_sources(again) == without_sources(inside)


def without_photos(section):
    articles = (
        replace(article, blocks=tuple(b for b in article.blocks if not isinstance(b, Photo)))
        for article in section.articles
    )
    return replace(section, articles=tuple(articles))


def test_the_sample_goes_into_a_package_and_out_as_a_manuscript(saved, tmp_path):
    inside = opened(saved, tmp_path / "cache").issue
    (tmp_path / "out").mkdir()
    written = save_manuscript(inside, tmp_path / "out/out.md")
    again, findings = read_manuscript(tmp_path / "out/out.md", open_settings=open_settings)
    assert findings == ()
    assert without_sources(again) == without_sources(written)
    assert [photo.path for photo in photos_of(again)] == [
        f"photos/{photo.name}" for photo in photos_of(inside)
    ]


# What a package is


def test_the_mimetype_comes_first_and_is_stored(saved):
    assert saved.read_bytes()[30 : 38 + len(MIMETYPE)] == b"mimetype" + MIMETYPE
    assert list(contents(saved))[:3] == ["mimetype", "issue.json", "layout.toml"]


def test_photos_are_kept_byte_for_byte_under_the_hash_of_what_they_hold(saved):
    originals = {path.read_bytes() for path in (ROOT / "resources/sample/photos").glob("*.jpg")}
    photos = {name: data for name, data in contents(saved).items() if name.startswith("photos/")}
    assert set(photos.values()) == originals
    assert all(
        name == f"photos/{hashlib.sha256(data).hexdigest()}.jpg" for name, data in photos.items()
    )


def test_a_photo_used_twice_is_kept_once(sample, tmp_path):
    twice = replace(sample, sections=(*sample.sections, *sample.sections))
    save(twice, tmp_path / "x.banxin", tmp_path / "cache")
    assert (
        len([name for name in contents(tmp_path / "x.banxin") if name.startswith("photos/")]) == 4
    )


def test_the_same_issue_gives_the_same_bytes_wherever_it_lies(sample, layout, tmp_path):
    shutil.copytree(sample.folder, tmp_path / "elsewhere")
    save(sample, tmp_path / "one.banxin", tmp_path / "a", layout=layout)
    save(
        in_folder(sample, tmp_path / "elsewhere"),
        tmp_path / "two.banxin",
        tmp_path / "b",
        layout=layout,
    )
    assert (tmp_path / "one.banxin").read_bytes() == (tmp_path / "two.banxin").read_bytes()


def test_an_opened_package_saves_as_the_same_bytes(saved, layout, tmp_path):
    first = saved.read_bytes()
    issue = opened(saved, tmp_path / "cache").issue
    assert save(issue, saved, tmp_path / "cache", layout=layout).issue is issue
    assert saved.read_bytes() == first


def test_issue_json_is_sorted_and_indented_for_diffs(saved):
    text = contents(saved)["issue.json"].decode()
    assert json.loads(text)["version"] == schema.VERSION
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def test_what_is_at_its_default_is_left_out(tmp_path):
    path = minimal(tmp_path / "x.banxin")
    save(opened(path, tmp_path / "cache").issue, path, tmp_path / "cache")
    assert json.loads(contents(path)["issue.json"]) == {
        "sections": [{"articles": [{"id": "a1", "title": "题目"}], "id": "s1", "name": "要闻"}],
        "version": 5,
    }


def test_sources_are_lines_of_issue_json(saved, tmp_path):
    lines = contents(saved)["issue.json"].decode().split("\n")
    issue = opened(saved, tmp_path / "cache").issue
    found = [part.source for part in parts(issue)]
    assert len(set(found)) == len(found)
    assert {source.file for source in found} == {str(saved)}
    assert {lines[source.line - 1].strip() for source in found} == {"{"}


def test_the_schema_in_docs_is_the_one_we_read():
    assert (ROOT / "docs/issue.schema.json").read_bytes() == schema.json_schema()


def test_the_picture_of_the_first_page_is_kept(sample, tmp_path):
    save(sample, tmp_path / "x.banxin", tmp_path / "cache", thumbnail=b"\x89PNG")
    assert thumbnail(tmp_path / "x.banxin") == b"\x89PNG"
    assert opened(tmp_path / "x.banxin", tmp_path / "cache").thumbnail == b"\x89PNG"
    assert thumbnail(tmp_path / "none.banxin") == b""


def test_half_a_surrogate_pair_does_not_keep_an_issue_from_being_saved(sample, tmp_path):
    odd = replace(
        sample, sections=(replace(sample.sections[0], name="半\ud83d个"), *sample.sections[1:])
    )
    save(odd, tmp_path / "x.banxin", tmp_path / "cache")
    assert opened(tmp_path / "x.banxin", tmp_path / "cache").issue.sections[0].name == "半\ufffd个"


# Photos


def test_opening_puts_photos_into_the_cache_and_nothing_anywhere_else(saved, tmp_path):
    before = names(saved.parent)
    issue = opened(saved, tmp_path / "cache").issue
    assert issue.folder == tmp_path / "cache"
    assert names(tmp_path / "cache") == ["photos"]
    assert {photo.path.removeprefix("photos/") for photo in photos_of(issue)} == set(
        names(tmp_path / "cache/photos")
    )
    assert names(saved.parent) == before


def test_photos_already_in_the_cache_are_not_unpacked_again(saved, tmp_path):
    opened(saved, tmp_path / "cache")
    before = {path: path.stat().st_ino for path in (tmp_path / "cache/photos").iterdir()}
    opened(saved, tmp_path / "cache")
    assert {path: path.stat().st_ino for path in (tmp_path / "cache/photos").iterdir()} == before


def test_a_cache_that_was_emptied_is_filled_from_the_package_before(saved, layout, tmp_path):
    issue = opened(saved, tmp_path / "cache").issue
    first = saved.read_bytes()
    shutil.rmtree(tmp_path / "cache")
    save(issue, saved, tmp_path / "cache", layout=layout)
    assert saved.read_bytes() == first


def test_a_photo_changed_in_the_cache_is_saved_as_it_is_now(saved, tmp_path):
    issue = opened(saved, tmp_path / "cache").issue
    photo = next(photos_of(issue))
    (tmp_path / "cache" / photo.path).write_bytes(b"another picture")
    again = save(issue, saved, tmp_path / "cache").issue
    assert (
        next(photos_of(again)).path
        == f"photos/{hashlib.sha256(b'another picture').hexdigest()}.jpg"
    )
    assert b"another picture" in contents(saved).values()


def test_a_photo_that_is_nowhere_keeps_its_path(sample, tmp_path):
    issue = in_folder(sample, tmp_path)
    again = save(issue, tmp_path / "x.banxin", tmp_path / "cache").issue
    assert [photo.path for photo in photos_of(again)] == [photo.path for photo in photos_of(sample)]


@pytest.mark.parametrize(
    "path", ["../secret.jpg", "{root}/secret.jpg", "link.jpg", "a\0b", "photos"]
)
def test_no_photo_outside_the_issues_folder_is_packed(sample, tmp_path, path):
    home = tmp_path / "home"
    (home / "photos").mkdir(parents=True)
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (home / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    article = sample.sections[0].articles[0]
    photo = replace(next(photos_of(sample)), path=path.format(root=tmp_path))
    issue = replace(
        sample,
        folder=home,
        sections=(replace(sample.sections[0], articles=(replace(article, blocks=(photo,)),)),),
    )
    again = save(issue, tmp_path / "x.banxin", tmp_path / "cache").issue
    assert b"secret" not in contents(tmp_path / "x.banxin").values()
    assert next(photos_of(again)).path == photo.path


def test_a_photo_damaged_in_the_package_is_a_finding_and_the_issue_opens(saved, tmp_path):
    data = bytearray(saved.read_bytes())
    middle = data.find(b"\xff\xd8\xff") + 1000
    data[middle] ^= 1
    saved.write_bytes(data)
    found = opened(saved, tmp_path / "cache")
    assert [finding.code for finding in found.findings] == ["photo-damaged"]
    assert len(names(tmp_path / "cache/photos")) == 3
    assert len(list(photos_of(found.issue))) == 4


# The layout it was made with


def test_a_stock_layout_that_is_the_same_today_keeps_its_name(saved, tmp_path):
    assert opened(saved, tmp_path / "cache").issue.layout == "jianbao-a4"


def test_a_stock_layout_that_changed_since_comes_out_of_the_package(sample, layout, tmp_path):
    old = layout.replace(b"measure = ", b"measure = ") + b"\n# as it was then\n"
    save(sample, tmp_path / "x.banxin", tmp_path / "first", layout=old)
    issue = read_document(tmp_path / "x.banxin", tmp_path / "cache").issue
    assert issue.layout == "jianbao-a4.toml"
    assert (tmp_path / "cache/jianbao-a4.toml").read_bytes() == old
    load_layout(issue.layout, issue.settings, issue.setting_sources, folder=issue.folder)
    save_document(issue, tmp_path / "x.banxin", tmp_path / "cache")
    assert contents(tmp_path / "x.banxin")["layout.toml"] == old


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.toml",
        "/etc/evil.toml",
        "C:\\evil.toml",
        "a/b.toml",
        "..\\evil.toml",
        ".toml",
        "a\0b.toml",
    ],
)
def test_no_layout_outside_the_cache_is_named(sample, layout, tmp_path, name):
    save(replace(sample, layout=name), tmp_path / "x.banxin", tmp_path / "first", layout=layout)
    issue = opened(tmp_path / "x.banxin", tmp_path / "cache" / "deep").issue
    assert issue.layout in ("evil.toml", "b.toml", "layout.toml")
    assert names(tmp_path / "cache") == ["deep"]
    assert (issue.folder / issue.layout).read_bytes() == layout
