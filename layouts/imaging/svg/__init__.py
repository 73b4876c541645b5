"""Drawings as SVG files: filled paths alone, of unknown origin."""
