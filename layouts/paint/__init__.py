"""Painters: an Edition becomes a file; they read the display list and never lay anything out."""
