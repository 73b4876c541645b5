"""The desktop's input method is reached, or the window says what helps."""

from __future__ import annotations

import os
import sys

import pytest

from desktop import input_module

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="fcitx and IBus are of Linux"
)

GONE = 2**22 + 1
"""A number that no process has: Linux gives out none above 2²²."""


@pytest.fixture
def around(tmp_path):
    """An environment with a home of its own."""
    return {"HOME": str(tmp_path), "DISPLAY": ":0"}


def answers_as_ibus(tmp_path, process, display="unix-0"):
    folder = tmp_path / ".config/ibus/bus"
    folder.mkdir(parents=True)
    said = f"# by ibus\nIBUS_ADDRESS=unix:path=/tmp/x\nIBUS_DAEMON_PID={process}\n"
    (folder / f"0123-{display}").write_text(said)


@pytest.mark.parametrize("module", ["fcitx", "fcitx5", "uim"])
def test_one_without_a_plugin_is_reached_as_ibus_where_it_answers_so(around, tmp_path, module):
    answers_as_ibus(tmp_path, os.getpid())
    around["QT_IM_MODULE"] = module
    assert not input_module.choose(around)
    assert around["QT_IM_MODULE"] == "ibus"


def test_one_that_only_x_is_told_of_is_reached_too(around, tmp_path):
    answers_as_ibus(tmp_path, os.getpid())
    around["XMODIFIERS"] = "@im=fcitx"
    assert not input_module.choose(around)
    assert around["QT_IM_MODULE"] == "ibus"


def test_one_that_does_not_answer_is_named(around):
    around["QT_IM_MODULE"] = "fcitx"
    assert input_module.choose(around) == "fcitx"
    # it may begin to answer later
    assert around["QT_IM_MODULE"] == "ibus"


def test_one_that_answered_once_and_is_gone_is_named(around, tmp_path):
    answers_as_ibus(tmp_path, GONE)
    around["QT_IM_MODULE"] = "fcitx"
    assert input_module.choose(around) == "fcitx"


def test_on_wayland_the_compositor_may_bring_it(around):
    around |= {"QT_IM_MODULE": "fcitx", "WAYLAND_DISPLAY": "wayland-0"}
    assert input_module.choose(around) == "fcitx"
    assert "QT_IM_MODULE" not in around


@pytest.mark.parametrize("module", ["ibus", "fcitx"])
def test_on_wayland_one_that_knows_only_the_display_of_x_is_reached(around, tmp_path, module):
    answers_as_ibus(tmp_path, os.getpid())
    around |= {"QT_IM_MODULE": module, "WAYLAND_DISPLAY": "wayland-0"}
    assert not input_module.choose(around)
    assert around["QT_IM_MODULE"] == "ibus"
    # Qt looks for that of wayland-0
    assert around["IBUS_ADDRESS_FILE"] == str(tmp_path / ".config/ibus/bus/0123-unix-0")


def test_on_wayland_one_of_its_own_needs_no_telling(around, tmp_path):
    answers_as_ibus(tmp_path, os.getpid(), "unix-wayland-0")
    around |= {"QT_IM_MODULE": "fcitx", "WAYLAND_DISPLAY": "wayland-0"}
    assert not input_module.choose(around)
    assert "IBUS_ADDRESS_FILE" not in around


@pytest.mark.parametrize("named", [{"QT_IM_MODULE": "ibus"}, {"QT_IM_MODULES": "fcitx;ibus"}])
def test_ibus_that_does_not_run_is_named(around, tmp_path, named):
    # that of another display is of no use
    answers_as_ibus(tmp_path, os.getpid(), "unix-1")
    before = around | named
    after = dict(before)
    assert input_module.choose(after) == "ibus"
    # it may begin to answer later
    assert after == before


@pytest.mark.parametrize(
    "named",
    [
        {"QT_IM_MODULE": "compose"},
        {"QT_IM_MODULE": "ibus"},
        {"QT_IM_MODULES": "fcitx;ibus"},
        {"QT_IM_MODULE": "ibus", "DISPLAY": ":0.0"},
    ],
)
def test_nothing_is_changed_where_one_is_there(around, tmp_path, named):
    answers_as_ibus(tmp_path, os.getpid())
    before = around | named
    after = dict(before)
    assert not input_module.choose(after)
    assert after == before


@pytest.mark.parametrize(
    "named",
    [
        {"QT_IM_MODULES": "wayland;ibus"},
        {"QT_IM_MODULE": "compose"},
        # Qt asks the session bus then, not a file
        {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"},
    ],
)
def test_what_needs_no_ibus_of_its_own_is_trusted(around, named):
    after = around | named
    assert not input_module.choose(after)
    assert after == around | named


def test_nothing_is_changed_where_none_is_wanted_and_none_answers(around):
    before = dict(around)
    assert not input_module.choose(around)
    assert around == before


@pytest.mark.parametrize(
    ("more", "taken"),
    [
        ({}, True),
        ({"WAYLAND_DISPLAY": "wayland-1", "XDG_CURRENT_DESKTOP": "sway"}, True),
        # here the compositor brings it, with its window of candidates at the caret
        ({"WAYLAND_DISPLAY": "wayland-1", "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, False),
        ({"WAYLAND_DISPLAY": "wayland-1", "XDG_CURRENT_DESKTOP": "KDE"}, False),
    ],
)
def test_ibus_that_runs_and_is_named_nowhere_is_taken(around, tmp_path, monkeypatch, more, taken):
    answers_as_ibus(tmp_path, os.getpid())
    monkeypatch.setattr(input_module, "_name_of", lambda _process: "ibus-daemon")
    around |= more
    assert not input_module.choose(around)
    assert ("QT_IM_MODULE" in around) is taken


def test_on_wayland_fcitx_5_that_is_named_nowhere_comes_by_the_compositor(
    around, tmp_path, monkeypatch
):
    answers_as_ibus(tmp_path, os.getpid(), "unix-wayland-1")
    monkeypatch.setattr(input_module, "_name_of", lambda _process: "fcitx5")
    around |= {"WAYLAND_DISPLAY": "wayland-1", "XDG_CURRENT_DESKTOP": "sway"}
    before = dict(around)
    assert not input_module.choose(around)
    assert around == before


def test_the_bar_says_what_helps_once_and_never_again_if_so_wished(opened):
    refused = []
    opened.bars.tell_unreached("fcitx", lambda: refused.append(True))
    assert opened.bars.isVisibleTo(opened)
    assert "fcitx 5" in opened.bars.unreached.label.text()
    never = next(
        button
        for button in opened.bars.unreached.findChildren(type(opened.bars.mine))
        if button.text() == "不再提示"
    )
    never.click()
    assert refused
    assert not opened.bars.isVisibleTo(opened)
