"""The pictures of a layout in a package, out of it, and beside a manuscript."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from masthead_art import EMBLEM, NAME, composed, issue_with
from msgspec.structs import replace

from desktop.keeping.document import copied
from layouts.documents import layout_files, read_document, save_document
from layouts.errors import PackageError, SaveError
from layouts.house.load import layout_file
from layouts.store.temporary import PREFIX, sweep_temporary


@pytest.fixture
def issue(tmp_path: Path):
    return issue_with(tmp_path / "home", NAME, EMBLEM)


@pytest.fixture
def package(issue, tmp_path: Path) -> Path:
    path = tmp_path / "away" / "简报.banxin"
    path.parent.mkdir()
    save_document(issue, path, tmp_path / "cache")
    return path


def entries(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as package:
        return [name for name in package.namelist() if name.startswith("layout/")]


def drawn(issue, catalogue):
    edition, _ = composed(issue, catalogue)
    return len(edition.pages[0].shapes), [finding.code for finding in edition.findings]


def test_pictures_go_along_and_come_out_again(package, catalogue, tmp_path) -> None:
    assert entries(package) == ["layout/art/emblem.svg", "layout/art/name.svg"]
    read = read_document(package, tmp_path / "elsewhere").issue
    assert (tmp_path / "elsewhere" / "art" / "name.svg").is_file()
    assert drawn(read, catalogue) == (2, [])


def test_the_same_issue_gives_the_same_package(issue, package, tmp_path) -> None:
    other = tmp_path / "other.banxin"
    save_document(issue, other, tmp_path / "cache2")
    assert other.read_bytes() == package.read_bytes()


def test_saved_again_from_its_own_folder(package, tmp_path) -> None:
    read = read_document(package, tmp_path / "cache3").issue
    before = entries(package)
    save_document(read, package, tmp_path / "cache3")
    assert entries(package) == before


def test_a_picture_that_is_gone_comes_from_the_package_before(package, tmp_path) -> None:
    read = read_document(package, tmp_path / "cache4").issue
    (tmp_path / "cache4" / "art" / "name.svg").unlink()
    save_document(read, package, tmp_path / "cache4")
    assert "layout/art/name.svg" in entries(package)


def test_a_picture_that_is_nowhere_is_left_out(issue, catalogue, tmp_path) -> None:
    (issue.folder / "art" / "name.svg").unlink()
    path = tmp_path / "a.banxin"
    saved = save_document(issue, path, tmp_path / "cache5").issue
    assert entries(path) == ["layout/art/emblem.svg"]
    assert drawn(saved, catalogue) == (1, ["art-unusable"])


def test_pictures_of_the_issues_own_changes_go_along(issue, catalogue, tmp_path) -> None:
    changed = replace(issue, layout="jianbao-a4", design={"masthead.art": [NAME]})
    path = tmp_path / "a.banxin"
    save_document(changed, path, tmp_path / "cache6")
    assert entries(path) == ["layout/art/name.svg"]
    assert drawn(read_document(path, tmp_path / "cache7").issue, catalogue) == (1, [])


def test_two_pictures_of_one_name_are_refused_before_anything_is_written(issue, tmp_path) -> None:
    home = issue.folder
    (home / "sub" / "art").mkdir(parents=True)
    (home / "house.toml").rename(home / "sub" / "house.toml")
    (home / "sub" / "art" / "name.svg").write_bytes((home / "art" / "emblem.svg").read_bytes())
    both = replace(issue, layout="sub/house.toml", design={"masthead.art": [NAME]})
    path = tmp_path / "a.banxin"
    with pytest.raises(SaveError, match=r"art/name\.svg"):
        save_document(both, path, tmp_path / "cache8")
    assert not path.exists()


def test_a_picture_too_large_is_refused_before_anything_is_written(issue, tmp_path) -> None:
    with (issue.folder / "art" / "name.svg").open("wb") as file:
        file.truncate(20_000_001)
    path = tmp_path / "a.banxin"
    with pytest.raises(SaveError, match="20 MB"):
        save_document(issue, path, tmp_path / "cache9")
    assert not path.exists()


@pytest.mark.parametrize(
    "name",
    [
        "layout/../evil.svg",
        "layout//a.svg",
        "layout/a.exe",
        "layout/issue.toml",
        "layout/photos/" + "0" * 64 + ".png",
        "layout/con.svg",
        "layout/a\\b.svg",
        "layout/.hidden.svg",
        "layout/a/b/c/d/e.svg",
        "layout/",
    ],
)
def test_names_that_no_picture_has_are_a_reason_to_refuse(package, tmp_path, name) -> None:
    with zipfile.ZipFile(package, "a") as out:
        out.writestr(name, "<svg/>")
    with pytest.raises(PackageError):
        read_document(package, tmp_path / "cache10")
    assert not list(tmp_path.rglob("evil.svg"))


def test_a_name_twice_but_for_its_letters(package, tmp_path) -> None:
    with zipfile.ZipFile(package, "a") as out:
        out.writestr("layout/art/NAME.svg", "<svg/>")
    with pytest.raises(PackageError):
        read_document(package, tmp_path / "cache11")


def test_a_file_where_a_folder_is_wanted(package, tmp_path) -> None:
    with zipfile.ZipFile(package, "a") as out:
        out.writestr("layout/art.svg/a.svg", "<svg/>")
        out.writestr("layout/art.svg", "<svg/>")
    with pytest.raises(PackageError, match=r"layout|版式"):
        read_document(package, tmp_path / "cache12")


def test_a_damaged_picture_costs_that_picture_alone(package, catalogue, tmp_path) -> None:
    data = bytearray(package.read_bytes())
    at = data.index(b"<title>\xe6\xbe\x9c\xe6\xb1\x80\xe4\xb9\xa6\xe8\xae\xaf")
    data[at + 1] ^= 1
    package.write_bytes(data)
    read = read_document(package, tmp_path / "cache13").issue
    assert drawn(read, catalogue) == (1, ["art-unusable"])


# -- manuscripts -----------------------------------------------------------------------------------


def test_a_manuscript_saved_elsewhere_has_its_layout_and_its_pictures(
    issue, catalogue, tmp_path
) -> None:
    (tmp_path / "new").mkdir()
    saved = save_document(issue, tmp_path / "new" / "issue.md", tmp_path / "new").issue
    assert (tmp_path / "new" / "art" / "name.svg").is_file()
    assert drawn(saved, catalogue) == (2, [])
    assert drawn(
        read_document(tmp_path / "new" / "issue.md", tmp_path / "new").issue, catalogue
    ) == (2, [])


def test_a_package_as_a_manuscript(package, catalogue, tmp_path) -> None:
    cache = tmp_path / "data" / "cache"
    read = read_document(package, cache).issue
    (tmp_path / "new").mkdir()
    save_document(read, tmp_path / "new" / "issue.md", tmp_path / "new", ours=tmp_path / "data")
    found = read_document(tmp_path / "new" / "issue.md", tmp_path / "new").issue
    assert drawn(found, catalogue) == (2, [])


def test_another_file_of_that_name_is_never_written_over(issue, tmp_path) -> None:
    there = tmp_path / "new" / "art" / "name.svg"
    there.parent.mkdir(parents=True)
    there.write_text("<svg/>")
    with pytest.raises(SaveError, match=r"name\.svg"):
        save_document(issue, tmp_path / "new" / "issue.md", tmp_path / "new")
    assert there.read_text() == "<svg/>"
    assert [path.name for path in (tmp_path / "new").rglob("*") if path.is_file()] == ["name.svg"]


def test_a_copy_that_lies_nowhere_yet_has_them_too(issue, catalogue, tmp_path) -> None:
    (tmp_path / "fresh").mkdir()
    assert drawn(copied(issue, tmp_path / "fresh"), catalogue) == (2, [])


def test_pictures_of_a_layout_that_we_ship_stay_with_it(issue) -> None:
    assert layout_files(replace(issue, layout="jianbao-a4")) == {}
    assert layout_file("jianbao-a4").is_file()


# -- versions --------------------------------------------------------------------------------------


def test_a_version_keeps_its_pictures_and_brings_them_back(catalogue, tmp_path, moment) -> None:
    from desktop.window_parts.restoring import restored
    from layouts.documents import own_layout_files
    from layouts.store.history import keep_version, load_version, versions

    made = issue_with(tmp_path / "home", EMBLEM)
    old = replace(made, layout="jianbao-a4", design={"masthead.art": [NAME]})
    history = tmp_path / "history"
    keep_version(old, history, moment, pictures=own_layout_files(old))
    now = replace(old, design={})
    (made.folder / "art" / "name.svg").unlink()

    (version,) = versions(history)
    looked_at = load_version(version, history)
    assert drawn(looked_at, catalogue) == (1, [])
    assert drawn(restored(looked_at, now).issue, catalogue) == (1, [])
    assert (made.folder / "art" / "name.svg").is_file()


def test_a_version_brings_no_picture_over_another(tmp_path, moment) -> None:
    from desktop.window_parts.restoring import restored
    from layouts.documents import own_layout_files
    from layouts.store.history import keep_version, load_version

    made = issue_with(tmp_path / "home", EMBLEM)
    old = replace(made, layout="jianbao-a4", design={"masthead.art": [NAME]})
    history = tmp_path / "history"
    version = keep_version(old, history, moment, pictures=own_layout_files(old))
    (made.folder / "art" / "name.svg").write_text("mine")
    restored(load_version(version, history), old)
    load_version(version, made.folder)
    assert (made.folder / "art" / "name.svg").read_text() == "mine"


# -- temporary files -------------------------------------------------------------------------------


def test_what_a_killed_verb_left_is_swept_with_its_art(package, tmp_path, monkeypatch) -> None:
    import os
    import tempfile

    place = tmp_path / "temporary"
    left = place / f"{PREFIX}abcd1234"
    left.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    read_document(package, left)
    old = place.stat().st_mtime - 200_000
    os.utime(left, (old, old))
    sweep_temporary()
    assert not left.exists()


def test_what_is_not_ours_is_not_swept(tmp_path, monkeypatch) -> None:
    import os
    import tempfile

    place = tmp_path / "temporary"
    left = place / f"{PREFIX}abcd1234"
    (left / "art").mkdir(parents=True)
    (left / "art" / "letter.docx").write_text("x")
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    old = place.stat().st_mtime - 200_000
    os.utime(left, (old, old))
    sweep_temporary()
    assert left.exists()
