"""`completion`: the script of each shell, run in that shell."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess

import pytest
from running import answered

from layouts.cli.arguments import program_parser
from layouts.cli.parser_tree import acting, all_verbs

BASH = """
source {script}
words=({words})
COMP_WORDS=(banxin "${{words[@]}}"); COMP_CWORD=${{#words[@]}}; COMPREPLY=()
_shtab_banxin banxin "${{COMP_WORDS[COMP_CWORD]}}" "${{COMP_WORDS[COMP_CWORD-1]}}"
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
FISH = "source {script}; complete -C'banxin {line}'"
CALLS = [
    (("ex",), "export"),
    (("export", "iss"), "issue.md"),
    (("export", "issue.md", "--one"), "--one-page-an-article"),
    (("export", "issue.md", "--preset", "scr"), "screen"),
    (("export", "issue.md", "--preset", "our"), "our.toml"),
    (("export", "issue.md", "--cover", "ap"), "apart"),
    (("export", "issue.md", "--layout", "kuai"), "kuaixun-a4"),
    (("layout", "ins"), "install"),
    (("publication", "numbers", "fol"), "folder"),
    (("import", "issue.md", "iss"), "issue.md"),
]
"""The words typed, and what the last of them becomes."""


@pytest.fixture
def folder(tmp_path):
    for name in ("issue.md", "our.toml"):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.fixture
def script(tmp_path_factory):
    def write(shell):
        path = tmp_path_factory.mktemp("script") / f"banxin.{shell}"
        path.write_text(answered("completion", shell).out, "utf8")
        return path

    return write


def asked(shell, script, cwd):
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [found, "-c", script], cwd=cwd, capture_output=True, timeout=60, check=False
    )
    assert done.stderr == b""
    return done.stdout.decode("utf8")


@pytest.mark.parametrize(("words", "becomes"), CALLS, ids=str)
def test_bash_completes(folder, script, words, becomes):
    typed = " ".join(words)
    said = asked("bash", BASH.format(script=script("bash"), words=typed), folder)
    assert said.split() == [becomes]


@pytest.mark.parametrize(("words", "becomes"), CALLS, ids=str)
def test_fish_completes(folder, script, words, becomes):
    said = asked("fish", FISH.format(script=script("fish"), line=" ".join(words)), folder)
    offered = [line.split("\t")[0].rstrip("/") for line in said.splitlines()]
    assert becomes in offered


def test_zsh_completes(folder, script):
    """It completes at a prompt alone: one shell on a terminal of its own, asked call by call."""
    zsh = shutil.which("zsh")
    if zsh is None:
        pytest.skip("zsh is not installed")
    functions = script("zsh").rename(folder / "folder/_banxin").parent
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ.update(TERM="dumb", LC_ALL="C.UTF-8")
        os.execv(zsh, ["zsh", "-f", "-i"])
    try:
        setting = f"PS1=; fpath=({functions} $fpath); autoload -Uz compinit; compinit -u -D"
        os.write(terminal, f"{setting}; print REA''DY\n".encode())
        read_until(terminal, b"READY\r\n")
        for words, becomes in CALLS:
            # Ctrl-A goes to the start of the line: it is printed, not run
            os.write(terminal, f"banxin {' '.join(words)}\t\x01print -r -- SAI''D: \n".encode())
            said = read_until(terminal, b"SAID: banxin", b"\n")
            shown = said.decode("utf8").rpartition("SAID: banxin ")[2].split("\r")[0]
            assert shown.rstrip("/ ").split() == [*words[:-1], becomes]
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def read_until(terminal, *marks):
    """What comes from a terminal until each of the marks has come, one after another."""
    read, at = b"", 0
    for mark in marks:
        while (found := read.find(mark, at)) < 0:
            assert select.select([terminal], [], [], 20)[0], read
            read += os.read(terminal, 65_536)
        at = found + len(mark)
    return read


def test_bash_offers_every_verb(folder, script):
    said = asked("bash", BASH.format(script=script("bash"), words='""'), folder)
    verbs = {one.words[0] for one in all_verbs(program_parser()) if acting(one)}
    assert verbs <= set(said.split())


def test_a_shell_that_is_none_is_refused():
    ran = answered("completion", "dos")
    assert ran.code == 2
    assert "dos" in ran.err
