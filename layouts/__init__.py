"""Everything about an issue and its pages: manuscripts in, composed pages and printed files out;
knows nothing of Qt.
"""
