"""Work shared out over processes: whatever goes wrong beside us is done over here, and nothing is
left running.
"""

from __future__ import annotations

import os
import signal
import time

import pytest

from layouts import parallel
from layouts.parallel import GoneError, Pool, Talk

pytestmark = pytest.mark.skipif(
    parallel.cores() < 2,
    reason="this machine has one core, or its system cannot fork: all work is done in one process",
)


def no_children_left() -> bool:
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    return True


def test_results_come_in_the_order_of_the_jobs() -> None:
    with Pool(3) as pool:
        assert pool.map([lambda: "a", lambda: "b" * 10**6, lambda: "c"], str) == [
            "a",
            "b" * 10**6,
            "c",
        ]
    assert no_children_left()


def test_no_jobs_have_no_results() -> None:
    with Pool(2) as pool:
        assert pool.map([], str) == []


def test_an_error_in_the_first_job_is_raised_at_once_and_ends_the_others() -> None:
    def bad() -> str:
        raise KeyError("x")

    with pytest.raises(KeyError), Pool(2) as pool:
        pool.map([bad, lambda: "a" * 10**6], str)
    assert no_children_left()


def test_a_job_whose_helper_dies_is_done_here() -> None:
    home = os.getpid()

    def fragile() -> str:
        if os.getpid() != home:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done here"

    def patient() -> str:
        time.sleep(0.3)
        return "a"

    with Pool(2) as pool:
        assert pool.map([patient, fragile], str) == ["a", "done here"]


def test_an_error_in_a_helper_is_raised_here() -> None:
    def bad() -> str:
        raise ValueError("told here")

    with pytest.raises(ValueError, match="told here"), Pool(2) as pool:
        pool.map([lambda: "a", bad], str)


def test_each_job_is_done_once_by_whoever_is_free() -> None:
    def slow() -> int:
        time.sleep(0.3)
        return os.getpid()

    with Pool(2) as pool:
        homes = pool.map([slow, *[os.getpid] * 50], int)
    assert homes[0] == os.getpid()
    assert os.getpid() not in homes[1:]
    assert no_children_left()


def test_what_a_helper_looked_up_for_one_job_serves_its_next() -> None:
    known: list[int] = []

    def first() -> int:
        time.sleep(0.3)
        return 0

    def job() -> int:
        known.append(1)
        return len(known)

    with Pool(2) as pool:
        assert pool.map([first, job, job, job], int) == [0, 1, 2, 3]
    assert known == []


def test_helpers_keep_what_they_made_and_answer_for_it() -> None:
    def answer(made: dict[int, list[int]], talk: Talk) -> None:
        talk.send(len(made))
        times = talk.receive(int)
        talk.send({number: values * times for number, values in made.items()})

    def first() -> list[int]:
        time.sleep(0.3)
        return [0]

    with Pool(2) as pool:
        made, (talk,) = pool.share_out([first, lambda: [1], lambda: [2]], answer)
        assert made == {0: [0]}
        assert talk.receive(int) == 2
        talk.send(3)
        assert talk.receive(dict[int, list[int]]) == {1: [1, 1, 1], 2: [2, 2, 2]}
    assert no_children_left()


def test_a_helper_that_died_is_heard_to_be_gone() -> None:
    with Pool(2) as pool:
        talk = pool.fork(lambda talk: os.kill(os.getpid(), signal.SIGKILL))
        with pytest.raises(GoneError):
            talk.receive(int)
        with pytest.raises(GoneError):
            talk.send([1] * 10**6)
    assert no_children_left()


def test_a_helper_that_breaks_off_in_the_middle_of_a_word_is_gone() -> None:
    def stammer(talk: Talk) -> None:
        talk._out.write((100).to_bytes(8, "big") + b"half")
        talk._out.flush()

    with Pool(2) as pool, pytest.raises(GoneError):
        pool.fork(stammer).receive(str)


def test_helpers_end_with_their_pool_whatever_they_are_doing() -> None:
    with Pool(2) as pool:
        pool.fork(lambda talk: time.sleep(60))
        start = time.monotonic()
    assert time.monotonic() - start < 10
    assert no_children_left()


def test_where_no_process_can_be_had_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    with Pool(2) as pool:
        with pytest.raises(GoneError):
            pool.fork(lambda talk: None)
        assert pool.map([lambda: 1, lambda: 2], int) == [1, 2]


def test_a_pool_of_one_forks_nothing() -> None:
    with Pool(1) as pool:
        with pytest.raises(GoneError):
            pool.fork(lambda talk: None)
        assert pool.map([os.getpid, os.getpid], int) == [os.getpid()] * 2


def test_helpers_end_where_the_system_is_told_to_bury_children_itself() -> None:
    """Whoever starts us may have SIGCHLD ignored, and we have it so too."""
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with Pool(2) as pool:
            assert pool.map([lambda: 1, lambda: 2], int) == [1, 2]
    finally:
        signal.signal(signal.SIGCHLD, before)
    assert no_children_left()
