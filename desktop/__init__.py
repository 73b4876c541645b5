"""The window (PySide6): the only folder that may import Qt."""
