"""The face browser: every face that can be used, seen, sought and chosen."""

from __future__ import annotations

from desktop.dialogs.faces.browser import FaceBrowser

__all__ = ["FaceBrowser"]
