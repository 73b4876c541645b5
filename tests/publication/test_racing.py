"""Several programs at once: no number and no total goes to two, and none is left out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from news_publication import FRIDAY, NEWS, placed

from layouts.publication import entries, take_number
from layouts.publication.entries import taken

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PROGRAMS, EACH = 6, 9


def begun(folder, count, *options):
    """Programs that take numbers; none before the last is there."""
    command = [sys.executable, str(HERE / "racing.py"), str(folder)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(HERE)))}
    programs = [
        subprocess.Popen(
            [*command, f"编辑{k}", str(count), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for k in range(PROGRAMS)
    ]
    for program in programs:
        program.stdout.readline()  # it is there
    for program in programs:
        program.stdin.write("\n")
        program.stdin.flush()
    return programs


def raced(folder, *options):
    """What each of some programs got."""
    programs = begun(folder, EACH, *options)
    got = [program.communicate()[0].split("\n")[:-1] for program in programs]
    assert [program.returncode for program in programs] == [0] * PROGRAMS
    return [tuple(map(int, line.split())) for lines in got for line in lines]


@pytest.mark.parametrize("options", [(), ("--no-links",)], ids=["links", "no links"])
def test_every_number_goes_to_one_program_and_its_total_with_it(tmp_path, options):
    got = raced(placed(tmp_path), *options)
    assert sorted(got) == [(15 + k, 851 + k) for k in range(PROGRAMS * EACH)]
    assert {(entry.number, entry.total) for entry in entries(tmp_path)} == set(got)
    assert all(entry.wrong is None for entry in entries(tmp_path))


@pytest.mark.parametrize("options", [(), ("--no-links",)], ids=["links", "no links"])
def test_numbers_given_back_in_the_midst_go_to_one_program_too(tmp_path, options):
    got = raced(placed(tmp_path), "--give-back", *options)
    assert len(got) == PROGRAMS * (EACH - EACH // 3)
    assert len({number for number, _ in got}) == len({total for _, total in got}) == len(got)
    there = taken(tmp_path)
    assert {key.number for key in there.keys} == {number for number, _ in got}
    assert there.totals == {total for _, total in got}
    assert not [path for path in (tmp_path / "numbers").iterdir() if path.suffix != ".toml"]


@pytest.mark.parametrize("options", [(), ("--no-links",)], ids=["links", "no links"])
def test_programs_killed_in_the_midst_leave_numbers_that_go_to_one_each(tmp_path, options):
    folder = placed(tmp_path)
    programs = begun(folder, 500, *options)
    kept = []
    for k, program in enumerate(programs):
        kept += [tuple(map(int, program.stdout.readline().split())) for _ in range(3 + k)]
        program.kill()
        rest = program.communicate()[0].split("\n")[:-1]
        kept += [tuple(map(int, line.split())) for line in rest]
    numbers, totals = zip(*kept, strict=True)
    assert len(set(numbers)) == len(set(totals)) == len(kept)
    there = {entry.number: entry.total for entry in entries(folder) if entry.wrong is None}
    assert all(there[number] == total for number, total in kept)
    again = take_number(folder, NEWS, FRIDAY, "韩渡")
    assert again.number not in numbers
    assert again.total not in totals
