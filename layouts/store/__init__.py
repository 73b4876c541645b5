"""Issues kept safe: the .banxin package, saving, the journal of edits, locks and history.
docs/file-format.md describes the file.
"""
