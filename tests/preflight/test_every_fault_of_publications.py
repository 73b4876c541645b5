"""Every fault that an issue of a publication can have, and internal material, planted one by one:
found exactly once, and mended where that can be done.
"""

import datetime

import pytest
from msgspec.structs import replace
from planted import NOWHERE, SENTENCE, sound_issue, with_article, with_masthead, with_paragraph

from layouts.compose import compose
from layouts.house.load import STOCK, load_layout, stock_layouts
from layouts.house.whole import whole_text
from layouts.house.written import written_layout
from layouts.issue.article import Section
from layouts.issue.issue import Issue
from layouts.issue.masthead import Masthead
from layouts.issue.text import Text
from layouts.preflight.check import Circumstances, Preflight
from layouts.preflight.fixes import fix
from layouts.preflight.internal import REQUIRED, forbidden
from layouts.publication import (
    FixedSection,
    LastBefore,
    NumberingRule,
    Publication,
    publication_of_issue,
    see_publication,
    take_number,
    write_publication,
)
from layouts.publication.numbers import number_saved

DATE = datetime.date(2026, 11, 20)
"""That of the sound issue, number 7, total 21."""
WEEK = datetime.timedelta(days=7)
NAMES = ("要闻", "动态", "简讯")


class PublicationBench:
    """A publication with two issues in its folder, 6 and 7, the second of which is inspected."""

    def __init__(self, catalogue, folder, tmp_path):
        self.catalogue = catalogue
        self.folder = folder
        sections = [FixedSection(name, optional=name == "简讯") for name in NAMES]
        before = LastBefore(5, 19, DATE - 2 * WEEK)
        self.publication = Publication(
            "试刊", sections=tuple(sections), numbering=NumberingRule(before=before)
        )
        write_publication(folder, self.publication)
        self.file = folder / "7.banxin"
        self.take(DATE - WEEK, folder / "6.banxin")
        self.take(DATE, self.file)
        issue = sound_issue(tmp_path)
        (only,) = issue.sections
        self.issue = replace(
            issue,
            sections=(
                replace(only, articles=only.articles[:3]),
                Section("动态", only.articles[3:], NOWHERE),
            ),
        )

    def take(self, date, file):
        file.write_bytes(b"")
        number_saved(self.folder, take_number(self.folder, self.publication, date, "王芳"), file)

    def inspect(self, issue=None, layout=None, file=None):
        return [
            finding
            for finding in self.inspect_all(issue, layout, file)
            if finding.code not in ("last-page-short", "section-empty", "colophon-alone")
        ]

    def inspect_all(self, issue=None, layout=None, file=None):
        issue = issue or self.issue
        layout = layout or load_layout("jianbao-a4")
        seen = see_publication(self.folder, file or self.file)
        edition = compose(issue, layout, self.catalogue)
        given = Circumstances(day=DATE, publication=seen)
        return Preflight(self.catalogue).inspect(issue, layout, edition, given)


@pytest.fixture
def bench(catalogue, tmp_path):
    (tmp_path / "试刊").mkdir()
    return PublicationBench(catalogue, tmp_path / "试刊", tmp_path)


def only(findings, code):
    assert [(one.code, one.level) for one in findings] == [(code, "warning")], [
        one.message for one in findings
    ]
    return findings[0]


def mended(bench, issue, code):
    """The issue after the only finding was mended; it has none any more."""
    finding = only(bench.inspect(issue), code)
    again = fix(issue, finding)
    assert bench.inspect(again) == []
    return again


def test_an_issue_as_its_publication_has_it_has_no_finding(bench):
    assert bench.inspect() == []


@pytest.mark.parametrize("number", [6, 9])
def test_a_number_that_is_another_issues_or_not_the_next(bench, number):
    issue = with_masthead(bench.issue, number=number, total=None)
    finding = only(bench.inspect(issue), "number-not-next")
    assert finding.field == "masthead.number"
    assert "第 7 期" in finding.zh
    assert fix(issue, finding) == bench.issue
    other = only(bench.inspect(issue, file=bench.folder / "8.banxin"), "number-not-next")
    assert (fix(issue, other).masthead.number, fix(issue, other).masthead.total) == (8, 22)


