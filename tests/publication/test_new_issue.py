"""A new issue: what the publication knows is filled in, what was held over comes in once, and what
was taken is given back where nothing was saved.
"""

import datetime
import errno
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec.structs import replace
from news_publication import NEWS, placed

from layouts.compose import compose
from layouts.documents import read_document, save_document
from layouts.errors import BanxinError, LayoutError, PublicationError, Source
from layouts.house.load import STOCK, layout_of
from layouts.house.package import layout_package
from layouts.issue import edits
from layouts.issue.article import Article, ArticleKind, Paragraph
from layouts.issue.photo import Photo
from layouts.issue.places import Place
from layouts.issue.text import Text
from layouts.publication import (
    entries,
    file_name,
    held_over,
    hold_over,
    issue_given_up,
    issue_saved,
    new_issue,
    next_numbers,
)
from layouts.publication.entries import taken

sys.path.append(str(Path(__file__).parents[1] / "store"))
sys.path.append(str(Path(__file__).parents[1]))

from composing import picture_file
from faulty import Faulty

DATE = datetime.date(2026, 12, 4)
NOWHERE = Source("issue.md", 1)


@pytest.fixture
def folder(tmp_path):
    return placed(tmp_path / "书讯")


@pytest.fixture
def home(tmp_path):
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def begun(folder, home, publication=NEWS, date=DATE, **options):
    return new_issue(folder, publication, date, home, "季望舒", **options)


def article(title, *blocks):
    text = Paragraph(Text("湖边的书房又添了一间。"), NOWHERE)
    return Article(ArticleKind.HEADLINE, Text(title), (*blocks, text), NOWHERE)


def test_all_that_the_publication_knows_is_filled_in(folder, home):
    issue, entry, findings = begun(folder, home)
    masthead = issue.masthead
    assert (masthead.publication, masthead.issuer) == ("澜汀书讯", "澜汀市图书馆联盟")
    assert (masthead.number, masthead.total, masthead.date) == (15, 851, DATE)
    assert [section.name for section in issue.sections] == ["本期关注", "书房动态", "简讯"]
    assert issue.colophon == NEWS.colophon
    assert (issue.layout, issue.profile) == ("jianbao-a4", "")
    assert findings == ()
    assert entries(folder) == [entry]
    assert file_name(NEWS, entry) == "澜汀书讯 2026-015"
    assert file_name(NEWS, replace(entry, supplement=True)) == "澜汀书讯 2026-015 增刊"


def test_a_supplement_says_so(folder, home):
    issue = begun(folder, home, supplement=True).issue
    assert (issue.masthead.series, issue.masthead.number, issue.masthead.total) == ("增刊", 1, None)
    assert begun(folder, home).issue.masthead.series == ""


def test_internal_material_bears_its_notice(folder, home):
    issue = begun(folder, home, replace(NEWS, profile="internal")).issue
    assert issue.profile == "internal"
    assert issue.masthead.notice == "内部资料，免费交流"


def own_layout(folder, name="layout.toml"):
    text = (STOCK / "jianbao-a4.toml").read_text("utf8")
    (folder / name).write_text(text.replace("measure = ", "# ours\nmeasure = "), "utf8")
    return replace(NEWS, layout=name)


def test_the_publications_own_layout_comes_along(folder, home, tmp_path, catalogue):
    issue = begun(folder, home, own_layout(folder)).issue
    assert issue.layout == "澜汀书讯.toml"
    issue = edits.insert_articles(issue, Place(0), [article("湖边又添一间书房")]).issue
    path = tmp_path / "15.banxin"
    save_document(issue, path, home)
    (folder / "layout.toml").unlink()
    other = tmp_path / "elsewhere"
    other.mkdir()
    again = read_document(path, other).issue
    assert compose(again, layout_of(again), catalogue).pages
    assert "# ours" in (other / again.layout).read_text("utf8")


def test_a_layout_package_in_the_folder_comes_along_too(folder, home):
    own_layout(folder)
    package = layout_package((folder / "layout.toml").read_text("utf8"), {})
    (folder / "house.banxin-layout").write_bytes(package)
    (folder / "layout.toml").unlink()
    issue = begun(folder, home, replace(NEWS, layout="house.banxin-layout")).issue
    assert issue.layout == "澜汀书讯.toml"
    assert layout_of(issue).folder == str(home)


