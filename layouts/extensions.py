"""What packages of somebody else's add: readers, writers, layouts and checks, found by entry points
and loaded when asked for.

A package declares them in its pyproject.toml (entry points specification of the Python Packaging
User Guide):

    [project.entry-points."banxin.readers"]
    docbook = "their_package:read"      # .docbook: of a Path, gives an Issue and its Findings

    [project.entry-points."banxin.writers"]
    epub = "their_package:write"        # -o x.epub: of a Composition and a Path, writes the file

    [project.entry-points."banxin.layouts"]
    xiaobao = "their_package:LAYOUT"    # layout: xiaobao: the path of a layout file (.toml)

    [project.entry-points."banxin.checks"]
    names = "their_package:check"       # of an Issue and an Edition, gives Findings

Nothing is looked for until a name is asked for that is not ours: an export of what we ship never
scans installed packages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from layouts.errors import BanxinError, Source
from layouts.messages.extensions import (
    EXTENSION_FAILED,
    EXTENSION_NOT_LOADED,
    OWN_FAILED,
    OWN_GIVES_OTHERS,
)
from layouts.messages.message import Message

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Group = Literal["readers", "writers", "layouts", "checks"]


def extension(group: Group, name: str) -> Any | None:  # noqa: ANN401, whatever somebody else's package declares
    """What an installed package adds under this name; None where none does.

    BanxinError where it cannot be loaded.
    """
    point = _declared(group).get(name)
    return None if point is None else _loaded(group, point)


def extension_names(group: Group) -> tuple[str, ...]:
    """The names that installed packages add, in order; nothing is loaded."""
    return tuple(_declared(group))


def called(group: Group, name: str, function: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401, as above
    """What a function of somebody else's gives; whatever goes wrong in it is a BanxinError that
    names it.
    """
    try:
        return function(*arguments)
    except BanxinError:
        raise
    except Exception as error:
        raise _failed(group, name, EXTENSION_FAILED, error) from error


class OwnFunction:
    """Calls functions of whoever calls us, by name; what goes wrong in one is a BanxinError that
    names it, at a `source`, and so is what is not of the type `wanted`.
    """

    def __init__(self, name: str, wanted: type, source: Source | None = None) -> None:
        self._name = name
        self._wanted = wanted
        self._source = source

    def __call__(self, function: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401, as above
        """What it gives, of the type wanted."""
        return self._checked(self._of(function, *arguments))

    def all(self, function: Callable[..., Any], *arguments: object) -> list[Any]:
        """All that it gives or yields, each of the type wanted."""
        return [self._checked(one) for one in self._of(lambda: list(function(*arguments) or ()))]

    def _of(self, function: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401, as above
        try:
            return function(*arguments)
        except BanxinError:
            raise
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
            raise BanxinError(*OWN_FAILED(name=self._name, reason=said), self._source) from error

    def _checked(self, given: object) -> object:
        if isinstance(given, self._wanted):
            return given
        said = OWN_GIVES_OTHERS(
            name=self._name, wanted=self._wanted.__name__, given=type(given).__name__
        )
        raise BanxinError(*said, self._source)


@lru_cache
def _declared(group: Group) -> Mapping[str, EntryPoint]:
    """The entry points of a group; of two with one name the one whose value comes first."""
    from importlib import metadata  # 10 ms, which no export of what we ship need spend

    found: dict[str, EntryPoint] = {}
    for point in sorted(
        metadata.entry_points(group=f"banxin.{group}"), key=lambda point: (point.name, point.value)
    ):
        found.setdefault(point.name, point)
    return found


@lru_cache
def _loaded(group: Group, point: EntryPoint) -> object:
    try:
        return point.load()
    except Exception as error:
        raise _failed(group, point.name, EXTENSION_NOT_LOADED, error) from error


def _failed(group: Group, name: str, message: Message, error: Exception) -> BanxinError:
    said = f"{type(error).__name__}: {error}"
    return BanxinError(*message(name=name, group=group, reason=said))
