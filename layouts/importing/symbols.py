"""Characters of symbol fonts (Symbol, Wingdings) as the Unicode characters they look like.

Word and its kin keep them at U+F000 and up, where nothing but that very font knows them. The tables
hold what bullets, boxes and formulas of manuscripts are made of
(unicode.org/Public/MAPPINGS/VENDORS/APPLE/SYMBOL.TXT; for Wingdings Unicode 7.0 L2/12-368, a white
square as Chinese faces have it).
"""

from __future__ import annotations

from functools import cache

_FIRST, _LAST = 0xF000, 0xF0FF

_GREEK = (
    ("abcdefghijklmnopqrstuvwxyz", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"),
)
_SYMBOL = (
    "a3≤ a5∞ a8♦ ab↔ ac← ad↑ ae→ af↓ b0° b1± b2″ b3≥ b4× b5∝ b6∂ b7• b8÷ b9≠ ba≡ bb≈ bc… "
    "c5⊕ c7∩ c8∪ ce∈ d0∠ d1∇ d6√ d7⋅ de⇒ e5∑ f2∫ 22∀ 24∃ 2a∗ 2d−"
)
_WINGDINGS = (
    "28☎ 2a✉ 46☞ 4a☺ 6c● 6e■ 6f□ 71❑ 72❒ 75◆ 76❖ 77◆ 9f• a1○ a4◉ a5◎ a7▪ a8□ ab★ "
    "d8➢ df← e0→ e1↑ e2↓ f0⇨ fb✗ fc✓ fd☒ fe☑ "
    "81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8a⑩ 8c❶ 8d❷ 8e❸ 8f❹ 90❺ 91❻ 92❼ 93❽ 94❾ 95❿"
)
_WINGDINGS_2 = "4f✗ 50✓ 52☑ 53☒ 54☒ 97● 98● a2■ a3□ 6a① 6b② 6c③ 6d④ 6e⑤ 6f⑥ 70⑦ 71⑧ 72⑨ 73⑩"


def is_symbol_font(name: str) -> bool:
    """Whether a font has signs where others have letters."""
    return _plain(name) in ("symbol", "wingdings", "wingdings 2")


def symbol(font: str, character: str) -> str:
    """The character that one of a symbol font looks like; itself where nobody knows."""
    code = ord(character)
    if not _FIRST <= code <= _LAST:
        return character
    return _table(_plain(font)).get(code - _FIRST, character)


def _plain(name: str) -> str:
    return name.strip(" ;'\"").lower()


@cache
def _table(font: str) -> dict[int, str]:
    said = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}.get(font, "")
    table = {int(entry[:2], 16): entry[2] for entry in said.split()}
    if font == "symbol":
        table |= {code: chr(code) for code in b" !#%&()+,./0123456789:;<=>?[]_{|}"}
        for latin, greek in _GREEK:
            table |= dict(zip(map(ord, latin), greek, strict=True))
    return table
