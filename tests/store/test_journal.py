"""What is typed is on the disk within moments, in few bytes, and comes back after a crash, up to
whatever damage.
"""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import threading
import time
from pathlib import Path

import pytest
from any_issue import without_sources
from examples import examples
from faulty import Faulty
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from store_making import names, opened, typed
from whole_issues import issues

from layouts.issue.edits import move_articles
from layouts.issue.ids import with_ids
from layouts.issue.places import Place
from layouts.issue.text import Mark, MarkKind
from layouts.store.difference import apply, difference
from layouts.store.encode import Encoder
from layouts.store.journal import Journal
from layouts.store.records import MAGIC, packed, records
from layouts.store.recovery import discard, recover
from layouts.store.saving import save
from layouts.store.token import token_of

ANY = settings(
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
    ],
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journals"


def crashed(journal: Journal, folder: Path) -> Path:
    """The journals as they lie on the disk now, in another folder: nobody holds them there."""
    journal.flush()
    other = folder.with_name(f"crashed-{random.random()}")
    shutil.copytree(folder, other)
    return other


@pytest.fixture
def journal(folder):
    made = Journal(folder, interval=0.01)
    yield made
    made.close()


EXAMPLES = int(os.environ.get("BANXIN_EXAMPLES", examples(30)))


# Differences


@settings(ANY, max_examples=EXAMPLES)
@given(issues, issues)
def test_a_difference_makes_the_new_of_the_old(old, new):
    encoder = Encoder()
    before, after = encoder.issue(old), encoder.issue(new)
    found = difference(before, after)
    assert (before if found is None else apply(before, json.loads(json.dumps(found)))) == after


@settings(ANY, max_examples=EXAMPLES)
@given(issues, st.randoms(use_true_random=False))
def test_any_reshuffle_is_found(issue, chance):
    encoder = Encoder()
    before = encoder.issue(issue)
    pool = [article for section in issue.sections for article in section.articles]
    sections = list(issue.sections)
    chance.shuffle(sections)
    new = [
        replace(
            section, articles=tuple(chance.choices(pool, k=chance.randrange(4))) if pool else ()
        )
        for section in sections
    ]
    after = encoder.issue(replace(issue, sections=tuple(new)))
    found = difference(before, after)
    assert (before if found is None else apply(before, json.loads(json.dumps(found)))) == after


def test_a_key_press_is_bytes(sample):
    encoder = Encoder()
    before = encoder.issue(sample)
    assert (
        len(packed(difference(before, encoder.issue(typed(sample, "字", section=2, block=1)))))
        < 250
    )


def test_a_key_press_beside_marks_and_below_a_title_with_marks_writes_neither_again(sample):
    """What the article's other texts carry costs nothing; of the marks behind the caret, their two
    places.
    """
    encoder = Encoder()
    section = sample.sections[2]
    bold = (Mark(0, 2, MarkKind.BOLD),)
    title = section.articles[0].title._replace(marks=bold)
    articles = (replace(section.articles[0], title=title), *section.articles[1:])
    marked = replace(
        sample,
        sections=(*sample.sections[:2], replace(section, articles=articles), *sample.sections[3:]),
    )
    before = encoder.issue(marked)
    found = packed(difference(before, encoder.issue(typed(marked, "字", section=2, block=1))))
    assert b'"title"' not in found
    assert len(found) < 250


def test_equal_lists_made_anew_are_no_difference():
    assert difference({"a": [[0, 1], {"b": [2]}]}, {"a": [[0, 1], {"b": [2]}]}) is None


def test_a_moved_article_is_bytes(sample):
    encoder = Encoder()
    before = encoder.issue(sample)
    moved = move_articles(sample, [Place(3, 0)], Place(3, 2)).issue
    assert moved != sample
    assert len(packed(difference(before, encoder.issue(moved)))) < 250


@pytest.mark.parametrize(
    "found",
    [
        {"s": [5, 1, ""]},
        {"s": [0, 99, ""]},
        {"l": [[0, 9]]},
        {"l": [[-1, 1]]},
        {},
        {"k": 3},
        {"l": [{"i": 9, "d": {"=": 1}}]},
    ],
)
@pytest.mark.parametrize("old", ["ab", [1], {"a": 1}, 3])
def test_a_difference_of_something_else_is_refused(old, found):
    with pytest.raises((ValueError, LookupError, TypeError, AttributeError)):
        apply(old, found)


