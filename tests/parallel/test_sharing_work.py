"""Work shared out over processes: whatever goes wrong beside us is done over here, and nothing is left running."""

from __future__ import annotations

import os
import signal
import time

import pytest

from layouts import parallel
from layouts.parallel import GoneError, Helper, Talk, fork_map, share_out

pytestmark = pytest.mark.skipif(
    parallel.cores() < 2, reason="this machine has one core, or its system cannot fork: all work is done in one process"
)


def no_children_left() -> bool:
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    return True


def test_results_come_in_the_order_of_the_jobs() -> None:
    assert fork_map([lambda: "a", lambda: "b" * 10**6, lambda: "c"], str) == ["a", "b" * 10**6, "c"]
    assert no_children_left()


def test_an_error_in_the_first_job_is_raised_at_once_and_ends_the_others() -> None:
    def bad() -> str:
        raise KeyError("x")

    with pytest.raises(KeyError):
        fork_map([bad, lambda: "a" * 10**6], str)
    assert no_children_left()


def test_a_job_whose_child_dies_is_done_here() -> None:
    home = os.getpid()

    def fragile() -> str:
        if os.getpid() != home:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done here"

    assert fork_map([lambda: "a", fragile], str) == ["a", "done here"]


def test_an_error_in_a_child_is_raised_here() -> None:
    def bad() -> str:
        raise ValueError("told here")

    with pytest.raises(ValueError, match="told here"):
        fork_map([lambda: "a", bad], str)


def test_each_job_is_done_once_by_whoever_is_free() -> None:
    def slow() -> int:
        time.sleep(0.3)
        return os.getpid()

    homes = fork_map([slow, *[os.getpid] * 50], int, workers=2)
    assert homes[0] == os.getpid()
    assert os.getpid() not in homes[1:]
    assert no_children_left()


def test_helpers_keep_what_they_made_and_answer_for_it() -> None:
    def answer(made: dict[int, list[int]], talk: Talk) -> None:
        talk.send(len(made))
        times = talk.receive(int)
        talk.send({number: values * times for number, values in made.items()})

    def first() -> list[int]:
        time.sleep(0.3)
        return [0]

    made, (helper,) = share_out([first, lambda: [1], lambda: [2]], 2, answer)
    assert made == {0: [0]}
    assert helper.talk.receive(int) == 2
    helper.talk.send(3)
    assert helper.talk.receive(dict[int, list[int]]) == {1: [1, 1, 1], 2: [2, 2, 2]}
    helper.dismiss()
    assert no_children_left()


def test_a_helper_that_died_is_heard_to_be_gone() -> None:
    helper = Helper(lambda talk: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(GoneError):
        helper.talk.receive(int)
    with pytest.raises(GoneError):
        helper.talk.send([1] * 10**6)
    helper.dismiss()
    assert no_children_left()


def test_a_helper_that_breaks_off_in_the_middle_of_a_word_is_gone() -> None:
    def stammer(talk: Talk) -> None:
        talk._out.write((100).to_bytes(8, "big") + b"half")
        talk._out.flush()

    helper = Helper(stammer)
    with pytest.raises(GoneError):
        helper.talk.receive(str)
    helper.dismiss()


def test_a_helper_is_dismissed_whatever_it_is_doing() -> None:
    helper = Helper(lambda talk: time.sleep(60))
    start = time.monotonic()
    helper.dismiss()
    assert time.monotonic() - start < 10
    assert no_children_left()


def test_where_no_process_can_be_had_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    with pytest.raises(GoneError):
        Helper(lambda talk: None)
    assert fork_map([lambda: 1, lambda: 2], int) == [1, 2]
