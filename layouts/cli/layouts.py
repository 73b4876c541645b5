"""The verb layout: check, pack, list, show, install and remove layouts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layouts.cli.files import spare_inputs
from layouts.cli.output import (
    ERRORS,
    OK,
    described,
    failed,
    findings_json,
    print_findings,
    print_out,
)
from layouts.errors import ExportError, Finding, LayoutError
from layouts.issue.layout_name import PACKAGE, names_file
from layouts.messages.command_line import (
    BASED_ON_SAYS,
    GRID_FITS,
    GRID_FREE,
    GRID_SAYS,
    LAYOUT_INSTALLED,
    LAYOUT_OUTPUT_NO_PACKAGE,
    LAYOUT_REMOVED,
    NO_FINDINGS,
    NOTHING_OTHERWISE,
)
from layouts.units import POINTS_PER_MM

if TYPE_CHECKING:
    from argparse import Namespace

    from layouts.house.layout import Layout
    from layouts.house.overlay import Difference
    from layouts.house.solving import Net
    from layouts.house.written import WrittenLayout


def layout(options: Namespace) -> int:
    """Do what a call asks for."""
    if options.act == "check":
        return check(options.file, as_json=options.json)
    if options.act == "pack":
        return pack(options.file, Path(options.output), options.preview)
    if options.act == "show":
        return show(options.name, as_json=options.json)
    if options.act == "grid":
        return grid(options)
    if options.act == "install":
        return install(Path(options.file), options.name, replace=options.replace)
    if options.act == "remove":
        return remove(options.name)
    return list_layouts()


def check(file: str, *, as_json: bool) -> int:
    """Print everything that is wrong with a layout, and what of it is not to be had here."""
    from layouts.house.checking import checked

    findings, made = checked(_written(file))
    if not findings and file.endswith(PACKAGE):
        from layouts.house.package import read_layout_package

        read_layout_package(Path(file))  # its pictures too
    if made is not None:
        # where its pictures can be read: those of a package are unpacked
        there = checked(_unpacked(file))[1] if file.endswith(PACKAGE) else made
        findings = [*findings, *_faces(made), *(_art(there) if there is not None else [])]
    print_out(
        findings_json(findings)
        if as_json
        else "\n".join(map(described, findings)) or NO_FINDINGS().both
    )
    return ERRORS if failed(findings) else OK


def _art(made: Layout) -> list[Finding]:
    """What is wrong with the pictures that a layout names."""
    from layouts.flow.art import art_findings, read_layout_art

    return list(art_findings(made, read_layout_art(made)))


def _faces(made: Layout) -> list[Finding]:
    """What there is to say of the faces that a layout names, on this machine."""
    from fonts.catalogue import Catalogue
    from layouts.flow.other_faces import about_faces

    return about_faces(made, Catalogue())


def _written(file: str) -> WrittenLayout:
    """A layout by its name or its file, wherever that lies."""
    from layouts.house.written import written_layout, written_text

    path = Path(file)
    if file.endswith(PACKAGE):
        from layouts.house.package import opened_layout_package

        return written_text(path, f"{path}/layout.toml", opened_layout_package(path).text)
    return written_layout(path.name, path.parent) if names_file(file) else written_layout(file)


def _unpacked(file: str) -> WrittenLayout:
    """The same, its pictures where they can be read: a package is unpacked."""
    from layouts.house.written import written_layout

    path = Path(file)
    return written_layout(path.name, path.parent) if names_file(file) else _written(file)


def pack(file: str, output: Path, preview: str | None) -> int:
    """Make a layout package of a layout, by its name or its file."""
    from layouts.files import write_aside
    from layouts.house.package import layout_package, pictures_with
    from layouts.house.whole import whole_text

    if output.suffix != PACKAGE:
        raise ExportError(*LAYOUT_OUTPUT_NO_PACKAGE(path=output))
    spare_inputs(output, Path(file), *([Path(preview)] if preview else []))
    written = _unpacked(file)
    picture = _preview(Path(preview)) if preview else b""
    write_aside(
        output, layout_package(whole_text(written), pictures_with(written.document), picture)
    )
    return OK


def _preview(path: Path) -> bytes:
    from layouts.house.package import picture_in

    return picture_in(path, path.name)


def list_layouts() -> int:
    """Print the layouts there are: name and titles; what is wrong with the user's own."""
    from layouts.house.installing import own_layouts
    from layouts.house.load import known_layouts, load_layout

    lines: list[str] = []
    for name in known_layouts():
        try:
            made = load_layout(name)
        except LayoutError as error:  # of an extension
            print_findings([_told(error)])
            continue
        lines.append(f"{name:<16} {made.title_zh} / {made.title_en}")
    print_out("\n".join(lines))
    print_findings([_told(own.wrong) for own in own_layouts() if own.wrong])
    return OK


