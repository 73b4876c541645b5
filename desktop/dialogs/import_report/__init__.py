"""What became of imported manuscripts: doubtful things first, each answered by one click."""

from desktop.dialogs.import_report.dialog import ImportReport

__all__ = ["ImportReport"]
