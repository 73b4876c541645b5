"""export --fit: an issue is fitted to whole pages before it is composed, and what came of it is
said.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from layouts.cli.files import ReadIssue
from layouts.cli.output import ERRORS, OK, tell
from layouts.files import write_aside

if TYPE_CHECKING:
    from layouts.errors import Finding
    from layouts.fitting.aim import Aim
    from layouts.fitting.fitted import Fitted
    from layouts.house.layout import Layout
    from layouts.issue.issue import Issue


class FittingRead:
    """Reads an issue as `read` does and fits it; what it said once it says no second time."""

    def __init__(
        self,
        read: ReadIssue,
        aim: Aim,
        report: Path | None,
        said: Callable[[Fitted], None] | None = None,
    ) -> None:
        self._said = said or _say
        self._read = read
        self._aim = aim
        self._report = report
        self._fitted: Fitted | None = None

    def __call__(self, path: Path, cache: Path) -> tuple[Issue, Layout, list[Finding]]:
        """The issue with its layer, the layout as fitted, and what was found while reading."""
        from fonts.catalogue import Catalogue
        from layouts.export import spare_photos
        from layouts.fitting.fit import fit
        from layouts.house.load import layout_of

        issue, _, findings = self._read(path, cache)
        if self._fitted is None:
            self._fitted = fit(issue, self._aim, Catalogue())
            self._said(self._fitted)
            if self._report is not None:
                spare_photos(issue, [self._report])
                write_aside(self._report, _report_of(self._fitted))
        return self._fitted.issue, layout_of(self._fitted.issue), findings

    @property
    def code(self) -> int:
        """The exit code: 1 where the aim was not reached, though the nearest was written."""
        return OK if self._fitted is None or self._fitted.is_reached else ERRORS


def _say(fitted: Fitted) -> None:
    """The outcome on standard error, and the edits that would bring what is missing."""
    level = "notice" if fitted.is_reached else "warning"
    tell(f"{level}: {fitted.zh} / {fitted.en}")
    for edit in fitted.suggestions:
        tell(f"  {edit.zh} / {edit.en}")


def _report_of(fitted: Fitted) -> bytes:
    import json

    from layouts.fitting.report import report
    from layouts.sound_text import json_bytes

    return json_bytes(json.dumps(report(fitted), ensure_ascii=False, indent=1) + "\n")