def test_pictures_of_its_layout_come_along(folder, home):
    publication = own_layout(folder)
    picture_file(folder, "emblem.png", 60, 60)
    with (folder / "layout.toml").open("a", encoding="utf8") as file:
        file.write(
            '\n[[masthead.art]]\nfile = "emblem.png"\nalign = "left"\ny = "30mm"\nheight = "20mm"\nalt = "徽"\n'
        )
    issue = begun(folder, home, publication).issue
    assert (home / "emblem.png").read_bytes() == (folder / "emblem.png").read_bytes()
    assert layout_of(issue).masthead.art


@pytest.mark.parametrize("text", ["", "page = 4", "based_on = 'nothing-of-this-name'"])
def test_a_layout_that_is_none_takes_no_number(folder, home, text):
    (folder / "layout.toml").write_text(text, "utf8")
    with pytest.raises(LayoutError):
        begun(folder, home, replace(NEWS, layout="layout.toml"))
    assert taken(folder).keys == frozenset()
    with pytest.raises(LayoutError):
        begun(folder, home, replace(NEWS, layout="jianbao-a9"))
    assert taken(folder).keys == frozenset()


def test_given_up_it_leaves_no_trace(folder, home):
    before = next_numbers(folder, NEWS, DATE)
    made = begun(folder, home)
    issue_given_up(folder, made.taken)
    assert list((folder / "numbers").iterdir()) == []
    assert next_numbers(folder, NEWS, DATE) == before


# Articles held over


def kept(folder, home, title="等下期的稿件", section=1):
    """An article of an issue, with a photo, held over."""
    picture_file(home, "photo.png", 400, 300)
    photo = Photo("photo.png", "湖边", NOWHERE, alt="湖")
    issue = edits.insert_articles(
        begun_without_number(home), Place(section), [article(title, photo)]
    ).issue
    return hold_over(folder, issue, Place(section, 0))


def begun_without_number(home):
    from layouts.issue.article import Section
    from layouts.issue.issue import Issue
    from layouts.issue.masthead import Masthead

    sections = tuple(Section(name, (), NOWHERE) for name in ("本期关注", "书房动态", "人物"))
    return Issue(Masthead("澜汀书讯", 14, 850), sections, home, NOWHERE)


def test_an_article_held_over_is_offered_with_where_it_came_from(folder, home):
    one = kept(folder, home)
    assert held_over(folder) == ([one], [])
    assert (one.section, one.title, one.number) == ("书房动态", "等下期的稿件", 14)
    assert sorted(path.name for path in home.iterdir()) == ["photo.png"]


def test_it_comes_into_its_section_with_its_photo_and_is_used_once(folder, home, tmp_path):
    one = kept(folder, home)
    new = tmp_path / "new"
    new.mkdir()
    made = begun(folder, new, held=[one])
    assert made.findings == ()
    (came,) = made.issue.sections[1].articles
    assert came.title.string == "等下期的稿件"
    assert (new / came.blocks[0].path).is_file()
    path = tmp_path / "15.banxin"
    save_document(made.issue, path, new)
    issue_saved(folder, made.taken, path)
    assert held_over(folder) == ([], [])
    assert entries(folder)[0].file == str(path)


def test_a_section_that_the_publication_does_not_have_is_made(folder, home, tmp_path):
    one = kept(folder, home, section=2)
    issue = begun(folder, tmp_path / "new", held=[one]).issue
    assert [section.name for section in issue.sections][-1] == "人物"
    assert len(issue.sections[-1].articles) == 1


def test_until_it_is_saved_others_see_who_has_it_and_do_not_get_it(folder, home, tmp_path):
    one = kept(folder, home)
    first = begun(folder, tmp_path / "1", held=[one])
    (seen,), _ = held_over(folder)
    assert seen.taken.who == "季望舒"
    second = begun(folder, tmp_path / "2", held=[one])
    assert second.issue.sections[1].articles == ()
    assert [finding.code for finding in second.findings] == ["held-over-taken"]
    assert "季望舒" in second.findings[0].zh
    issue_given_up(folder, first.taken)
    (seen,), _ = held_over(folder)
    assert seen == one
    third = begun(folder, tmp_path / "3", held=[one])
    assert len(third.issue.sections[1].articles) == 1


def test_one_that_cannot_be_read_is_told_and_the_others_come(folder, home, tmp_path):
    one, other = kept(folder, home, "甲"), kept(folder, home, "乙")
    one.path.write_bytes(one.path.read_bytes()[:300])
    found, findings = held_over(folder)
    assert found == [other]
    assert [finding.code for finding in findings] == ["held-over-unreadable"]
    made = begun(folder, tmp_path / "new", held=[one, other])
    assert [finding.code for finding in made.findings] == ["held-over-unreadable"]
    assert [came.title.string for came in made.issue.sections[1].articles] == ["乙"]
    issue_saved(folder, made.taken, tmp_path / "15.banxin")
    # it never came into the issue, so it is not put away as used
    assert one.path.is_file()
    assert not other.path.exists()


