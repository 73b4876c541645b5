"""Which version this tree is, by the tags of git (`v1.2.0`); hatchling asks when a wheel is built.

A commit with a tag is that version; n commits later the tree is on the way to the next,
`1.2.1.dev<n>+g<commit>`, and `.dirty` with changes that are in no commit. Versions are those of the
Python packaging specification (PEP 440).

An archive by `git archive`, which hosts of repositories offer for download, has its commit in
resources/version.txt. A folder that came without git is the version named there, on the way.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_DESCRIBED = re.compile(r"v(\d+(?:\.\d+)*)(?:-(\d+)-g([0-9a-f]+))?(-dirty)?")
"""What `git describe` says: a tag, how many commits ago it was, this commit, changes."""


def version(root: Path = ROOT) -> str:
    """The version of a tree."""
    upcoming, described, commit = (root / "resources/version.txt").read_text("utf8").splitlines()
    in_git = _by_git(root, upcoming)
    if in_git:
        return in_git
    if described.startswith("$Format"):
        return f"{upcoming}.dev0"
    return _said(described) or f"{upcoming}.dev0+g{commit[:10]}"


def _by_git(root: Path, upcoming: str) -> str:
    """What git knows of a tree; nothing where this is none of git's, or only a folder in one."""
    top = _git(root, "rev-parse", "--show-toplevel")
    if not top or Path(top).resolve() != root.resolve():
        return ""
    told = ("describe", "--tags", "--match=v[0-9]*", "--abbrev=10", "--dirty")
    by_tag = _said(_git(root, *told))
    if by_tag:
        return by_tag
    count, commit = (
        _git(root, "rev-list", "--count", "HEAD"),
        _git(root, "rev-parse", "--short=10", "HEAD"),
    )
    if not commit:
        return ""  # no commit yet
    dirty = ".dirty" if _git(root, "status", "--porcelain", "--untracked-files=no") else ""
    return f"{upcoming}.dev{count}+g{commit}{dirty}"


def _said(described: str) -> str:
    """The version that `git describe` tells, if it tells of a tag of ours."""
    told = _DESCRIBED.fullmatch(described)
    if not told:
        return ""
    tag, count, commit, dirty = told.groups()
    if not count and not dirty:
        return tag
    *head, last = tag.split(".")
    commits = f"g{commit}" if commit else ""
    local = ".".join(filter(None, (commits, "dirty" if dirty else "")))
    return f"{'.'.join((*head, str(int(last) + 1)))}.dev{count or 0}+{local}"


def _git(root: Path, *arguments: str) -> str:
    """What git says, or nothing where there is no git or it refuses."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],  # noqa: S607 - the one of the path
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
