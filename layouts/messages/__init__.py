"""Every sentence the program says to an editor, in Chinese and English: one module a subject.

Code names a message and fills it in; nothing outside this package words one.
"""
