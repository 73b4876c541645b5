"""Faces as data: the catalogue, HarfBuzz faces, coverage and subsets; knows neither Qt nor
layouts.
"""
