"""Compiles jieba's dictionary and probabilities, our surnames and our own words into
words/words.dat: `python resources/build_words.py`.

words.dat, read through a memory map by layouts/text/words.py:

* 8 bytes `BXWORDS1`;
* 65,537 little-endian uint32: where the bucket of each BMP character begins in the file, and where
the last one ends;
* the buckets, UTF-8 text. The first line of a bucket holds eight integers about its character (see
`CHARACTER`), each −100·ln(probability),
  9999 for impossible. Then one line for each word of two or more characters that begins with it:
  the rest of the word, a tab, −100·ln(probability). The lines are sorted by code point, so the
  first line with a prefix is found by one search.

The same jieba gives the same bytes; PROVENANCE.md says which one was used.
"""

from __future__ import annotations

import hashlib
import importlib
import math
import re
import struct
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, TypeAlias

FOLDER: Final = Path(__file__).parent / "words"
DICTIONARY_SHA256: Final = "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8"
"""dict.txt of jieba 0.42.1."""

MAGIC: Final = b"BXWORDS1"
BMP: Final = 0x10000
IMPOSSIBLE: Final = 9999
OWN_FREQUENCY: Final = 3000
"""What a word of institutions.txt counts at least: enough to win against two common words, whose
joint probability is far less.
"""

RARE_FREQUENCY: Final = 2000
UNSEEN_GIVEN_NAME: Final = 1050
"""A rare character no name of the corpus had may still be in one (杨逍): exp(−10.5).

A common one that none had is not (等, 在).
"""

UNSEEN_SURNAME: Final = 900
HAN: Final = re.compile("[\u3400-\u9fff〇]+")
CHARACTER: Final = (
    "word",
    "begin",
    "middle",
    "end",
    "single",
    "surname",
    "given-middle",
    "given-end",
)

Emission: TypeAlias = dict[str, float]


def jieba_frequencies() -> dict[str, int]:
    """Word → frequency in jieba's dict.txt, words of Han only: Latin and digits are cut by rule."""
    source = files("jieba").joinpath("dict.txt").read_bytes()
    if hashlib.sha256(source).hexdigest() != DICTIONARY_SHA256:
        raise SystemExit("dict.txt is not that of jieba 0.42.1")
    entries = (line.split(" ") for line in source.decode().splitlines())
    return {entry[0]: int(entry[1]) for entry in entries if HAN.fullmatch(entry[0])}


def listed(name: str) -> list[str]:
    """The words of one of our own lists."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def frequencies() -> dict[str, int]:
    """Words of jieba's and ours together."""
    merged = jieba_frequencies()
    for word in listed("institutions.txt"):
        merged[word] = max(merged.get(word, 0), OWN_FREQUENCY)
    return merged


def emissions() -> tuple[list[Emission], list[Emission]]:
    """The ln probabilities of a character in the states B M E S of an unknown word, and B M E of a
    person's name.
    """
    words: Any = importlib.import_module("jieba.finalseg.prob_emit").P
    tagged: Any = importlib.import_module("jieba.posseg.prob_emit").P
    return [words[state] for state in "BMES"], [tagged[state, "nr"] for state in "BME"]


def cost(log_probability: float) -> int:
    """An ln probability as stored."""
    return min(round(-100 * log_probability), IMPOSSIBLE)


def _given(character: str, emission: Emission, frequency: int) -> int:
    if character in emission:
        return cost(emission[character])
    return UNSEEN_GIVEN_NAME if frequency < RARE_FREQUENCY else IMPOSSIBLE


def _surname(character: str, surnames: set[str], emission: Emission) -> int:
    if character not in surnames:
        return IMPOSSIBLE
    return cost(emission[character]) if character in emission else UNSEEN_SURNAME


def heads(counted: dict[str, int], total: int) -> dict[str, str]:
    """The first line of each character's bucket."""
    states, name = emissions()
    surnames = set("".join(listed("surnames.txt")))
    result: dict[str, str] = {}
    for character in {c for word in counted for c in word} | {c for state in states for c in state}:
        frequency = counted.get(character, 0)
        values = [
            cost(math.log((frequency or 1) / total)),
            *(cost(state.get(character, -100.0)) for state in states),
        ]
        values.append(_surname(character, surnames, name[0]))
        values += (_given(character, emission, frequency) for emission in name[1:])
        result[character] = " ".join(map(str, values))
    return result


def buckets(counted: dict[str, int]) -> dict[int, bytes]:
    """Code point → the text of its bucket."""
    total = sum(counted.values())
    lines: dict[str, list[str]] = defaultdict(list)
    for word in sorted(counted):
        if len(word) > 1:
            lines[word[0]].append(f"{word[1:]}\t{cost(math.log(max(counted[word], 1) / total))}")
    first = heads(counted, total)
    return {ord(c): "\n".join([first[c], *lines[c], ""]).encode() for c in first if ord(c) < BMP}


def compiled(texts: dict[int, bytes]) -> bytes:
    """The bytes of words.dat: an index by first character, then the words of each."""
    offset = len(MAGIC) + 4 * (BMP + 1)
    table: list[int] = []
    for point in range(BMP):
        table.append(offset)
        offset += len(texts.get(point, b""))
    return (
        MAGIC
        + struct.pack(f"<{BMP + 1}I", *table, offset)
        + b"".join(texts[point] for point in sorted(texts))
    )


def main() -> None:
    """Write words.dat from the list of words, and say its size and sum."""
    data = compiled(buckets(frequencies()))
    (FOLDER / "words.dat").write_bytes(data)
    print(f"{len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