def test_the_next_number_of_an_issue_that_nobody_took_one_for_is_right(bench):
    issue = with_masthead(bench.issue, number=8, total=22, date=DATE + WEEK)
    assert bench.inspect(issue, file=bench.folder / "8.banxin") == []


def test_a_number_taken_by_an_issue_that_is_gone_may_be_used(bench):
    bench.file.unlink()
    assert bench.inspect(file=bench.folder / "again.banxin") == []


def test_issues_made_before_the_folder_counted_have_their_numbers(bench):
    issue = with_masthead(bench.issue, number=3, total=17, date=DATE - 4 * WEEK)
    assert bench.inspect(issue, file=bench.folder / "3.banxin") == []


def test_a_total_that_is_not_the_next(bench):
    for total in (22, None):
        issue = mended(bench, with_masthead(bench.issue, total=total), "total-not-next")
        assert issue.masthead.total == 21


def test_a_date_before_the_last_issue(bench):
    wrong = with_masthead(bench.issue, date=DATE - 8 * datetime.timedelta(days=1))
    assert mended(bench, wrong, "date-before-last").masthead.date == DATE


def test_a_section_that_is_missing_comes_to_its_place(bench):
    first, second = bench.issue.sections
    issue = mended(bench, replace(bench.issue, sections=(first,)), "section-missing")
    assert [section.name for section in issue.sections] == ["要闻", "动态"]
    issue = mended(bench, replace(bench.issue, sections=(second,)), "section-missing")
    assert [section.name for section in issue.sections] == ["要闻", "动态"]


def test_sections_out_of_order_are_put_in_order_and_others_keep_their_places(bench):
    first, second = bench.issue.sections
    other = Section("人物", second.articles[:1], NOWHERE)
    issue = replace(bench.issue, sections=(second, other, first))
    finding = only(bench.inspect(issue), "section-order")
    assert finding.place == (0, None, None, 0)
    names = [section.name for section in mended(bench, issue, "section-order").sections]
    assert names == ["要闻", "人物", "动态"]


def test_an_empty_section_that_every_issue_has_is_not_offered_to_be_removed(bench):
    first, second = bench.issue.sections
    optional = Section("简讯", (), NOWHERE)
    issue = replace(bench.issue, sections=(first, replace(second, articles=()), optional))
    empty = [one for one in bench.inspect_all(issue) if one.code == "section-empty"]
    assert [(one.zh, one.fix) for one in empty] == [
        ("栏目【动态】里没有稿件", ""),
        ("栏目【简讯】里没有稿件", "remove-section"),
    ]


def test_a_layout_that_is_not_the_publications(bench):
    issue = replace(bench.issue, layout="neikan-a4-2col")
    assert mended(bench, issue, "layout-differs").layout == "jianbao-a4"


def test_the_publications_own_layout_is_known_by_what_it_says(bench, tmp_path):
    stock = (STOCK / "jianbao-a4.toml").read_text("utf8")
    text = stock.replace('top = "30mm"', 'top = "31mm"')
    (bench.folder / "layout.toml").write_text(text, "utf8")
    write_publication(bench.folder, replace(bench.publication, layout="layout.toml"))
    (tmp_path / "试刊.toml").write_text(text, "utf8")
    issue = replace(bench.issue, layout="试刊.toml")
    assert bench.inspect(issue) == []
    (tmp_path / "试刊.toml").write_text(text + "# the same with another comment\n", "utf8")
    assert bench.inspect(issue) == []
    (tmp_path / "试刊.toml").write_text(stock, "utf8")
    assert only(bench.inspect(issue), "layout-differs").fix == ""
    only(bench.inspect(bench.issue), "layout-differs")