def test_one_whose_photos_the_disk_does_not_take_stays_for_another(
    folder, home, tmp_path, monkeypatch
):
    import layouts.store.package

    one = kept(folder, home)

    def full(*_):
        raise OSError(errno.ENOSPC, "")

    with monkeypatch.context() as patch:
        patch.setattr(layouts.store.package, "read_package", full)
        made = begun(folder, tmp_path / "new", held=[one])
    assert [finding.code for finding in made.findings] == ["held-over-unreadable"]
    issue_saved(folder, made.taken, tmp_path / "15.banxin")
    assert held_over(folder) == ([one], [])


def test_what_an_issue_has_of_its_layout_does_not_stay_with_the_article(folder, home, tmp_path):
    issue = edits.insert_articles(begun_without_number(home), Place(0), [article("甲")]).issue
    issue = replace(issue, layout="ours.toml", settings={"measure": 9}, design={"page.top": 400})
    one = hold_over(folder, issue, Place(0, 0))
    alone = read_document(one.path, tmp_path / "alone").issue
    assert (alone.layout, alone.settings, alone.design) == ("jianbao-a4", {}, {})


def test_articles_are_let_go_before_their_number(folder, home, tmp_path):
    kept(folder, home)
    held, _ = held_over(folder)
    made = begun(folder, tmp_path / "new", held=held)

    class Stuck(Faulty):
        def remove(self, path):
            if path.name.endswith(".taken"):
                raise OSError(errno.EIO, "")
            super().remove(path)

    with pytest.raises(PublicationError):
        issue_given_up(folder, made.taken, Stuck())
    assert entries(folder) == [made.taken]
    issue_given_up(folder, made.taken)
    assert (entries(folder), [one.taken for one in held_over(folder)[0]]) == ([], [None])


def test_two_of_one_title_are_two(folder, home):
    kept(folder, home)
    kept(folder, home)
    assert len(held_over(folder)[0]) == 2


@pytest.mark.parametrize("title", ["", "a/b\\c:*?", "CON", ".." * 40, "长" * 300])
def test_any_title_can_be_held_over(folder, home, title):
    one = kept(folder, home, title)
    assert one.path.parent == folder / "held"
    assert held_over(folder)[0][0].title == title


def test_holding_over_is_cut_off_anywhere_and_keeps_all_or_nothing(folder, home, tmp_path):
    issue = edits.insert_articles(begun_without_number(home), Place(0), [article("甲")]).issue
    counting = Faulty()
    hold_over(placed(tmp_path / "counted"), issue, Place(0, 0), counting)
    for at in range(len(counting.steps)):
        place = placed(tmp_path / f"{at}")
        try:
            hold_over(place, issue, Place(0, 0), Faulty(at, errno.ENOSPC, for_good=True))
        except BanxinError:
            assert held_over(place) == ([], [])
        else:
            assert len(held_over(place)[0]) == 1


def test_making_an_issue_is_cut_off_anywhere_and_nothing_is_lost(folder, home, tmp_path):
    kept(folder, home)
    publication = own_layout(folder)
    counting = Faulty()
    held, _ = held_over(folder)
    made = begun(folder, tmp_path / "counted", publication, held=held, disk=counting)
    issue_given_up(folder, made.taken)
    for at in range(len(counting.steps)):
        disk = Faulty(at, errno.EIO)
        try:
            made = begun(folder, tmp_path / f"{at}", publication, held=held, disk=disk)
        except PublicationError:
            assert taken(folder) == (frozenset(), frozenset())
        else:
            issue_given_up(folder, made.taken)
        assert [one.taken for one in held_over(folder)[0]] == [None]
        assert next_numbers(folder, NEWS, DATE).number == 15


def test_putting_away_what_was_used_is_cut_off_anywhere_and_never_offers_it_again(
    folder, home, tmp_path
):
    kept(folder, home)
    held, _ = held_over(folder)
    made = begun(folder, tmp_path / "new", held=held)
    for at in range(2):
        with suppress(PublicationError):
            issue_saved(folder, made.taken, tmp_path / "15.banxin", Faulty(at, for_good=True))
        assert all(one.taken for one in held_over(folder)[0])
    issue_saved(folder, made.taken, tmp_path / "15.banxin")
    assert held_over(folder) == ([], [])
