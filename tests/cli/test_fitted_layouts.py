"""An issue in a layout that asks for it is fitted as it is exported: a bulletin ends at the foot of
its sheet.
"""

from __future__ import annotations

import pikepdf
import pytest
from running import ROOT, banxin

SAMPLE = ROOT / "resources" / "sample" / "issue.md"
OURS = "已适配"


@pytest.fixture
def exported(tmp_path):
    def export(*more):
        out = tmp_path / "out.pdf"
        ran = banxin("export", SAMPLE, "-o", out, *more)
        assert ran.code == 0, ran.err
        with pikepdf.open(out) as pdf:
            return len(pdf.pages), ran.err

    return export


def test_a_bulletin_takes_both_pages_of_its_sheet(exported):
    pages, said = exported("--layout", "kuaixun-a4")
    assert pages == 2
    assert OURS in said


def test_what_is_asked_for_goes_before_what_the_layout_asks_for(exported):
    pages, _ = exported("--layout", "kuaixun-a4", "--fit", "whole")
    assert pages in (2, 3)


def test_other_layouts_leave_an_issue_as_it_is(exported):
    pages, said = exported()
    assert pages == 6
    assert OURS not in said
