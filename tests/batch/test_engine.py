"""The engine: whatever becomes of a worker, its job is done by another or told, and so are all the
others.
"""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

import pytest
from batch_work import odd_work

from layouts.batch.engine import LocalEngine, WorkerLimits
from layouts.batch.job import BatchJob, JobOutcome

LIMITS = WorkerLimits(memory=400_000_000, seconds=60)


def done(folder: Path, *names: str, limits: WorkerLimits = LIMITS) -> dict[str, JobOutcome]:
    """What came of jobs, and no process left."""
    with closing(LocalEngine(odd_work, 2, limits, time.monotonic)) as engine:
        waiting = [BatchJob("", str(folder / f"{k}"), name) for k, name in enumerate(names)]
        found: list[JobOutcome] = []
        while len(found) < len(names):
            while waiting and engine.room:
                engine.submit(waiting.pop(0))
            found += engine.results(600)
    assert len({outcome.job.output for outcome in found}) == len(names)
    return {outcome.job.name: outcome for outcome in found}


def workers_of(folder: Path, number: int) -> list[str]:
    return (folder / str(number)).read_text().split()


def test_a_worker_has_one_core(tmp_path):
    assert done(tmp_path, "well")["well"].made.sha256 == "1"


def test_a_job_whose_worker_ends_is_done_by_another(tmp_path):
    outcomes = done(tmp_path, "dies once", "well", "also well")
    assert all(outcome.made for outcome in outcomes.values())
    assert len(set(workers_of(tmp_path, 0))) == 2


def test_a_job_that_costs_two_workers_has_failed_and_the_others_are_done(tmp_path):
    outcomes = done(tmp_path, "dies", "well", "also well")
    assert "ended halfway" in outcomes["dies"].failure.en
    assert outcomes["well"].made
    assert outcomes["also well"].made
    assert len(set(workers_of(tmp_path, 0))) == 2


def test_a_fault_of_the_program_is_tried_once_more_elsewhere_and_told(tmp_path):
    failure = done(tmp_path, "breaks", "well")["breaks"].failure
    assert "ZeroDivisionError: of the program's own" in failure.both
    assert len(set(workers_of(tmp_path, 0))) == 2


def test_what_is_wrong_with_an_input_is_not_tried_again(tmp_path):
    outcome = done(tmp_path, "refused")["refused"]
    assert outcome.failure.both == "稿件是空的 / the manuscript is empty"
    assert len(workers_of(tmp_path, 0)) == 1


def test_a_job_that_hangs_is_ended(tmp_path):
    outcomes = done(tmp_path, "hangs", "well", limits=WorkerLimits(seconds=0.5))
    assert "0.5 seconds" in outcomes["hangs"].failure.en
    assert outcomes["well"].made


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is asked of /proc here")
def test_a_job_that_takes_too_much_memory_is_ended(tmp_path):
    outcomes = done(tmp_path, "grows", "well")
    assert "400 MB" in outcomes["grows"].failure.en
    assert outcomes["well"].made
