"""The scripts of resources/packaging, which import each other by their names as they do when run."""

from __future__ import annotations

import sys
from pathlib import Path

PACKAGING = Path(__file__).parents[2] / "resources/packaging"
sys.path.append(str(PACKAGING))
