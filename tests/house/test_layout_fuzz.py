"""Whatever stands in a layout file or a front matter, the answer is a layout or one sentence."""

import copy
import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from layouts.errors import LayoutError
from layouts.house.build import build
from layouts.house.layout import Layout
from layouts.house.load import FACES, STOCK, load_layout, stock_layouts
from layouts.house.read import Fault
from layouts.house.schema import OPEN_PLACES
from layouts.house.toml_lines import Place

DOCUMENTS = {
    name: tomllib.loads((STOCK / f"{name}.toml").read_text("utf8")) for name in stock_layouts()
}


def places(value: Any, place: Place = ()) -> list[Place]:
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [(*place, step) for step, _ in inner] + [
        found for step, item in inner for found in places(item, (*place, step))
    ]


TARGETS = [(name, place) for name, document in DOCUMENTS.items() for place in places(document)]
VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.integers(-2, 200),
        st.floats(),
        st.text(max_size=8),
        st.dates(),
        st.sampled_from(
            [
                "14pt",
                "2rows",
                "1em",
                "song",
                "black",
                "clreq",
                "body",
                "#000000",
                10**400,
                "{page}",
                "999999in",
                "二号",
            ]
        ),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["styles", "min", "max", "lines", "a", "based_on", "office"]),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=5,
)


@given(st.sampled_from(TARGETS), VALUES)
def test_any_value_at_any_place_of_a_layout(target: tuple[str, Place], value: object):
    name, place = target
    document: Any = copy.deepcopy(DOCUMENTS[name])
    table = document
    for step in place[:-1]:
        table = table[step]
    table[place[-1]] = value
    try:
        layout = build(name, document, FACES)
    except Fault as fault:
        assert "\n" not in fault.wording.zh + fault.wording.en
    else:
        assert isinstance(layout, Layout)
        assert 0 <= layout.grid.left < layout.grid.width / 2
        assert layout.grid.rows >= 5


@given(
    st.sampled_from(stock_layouts()),
    st.dictionaries(st.sampled_from([*OPEN_PLACES, "page", ""]), VALUES, max_size=3),
)
def test_any_settings_of_a_manuscript(name: str, settings: dict[str, object]):
    try:
        layout = load_layout(name, settings)
    except LayoutError as error:
        assert error.zh
        assert error.en
    else:
        assert layout.grid.left >= 72 / 2.54 - 0.01
