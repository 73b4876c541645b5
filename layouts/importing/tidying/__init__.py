"""How manuscripts are typed, mended by named rules: `tidy_text` and `tidy_article`.

Each rule of `RULES` can be switched off, tells what it changed, and applied twice does what it does
once. Rules look at single characters and what stands beside them, never at whole lines: `，` for
`,` needs Chinese beside it, on one side at least, and nothing on the other that the mark may belong
to.

Before any rule on marks, quotation marks, dots, dashes or spaces looks at a text, what they must
not touch is found (`protect.py`) and left as it is: addresses and mail, paths and names of files,
code and options of programs, formulas, telephone and file numbers, runs of English, and titles in
《…》. Numbers are told by the digits beside a mark (1,200 · 3:2 · 9:30 · 9:30--11:30), labels by
what stands before them (1. · 图3. · A.), names by the dictionary (王 芳), by-lines and poems as a
whole (`passage.py`, `gaps.py`).
"""

from layouts.importing.tidying.article import tidy_article
from layouts.importing.tidying.openings import LIST_STYLES
from layouts.importing.tidying.passage import PassageRole
from layouts.importing.tidying.rule import Tidied, TidyRule
from layouts.importing.tidying.table import ALL_RULES, RULE_NAMES, RULES, TidyChoice
from layouts.importing.tidying.text import tidy_text

__all__ = [
    "ALL_RULES",
    "LIST_STYLES",
    "RULES",
    "RULE_NAMES",
    "PassageRole",
    "Tidied",
    "TidyChoice",
    "TidyRule",
    "tidy_article",
    "tidy_text",
]
