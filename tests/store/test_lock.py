"""A document that somebody has open says who; dead processes hold nothing."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import threading
from contextlib import suppress

import msgspec
import pytest
from faulty import Faulty
from msgspec.structs import replace
from store_making import names

from layouts.errors import LockedError
from layouts.store.lock import acquire, held_by, is_ours, lock_path, release
from layouts.store.owning import started

NOW = datetime.datetime(2026, 11, 20, 17, 31, tzinfo=datetime.UTC)


@pytest.fixture
def document(tmp_path):
    return tmp_path / "简报.banxin"


def held(document, **fields):
    """The document locked by somebody else."""
    lock = acquire(document, "李四", "here", NOW)
    holder = replace(lock.holder, **fields)
    lock.path.write_bytes(msgspec.json.encode(holder))
    return holder


@pytest.fixture
def living():
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield process
    process.kill()
    process.communicate()


def test_a_lock_is_taken_and_given_back(document):
    lock = acquire(document, "张三", "here", NOW)
    assert lock.held
    assert is_ours(lock)
    assert held_by(document) == lock.holder
    assert names(document.parent) == ["~$简报.banxin.lock"]
    release(lock)
    assert names(document.parent) == []


def test_a_living_process_of_this_machine_keeps_its_lock(document, living):
    held(document, process=living.pid, started=started(living.pid))
    with pytest.raises(LockedError, match="李四（here，11-20 17:31 起）"):
        acquire(document, "张三", "here", NOW)


def test_a_lock_of_another_machine_is_kept(document):
    held(document, machine="there", process=1)
    with pytest.raises(LockedError, match="on there since 11-20 17:31"):
        acquire(document, "张三", "here", NOW)


def test_a_lock_of_a_dead_process_is_taken_over(document, living):
    held(document, process=living.pid, started=started(living.pid))
    living.kill()
    living.wait()
    assert acquire(document, "张三", "here", NOW).held
    assert names(document.parent) == ["~$简报.banxin.lock"]


def test_a_later_process_of_the_same_number_is_another(document, living):
    held(document, process=living.pid, started="before the last boot")
    assert acquire(document, "张三", "here", NOW).held


def test_our_own_lock_is_no_hindrance(document):
    acquire(document, "张三", "here", NOW)
    assert acquire(document, "张三", "here", NOW).held


def test_a_lock_may_be_forced_and_the_other_notices(document, living):
    theirs = acquire(document, "李四", "here", NOW)
    held(document, process=living.pid, started=started(living.pid))
    ours = acquire(document, "张三", "here", NOW, force=True)
    assert is_ours(ours)
    assert not is_ours(theirs)
    release(theirs)
    assert held_by(document) == ours.holder


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 5000, b'{"name": 1}', bytes(100_000)])
def test_a_lock_that_says_nothing_is_somebodys(document, content):
    lock_path(document).write_bytes(content)
    with pytest.raises(LockedError, match="somebody"):
        acquire(document, "张三", "here", NOW)
    assert acquire(document, "张三", "here", NOW, force=True).held


def test_a_folder_that_takes_no_lock_opens_without(document):
    lock = acquire(document, "张三", "here", NOW, disk=Faulty(0, for_good=True))
    assert not lock.held
    release(lock)
    assert names(document.parent) == []


def test_a_disk_without_second_names_takes_a_lock(document):
    class NoLinks(Faulty):
        def link(self, target, name):
            raise OSError(1, "no links here")

    assert acquire(document, "张三", "here", NOW, disk=NoLinks()).held
    assert names(document.parent) == ["~$简报.banxin.lock"]


def test_of_many_at_once_that_find_a_dead_lock_one_gets_it(document, monkeypatch):
    held(document, process=2**22 + 1, started="long ago")
    monkeypatch.setattr("layouts.store.lock.os.getpid", threading.get_ident)
    monkeypatch.setattr(
        "layouts.store.lock.started", lambda process: "" if process == 2**22 + 1 else "now"
    )
    got, start = [], threading.Barrier(8)

    def take():
        start.wait()
        with suppress(LockedError):
            got.append(acquire(document, "张三", "here", NOW))

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(is_ours(lock) for lock in got) == 1
    assert len(got) == 1


def test_the_start_of_a_process_is_known(living):
    assert started(os.getpid()) == started(os.getpid())
    assert started(living.pid) != started(os.getpid())
    assert started(2**22 + 1) == ""
