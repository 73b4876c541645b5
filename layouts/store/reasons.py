"""Why something was not saved, in one sentence."""

from __future__ import annotations

from pathlib import Path

from layouts.errors import PackageError, SaveError
from layouts.messages.message import Sentence
from layouts.messages.saving import COULD_NOT_BE_OPENED_AGAIN, NOT_SAVED


def unreadable(error: PackageError) -> Sentence:
    """Why something is not saved that could not be opened again."""
    return COULD_NOT_BE_OPENED_AGAIN(error=error)


def not_saved(path: Path, why: Sentence) -> SaveError:
    """The sentence for a file that was not saved."""
    return SaveError(*NOT_SAVED(path=path, why=why))
