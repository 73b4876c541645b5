"""Readers: one module or package for each kind of file; `registry.py` knows them all."""
