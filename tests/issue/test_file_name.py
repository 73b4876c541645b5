"""What a photo's file may be called, whoever says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.errors import Source
from layouts.issue.file_name import fit_name, original_name
from layouts.issue.photo import Photo


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("会场 一.jpg", "会场 一.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\evil.jpg", "evil.jpg"),
        (".bashrc", "bashrc"),
        ("-rf.jpg", "rf.jpg"),
        ("CON.jpg", "_CON.jpg"),
        ("lpt1", "_lpt1"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ('a<b>:"c|?*.jpg', "a_b___c___.jpg"),
        ("trailing. . .", "trailing"),
        ("..", ""),
        ("", ""),
        ("\x00\x1b", ""),
        ("长" * 300 + ".jpeg", "长" * 80 + ".jpeg"),
    ],
)
def test_names_that_any_system_can_have(name, fit):
    assert fit_name(name) == fit


def test_a_file_is_called_what_it_is():
    assert fit_name("invoice.exe", ".jpg") == "invoice.jpg"
    assert fit_name("v1.2 final", ".jpg") == "v1.2 final.jpg"


@given(st.text(max_size=100))
def test_a_fit_name_stays_as_it_is(name):
    fit = fit_name(name)
    assert fit_name(fit) == fit
    assert fit not in {".", ".."}
    assert not {"/", "\\", "\0"} & set(fit)
    assert len(fit.encode()) < 250


def test_the_name_before_the_package():
    def photo(path, name=""):
        return Photo(path, "", Source("x.md", 1), name=name)

    assert original_name(photo("photos/会场.jpg")) == "会场.jpg"
    assert original_name(photo(f"photos/{'0' * 64}.jpg", "会场.jpg")) == "会场.jpg"
    assert original_name(photo(f"photos/{'0' * 64}.jpg")) == ""
