"""Word lists of the house: who is called how, and which words its texts do not use.

A house file (TOML, `resources/words/house.toml` is an example) is read by `load_house_words` and
written by `save_house_words`; `looked_over` finds in an article what goes against it, `differing`
what an issue writes in two ways.
"""

from layouts.importing.wording.house import HouseWords, Leader, Unit, words_together
from layouts.importing.wording.looking import Looked, looked_over
from layouts.importing.wording.read import load_house_words
from layouts.importing.wording.slip import Slip
from layouts.importing.wording.twice import differing
from layouts.importing.wording.write import house_toml, save_house_words

__all__ = [
    "HouseWords",
    "Leader",
    "Looked",
    "Slip",
    "Unit",
    "differing",
    "house_toml",
    "load_house_words",
    "looked_over",
    "save_house_words",
    "words_together",
]