def test_the_issue_whose_changes_the_publication_took_is_in_its_layout(bench):
    design = {"inks.red": "#0F6FB5", "page.top": "30mm"}
    text = whole_text(written_layout("jianbao-a4"), design)
    (bench.folder / "layout.toml").write_text(text, "utf8")
    write_publication(bench.folder, replace(bench.publication, layout="layout.toml"))
    issue = replace(bench.issue, design=design)
    assert bench.inspect(issue) == []
    other = replace(issue, design={**design, "page.top": "31mm"})
    finding = only(bench.inspect(other), "layout-differs")
    assert finding.zh == "版式是“简报（A4 单栏）”，不是刊物自己的版式"


def test_an_issue_belongs_where_it_lies_and_what_it_is_called(bench):
    assert publication_of_issue(bench.issue, bench.file).file == "7.banxin"
    assert publication_of_issue(with_masthead(bench.issue, publication="《试 刊》"), bench.file)
    assert publication_of_issue(with_masthead(bench.issue, publication="别刊"), bench.file) is None
    assert publication_of_issue(bench.issue, bench.folder.parent / "7.banxin") is None


# Internal material


@pytest.fixture
def printed():
    return load_layout("jianbao-a4")


@pytest.fixture
def inspected(catalogue, printed, tmp_path):
    """What is found in an issue in such a layout, of internal material."""

    def inspect(issue, layout=printed):
        edition = compose(issue, layout, catalogue)
        given = Circumstances(day=DATE)
        found = Preflight(catalogue).inspect(issue, layout, edition, given)
        return [
            one
            for one in found
            if one.code.startswith(("internal", "masthead-", "colophon-incomplete"))
        ]

    return inspect


@pytest.fixture
def internal(tmp_path):
    issue = with_masthead(
        sound_issue(tmp_path),
        publication="澜汀书讯",
        permit="（苏）字第 00123 号",
        notice="内部资料，免费交流",
    )
    foot = replace(issue.colophon, recipients="联盟各成员馆", printer="望汀印刷厂", print_date=DATE)
    return replace(issue, colophon=foot, profile="internal")


def test_internal_material_that_says_what_it_must_has_no_finding(inspected, internal):
    assert inspected(internal) == []


@pytest.mark.parametrize("name", REQUIRED)
def test_each_field_it_must_have_is_missed_by_itself(inspected, internal, name):
    part = "masthead" if name in Masthead.__struct_fields__ else "colophon"
    empty = None if name in ("number", "print_date", "copies") else ""
    issue = replace(internal, **{part: replace(getattr(internal, part), **{name: empty})})
    finding = only(inspected(issue), "internal-field-empty")
    assert finding.field == f"{part}.{name}"
    assert inspected(replace(issue, profile="")) == [] or name in ("issuer", "number", "copies")
    if name == "notice":
        assert fix(issue, finding) == internal


def test_other_words_than_those_of_the_rule_are_told(inspected, internal):
    issue = with_masthead(internal, notice="内部刊物 注意保存")
    finding = only(inspected(issue), "internal-notice")
    assert fix(issue, finding) == internal
    assert inspected(with_masthead(internal, notice="内部资料 免费交流")) == []


@pytest.mark.parametrize("layout", stock_layouts())
def test_every_stock_layout_prints_what_internal_material_must_say(inspected, internal, layout):
    issue = replace(internal, layout=layout)
    assert inspected(issue, load_layout(layout)) == []


def test_what_a_layout_does_not_print_is_told(inspected, internal, printed):
    colophon, masthead = printed.colophon, printed.masthead
    bare = replace(
        printed,
        colophon=replace(
            colophon, lines=tuple(one for one in colophon.lines if "{printer}" not in one.template)
        ),
        masthead=replace(
            masthead, lines=tuple(one for one in masthead.lines if "{notice}" not in one.template)
        ),
    )
    found = inspected(internal, bare)
    assert [one.code for one in found] == ["internal-field-unprinted"] * 3
    assert {one.field for one in found} == {
        "masthead.notice",
        "colophon.printer",
        "colophon.print_date",
    }


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("澜汀日报", "报"),
        ("澜汀院报", "报"),
        ("澜汀师范学院学报", "学报"),
        ("澜汀内刊", "刊"),
        ("《书房》杂志", "杂志"),
        ("澜汀报·读书版", "报"),
        ("澜汀期刊社通讯", "期刊社"),
    ],
)
def test_it_may_not_be_named_as_a_periodical(inspected, internal, name, word):
    finding = only(inspected(with_masthead(internal, publication=name)), "internal-name")
    assert f"“{word}”" in finding.zh
    assert inspected(with_masthead(replace(internal, profile=""), publication=name)) == []


