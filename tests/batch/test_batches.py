"""`batch` as a user runs it: every output once and as a single export writes it, whatever stops it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from batch_killing import SMALL, killed_batch, left_behind, noted
from batch_running import ROOT, Called, banxin

ISSUES = 4


@pytest.fixture
def issues(tmp_path) -> Path:
    folder = tmp_path / "issues"
    (folder / "2023" / "photos").mkdir(parents=True)
    shutil.copy(ROOT / "resources/sample/photos/dawn.jpg", folder / "2023/photos/dawn.jpg")
    for number in range(1, ISSUES + 1):
        (folder / "2023" / f"{number}.md").write_text(SMALL.format(number=number), "utf8")
    return folder


def batch(issues: Path | str, output: Path, *options: str) -> Called:
    return banxin("batch", issues, "-o", output, *options)


def summary(output: Path) -> dict:
    return json.loads((output / "batch.json").read_text("utf8"))


def outcomes(output: Path) -> dict[str, str]:
    return {one["output"]: one["outcome"] for one in summary(output)["outcomes"]}


def test_every_issue_becomes_the_bytes_of_its_single_export(issues, tmp_path):
    output = tmp_path / "out"
    called = batch(issues, output)
    assert called.code == 0, called.err
    assert "4 made, 0 unchanged, 0 failed, of 4" in called.out
    for number in range(1, ISSUES + 1):
        single = tmp_path / "single.pdf"
        assert banxin("export", issues / "2023" / f"{number}.md", "-o", single).code == 0
        assert (output / "2023" / f"{number}.pdf").read_bytes() == single.read_bytes()
    assert left_behind(output) == []
    assert summary(output)["finished"] is True


def test_what_is_unchanged_is_not_made_again_and_all_else_is(issues, tmp_path):
    output = tmp_path / "out"
    assert batch(issues, output, "--jobs", "1").code == 0
    before = {path.name: path.stat().st_ino for path in (output / "2023").iterdir()}
    (issues / "2023/1.md").write_text(SMALL.format(number=99), "utf8")
    (output / "2023/2.pdf").write_bytes(b"damaged")
    (output / "2023/3.pdf").unlink()
    assert batch(issues, output, "--resume", "--jobs", "1").code == 0
    made = {name: kind for name, kind in outcomes(output).items() if kind == "made"}
    assert set(made) == {"2023/1.pdf", "2023/2.pdf", "2023/3.pdf"}
    assert (output / "2023/4.pdf").stat().st_ino == before["4.pdf"]
    # all of them show the photo
    photo = issues / "2023/photos/dawn.jpg"
    photo.write_bytes(photo.read_bytes() + b"\0")
    assert batch(issues, output, "--resume", "--jobs", "1").code == 0
    assert set(outcomes(output).values()) == {"made"}
    assert batch(issues, output, "--resume", "--layout", "tongxun-a5", "--jobs", "1").code == 0
    assert set(outcomes(output).values()) == {"made"}
    assert batch(issues, output, "--resume", "--layout", "tongxun-a5", "--jobs", "1").code == 0
    assert set(outcomes(output).values()) == {"unchanged"}


def test_a_journal_whose_last_line_is_torn_goes_on(issues, tmp_path):
    output = tmp_path / "out"
    assert batch(issues, output, "--jobs", "1").code == 0
    journal = output / "batch.journal"
    data = journal.read_bytes()
    journal.write_bytes(data[:-40])
    assert batch(issues, output, "--resume", "--jobs", "1").code == 0
    assert sorted(outcomes(output).values()) == ["made", "unchanged", "unchanged", "unchanged"]
    assert len(journal.read_bytes().splitlines()) == len(data.splitlines())
    assert all(json.loads(line) for line in journal.read_bytes().splitlines())


def test_an_issue_that_fails_says_why_and_the_others_are_made(issues, tmp_path):
    hostile = "<script>alert(1)</script>"
    (issues / f"{hostile.replace('/', '_')}.md").write_bytes(b"\0\1\2\xff" * 100)
    (issues / "2023/5.md").write_text(SMALL.format(number=5) + "\n![无](photos/none.jpg)\n", "utf8")
    (issues / "2023/6.banxin").write_bytes(b"no package")
    output = tmp_path / "out"
    called = batch(issues, output)
    assert called.code == 1
    assert "5.md" in called.err
    assert "none.jpg" in called.err
    assert "没有做成" in called.err
    assert "was not made" in called.err
    assert len(list(output.rglob("*.pdf"))) == ISSUES
    told = summary(output)
    assert (told["made"], told["failed"]) == (ISSUES, 3)
    page = (output / "batch.html").read_text("utf8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    seen: list[str] = []
    reader = HTMLParser()
    reader.handle_starttag = lambda tag, attributes: seen.append(tag)
    reader.feed(page)
    assert seen.count("tr") == 1 + ISSUES + 3


def test_outputs_of_one_name_are_told_before_anything_is_made(issues, tmp_path):
    (issues / "2023/1.txt").write_text(SMALL.format(number=1), "utf8")
    output = tmp_path / "out"
    called = batch(issues, output)
    assert called.code == 2
    assert "1.md" in called.err
    assert "1.txt" in called.err
    assert not output.exists()


def test_a_preset_for_each_issue_and_its_name_where_there_are_several(issues, tmp_path):
    output = tmp_path / "out"
    for number in range(2, ISSUES + 1):
        (issues / f"2023/{number}.md").unlink()
    called = batch(issues, output, "--preset", "screen", "--preset", "archive")
    assert called.code == 0, called.err
    assert set(outcomes(output)) == {"2023/1 screen.pdf", "2023/1 archive.pdf"}
    single = tmp_path / "single.pdf"
    source = issues / "2023/1.md"
    assert banxin("export", source, "-o", single, "--preset", "archive").code == 0
    assert (output / "2023/1 archive.pdf").read_bytes() == single.read_bytes()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--preset", "nowhere"], "nowhere"),
        (["--layout", "nowhere"], "nowhere"),
        (["--set", "bleed=3"], "--set"),
        (["--jobs", "0"], "--jobs"),
    ],
)
def test_what_would_fail_with_every_issue_is_said_before_anything_is_made(
    issues, tmp_path, options, said
):
    called = batch(issues, tmp_path / "out", *options)
    assert called.code == 2
    assert said in called.err
    assert not (tmp_path / "out").exists()


def test_a_list_names_issues_from_the_folder_it_lies_in(issues, tmp_path):
    listing = issues / "some.txt"
    listing.write_text("2023/2.md\n\n2023/4.md\n", "utf8")
    assert batch(f"@{listing}", tmp_path / "out").code == 0
    assert set(outcomes(tmp_path / "out")) == {"2023/2.pdf", "2023/4.pdf"}


def begun(issues: Path, output: Path) -> subprocess.Popen[bytes]:
    """A batch in the midst of its work."""
    process = subprocess.Popen(
        [sys.executable, ROOT / "main.py", "batch", issues, "-o", output, "--jobs", "1"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    end = time.monotonic() + 60
    while noted(output) < 2 and process.poll() is None and time.monotonic() < end:
        time.sleep(0.001)
    return process


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_batch_that_is_ended_leaves_nothing_and_goes_on(issues, tmp_path, name):
    for number in range(ISSUES + 1, 30):
        (issues / "2023" / f"{number}.md").write_text(SMALL.format(number=number), "utf8")
    output = tmp_path / "out"
    process = begun(issues, output)
    process.send_signal(getattr(signal, name))
    err = process.communicate(timeout=60)[1].decode()
    assert process.returncode in (130, -signal.SIGTERM), err
    assert "Traceback" not in err
    assert left_behind(output) == []
    assert summary(output)["finished"] is False
    assert batch(issues, output, "--resume").code == 0
    assert summary(output)["jobs"] == 29
    assert "unchanged" in outcomes(output).values()


def test_two_batches_at_once_in_one_folder_are_refused(issues, tmp_path):
    for number in range(ISSUES + 1, 30):
        (issues / "2023" / f"{number}.md").write_text(SMALL.format(number=number), "utf8")
    output = tmp_path / "out"
    process = begun(issues, output)
    second = batch(issues, output)
    process.kill()
    process.communicate()
    assert second.code == 2
    assert "another batch" in second.err
    assert str(process.pid) in second.err
    assert batch(issues, output, "--resume").code == 0


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="workers are found by /proc")
def test_kills_of_workers_and_of_the_batch_cost_nothing_but_time(tmp_path):
    """The small sister of tests/batch/batch_killing.py."""
    assert killed_batch(tmp_path, count=24, worker_kills=3, batch_kills=1, compared=3) == []
