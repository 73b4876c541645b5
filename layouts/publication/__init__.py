"""Publications (刊物): a folder that an office shares, from which every issue begins.

`read_publication` and `write_publication` know its file; `next_numbers` says what the next issue
would be called; `new_issue` takes that number and makes the issue, which wants `issue_saved` when
it is saved and `issue_given_up` when it never is. `hold_over` keeps an article for the next issue,
`held_over` lists what was kept. docs/publications.md.
"""

from layouts.publication.entries import TakenNumber, entries, unreadable_entries
from layouts.publication.following import NextIssue
from layouts.publication.held import HeldArticle, held_over, hold_over
from layouts.publication.issues import (
    NewIssue,
    file_name,
    issue_given_up,
    issue_kept,
    issue_saved,
    new_issue,
)
from layouts.publication.noting import note_saved
from layouts.publication.numbers import give_back, next_numbers, take_number
from layouts.publication.publication import (
    FILE,
    Appears,
    Counting,
    FixedSection,
    LastBefore,
    NumberingRule,
    Publication,
)
from layouts.publication.read import find_publication, read_publication
from layouts.publication.seen import (
    SeenPublication,
    is_called,
    publication_of_issue,
    see_publication,
)
from layouts.publication.write import publication_toml, write_publication

__all__ = [
    "FILE",
    "Appears",
    "Counting",
    "FixedSection",
    "HeldArticle",
    "LastBefore",
    "NewIssue",
    "NextIssue",
    "NumberingRule",
    "Publication",
    "SeenPublication",
    "TakenNumber",
    "entries",
    "file_name",
    "find_publication",
    "give_back",
    "held_over",
    "hold_over",
    "is_called",
    "issue_given_up",
    "issue_kept",
    "issue_saved",
    "new_issue",
    "next_numbers",
    "note_saved",
    "publication_of_issue",
    "publication_toml",
    "read_publication",
    "see_publication",
    "take_number",
    "unreadable_entries",
    "write_publication",
]
