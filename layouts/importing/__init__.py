"""Manuscripts as they arrive, of any kind, made articles of an issue.

Readers (`readers/`) make of a file a `ReceivedDocument`: what it says and how it looks.
`recognition/` finds out what is what, `tidying/` mends how it is typed, and the rest brings it
into an issue and tells what was done.
"""
