"""Articles that were imported go into an issue, or become one."""

from __future__ import annotations

from pathlib import Path

from arriving import imported, photo, text, write

from layouts.documents import read_document
from layouts.errors import Source
from layouts.importing.bringing import bring_in, new_issue
from layouts.importing.result import ImportResult
from layouts.importing.stowing import rooted, stowed
from layouts.issue.article import Section
from layouts.issue.issue import Issue
from layouts.issue.masthead import Masthead
from layouts.issue.photo import Photo
from layouts.issue.places import Place, article_at

NOWHERE = Source("")


def issue(folder: Path, *names: str) -> Issue:
    """An issue of empty sections."""
    sections = tuple(Section(name, (), NOWHERE) for name in names)
    return Issue(Masthead(), sections, folder, NOWHERE)


def arrived(tmp_path: Path, **sections: str) -> ImportResult:
    """One manuscript for each title, in the folder of its section; `loose` lies in none."""
    for section, title in sections.items():
        folder = tmp_path / "in" if section == "loose" else tmp_path / "in" / section
        write(folder / f"{title}.txt", text(title, len(title)))
    return imported(tmp_path / "in", store=tmp_path / "store")


def contents(issue: Issue) -> dict[str, list[str]]:
    return {
        section.name: [article.title.string for article in section.articles]
        for section in issue.sections
    }


def test_a_new_issue_has_the_sections_in_the_order_they_were_found(tmp_path: Path) -> None:
    result = arrived(tmp_path, 领导关注="区领导调研读书角", 工作动态="文化馆开放读书角")
    new = bring_in(new_issue(result, "jianbao-a4", tmp_path), result).issue
    # as the folders are counted: by their characters
    assert contents(new) == {"工作动态": ["文化馆开放读书角"], "领导关注": ["区领导调研读书角"]}


def test_a_new_issue_keeps_the_houses_order_of_sections(tmp_path: Path) -> None:
    result = arrived(tmp_path, 领导关注="区领导调研读书角", 工作动态="文化馆开放读书角")
    new = new_issue(result, "jianbao-a4", tmp_path, sections=("领导关注", "专题", "工作动态"))
    assert [section.name for section in new.sections] == ["领导关注", "工作动态"]


def test_articles_without_a_section_get_one_at_the_head(tmp_path: Path) -> None:
    result = arrived(tmp_path, loose="文化馆开放读书角", 工作动态="图书馆举办冬季讲座")
    new = bring_in(new_issue(result, "jianbao-a4", tmp_path), result).issue
    assert contents(new) == {"要闻": ["文化馆开放读书角"], "工作动态": ["图书馆举办冬季讲座"]}


def test_an_article_goes_to_the_section_it_names(tmp_path: Path) -> None:
    result = arrived(tmp_path, 工作动态="文化馆开放读书角")
    into = issue(tmp_path, "领导关注", "工作动态")
    brought = bring_in(into, result)
    assert contents(brought.issue) == {"领导关注": [], "工作动态": ["文化馆开放读书角"]}
    assert brought.places == {(0, 0): Place(1, 0)}


def test_a_section_the_issue_does_not_have_is_added(tmp_path: Path) -> None:
    brought = bring_in(issue(tmp_path, "领导关注"), arrived(tmp_path, 工作动态="文化馆开放读书角"))
    assert contents(brought.issue) == {"领导关注": [], "工作动态": ["文化馆开放读书角"]}


def test_what_names_no_section_goes_where_it_was_dropped(tmp_path: Path) -> None:
    once = arrived(tmp_path, loose="文化馆开放读书角")
    into = bring_in(issue(tmp_path, "领导关注", "工作动态"), once, Place(1)).issue
    result = imported(
        write(tmp_path / "more" / "讲座.txt", text("图书馆举办冬季讲座", 9)),
        store=tmp_path / "store",
    )
    brought = bring_in(into, result, Place(1, 0))
    assert contents(brought.issue)["工作动态"] == ["图书馆举办冬季讲座", "文化馆开放读书角"]


