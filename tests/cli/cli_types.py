"""What the exports of real newsletters give the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple


class Exported(NamedTuple):
    """A manuscript and what was written of it."""

    source: Path
    pdf: Path
    listing: dict[str, Any]
