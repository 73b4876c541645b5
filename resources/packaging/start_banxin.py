"""What a frozen build runs: `banxin`, or `banxin-window` where it is called so."""

import multiprocessing
import sys
from pathlib import Path

from banxin.__main__ import start, start_window

multiprocessing.freeze_support()  # a child process of Python's own is this program once more
if Path(sys.argv[0]).stem == "banxin-window":
    start_window()
start()
