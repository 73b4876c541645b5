"""The file of a publication: what is written is read, and what the house typed there stays."""

import pytest
from msgspec.structs import replace
from news_publication import NEWS, placed

from layouts.errors import PublicationError
from layouts.issue.masthead import Colophon
from layouts.publication import (
    FILE,
    Counting,
    FixedSection,
    LastBefore,
    NumberingRule,
    Publication,
    find_publication,
    publication_toml,
    read_publication,
    write_publication,
)

TYPED = """\
# 每周五下午四点付印
name = "澜汀书讯" # 2019 年起用此名
profile = ""

[numbering]
# 年终一期顺延到元旦后
count = "year"

[distribution]
report = "联盟理事会，市公共阅读促进中心" # 三月起增加中心
send = [
    "各成员馆", # 十二家
]

# 头条
[[sections]]
name = "本期关注"
who = "季望舒" # 休假时由谈小满代

[[sections]]
# 半版为限
name = "书房动态"
"""


def test_what_is_written_is_read(tmp_path):
    write_publication(tmp_path, NEWS)
    assert read_publication(tmp_path) == NEWS


def test_a_new_file_has_no_line_that_says_what_holds_anyway(tmp_path):
    write_publication(tmp_path, Publication("澜汀书讯"))
    lines = (tmp_path / FILE).read_text("utf8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == ['name = "澜汀书讯"']


def test_remarks_order_and_spelling_of_the_house_stay(tmp_path):
    (tmp_path / FILE).write_text(TYPED, "utf8")
    before = read_publication(tmp_path)
    write_publication(tmp_path, before, before)
    assert (tmp_path / FILE).read_text("utf8") == TYPED
    write_publication(tmp_path, before)
    assert (tmp_path / FILE).read_text("utf8") == TYPED


def test_line_ends_of_windows_stay(tmp_path):
    (tmp_path / FILE).write_bytes(TYPED.replace("\n", "\r\n").encode())
    before = read_publication(tmp_path)
    write_publication(tmp_path, replace(before, name="澜汀书讯（新）"), before)
    wanted = TYPED.replace('"澜汀书讯"', '"澜汀书讯（新）"').replace("\n", "\r\n")
    assert (tmp_path / FILE).read_bytes() == wanted.encode()


def test_a_change_is_a_small_diff(tmp_path):
    (tmp_path / FILE).write_text(TYPED, "utf8")
    before = read_publication(tmp_path)
    write_publication(
        tmp_path, replace(before, colophon=replace(before.colophon, send_to="各成员馆，各镇"))
    )
    after = (tmp_path / FILE).read_text("utf8").splitlines()
    gone = [line for line in TYPED.splitlines() if line not in after]
    come = [line for line in after if line not in TYPED.splitlines()]
    assert gone == ['    "各成员馆", # 十二家']
    assert come == ['    "各成员馆",', '    "各镇",']


def test_sections_that_change_places_take_their_remarks_along(tmp_path):
    (tmp_path / FILE).write_text(TYPED, "utf8")
    before = read_publication(tmp_path)
    turned = (FixedSection("要闻"), *reversed(before.sections))
    write_publication(tmp_path, replace(before, sections=turned))
    text = (tmp_path / FILE).read_text("utf8")
    assert read_publication(tmp_path).sections == turned
    assert text.index("要闻") < text.index("# 半版为限") < text.index("# 休假时由谈小满代")


def test_what_somebody_else_wrote_meanwhile_stays(tmp_path):
    placed(tmp_path)
    mine = read_publication(tmp_path)
    theirs = replace(mine, colophon=replace(mine.colophon, telephone="8600 0101"))
    write_publication(tmp_path, theirs, mine)
    write_publication(tmp_path, replace(mine, contents=False), mine)
    assert read_publication(tmp_path) == replace(theirs, contents=False)


def test_what_was_taken_away_is_gone(tmp_path):
    placed(tmp_path, replace(NEWS, settings={"measure": 30}))
    bare = Publication(NEWS.name)
    write_publication(tmp_path, bare)
    assert read_publication(tmp_path) == bare


def test_receivers_are_a_line_each_or_one_string():
    text = publication_toml(replace(NEWS, colophon=Colophon(report_to="甲，乙", send_to="丙")))
    assert 'report = [\n    "甲",\n    "乙",\n]\nsend = "丙"\n' in text


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("nmae = '书讯'", 1, "nmae"),
        ("layout = 'jianbao-a4'", 1, "name"),
        ("name = ''", 1, "name"),
        ("name = '书讯'\nlayout = '../x.toml'", 2, "layout"),
        ("name = '书讯'\nlayout = 'C:\\x.toml'", 2, "layout"),
        ("name = '书讯'\nwords = ['words.toml', '/etc/passwd']", 2, "words[2]"),
        ("name = '书讯'\n[masthead]\nnumber = 4", 3, "masthead.number"),
        ("name = '书讯'\n[colophon]\ncopies = -4", 3, "colophon.copies"),
        ("name = '书讯'\n[numbering]\ncount = 'week'", 3, "numbering.count"),
        ("name = '书讯'\n[numbering]\nmonth_days = [0]", 3, "numbering.month_days"),
        ("name = '书讯'\n[numbering.before]\nnumber = 4", 3, "numbering.before.number"),
        (
            "name = '书讯'\n[[sections]]\nname = '要闻'\n[[sections]]\nname = '要闻'",
            5,
            "sections[2]",
        ),
        ("name = '书讯'\nsections = 4", 2, "sections"),
        ("name = '书讯'\n[distribution]\nreport = [4]", 3, "distribution.report"),
        ("name = '书讯'\nprofile = 'newspaper'", 2, "profile"),
        ("name = ", 1, "TOML"),
        ("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o = 1", 1, "12"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_key(tmp_path, text, line, said):
    (tmp_path / FILE).write_text(text, "utf8")
    with pytest.raises(PublicationError) as error:
        read_publication(tmp_path)
    assert error.value.source == (str(tmp_path / FILE), line)
    assert said in error.value.zh
    assert said in error.value.en


def test_a_file_that_is_wrong_is_not_written_over(tmp_path):
    text = "name = '书讯'\ncolour = 'red'\n"
    (tmp_path / FILE).write_text(text, "utf8")
    with pytest.raises(PublicationError, match="colour"):
        write_publication(tmp_path, NEWS)
    assert (tmp_path / FILE).read_text("utf8") == text


def test_a_value_that_could_not_be_read_again_is_not_written(tmp_path):
    placed(tmp_path)
    before = (tmp_path / FILE).read_bytes()
    for wrong in (
        replace(NEWS, name=""),
        replace(NEWS, sections=(FixedSection("要闻"), FixedSection("要闻"))),
        replace(NEWS, numbering=NumberingRule(before=LastBefore(number=3))),
    ):
        with pytest.raises(PublicationError):
            write_publication(tmp_path, wrong)
        assert (tmp_path / FILE).read_bytes() == before


def test_numbers_that_go_on_need_no_date(tmp_path):
    through = NumberingRule(count=Counting.THROUGH, before=LastBefore(number=3))
    placed(tmp_path, replace(NEWS, numbering=through))
    assert read_publication(tmp_path).numbering == through


def test_a_folder_without_the_file_is_told(tmp_path):
    with pytest.raises(PublicationError, match=r"publication\.toml"):
        read_publication(tmp_path)


def test_an_issue_finds_its_publication_upwards(tmp_path):
    placed(tmp_path / "书讯")
    below = tmp_path / "书讯" / "2026" / "11"
    below.mkdir(parents=True)
    assert find_publication(below / "第15期.banxin") == tmp_path / "书讯"
    assert find_publication(tmp_path / "第15期.banxin") is None


def test_a_date_with_a_time_is_no_date(tmp_path):
    (tmp_path / FILE).write_text(
        "name = '书讯'\n[numbering.before]\ndate = 2026-11-20T10:00:00", "utf8"
    )
    with pytest.raises(PublicationError, match="before"):
        read_publication(tmp_path)
