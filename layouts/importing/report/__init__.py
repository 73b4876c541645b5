"""The report of an import as one HTML file: it needs no network, no script and no other file."""

from layouts.importing.report.page import report

__all__ = ["report"]
