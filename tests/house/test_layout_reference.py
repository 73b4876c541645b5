"""docs/layout-format.md says what the schema says."""

import re
import tomllib
from pathlib import Path

from layouts.house.layout import Layout
from layouts.house.load import FACES, load_layout, stock_layouts
from layouts.house.reference import PAGE, renewed
from layouts.house.schema import ROLES
from layouts.units import ZIHAO

DOCUMENT = PAGE.read_text("utf8")


def test_its_tables_are_those_of_the_schema():
    assert renewed(DOCUMENT) == DOCUMENT, "run python -m layouts.house.reference"


def test_its_prose_names_every_size_face_and_role():
    flat = " ".join(DOCUMENT.split())
    assert all(f"{name} {size:g}" in flat for name, size in ZIHAO.items())
    assert all(f"`{face}`" in flat for face in FACES)
    assert all(
        f"`{role}`" in flat for role in ROLES if role not in ("subheading-2", "subheading-3")
    )


def test_its_examples_are_valid(tmp_path: Path):
    examples = re.findall(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL)
    assert len(examples) == 5
    stock = (PAGE.parents[1] / "layouts/house/stock/jianbao-a4.toml").read_text("utf8")
    for example in examples:
        if "based_on" in tomllib.loads(example):
            (tmp_path / "ours.toml").write_text(example, "utf8")
            assert isinstance(load_layout("ours.toml", folder=tmp_path), Layout)
            continue
        # rows of an array go behind those that are there
        tables = re.findall(r"^\[(\w+)\]", example, re.MULTILINE) or ["none"]
        kept = re.sub(rf"^\[({'|'.join(tables)})\]\n(?:.+\n)*", "", stock, flags=re.MULTILINE)
        (tmp_path / "ours.toml").write_text(f"{kept}\n{example}", "utf8")
        assert isinstance(load_layout("ours.toml", folder=tmp_path), Layout)


def test_every_stock_layout_points_to_it():
    stock = PAGE.parents[1] / "layouts" / "house" / "stock"
    assert all(
        "docs/layout-format.md" in (stock / f"{name}.toml").read_text("utf8")
        for name in stock_layouts()
    )