def test_places_name_each_article_where_it_is(tmp_path: Path) -> None:
    result = arrived(
        tmp_path, loose="甲地读书角", 领导关注="乙地读书角调研", 工作动态="丙地读书角开放了"
    )
    brought = bring_in(issue(tmp_path, "领导关注", "工作动态"), result)
    for (source, number), place in brought.places.items():
        title = result.sources[source].articles[number].article.title
        assert article_at(brought.issue, place).title == title


def test_nothing_of_the_issue_is_touched(tmp_path: Path) -> None:
    before = bring_in(
        issue(tmp_path, "工作动态"), arrived(tmp_path, 工作动态="文化馆开放读书角")
    ).issue
    kept = before.sections[0].articles[0]
    result = imported(
        write(tmp_path / "more" / "讲座.txt", text("图书馆举办冬季讲座", 9)),
        store=tmp_path / "store",
    )
    assert bring_in(before, result).issue.sections[0].articles[0] is kept


def test_a_file_that_holds_a_whole_issue_becomes_one(tmp_path: Path) -> None:
    whole = "---\npublication: 河湾简报\nissue: 7\ntotal: 131\n---\n\n## 【要闻】\n\n### 文化馆开放读书角\n\n正文一段。\n\n## 【简讯】\n\n1、图书馆到新书十二种。\n"
    result = imported(write(tmp_path / "七期.md", whole), store=tmp_path / "store")
    new = bring_in(new_issue(result, "jianbao-a4", tmp_path), result).issue
    assert (new.masthead.publication, new.masthead.number) == ("河湾简报", 7)
    assert list(contents(new)) == ["要闻", "简讯"]


def test_another_issue_brings_its_articles_with_their_photos(tmp_path: Path) -> None:
    from layouts.documents import save_document

    photo(tmp_path / "in" / "读书角.jpg")
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角"))
    result = imported(tmp_path / "in", store=tmp_path / "store")
    first = bring_in(new_issue(result, "jianbao-a4", tmp_path), result).issue
    package = tmp_path / "first.banxin"
    save_document(rooted(first, tmp_path / "cache"), package, tmp_path / "cache")
    again = imported(package, store=tmp_path / "again" / "photos")
    assert [source.kind for source in again.sources] == ["banxin"]
    photos = [one for one in again.sources[0].articles[0].article.blocks if isinstance(one, Photo)]
    assert len(photos) == 1
    assert Path(photos[0].path).is_file()
    assert photos[0].name == "读书角.jpg"


def test_stowed_photos_lie_in_the_issues_folder_and_the_editors_stay(tmp_path: Path) -> None:
    original = photo(tmp_path / "in" / "读书角.jpg")
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角"))
    result = imported(tmp_path / "in", store=tmp_path / "store")
    home = tmp_path / "home"
    new = stowed(bring_in(new_issue(result, "jianbao-a4", tmp_path), result).issue, home)
    photos = [block for block in new.sections[0].articles[0].blocks if isinstance(block, Photo)]
    assert [(home / one.path).read_bytes() for one in photos] == [original.read_bytes()]
    assert not (home / photos[0].path).samefile(original)
    assert photos[0].name == "读书角.jpg"


def test_a_package_is_saved_without_copying_photos_first(tmp_path: Path) -> None:
    from layouts.documents import save_document

    photo(tmp_path / "in" / "读书角.jpg")
    write(tmp_path / "in" / "读书角.txt", text("文化馆开放读书角"))
    result = imported(tmp_path / "in", store=tmp_path / "store")
    new = rooted(bring_in(new_issue(result, "jianbao-a4", tmp_path), result).issue, tmp_path)
    save_document(new, tmp_path / "x.banxin", tmp_path / "cache")
    opened = read_document(tmp_path / "x.banxin", tmp_path / "opened").issue
    names = [
        block.path for block in opened.sections[0].articles[0].blocks if isinstance(block, Photo)
    ]
    assert names[0].startswith("photos/")
