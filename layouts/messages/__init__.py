"""Every sentence the program says to an editor, in Chinese and English: one module a subject.

Code names a message and fills it in; nothing outside this package words one
(`tests/test_messages.py`). Tables that declare a thing together with its words stay where they are:
settings of layouts and presets, fields, marks, and the checks of the preflight.
"""
