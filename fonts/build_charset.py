"""Which characters the built faces hold, which glyphs stand for the marks of Chinese text, and the
subset.
"""
# uharfbuzz and fontTools.otlLib carry no annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false, reportAttributeAccessIssue=false

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

import uharfbuzz as hb
from fontTools.otlLib import builder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Block: TypeAlias = tuple[int, int]
"""First and last code point, both included."""

STANDARD_HANZI: Final = 8105
"""Characters in 通用规范汉字表 (State Council, 2013)."""

FIRST_RARE_HANZI: Final = 0x20000
"""CJK Extension B begins here; what lies above is name characters such as 𠮷."""

TEXT_BLOCKS: Final[tuple[Block, ...]] = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x01CD, 0x01DC),  # ǎ ǐ ǒ ǔ ǖ ǘ ǚ ǜ of pinyin
    (0x01F8, 0x01F9),  # ǹ
    (0x0251, 0x0251),  # the a of pinyin in primers
    (0x0261, 0x0261),  # the g of pinyin in primers
    (0x02C7, 0x02D9),  # tone marks standing alone
    (0x0300, 0x030C),  # tone marks as combining characters
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x1E3E, 0x1E3F),  # ḿ
    (0x2000, 0x206F),  # General Punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2E3A, 0x2E3B),  # dashes of two and three em
    (0x3000, 0x303F),  # CJK Symbols and Punctuation
    (0x3040, 0x30FF),  # kana
    (0x3100, 0x312F),  # bopomofo
    (0x31A0, 0x31BF),  # bopomofo, extended
    (0x31F0, 0x31FF),  # small katakana
    (0xFE00, 0xFE01),  # variation selectors 1 and 2: corner or centred marks
    (0xFE10, 0xFE1F),  # Vertical Forms
    (0xFE30, 0xFE4F),  # CJK Compatibility Forms
    (0xFE50, 0xFE6F),  # Small Form Variants
    (0xFF00, 0xFF9F),  # full-width forms and half-width kana, without the half-width Hangul
    (0xFFE0, 0xFFEF),  # full-width currency
)

SYMBOL_BLOCKS: Final[tuple[Block, ...]] = (
    (0x203B, 0x203B),  # ※
    (0x2100, 0x214F),  # Letterlike Symbols
    (0x2150, 0x218F),  # Number Forms
    (0x2190, 0x21FF),  # Arrows
    (0x2200, 0x22FF),  # Mathematical Operators
    (0x2312, 0x2312),  # ⌒, the one technical symbol of GB 2312
    (0x2460, 0x24FF),  # Enclosed Alphanumerics
    (0x2500, 0x257F),  # Box Drawing
    (0x2580, 0x259F),  # Block Elements
    (0x25A0, 0x25FF),  # Geometric Shapes
    (0x2600, 0x26FF),  # Miscellaneous Symbols
    (0x2700, 0x27BF),  # Dingbats
    (0x3200, 0x32FF),  # Enclosed CJK Letters and Months
    (0x3300, 0x33FF),  # CJK Compatibility
)


VERTICAL_FORMS: Final = {
    "\u2018": "\ufe41",  # quotation marks, which become corner brackets
    "\u2019": "\ufe42",
    "\u201c": "\ufe43",
    "\u201d": "\ufe44",
    "\u2014": "\ufe31",  # dash
    "\u2026": "\ufe19",  # ellipsis
}
"""The marks that must be one em wide each (GB/T 15834 5.1), with their forms in vertical text."""

NARROW, WIDE = 0xFE00, 0xFE01
"""Variation selectors 1 and 2: quotation marks for Latin and for Chinese text (Unicode 16,
StandardizedVariants).
"""

VARIATION_SEQUENCES: Final = 14
"""The cmap format that maps a character with a variation selector."""

# fontTools makes the attributes of its tables at run time, so a checker sees none of them.
Font: TypeAlias = Any
Table: TypeAlias = Any


