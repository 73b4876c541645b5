"""The wheel has one name at its top, `banxin`: the folders of this repository go into it, and their
imports are renamed.

In the repository `layouts`, `fonts`, `desktop` and `resources` are imported by these names, which
any other project may have too (a project `fonts` exists). In `site-packages` they are
`banxin.layouts` and so on. An editable installation leaves the files where they are and adds
`banxin` alone, the public face over them.
"""

from __future__ import annotations

import ast
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OURS = ("desktop", "fonts", "layouts", "resources")
"""The packages of the repository, and what they are called in the wheel: `banxin.` before each."""

FACE = "layouts/public.py"
"""The module that `import banxin` gives."""

LICENCES = ("LICENSE", "NOTICE")
"""Files at the top of the repository that the window shows, beside those in the folders."""


# type: ignore[type-arg] # hatchling's own manual leaves it bare
class BanxinHook(BuildHookInterface):
    """Makes the `banxin` of a wheel, by hatchling's custom build hook."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put `banxin` together in a folder of its own and have it packed; `version` is `standard`
        or `editable`.
        """
        if self.target_name != "wheel":
            return
        self._folder = tempfile.mkdtemp(prefix="banxin-wheel-")
        root, package = Path(self.root), Path(self._folder) / "banxin"
        package.mkdir()
        if version == "editable":
            (package / "__init__.py").write_text(editable(root), "utf8")
            (package / "__main__.py").write_text(editable_main(root), "utf8")
            build_data["force_include_editable"] = {str(package): "banxin"}
            return
        for name in OURS:
            _copy(root / name, package / name)
        shutil.copytree(
            root / "docs", package / "docs", ignore=shutil.ignore_patterns("*.json", "sample.png")
        )  # the guide that the window opens
        (package / "__init__.py").write_text(renamed((root / FACE).read_text("utf8")), "utf8")
        (package / "__main__.py").write_text(renamed((root / "main.py").read_text("utf8")), "utf8")
        for name in LICENCES:
            shutil.copyfile(root / name, package / name)
        (package / "py.typed").touch()
        build_data["force_include"][str(package)] = "banxin"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Sweep the folder away."""
        if self.target_name == "wheel":
            shutil.rmtree(self._folder, ignore_errors=True)


def _copy(source: Path, target: Path) -> None:
    """A package with its imports renamed and its data as it is."""
    shutil.copytree(
        source,
        target,
        ignore=shutil.ignore_patterns(
            "__pycache__", "build_*.py", "make_*.py", "update.py", "packaging"
        ),
    )
    for path in target.rglob("*.py"):
        try:
            path.write_text(renamed(path.read_text("utf8")), "utf8")
        except ValueError as error:
            raise ValueError(f"{path.relative_to(target.parent)}, {error}") from error


def editable(root: Path) -> str:
    """`banxin` over the repository's own folders, found after everything else."""
    lines = (
        "import sys",
        f"sys.path.append({str(root)!r})",
        "from layouts.public import *  # noqa",
        "from layouts.public import __all__  # noqa",
    )
    return "\n".join((*lines, ""))


def editable_main(root: Path) -> str:
    """The start of the program over the repository's own main.py, which is not found by its name:
    any folder may have one.
    """
    lines = (
        "from importlib.util import module_from_spec, spec_from_file_location",
        f"_spec = spec_from_file_location('banxin_main', {str(root / 'main.py')!r})",
        "_main = module_from_spec(_spec)",
        "_spec.loader.exec_module(_main)",
        "start, start_window = _main.start, _main.start_window",
        "if __name__ == '__main__':",
        "    start()",
    )
    return "\n".join((*lines, ""))


def renamed(source: str) -> str:
    """A module whose imports of ours go through `banxin`; lines stay where they are.

    ValueError for an import that cannot be renamed.
    """
    lines = source.split("\n")
    for number, column in sorted(_names(ast.parse(source)), reverse=True):
        line = lines[number].encode()  # ast counts bytes
        lines[number] = (line[:column] + b"banxin." + line[column:]).decode()
    return "\n".join(lines)


def _names(tree: ast.Module) -> Iterator[tuple[int, int]]:
    """Where the name of one of our packages begins in an import: line and byte, from 0."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module), level=0) if _is_ours(module):
                yield node.lineno - 1, node.col_offset + len("from ")
            case ast.Import(names=names) if any(_is_ours(name.name) for name in names):
                raise ValueError(
                    f"line {node.lineno}: write `from … import …`, which can be renamed"
                )
            case ast.Call(args=[ast.Constant(value=str(module)), *_]) if _is_ours(
                module
            ) and "import_module" in ast.unparse(node.func):
                yield node.args[0].lineno - 1, node.args[0].col_offset + len('"')
            case _:
                pass


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] in OURS
