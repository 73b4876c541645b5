"""Prepress (印前): what an export preset asks of a file for print.

Knows pages, never how they are written.
"""
