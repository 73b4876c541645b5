"""What a verb says: exit codes, findings and data on the two streams."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from layouts.errors import ExportError, Finding
from layouts.messages.command_line import FINDINGS_NOT_PRINTED
from layouts.reasons import reason
from layouts.sound_text import DIRECTIONS

OK, ERRORS, WRONG_USE = 0, 1, 2
"""Exit codes: nothing worse than warnings; findings that are errors; a call or an input we could
not go on with.
"""


_SEEN = {
    code: f"\\u{code:04x}" for code in (*range(0x20), *range(0x7F, 0xA0), *map(ord, DIRECTIONS))
}
"""What would steer a terminal, as an escape that is seen; JSON reads it as the character."""

_SEEN_IN_LINES = {code: seen for code, seen in _SEEN.items() if chr(code) not in "\n\t"}


def tell(line: str) -> None:
    """A line on standard error, whatever the name of a file or a manuscript says in it."""
    print(in_a_line(line), file=sys.stderr, flush=True)


def in_a_line(text: str) -> str:
    """A text as a terminal is given it: on one line, what would steer the terminal as escapes."""
    return text.translate(_SEEN)


def print_findings(findings: Sequence[Finding]) -> None:
    """Findings on standard error, one a line."""
    for finding in findings:
        tell(described(finding))


def described(finding: Finding) -> str:
    """A finding as a line: level, file and line, sentence."""
    where = f"{finding.source}: " if finding.source else ""
    return in_a_line(f"{finding.level}: {where}{finding.message}")


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
    """Print to standard output; control characters show as escapes, ends of lines aside.

    A reader that has gone away (`| head`) is no failure, a full disk is one.
    """
    try:
        print(text.translate(_SEEN_IN_LINES), flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise ExportError(*FINDINGS_NOT_PRINTED(reason=reason(error))) from error
