"""Pages of a PDF on sheets: booklets (小册子), two up in the order in which they are folded and
stapled or bound, and n-up (拼版), several pages on each side.
"""

from layouts.imposition.booklet import count_pages, impose
from layouts.imposition.several_up import several_up

__all__ = ["count_pages", "impose", "several_up"]
