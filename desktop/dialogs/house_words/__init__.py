"""本单位用词: the word lists of the house, edited as tables and kept in a file of its own."""

from desktop.dialogs.house_words.dialog import HouseWordsDialog

__all__ = ["HouseWordsDialog"]