@pytest.mark.parametrize(
    "name", ["澜汀书讯", "工作简报", "信息通报", "书香情报", "学习汇报", "书房之窗"]
)
def test_names_of_documents_are_none(inspected, internal, name):
    assert inspected(with_masthead(internal, publication=name)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("本报讯 记者走访了书房。", ["本报"]),
        ("据本报上期报道，读者增加。", ["本报"]),
        ("欢迎向本刊投稿，本刊编辑部设在总馆。", ["本刊", "本刊"]),
        ("驻市记者站昨日成立。", ["记者站"]),
        ("由读者杂志社主办，期刊社协办。", ["杂志社", "期刊社"]),
        ("国内统一刊号待批。", ["刊号"]),
        ("（记者 韩渡）", ["记者 韩渡"]),
        ("记者韩渡报道", ["记者韩渡"]),
        ("本报告共三章，成本报价见附件。", []),
        ("日本报纸与书本报刊陈列在此。", []),
        ("根本刊登不了，样本刊印另行通知，本报名须知见下。", []),
        ("创刊号已售罄，本刊物共八页。", []),
        ("记者采访了读者，各位记者朋友来到现场。", []),
    ],
)
def test_where_it_calls_itself_a_periodical(inspected, internal, text, words):
    assert [text[start:end] for start, end in forbidden(text)] == words
    found = inspected(with_paragraph(internal, text))
    assert [one.code for one in found] == ["internal-word"] * len(words)
    for one, word in zip(found, words, strict=True):
        assert one.place == (0, 2, 0, 0)
        assert text[slice(*one.span)] == word
        assert one.page is not None
    assert inspected(with_paragraph(replace(internal, profile=""), text)) == []


def test_titles_by_lines_and_fields_are_read_as_well(inspected, internal):
    issue = with_article(internal, 1, title=Text("本刊启事"), byline=Text("【供稿：记者 韩渡】"))
    assert len(inspected(issue)) == 2
    issue = replace(internal, colophon=replace(internal.colophon, editor="本刊编辑部"))
    assert only(inspected(issue), "internal-word").field == "colophon.editor"


def test_an_issue_that_becomes_internal_is_looked_at_anew(catalogue, printed, internal):
    preflight = Preflight(catalogue)
    issue = with_paragraph(internal, "本刊讯。" + SENTENCE)

    def codes(issue: Issue):
        edition = compose(issue, printed, catalogue)
        found = preflight.inspect(issue, printed, edition, Circumstances(day=DATE))
        return [one.code for one in found if one.code.startswith("internal")]

    assert codes(replace(issue, profile="")) == []
    assert codes(issue) == ["internal-word"]
    assert codes(replace(issue, profile="")) == []


def test_layouts_are_read_when_one_is_new_and_not_at_every_key(bench, monkeypatch):
    issue = replace(bench.issue, layout="neikan-a4-2col")
    layout = load_layout(issue.layout)
    edition = compose(issue, layout, bench.catalogue)
    given = Circumstances(day=DATE, publication=see_publication(bench.folder, bench.file))
    preflight = Preflight(bench.catalogue)
    first = preflight.inspect(issue, layout, edition, given)
    assert "layout-differs" in [finding.code for finding in first]
    monkeypatch.setattr("layouts.preflight.publication.written_layout", None)
    assert preflight.inspect(issue, layout, edition, given) == first
