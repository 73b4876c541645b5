"""`python main.py check`: findings for people and for programs, and exit codes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from composing import picture_file
from running import SMALL, answered

Write = Callable[..., Path]
GONE = "![图](gone.png){side=right width=8em}\n\n12 月"
WIDE = "![图](photo.png){side=right width=60em}\n\n12 月"
GOOD = SMALL.replace("layout: jianbao-a4", "layout: jianbao-a4\ncontents: false")


def test_a_good_manuscript_has_no_findings_and_exit_code_0(manuscript: Write) -> None:
    ran = answered("check", manuscript(GOOD), "--today", "2026-11-20")
    assert ran.code == 0
    assert "没有发现问题" in ran.out
    assert ran.err == ""


def test_json_of_a_good_manuscript_is_an_empty_list(manuscript: Write) -> None:
    assert json.loads(
        answered("check", manuscript(GOOD), "--json", "--today", "2026-11-20").out
    ) == {"findings": []}


def test_a_warning_leaves_the_exit_code_at_0(manuscript: Write, tmp_path: Path) -> None:
    picture_file(tmp_path, width=2400, height=800)
    ran = answered(
        "check", manuscript(GOOD.replace("12 月", WIDE)), "--json", "--today", "2026-11-20"
    )
    assert ran.code == 0
    assert [(finding["level"], finding["code"]) for finding in json.loads(ran.out)["findings"]] == [
        ("warning", "photo-too-wide")
    ]


def test_an_error_gives_exit_code_1(manuscript: Write) -> None:
    ran = answered(
        "check", manuscript(GOOD.replace("12 月", GONE)), "--json", "--today", "2026-11-20"
    )
    assert ran.code == 1
    assert [finding["level"] for finding in json.loads(ran.out)["findings"]] == ["error"]


def test_a_finding_for_people_names_level_file_and_line_in_both_languages(
    manuscript: Write,
) -> None:
    ran = answered("check", manuscript(GOOD.replace("12 月", GONE)), "--today", "2026-11-20")
    assert ran.code == 1
    assert re.match(r"error: .*issue\.md:15: .*[\u4e00-\u9fff].* / .*[a-z]", ran.out), ran.out


def test_a_finding_has_the_shape_the_issue_asks_for(manuscript: Write) -> None:
    (finding,) = json.loads(
        answered(
            "check", manuscript(GOOD.replace("12 月", GONE)), "--json", "--today", "2026-11-20"
        ).out
    )["findings"]
    assert set(finding) == {"level", "code", "message", "page", "source"}


def test_a_json_export_with_errors_is_written_and_gives_exit_code_1(
    manuscript: Write, tmp_path: Path
) -> None:
    ran = answered("export", manuscript(SMALL.replace("12 月", GONE)), "-o", tmp_path / "a.json")
    assert ran.code == 1
    listing = json.loads((tmp_path / "a.json").read_text("utf8"))
    assert [finding["level"] for finding in listing["findings"]] == ["error"]
    assert listing["pages"]


def test_a_check_writes_nothing(manuscript: Write, tmp_path: Path) -> None:
    path = manuscript()
    answered("check", path)
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_read_gives_exit_code_2(tmp_path: Path) -> None:
    ran = answered("check", tmp_path / "none.md")
    assert ran.code == 2
    assert ran.out == ""
    assert "none.md" in ran.err


def test_a_check_takes_the_day_it_is_given(manuscript: Write) -> None:
    ran = answered("check", manuscript(GOOD), "--today", "2027-03-01", "--json")
    (finding,) = json.loads(ran.out)["findings"]
    assert (finding["code"], finding["fix"]) == ("date-far", "date:2027-03-01")
    assert finding["source"].endswith("issue.md:5")
    assert answered("check", manuscript(GOOD), "--today", "tomorrow").code == 2


def test_accepted_findings_are_notices_with_their_reason(manuscript: Write) -> None:
    accepted = "accepted:\n  - key: date-far@2026-11-20\n    reason: 补印\n---\n\n## "
    ran = answered(
        "check", manuscript(GOOD.replace("---\n\n## ", accepted)), "--today", "2027-03-01", "--json"
    )
    (finding,) = json.loads(ran.out)["findings"]
    assert (finding["level"], finding["reason"]) == ("notice", "补印")
    assert "补印" in finding["message"]


def test_a_preset_that_is_not_there_gives_exit_code_2(manuscript: Write) -> None:
    ran = answered("check", manuscript(GOOD), "--preset", "no-such-preset")
    assert ran.code == 2
    assert "no-such-preset" in ran.err


HOUSE = """
[spellings]
"%s" = "要这样写"
"""


def test_the_word_lists_of_the_house_are_held_against_the_issue(
    manuscript: Write, tmp_path: Path
) -> None:
    house = tmp_path / "house.toml"
    house.write_text(HOUSE % "12 月", "utf8")
    ran = answered("check", manuscript(GOOD), "--json", "--today", "2026-11-20", "--house", house)
    assert ran.code == 0
    (finding,) = json.loads(ran.out)["findings"]
    assert finding["code"] == "spelling-forbidden"
    assert "要这样写" in finding["message"]


def test_a_word_list_that_is_wrong_is_refused_with_its_line(
    manuscript: Write, tmp_path: Path
) -> None:
    house = tmp_path / "house.toml"
    house.write_text('[[leaders]]\nname = "王"\n', "utf8")
    ran = answered("check", manuscript(GOOD), "--house", house)
    assert ran.code == 2
    assert "house.toml:2" in ran.err
    assert "Traceback" not in ran.err
