"""`export --fit`: fitted, said in words and as a report, the nearest where it is not reached."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import ROOT, answered

SAMPLE = ROOT / "resources" / "sample" / "issue.md"


def pages(listing: Path) -> int:
    return len(json.loads(listing.read_text("utf8"))["pages"])


def test_an_issue_is_written_on_the_pages_that_were_asked_for(tmp_path: Path) -> None:
    out, report = tmp_path / "out.json", tmp_path / "report.json"
    plain = tmp_path / "plain.json"
    answered("export", SAMPLE, "-o", plain)
    ran = answered("export", SAMPLE, "-o", out, "--fit", str(pages(plain)), "--fit-report", report)
    assert ran.code == 0
    told = json.loads(report.read_text("utf8"))
    assert (told["reached"], told["after"]["pages"]) == (True, pages(out))
    assert told["zh"] in ran.err
    assert told["en"] in ran.err
    assert told["before"]["pages"] == pages(plain)


def test_the_nearest_is_written_where_the_aim_is_out_of_reach(tmp_path: Path) -> None:
    out, report = tmp_path / "out.json", tmp_path / "report.json"
    ran = answered("export", SAMPLE, "-o", out, "--fit", "40", "--fit-report", report)
    told = json.loads(report.read_text("utf8"))
    assert ran.code == 1
    assert not told["reached"]
    assert told["rows"] > 0
    assert str(told["rows"]) in ran.err
    assert pages(out) == told["after"]["pages"]
    assert all(edit["zh"] in ran.err for edit in told["suggestions"])


def test_the_report_says_what_the_layer_has(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    answered("export", SAMPLE, "-o", tmp_path / "o.json", "--fit", "40", "--fit-report", report)
    told = json.loads(report.read_text("utf8"))
    assert told["aim"] == "40"
    assert told["changes"]
    for change in told["changes"]:
        whole = change["rung"] in ("leading", "size")
        assert bool(change["id"]) is not whole
        assert (change["place"] is None) is whole
        assert change["amount"]


@pytest.mark.parametrize(
    ("aim", "told"), [("", "--fit "), *((aim, f"“{aim}”") for aim in ("x", "0", "4y", "-1"))]
)
def test_what_is_no_aim_is_refused_before_anything_is_written(
    tmp_path: Path, aim: str, told: str
) -> None:
    ran = answered("export", SAMPLE, "-o", tmp_path / "o.json", f"--fit={aim}")
    assert ran.code == 2
    assert told in ran.err
    assert not (tmp_path / "o.json").exists()


def test_a_report_without_fitting_is_refused(tmp_path: Path) -> None:
    ran = answered("export", SAMPLE, "-o", tmp_path / "o.json", "--fit-report", tmp_path / "r")
    assert ran.code == 2
    assert "--fit" in ran.err
