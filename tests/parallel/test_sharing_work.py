"""Work shared out over processes: whatever goes wrong beside us is done over here, and nothing is left running."""

from __future__ import annotations

import os
import signal
import time

import pytest

from layouts import parallel
from layouts.errors import PhotoError, Source
from layouts.parallel import Companion, fork_map

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


def test_a_companion_that_could_not_make_itself_ready_is_stood_in_for() -> None:
    companion: Companion[list[int], int] = Companion(lambda: os.kill(os.getpid(), signal.SIGKILL), len, lambda: list)
    time.sleep(0.1)
    assert companion.run([1] * 10**6) == 10**6
    companion.dismiss()
    assert no_children_left()


def test_an_error_of_ours_in_a_companion_comes_back_whole() -> None:
    def refuse(_: int) -> int:
        raise PhotoError("照片坏了", "the photo is broken", Source("issue.md", 7))

    companion = Companion(lambda: None, refuse, lambda: int)
    with pytest.raises(PhotoError, match=r"issue.md:7: 照片坏了 / the photo is broken"):
        companion.run(1)


def test_a_companion_without_a_task_leaves_no_process() -> None:
    Companion(lambda: None, len, lambda: list).dismiss()
    assert no_children_left()