# The journal


def test_edits_come_back_with_what_is_new(journal, folder, sample, saved, tmp_path):
    issue = opened(saved, tmp_path / "cache").issue
    journal.begin(issue, saved, token_of(saved))
    edited = typed(typed(issue, "一", section=0, block=3), "二", section=2)
    journal.note(edited)
    (found,) = recover(crashed(journal, folder))
    assert without_sources(found.issue) == without_sources(edited)
    assert found.issue.folder == tmp_path / "cache"
    assert found.path == saved
    assert not found.file_changed
    assert [(change.what, change.title) for change in found.newer] == [
        ("changed", sample.sections[k].articles[0].title.string) for k in (0, 2)
    ]


def test_an_issue_never_saved_comes_back(journal, folder, sample):
    journal.begin(sample, None)
    journal.note(typed(sample, "一"))
    (found,) = recover(crashed(journal, folder))
    assert without_sources(found.issue) == without_sources(typed(sample, "一"))
    assert found.path is None
    assert {change.what for change in found.newer} == {"added"}


def test_nothing_is_written_before_the_first_edit(journal, folder, sample, saved):
    journal.begin(sample, saved)
    journal.flush()
    assert not folder.exists()


def test_at_a_pause_it_is_written_without_waiting_for_more(folder, sample):
    journal = Journal(folder, interval=60)
    journal.begin(sample, None)
    journal.note(typed(sample, "新"))
    journal.hurry()
    end = time.monotonic() + 10
    while not list(folder.glob("*.journal")) and time.monotonic() < end:
        time.sleep(0.01)
    assert list(folder.glob("*.journal"))
    journal.close()


def test_what_was_undone_is_nothing_to_recover(journal, folder, sample, saved):
    journal.begin(sample, saved)
    journal.note(typed(sample, "一"))
    journal.flush()
    journal.note(sample)
    copy = crashed(journal, folder)
    assert recover(copy) == []
    assert names(copy) == []


def test_what_is_saved_needs_no_journal(journal, folder, sample, tmp_path):
    journal.begin(sample, None)
    edited = typed(sample, "一")
    journal.note(edited)
    journal.flush()
    done = save(edited, tmp_path / "x.banxin", tmp_path / "cache")
    journal.saved(edited, done.issue, tmp_path / "x.banxin", done.token)
    journal.flush()
    assert names(folder) == []


def test_what_was_typed_while_saving_stays_noted(journal, folder, sample, tmp_path):
    journal.begin(sample, None)
    edited = typed(sample, "一")
    journal.note(edited)
    done = save(edited, tmp_path / "x.banxin", tmp_path / "cache")
    later = typed(edited, "二")
    journal.note(later)
    journal.saved(edited, done.issue, tmp_path / "x.banxin", done.token)
    (found,) = recover(crashed(journal, folder))
    assert without_sources(found.issue) == without_sources(later)
    assert found.path == tmp_path / "x.banxin"
    assert len(found.newer) == 1


def test_closing_removes_it_unless_it_is_to_be_kept(folder, sample):
    for keep, left in ((False, 0), (True, 1)):
        journal = Journal(folder, interval=0.01)
        journal.begin(sample, None)
        journal.note(typed(sample, "一"))
        journal.close(keep=keep)
        assert len(names(folder)) == left
    assert len(recover(folder)) == 1


def test_a_recovered_issue_is_journalled_at_once(folder, sample, saved):
    journal = Journal(folder, interval=0.01)
    journal.begin(typed(sample, "一"), saved, token_of(saved), saved=sample)
    (found,) = recover(crashed(journal, folder))
    assert len(found.newer) == 1
    journal.close()


def test_a_journal_of_a_living_process_is_left_alone(journal, folder, sample):
    journal.begin(sample, None)
    journal.note(typed(sample, "一"))
    journal.flush()
    assert recover(folder) == []
    assert len(names(folder)) == 1


