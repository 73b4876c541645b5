"""Templates of fixed lines."""

import pytest

from layouts.house.template import TemplateError, fields_of, fill

FIELDS = {"number": "14", "total": "850", "editor": "张三", "telephone": "", "copies": "120"}


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("第{number}期（总第{total}期）", "第14期（总第850期）"),
        ("共印{copies}份", "共印120份"),
        ("电话：{telephone}", None),
        ("编号：{copy_number}", None),
        ("内部资料　注意保存", "内部资料　注意保存"),
        ("[编辑：{editor}][　电话：{telephone}]", "编辑：张三"),
        ("[电话：{telephone}][　编辑：{editor}]", "编辑：张三"),
        ("[电话：{telephone}]", None),
        ("[电话：{telephone}]　[编号：{copy_number}]", None),
        ("内部资料[　电话：{telephone}]", None),
        ("第{number}期[（总第{secrecy}期）]", "第14期"),
        ("{telephone}[{editor}]", None),
        ("[内部]{number}", "内部14"),
        ("{{{number}}} [[{editor}]]", "{14} [张三]"),
        ("", ""),
    ],
)
def test_a_line_is_filled_or_left_out(template: str, line: str | None):
    assert fill(template, FIELDS) == line


def test_a_field_is_not_read_as_a_template():
    assert fill("{editor}", {"editor": "[{number}]"}) == "[{number}]"


def test_fields_are_named_in_order():
    assert fields_of("[{editor}]{number}{{total}}") == ("editor", "number")


@pytest.mark.parametrize(
    "template", ["{", "}", "[", "]", "{number", "[{number}", "[a[b]]", "{a{b}}", "{number}]"]
)
def test_signs_without_a_partner_are_refused(template: str):
    with pytest.raises(TemplateError) as caught:
        fill(template, FIELDS)
    assert "没有成对" in caught.value.zh
    assert "has no partner" in caught.value.en
