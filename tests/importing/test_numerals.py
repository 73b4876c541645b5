"""Automatic numbers as offices print them (ECMA-376 Part 1, 17.18.59)."""

import pytest

from layouts.importing.numbers import numbered


@pytest.mark.parametrize(
    ("style", "value", "printed"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 101, "一○一"),
        ("chineseCountingThousand", 12, "十二"),
        ("chineseCountingThousand", 105, "一百〇五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1010, "一千〇一十"),
        ("taiwaneseCounting", 20, "二十"),
        ("taiwaneseCountingThousand", 205, "二百零五"),
        ("japaneseCounting", 11, "十一"),
        ("japaneseCounting", 100, "百"),
        ("japaneseCounting", 214, "二百十四"),
        ("japaneseDigitalTenThousand", 10, "一〇"),
        ("chineseLegalSimplified", 23, "贰拾叁"),
        ("ideographLegalTraditional", 23, "貳拾參"),
        ("ideographDigital", 2025, "二〇二五"),
        ("ideographTraditional", 10, "癸"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 13, "丙子"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 2, "⒉"),
        ("ideographEnclosedCircle", 2, "㊁"),
        ("decimalFullWidth", 12, "１２"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 3, "c"),
        ("ordinal", 12, "12th"),
        ("none", 3, ""),
        ("no such format", 3, "3"),
    ],
)
def test_a_number_is_printed_as_its_format_counts(style, value, printed):
    assert numbered(value, style) == printed


def test_numbers_that_no_list_reaches_are_printed_in_digits():
    assert numbered(2_000_000_000, "upperRoman") == "2000000000"
    assert numbered(-4, "lowerLetter") == "-4"
