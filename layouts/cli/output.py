"""What a verb says: exit codes, findings and data on the two streams."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from layouts.errors import ExportError, Finding
from layouts.messages.command_line import FINDINGS_NOT_PRINTED
from layouts.reasons import reason

OK, ERRORS, WRONG_USE = 0, 1, 2
"""Exit codes: nothing worse than warnings; findings that are errors; a call or an input we could
not go on with.
"""


def print_findings(findings: Sequence[Finding]) -> None:
    """Findings on standard error, one a line."""
    for finding in findings:
        print(described(finding), file=sys.stderr)


def described(finding: Finding) -> str:
    """A finding as a line: level, file and line, sentence."""
    where = f"{finding.source}: " if finding.source else ""
    return f"{finding.level}: {where}{finding.message}"


def failed(findings: Sequence[Finding]) -> bool:
    """Whether one of them is an error."""
    return any(finding.level == "error" for finding in findings)


def findings_json(findings: Sequence[Finding]) -> str:
    """Findings as JSON (docs/preflight.md), a list in the order they are given."""
    import json

    from layouts.paint.listing import finding_entry

    return json.dumps(
        {"findings": [finding_entry(finding) for finding in findings]}, ensure_ascii=False, indent=1
    )


def print_out(text: str) -> None:
    """Print to standard output.

    A reader that has gone away (`| head`) is no failure, a full disk is one.
    """
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise ExportError(*FINDINGS_NOT_PRINTED(reason=reason(error))) from error
