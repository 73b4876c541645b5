"""Versions by the tags of git, and what a folder is that came without them."""

from __future__ import annotations

import re
import shutil
import subprocess
import tarfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = (".gitattributes", "resources/version.txt", "resources/packaging/version.py")


def of_version_file(folder: Path) -> str:
    """What hatchling would be told."""
    path = folder / "resources/packaging/version.py"
    spec = spec_from_file_location("version_of_a_tree", path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.version()


class Tree:
    """A repository with what the version is read off."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in FILES:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)

    def git(self, *arguments: str) -> str:
        who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=m")
        command = ["git", *who, *arguments]
        done = subprocess.run(command, cwd=self.folder, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(self) -> str:
        self.git("add", ".")
        self.git("commit", "--allow-empty", "-m", "x")
        return self.git("rev-parse", "HEAD")[:10]

    @property
    def version(self) -> str:
        return of_version_file(self.folder)

    def archived(self, folder: Path) -> str:
        """The version of what `git archive` makes of it."""
        self.git("archive", "-o", str(folder / "x.tar"), "HEAD")
        with tarfile.open(folder / "x.tar") as packed:
            packed.extractall(folder / "x", filter="data")
        return of_version_file(folder / "x")


@pytest.fixture
def tree(tmp_path):
    made = Tree(tmp_path / "tree")
    made.git("init")
    made.commit()
    return made


def test_a_commit_with_a_tag_is_that_version(tree, tmp_path):
    tree.git("tag", "v1.2.0")
    assert tree.version == "1.2.0"
    assert tree.archived(tmp_path) == "1.2.0"


def test_commits_after_a_tag_lead_to_the_next(tree, tmp_path):
    tree.git("tag", "-a", "v1.2.0", "-m", "x")
    tree.commit()
    commit = tree.commit()
    assert tree.version == f"1.2.1.dev2+g{commit}"
    assert tree.archived(tmp_path) == f"1.2.1.dev2+g{commit}"


def test_changes_that_are_in_no_commit_are_told(tree):
    tree.git("tag", "v1.2.0")
    (tree.folder / "resources/version.txt").write_text("0.2.0\n$Format:x$\n$Format:y$\n")
    assert tree.version == "1.2.1.dev0+dirty"
    commit = tree.commit()
    (tree.folder / ".gitattributes").write_text("")
    assert tree.version == f"1.2.1.dev1+g{commit}.dirty"


def test_without_a_tag_it_is_the_one_that_it_leads_to(tree, tmp_path):
    tree.git("tag", "vacation")
    commit = tree.commit()
    assert tree.version == f"0.1.0.dev2+g{commit}"
    assert tree.archived(tmp_path) == f"0.1.0.dev0+g{commit}"


def test_a_folder_without_git_leads_to_the_next(tmp_path):
    assert Tree(tmp_path).version == "0.1.0.dev0"


def test_a_folder_in_the_repository_of_somebody_else_is_not_of_their_version(tree):
    tree.git("tag", "v7")
    assert Tree(tree.folder / "theirs").version == "0.1.0.dev0"


def test_each_is_a_version_that_installers_take():
    told = of_version_file(ROOT)
    assert re.fullmatch(r"\d+(\.\d+)*(\.dev\d+)?(\+[a-z0-9]+(\.[a-z0-9]+)*)?", told)
