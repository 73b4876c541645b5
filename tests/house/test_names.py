"""Every setting of a layout has a name that an editor understands."""

from __future__ import annotations

from fnmatch import fnmatchcase

from layouts.house.declaring import AnyKind, Named, Rows, SettingsTable
from layouts.house.names import ANY, NAMES, STYLE_NAMES, name_of
from layouts.house.schema import LAYOUT, ROLES


def places(table: SettingsTable, before: str = ""):
    for key, setting in table.settings.items():
        place = f"{before}{key}"
        yield place
        yield from inside(setting.kind, place)


def inside(kind: AnyKind, place: str):
    if isinstance(kind, SettingsTable):
        yield from places(kind, f"{place}.")
    elif isinstance(kind, Rows):
        yield from places(kind.table, f"{place}.")
    elif isinstance(kind, Named):
        yield from inside(kind.kind, f"{place}.{ANY}")


def test_every_setting_of_the_schema_has_a_name_and_no_name_is_left_over():
    declared = set(places(LAYOUT))
    assert {place for place in declared if name_of(place) not in NAMES.values()} == set()
    found = {key for key in NAMES for place in declared if fnmatchcase(place, key)}
    assert {key for key in set(NAMES) - found if not key.endswith(ANY)} == set()


def test_every_role_has_a_name():
    assert set(ROLES) <= set(STYLE_NAMES)


def test_a_style_of_the_layouts_own_is_named_by_its_key():
    assert name_of("styles.headline.size").zh == "字号"
    assert name_of("styles.own-one.size").unit == "size"
    assert name_of("masthead.lines.baseline").zh == "基线"
