"""What links of office files may lead to."""

from __future__ import annotations

_WEB = ("http://", "https://", "mailto:")


def web_address(address: str) -> str:
    """An address a reader can follow; empty for one inside the writer's computer or document."""
    address = address.strip()
    return address if address.lower().startswith(_WEB) else ""