def read_standard_hanzi(path: Path) -> str:
    """The 8,105 characters in the order of 通用规范汉字表, from lines of `U+4E00<tab>一<tab>yī`.

    Raises ValueError when the list does not hold exactly 8,105 different characters.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    hanzi = "".join(
        chr(int(line.split("\t")[0].removeprefix("U+"), 16))
        for line in lines
        if line.startswith("U+")
    )
    if len(hanzi) != STANDARD_HANZI or len(set(hanzi)) != STANDARD_HANZI:
        message = f"{path.name}: {len(set(hanzi))} characters, {STANDARD_HANZI} expected"
        raise ValueError(message)
    return hanzi


def gb2312() -> frozenset[int]:
    """Every character of GB/T 2312-1980, symbols included."""
    # EUC-CN: row and cell, each from 1 on, raised by 0xA0; rows above 87 hold nothing
    cells = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    decoded = "".join(cell.decode("gb2312", errors="ignore") for cell in cells)
    return frozenset(map(ord, decoded))


def repertoire(hanzi: Iterable[str]) -> frozenset[int]:
    """What a subset face keeps, as far as its source has it."""
    return gb2312() | frozenset(map(ord, hanzi)) | _expand(TEXT_BLOCKS) | _expand(SYMBOL_BLOCKS)


def symbols() -> frozenset[int]:
    """The blocks that a face with poor symbols leaves to Song Regular."""
    return _expand(SYMBOL_BLOCKS)


def rare_hanzi(characters: Iterable[int]) -> frozenset[int]:
    """Those of `characters` that lie in CJK Extension B or beyond."""
    return frozenset(character for character in characters if character >= FIRST_RARE_HANZI)


def _expand(blocks: Iterable[Block]) -> frozenset[int]:
    return frozenset(point for first, last in blocks for point in range(first, last + 1))


def bake_marks(font: Font) -> None:
    """Make the full-width glyph of each mark the default, in horizontal and vertical text."""
    cmap = font.getBestCmap()
    for mark, vertical in VERTICAL_FORMS.items():
        narrow, wide = cmap[ord(mark)], full_width_glyph(font, mark)
        point_cmap(font, ord(mark), narrow, wide)
        add_vertical_form(font, wide, cmap[ord(vertical)])


def full_width_glyph(font: Font, mark: str) -> str:
    """The glyph of `mark` that is one em wide. Raises LookupError when the font has none."""
    default = font.getBestCmap()[ord(mark)]
    # three ways in which the sources have it: at once, by a variation selector, by the feature fwid
    candidates = [default, variation_glyph(font, ord(mark), WIDE)]
    candidates += [mapping.get(default) for mapping in single_substitutions(font, "fwid")]
    for glyph in candidates:
        if glyph and font["hmtx"][glyph][0] == font["head"].unitsPerEm:
            return glyph
    message = f"no full-width glyph for U+{ord(mark):04X}"
    raise LookupError(message)


def variation_glyph(font: Font, character: int, selector: int) -> str | None:
    """The glyph that the font names for a character with a variation selector, if it names one."""
    # platform Unicode, encoding "variation sequences": where format 14 lies
    table = font["cmap"].getcmap(0, 5)
    return dict(table.uvsDict.get(selector, [])).get(character) if table else None


def point_cmap(font: Font, character: int, narrow: str, wide: str) -> None:
    """Map `character` to `wide`; variation selector 1 still reaches a narrow glyph."""
    for table in font["cmap"].tables:
        if table.format != VARIATION_SEQUENCES:
            table.cmap[character] = wide
            continue
        # An entry of None means "as the cmap says": it meant the narrow glyph until now.
        for selector, entries in table.uvsDict.items():
            table.uvsDict[selector] = [
                (at, name or narrow) if at == character else (at, name) for at, name in entries
            ]


def add_vertical_form(font: Font, glyph: str, vertical: str) -> None:
    """Give `glyph` its form in vertical text where `vert` knows only the narrow glyph."""
    mappings = list(single_substitutions(font, "vert"))
    if not any(glyph in mapping for mapping in mappings):
        mappings[0][glyph] = vertical


def add_dash_ligatures(font: Font) -> None:
    """Turn two or three dashes into the one glyph of U+2E3A or U+2E3B, for a face whose single
    dashes leave a gap.
    """
    cmap = font.getBestCmap()
    dash = cmap[ord("—")]
    ligatures = {(dash,) * 3: cmap[0x2E3B], (dash,) * 2: cmap[0x2E3A]}
    lookup: Table = builder.buildLookup([builder.buildLigatureSubstSubtable(ligatures)])
    lookups = font["GSUB"].table.LookupList
    lookups.Lookup.append(lookup)
    lookups.LookupCount = len(lookups.Lookup)
    for record in features(font, "GSUB"):
        # on by default everywhere, also where spaced type switches liga off
        if record.FeatureTag == "ccmp":
            record.Feature.LookupListIndex.append(lookups.LookupCount - 1)
            record.Feature.LookupCount += 1


def features(font: Font, table: str) -> list[Table]:
    """The feature records of GSUB or GPOS."""
    return font[table].table.FeatureList.FeatureRecord


def single_substitutions(font: Font, tag: str) -> Iterator[dict[str, str]]:
    """The glyph-to-glyph mappings of a GSUB feature; changing one changes the font."""
    return (table.mapping for table in subtables(font, tag, "mapping"))


def subtables(font: Font, tag: str, attribute: str) -> Iterator[Table]:
    """The GSUB subtables of the feature `tag` that have `attribute`, in lookup order."""
    indices = {
        at
        for record in features(font, "GSUB")
        if record.FeatureTag == tag
        for at in record.Feature.LookupListIndex
    }
    for at in sorted(indices):
        for table in font["GSUB"].table.LookupList.Lookup[at].SubTable:
            # lookups of type 7 only point to the real one, further away than 16 bits reach
            inner = getattr(table, "ExtSubTable", table)
            if hasattr(inner, attribute):
                yield inner


def subset(data: bytes, characters: frozenset[int]) -> bytes:
    """`data` with only `characters`, every layout feature and script, and no hints."""
    request = hb.SubsetInput()
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    # else HarfBuzz drops the sequences with these selectors
    request.unicode_set.update(characters | {NARROW, WIDE})
    for everything in (
        request.layout_feature_tag_set,
        request.name_id_set,
        request.name_lang_id_set,
    ):
        # an inverted empty set: all there are, of which there is no list beforehand
        everything.clear()
        everything.invert()
    return hb.subset(hb.Face(data), request).blob.data
