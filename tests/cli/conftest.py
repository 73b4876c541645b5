"""Fixtures for the tests of the command line: exports made once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_types import Exported
from running import SMALL, banxin

MANUSCRIPTS = ("jiading-2023-12", "jiading-2025-14")


@pytest.fixture(scope="session", params=MANUSCRIPTS)
def exported(
    request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Exported:
    """Both real newsletters, exported to PDF and JSON."""
    source = shared / "manuscripts" / f"{request.param}.md"
    folder = tmp_path_factory.mktemp(request.param)
    for kind in ("pdf", "json"):
        ran = banxin("export", source, "-o", folder / f"issue.{kind}")
        assert ran.code == 0, ran.err
    return Exported(
        source, folder / "issue.pdf", json.loads((folder / "issue.json").read_text("utf8"))
    )


@pytest.fixture
def manuscript(tmp_path: Path) -> Callable[..., Path]:
    """Writes a manuscript: a small good one, or the text or bytes given."""

    def write(content: str | bytes = SMALL, name: str = "issue.md") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