def test_a_refused_recovery_is_forgotten(journal, folder, sample):
    journal.begin(sample, None)
    journal.note(typed(sample, "一"))
    copy = crashed(journal, folder)
    discard(recover(copy)[0])
    assert names(copy) == []


def test_a_file_written_by_somebody_else_since_is_told(journal, folder, sample, saved, tmp_path):
    journal.begin(sample, saved, token_of(saved))
    journal.note(typed(sample, "一"))
    save(typed(sample, "别人"), saved, tmp_path / "other")
    assert recover(crashed(journal, folder))[0].file_changed


def test_a_long_journal_begins_anew(journal, folder, sample, monkeypatch):
    monkeypatch.setattr("layouts.store.journal.LONG", 1000)
    journal.begin(sample, None)
    issue = sample
    sizes = []
    for k in range(60):
        issue = typed(issue, f"第{k}次输入的一些文字，" * 20)
        journal.note(issue)
        journal.flush()
        sizes.append(sum(path.stat().st_size for path in folder.iterdir()))
    assert len(names(folder)) == 1
    assert int(names(folder)[0].split(".")[1]) > 1
    assert without_sources(recover(crashed(journal, folder))[0].issue) == without_sources(issue)


# Damage


@pytest.fixture
def lying(journal, folder, sample):
    """A journal of ten edits left by a crash, and the issue after each."""
    journal.begin(sample, None)
    states = [sample]
    for k in range(10):
        states.append(typed(states[-1], f"{k}"))
        journal.note(states[-1])
        journal.flush()
    copy = crashed(journal, folder)
    (path,) = copy.iterdir()
    return path, states


def recovered_state(path: Path, states) -> int:
    (found,) = recover(path.parent)
    return next(
        k
        for k, state in enumerate(states)
        if without_sources(state) == without_sources(found.issue)
    )


def test_what_is_whole_is_not_said_to_be_damaged(lying):
    assert not recover(lying[0].parent)[0].damaged


def test_all_edits_are_there(lying):
    assert recovered_state(*lying) == 10


def test_a_torn_end_costs_only_the_last_edit(lying):
    path, states = lying
    path.write_bytes(path.read_bytes()[:-3])
    assert recovered_state(path, states) == 9


def test_damage_anywhere_gives_everything_before_it(lying):
    path, states = lying
    whole = path.read_bytes()
    begin = len(packed(next(records(path)))) + 17
    chance = random.Random(4)
    for _ in range(60):
        place = chance.randrange(begin, len(whole))
        data = bytearray(whole)
        data[place] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        before = sum(1 for _ in records(path))  # the first edit is in the beginning
        assert recovered_state(path, states) == before
        assert before < 10
        assert recover(path.parent)[0].damaged


def test_a_beginning_that_is_damaged_gives_nothing_and_is_cleared_away(lying):
    path, _ = lying
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    assert recover(path.parent) == []
    assert names(path.parent) == []


def test_a_second_file_cut_short_leaves_the_first(lying):
    path, states = lying
    key, number, _ = path.name.split(".")
    path.with_name(f"{key}.{int(number) + 1}.journal").write_bytes(path.read_bytes()[:500])
    assert recovered_state(path, states) == 10
    assert recover(path.parent)[0].damaged


# Trouble


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_disk_that_fails_is_told_once_and_written_to_again(folder, sample, code):
    disk, told = Faulty(0, code, for_good=True), []
    journal = Journal(folder, told.append, interval=0.01, disk=disk)
    journal.begin(sample, None)
    for k in range(3):
        journal.note(typed(sample, str(k)))
        journal.flush()
    assert len(told) == 1
    assert "没有保存" in told[0].zh
    disk.at = -1
    journal.note(typed(sample, "终于"))
    journal.flush()
    assert without_sources(recover(crashed(journal, folder))[0].issue) == without_sources(
        typed(sample, "终于")
    )
    journal.close()


def test_a_failure_at_any_step_loses_nothing_once_the_disk_is_well(folder, sample):
    for at in range(12):
        journal = Journal(folder, interval=0.001, disk=Faulty(at))
        journal.begin(sample, None)
        issue = sample
        for k in range(5):
            issue = typed(issue, str(k))
            journal.note(issue)
            journal.flush()
        journal.note(typed(issue, "末"))
        journal.flush()
        journal.flush()
        copy = crashed(journal, folder)
        assert without_sources(recover(copy)[0].issue) == without_sources(typed(issue, "末"))
        journal.close()
        shutil.rmtree(copy)


