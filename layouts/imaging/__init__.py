"""Photos as pixels: files read as hostile input, converted and compressed as a PDF holds them.

Knows nothing of pages.
"""
