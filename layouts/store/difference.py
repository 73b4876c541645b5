"""What changed between two issues as plain values, in as few bytes as an edit is large; and putting
it on again.

A difference is {"=": value} for another value, {"s": [from, to, text]} for characters replaced,
{"k": {key: difference}, "x": [keys gone]} for a dictionary, {"l": [...]} for a list: [from, count]
are items of the old list, {"i": place, "d": difference} is one of them changed, {"=": value} a new
one.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from layouts.store.encode import Plain

Difference = dict[str, Any]

_SCALARS = (str, int, float, type(None))
"""Values that are compared by value: the system may have one object for many of them."""


def difference(old: Plain, new: Plain) -> Difference | None:
    """What makes `new` of `old`; None where they are the same.

    Parts that are the same object are not looked into.
    """
    if old is new:
        return None
    if type(old) is not type(new):
        return {"=": new}
    if isinstance(old, dict):
        return _of_dictionaries(old, new)  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(old, list):
        return _of_lists(old, new)  # pyright: ignore[reportUnknownArgumentType]
    if old == new:
        return None
    return _of_strings(old, new) if isinstance(old, str) else {"=": new}


def _of_dictionaries(old: dict[str, Plain], new: dict[str, Plain]) -> Difference | None:
    changed = {
        key: {"=": value} if key not in old else difference(old[key], value)
        for key, value in new.items()
    }
    kept = {key: found for key, found in changed.items() if found is not None}
    gone = [key for key in old if key not in new]
    if not kept and not gone:
        return None
    return {"k": kept, "x": gone} if gone else {"k": kept}


def _of_strings(old: str, new: str) -> Difference:
    start = _same_length(old, new)
    # both backwards, from their ends to where they begin to differ
    end = _same_length(
        old[: start - 1 if start else None : -1], new[: start - 1 if start else None : -1]
    )
    return {"s": [start, len(old) - end, new[start : len(new) - end]]}


def _same_length(one: str, other: str) -> int:
    """How many characters two strings begin with alike, found by halves: comparing slices is a
    thousand times faster than a loop.
    """
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _of_lists(old: list[Plain], new: list[Plain]) -> Difference | None:
    start = _same_items(old, new)
    end = _same_items(old[start:][::-1], new[start:][::-1])
    if start == len(old) == len(new):
        return None
    between_old, between_new = old[start : len(old) - end], new[start : len(new) - end]
    between = _between(between_old, between_new, start)
    if len(old) == len(new) and between == [[start, len(between_old)]]:
        return None  # equal, though made anew
    items = [[0, start]] if start else []
    items += between
    items += [[len(old) - end, end]] if end else []
    return {"l": items}


def _same_items(one: list[Plain], other: list[Plain]) -> int:
    return sum(1 for _ in takewhile(bool, map(_same, one, other)))


def _same(one: Plain, other: Plain) -> bool:
    """Whether they are one object, or equal without a look inside."""
    return one is other or (
        not isinstance(one, dict | list) and type(one) is type(other) and one == other
    )


def _between(old: list[Plain], new: list[Plain], offset: int) -> list[Any]:
    """The items of a changed stretch: those of the old list by their place, moved ones too; what is
    left of both is paired.
    """
    # by identity: `Encoder` gives what an edit left alone as the same object
    places = {id(item): place for place, item in enumerate(old) if not isinstance(item, _SCALARS)}
    stayed = {places[id(item)] for item in new if id(item) in places}
    left = [place for place in range(len(old)) if place not in stayed]
    fresh = [place for place, item in enumerate(new) if id(item) not in places]
    pairs = (
        dict(zip(fresh, left, strict=True))
        if len(left) == len(fresh)
        # as many gone as came: paired in order; else the ids tell which became which
        else _by_id(old, left, new, fresh)
    )
    items: list[Any] = []
    for place, item in enumerate(new):
        if id(item) in places:
            _append_kept(items, places[id(item)] + offset)
        elif place in pairs:
            found = difference(old[pairs[place]], item)
            if found is None:
                _append_kept(items, pairs[place] + offset)
            else:
                items.append({"i": pairs[place] + offset, "d": found})
        else:
            items.append({"=": item})
    return items


def _by_id(old: list[Plain], left: list[int], new: list[Plain], fresh: list[int]) -> dict[int, int]:
    """Pairs of what has the same id, new to old."""
    named = {
        old[place]["id"]: place
        for place in left
        if isinstance(old[place], dict) and "id" in old[place]
    }
    found = {
        place: named.pop(new[place]["id"], -1)
        for place in fresh
        if isinstance(new[place], dict) and "id" in new[place]
    }
    return {place: other for place, other in found.items() if other >= 0}


def _append_kept(items: list[Any], place: int) -> None:
    last = items[-1] if items else None
    if isinstance(last, list) and last[0] + last[1] == place:
        last[1] += 1  # pyright: ignore[reportUnknownMemberType]
    else:
        items.append([place, 1])


def apply(old: Plain, found: Difference) -> Plain:
    """The new value.

    ValueError, LookupError or TypeError where the difference is not one of this value.
    """
    if "=" in found:
        return found["="]
    if "s" in found:
        start, end, text = found["s"]
        if (
            not isinstance(old, str)
            or not isinstance(text, str)
            or not 0 <= start <= end <= len(old)
        ):
            raise ValueError("no such characters")
        return old[:start] + text + old[end:]
    if "k" in found:
        gone = frozenset(found.get("x", ()))
        new = {key: value for key, value in old.items() if key not in gone}
        new |= {key: apply(old.get(key), changed) for key, changed in found["k"].items()}
        # in the order in which they are written
        return dict(sorted(new.items()))
    return _applied_list(old, found["l"])


def _applied_list(old: list[Plain], items: list[Any]) -> list[Plain]:
    new: list[Plain] = []
    for item in items:
        if isinstance(item, list):
            start, length = item  # pyright: ignore[reportUnknownVariableType]
            if not 0 <= start <= start + length <= len(old):
                raise ValueError("no such items")
            new += old[start : start + length]
        elif "=" in item:
            new.append(item["="])
        else:
            new.append(apply(old[item["i"]], item["d"]))
    return new