class Waiting(Faulty):
    """A disk whose syncs wait until it is let go."""

    def __init__(self, *args, **more) -> None:
        super().__init__(*args, **more)
        self.go = threading.Event()

    def sync(self, file):
        assert self.go.wait(20)
        super().sync(file)


def waited(condition) -> bool:
    end = time.monotonic() + 10
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    return condition()


def test_what_waits_for_safety_is_done_late_but_done(folder, sample, monkeypatch):
    monkeypatch.setattr("layouts.store.journal.PATIENCE", 0.05)
    disk, done = Waiting(), []
    journal = Journal(folder, interval=0.01, disk=disk)
    journal.begin(sample, None)
    journal.note(typed(sample, "一"))
    journal.once_safe(lambda: done.append(1))
    assert not journal.flush()
    assert done == []
    disk.go.set()
    assert waited(lambda: done == [1])
    journal.close()


def test_what_waits_for_safety_waits_for_a_disk_that_fails(folder, sample):
    disk, done = Faulty(0, errno.ENOSPC, for_good=True), []
    journal = Journal(folder, interval=0.01, disk=disk)
    journal.begin(sample, None)
    journal.note(typed(sample, "一"))
    journal.once_safe(lambda: done.append(1))
    assert not journal.flush()
    assert done == []
    disk.at = -1
    assert waited(lambda: done == [1])
    journal.close()
    assert done == [1]


def test_a_journal_closed_before_it_was_safe_lets_nothing_go(folder, sample):
    done = []
    journal = Journal(folder, interval=0.01, disk=Faulty(0, errno.ENOSPC, for_good=True))
    journal.begin(sample, None)
    journal.note(typed(sample, "一"))
    journal.once_safe(lambda: done.append(1))
    journal.close()
    assert done == []


def test_saved_is_safe_too(folder, sample, tmp_path):
    done = []
    journal = Journal(folder, interval=0.01, disk=Faulty(0, errno.ENOSPC, for_good=True))
    journal.begin(sample, None)
    edited = typed(sample, "一")
    journal.note(edited)
    journal.once_safe(lambda: done.append(1))
    kept = save(edited, tmp_path / "x.banxin", tmp_path / "cache")
    journal.saved(edited, kept.issue, tmp_path / "x.banxin", kept.token)
    assert journal.flush()
    assert done == [1]
    journal.close()


def test_noting_never_waits(folder, sample):
    """While the disk does not answer at all, a hundred edits are noted and this thread goes on."""
    answers = threading.Event()

    class Silent(Faulty):
        def sync(self, file):
            assert answers.wait(60), "nobody let the disk answer: a note waited for it"

    journal = Journal(folder, interval=0.0, disk=Silent())
    journal.begin(sample, None)
    issue = sample
    for k in range(100):
        issue = typed(issue, str(k))
        journal.note(issue)
    answers.set()
    assert journal.flush()
    journal.close(keep=True)
    assert without_sources(recover(folder)[0].issue) == without_sources(issue)


def test_an_odd_folder_name_does_not_stop_it(folder, sample, tmp_path):
    odd = tmp_path / os.fsdecode(b"\xff\xfe\xb0\xe6")
    journal = Journal(folder, interval=0.01)
    journal.begin(sample, odd / "x.banxin")
    journal.note(typed(sample, "一"))
    assert recover(crashed(journal, folder))[0].path == odd / "x.banxin"
    journal.close()


def test_a_journal_of_a_newer_program_is_left_for_it(lying, monkeypatch):
    path, _ = lying
    first, *rest = records(path)
    first["issue"]["version"] = 99
    path.write_bytes(MAGIC + b"".join(map(packed, [first, *rest])))
    assert recover(path.parent) == []
    assert names(path.parent) == [path.name]


def test_ids_survive_a_crash(journal, folder, sample):
    journal.begin(sample, None)
    journal.note(typed(sample, "一"))
    found = recover(crashed(journal, folder))[0].issue
    assert with_ids(found) is found
