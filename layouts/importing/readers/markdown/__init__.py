"""Markdown of other programs: Typora, Obsidian, Notion, pandoc, GitHub, and plain.

`head` reads the settings at the top, `sweeping` takes out what no reader ever sees, `rules` and
`blocks` are what the parser knows beyond CommonMark, `lines` tells where a line end is one.
`rendering` makes HTML of it, which the reader of HTML reads: whatever tags stand in the Markdown
are read with it. Manuscripts in Banxin's own format are none of this: `is_banxin_manuscript` tells
them, and `layouts.manuscript` reads them.
"""

from layouts.importing.readers.markdown.ours import is_banxin_manuscript
from layouts.importing.readers.markdown.reading import read, read_markdown

__all__ = ["is_banxin_manuscript", "read", "read_markdown"]
