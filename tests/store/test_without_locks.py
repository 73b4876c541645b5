"""On disks that know no locks, as some network homes, a file says whose it is; what a dead process
left is offered all the same.
"""

from __future__ import annotations

import datetime
import errno
import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import msgspec
import pytest
from any_issue import without_sources
from msgspec.structs import replace
from store_making import names, typed

from layouts.store import owning
from layouts.store.journal import Journal
from layouts.store.lock import acquire, is_ours, lock_path
from layouts.store.owning import lives, this_process
from layouts.store.records import MAGIC, packed, records
from layouts.store.recovery import recover

fcntl = pytest.importorskip("fcntl")
ROOT = Path(__file__).parents[2]
CODES = ("ENOLCK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL")


@pytest.fixture
def no_locks(monkeypatch):
    """A disk that answers each wish for a lock with an error."""
    refuse_locks(monkeypatch, "ENOLCK")


def refuse_locks(monkeypatch, code: str) -> None:
    def refuse(*_: object) -> None:
        raise OSError(getattr(errno, code), code)

    monkeypatch.setattr(fcntl, "flock", refuse)


WRITER = """
import errno, fcntl, os, sys, time
sys.path[:0] = {paths!r}
def refuse(*_):
    raise OSError(errno.ENOLCK, "no locks")
fcntl.flock = refuse
from pathlib import Path
from layouts.issue.ids import with_ids
from layouts.manuscript import read_manuscript
from layouts.store.journal import Journal
from store_making import typed
issue = with_ids(read_manuscript(Path({sample!r}))[0])
journal = Journal(Path({folder!r}), interval=0.01)
journal.begin(issue, None)
journal.note(typed(issue, "一"))
print(journal.flush(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def writer(tmp_path, no_locks):
    """A process that has an edit in its journal, on such a disk."""
    paths = [str(ROOT), str(ROOT / "tests/store")]
    sample = str(ROOT / "resources/sample/issue.md")
    code = textwrap.dedent(WRITER).format(
        paths=paths, sample=sample, folder=str(tmp_path / "journals")
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        yield process
        process.kill()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "journals"


def signed(path: Path, owner: object) -> None:
    """The journal as if it were another's, or nobody's."""
    first, *rest = records(path)
    first = (
        {**first, "owner": owner}
        if owner
        else {key: value for key, value in first.items() if key != "owner"}
    )
    path.write_bytes(MAGIC + b"".join(map(packed, [first, *rest])))


def test_a_journal_of_a_living_process_is_left_alone(writer, folder):
    assert recover(folder, datetime.datetime.now(datetime.UTC)) == []
    assert len(names(folder)) == 1


def test_a_journal_of_a_killed_process_is_offered(writer, folder, sample):
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    (found,) = recover(folder)
    assert without_sources(found.issue) == without_sources(typed(sample, "一"))


def test_our_own_journal_is_left_alone_and_one_we_closed_is_offered(no_locks, folder, sample):
    journal = Journal(folder, interval=0.01)
    journal.begin(sample, None)
    journal.note(typed(sample, "一"))
    journal.flush()
    assert recover(folder) == []
    journal.close(keep=True)
    assert len(recover(folder)) == 1


@pytest.fixture
def left(folder, sample):
    journal = Journal(folder, interval=0.01)
    journal.begin(sample, None)
    journal.note(typed(sample, "一"))
    journal.close(keep=True)
    (path,) = folder.iterdir()
    return path


def test_a_later_process_of_the_same_number_is_another(no_locks, left, folder):
    signed(left, msgspec.to_builtins(replace(this_process(), started="long ago")))
    assert len(recover(folder)) == 1


@pytest.mark.parametrize(("hours", "offered"), [(1, 0), (23, 0), (25, 1)])
def test_of_another_machine_it_is_offered_after_a_day_without_a_word(
    no_locks, left, folder, hours, offered
):
    signed(left, msgspec.to_builtins(replace(this_process(), machine="elsewhere")))
    now = datetime.datetime.fromtimestamp(left.stat().st_mtime, datetime.UTC) + datetime.timedelta(
        hours=hours
    )
    assert len(recover(folder, now)) == offered
    assert len(names(folder)) == 1


@pytest.mark.parametrize(("minutes", "offered"), [(1, 0), (61, 1)])
def test_one_that_does_not_say_whose_it_is_is_offered_after_an_hour(
    no_locks, left, folder, minutes, offered
):
    signed(left, None)
    now = datetime.datetime.fromtimestamp(left.stat().st_mtime, datetime.UTC) + datetime.timedelta(
        minutes=minutes
    )
    assert len(recover(folder, now)) == offered
    assert len(names(folder)) == 1


def test_one_that_is_just_begun_is_not_taken_for_damaged(no_locks, left, folder):
    left.write_bytes(left.read_bytes()[:40])
    assert recover(folder, datetime.datetime.fromtimestamp(time.time(), datetime.UTC)) == []
    assert len(names(folder)) == 1


def test_where_locks_are_known_they_alone_count(folder, left):
    signed(left, msgspec.to_builtins(this_process()))
    assert len(recover(folder)) == 1


def test_a_lock_of_a_dead_process_is_taken_over(no_locks, tmp_path):
    document = tmp_path / "简报.banxin"
    now = datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC)
    lock = acquire(document, "李四", "here", now)
    dead = replace(lock.holder, process=2**22 + 1, started="long ago")
    lock_path(document).write_bytes(msgspec.json.encode(dead))
    assert is_ours(acquire(document, "张三", "here", now))


def test_what_another_holds_is_another_thing_than_a_disk_without_locks(tmp_path):
    with (tmp_path / "x").open("wb") as one, (tmp_path / "x").open("r+b") as other:
        assert owning.hold(one.fileno()) is True
        assert owning.hold(other.fileno()) is False


@pytest.mark.parametrize("code", CODES)
def test_whatever_such_a_disk_answers_it_is_no_answer(tmp_path, monkeypatch, code):
    refuse_locks(monkeypatch, code)
    with (tmp_path / "x").open("wb") as file:
        assert owning.hold(file.fileno()) is None


def test_a_process_of_another_machine_is_not_known():
    assert lives(this_process()) is True
    assert lives(replace(this_process(), started="long ago")) is False
    assert lives(replace(this_process(), machine="elsewhere")) is None
    assert json.loads(msgspec.json.encode(this_process()))["process"] == os.getpid()
