"""Fitting an issue to whole pages (整页适配): what to change so that it ends well, least first, and
what a person could change where that is not enough.
"""
