"""What a layout can leave to the editor of an issue (版式开放的设置)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

OPEN_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "measure": "grid.measure",
        "size": "grid.size",
        "leading": "grid.leading",
        "punctuation": "punctuation.style",
        "prohibition": "punctuation.prohibition",
        "page_numbers": "contents.page_numbers",
        "balance": "body.balance",
        "notes": "notes.place",
    }
)
"""The name in a manuscript's front matter, and the place in a layout file that it stands for."""
