"""Run before a frozen program of ours: programs that it starts (LibreOffice, the browser) find the
libraries of the system, not those beside us.

The bootloader of PyInstaller points LD_LIBRARY_PATH at the folder of the program and keeps what was
there; this process has read it when it began and needs it no more.
"""

import os

_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _before is not None:
    os.environ["LD_LIBRARY_PATH"] = _before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