def _told(error: LayoutError) -> Finding:
    return Finding("warning", "layout-wrong", error.zh, error.en, error.source)


def show(name: str, *, as_json: bool) -> int:
    """Print what a layout says, and what it says otherwise than the one it is based on."""
    from layouts.house.checking import checked
    from layouts.house.overlay import differences_of, effective

    written = _written(name)
    found, made = checked(written)
    if made is None:
        print_findings(found)
        return ERRORS
    base = _base(written)
    differences = differences_of(base, written.document) if base is not None else []
    values = dict(effective(written.document))
    if as_json:
        print_out(_as_json(written, made, differences, values))
        return OK
    lines = [f"{made.name}  {made.title_zh} / {made.title_en}", ""]
    if base is not None:
        lines.append(BASED_ON_SAYS(base=written.base, count=len(differences)).both)
        lines += [f"  {one.place} = {_toml(one.own)}  ← {_toml(one.stock)}" for one in differences]
        lines.append("")
    lines.append(NOTHING_OTHERWISE().both)
    lines += [f"  {place} = {_toml(value)}" for place, value in values.items()]
    print_out("\n".join(lines))
    return OK


def _base(written: WrittenLayout) -> Mapping[str, Any] | None:
    """What the layout says that another one is based on or was made from; None where there is none,
    or it is not here.
    """
    from layouts.house.written import written_layout

    if not written.base:
        return None
    try:
        return written_layout(written.base, written.files[0].path.parent).document
    except LayoutError:
        return None


def _as_json(
    written: WrittenLayout, made: Layout, differences: list[Difference], values: dict[str, object]
) -> str:
    return json.dumps(
        {
            "name": made.name,
            "title_zh": made.title_zh,
            "title_en": made.title_en,
            "based_on": written.base,
            "differences": [one._asdict() for one in differences],
            "values": values,
        },
        ensure_ascii=False,
        indent=1,
        default=str,
    )


def _toml(value: object) -> str:
    """A value as TOML has it, on one line."""
    return json.dumps(value, ensure_ascii=False, default=str)


def grid(options: Namespace) -> int:
    """Print the four numbers of a layout's grid, one of them turned where that is asked for, as a
    layout file says them; and the type sizes that fit.
    """
    from layouts.house.solving import TURNED, Held, Unsolved, net_of, offers, turn, values_of

    net = net_of(_sound(options.name))
    for what in TURNED:
        value: float | None = getattr(options, what)
        if value is not None:
            try:
                net = turn(net, what, value, Held(options.hold))
            except Unsolved as error:
                raise LayoutError(*error.wording) from None
    lines = [_grid_says(net), _free(net), ""]
    lines += [f"  {place} = {_toml(value)}" for place, value in values_of(net).items()]
    if fitting := offers(net):
        lines += ["", GRID_FITS().both, *(f"  {_grid_says(offer)}" for offer in fitting)]
    print_out("\n".join(lines))
    return OK


def _sound(name: str) -> Mapping[str, Any]:
    """The document of a layout that has no fault. LayoutError with the first where it has."""
    from layouts.house.checking import faults

    written = _written(name)
    for fault in faults(written):
        raise LayoutError(fault.zh, fault.en, fault.source)
    return written.document


def _grid_says(net: Net) -> str:
    from layouts.house.solving import size_text

    return GRID_SAYS(
        width=net.area_width / POINTS_PER_MM,
        height=net.area_height / POINTS_PER_MM,
        columns=net.columns,
        measure=net.measure,
        rows=net.rows,
        size=size_text(net.size),
        times=net.times,
        leading=net.leading,
    ).both


def _free(net: Net) -> str:
    across, down = net.slack_across / POINTS_PER_MM, net.slack_down / POINTS_PER_MM
    return GRID_FREE(across=max(across, 0.0), down=max(down, 0.0)).both


def install(package: Path, name: str, *, replace: bool) -> int:
    """Take a layout package in among the user's own."""
    from layouts.house.installing import install_layout

    print_out(LAYOUT_INSTALLED(name=install_layout(package, name, replace=replace)).both)
    return OK


def remove(name: str) -> int:
    """Remove one of the user's own layouts."""
    from layouts.house.installing import remove_layout

    remove_layout(name)
    print_out(LAYOUT_REMOVED(name=name).both)
    return OK
