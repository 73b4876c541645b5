"""The editor's own faces: found, read, named and matched; knows neither Qt nor layouts.

`FaceLibrary` is the door. What a page needs of a face itself stays in `fonts.face`.
"""
