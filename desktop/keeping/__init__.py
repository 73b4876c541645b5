"""What keeps an open issue safe: opening and saving beside the window, its journal, its lock,
recovery, files that others change.
"""
