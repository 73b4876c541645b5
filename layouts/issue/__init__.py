"""The document: a frozen tree of issue, sections, articles and blocks."""
