"""The layer of fitting in issue.json: there and back, left out where there is none, put right where
no fitting would have made it.
"""

from __future__ import annotations

import math
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from layouts.issue.fitting import (
    MOST_LEADING,
    MOST_LINES,
    MOST_ROWS,
    MOST_SIZE,
    NO_FITTING,
    Fitting,
    put_right,
)
from layouts.issue.issue import Issue
from layouts.manuscript import read_manuscript
from layouts.store import schema
from layouts.store.decode import Home, decode
from layouts.store.encode import Encoder
from resources import resource

LAYER = Fitting("4x", {"b1": -1, "b7": 1}, {"p1": 1}, {"a2": -1}, {"s1": -1}, 0.966778, -0.25)


@pytest.fixture(scope="module")
def sample() -> Issue:
    return read_manuscript(resource("sample/issue.md"))[0]


def opened(plain: object) -> Issue:
    entry = msgspec.convert(plain, schema.IssueEntry)
    return decode(entry, plain, Home("x.banxin", Path()))


def test_a_layer_comes_back(sample: Issue) -> None:
    plain = Encoder().issue(replace(sample, fitting=LAYER))
    assert opened(plain).fitting == LAYER


def test_none_is_left_out(sample: Issue) -> None:
    plain = Encoder().issue(replace(sample, fitting=Fitting()))
    assert "fitting" not in plain
    assert opened(plain).fitting is NO_FITTING


def test_what_is_at_its_default_in_it_is_left_out(sample: Issue) -> None:
    plain = Encoder().issue(replace(sample, fitting=Fitting("whole", {"b1": 1})))
    assert plain["fitting"] == {"aim": "whole", "lines": {"b1": 1}}


@pytest.mark.parametrize(
    ("leading", "size"),
    [(math.nan, math.nan), (math.inf, -math.inf), (1e9, 1e9), (-1e9, -1e9), (0.0, 0.0)],
)
def test_hostile_numbers_are_brought_within_bounds(leading: float, size: float) -> None:
    right = put_right(Fitting("", {"b1": 10**9}, {"p1": -(10**9)}, {"a1": 0}, {}, leading, size))
    assert (right.lines, right.photos, right.gaps) == ({"b1": MOST_LINES}, {"p1": -MOST_ROWS}, {})
    assert abs(right.leading - 1.0) <= MOST_LEADING + 1e-9
    assert abs(right.size) <= MOST_SIZE


def test_what_is_right_stays_as_it_is() -> None:
    assert put_right(LAYER) == LAYER
