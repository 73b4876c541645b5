"""Manuscripts, what comes in: a Markdown file to an Issue and what the editor should know about
it.
"""

from layouts.manuscript.read import read_manuscript

__all__ = ["read_manuscript"]
