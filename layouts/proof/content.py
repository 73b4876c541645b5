"""A walk through the content of a page: its streams, and the forms, patterns and images they call
(ISO 32000-1 8 and 9).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

import pikepdf
from msgspec.structs import replace

from layouts.proof.glyphs import NOTDEF, FontGlyphs, codes, is_visible
from layouts.proof.known import LookedInto
from layouts.proof.objects import (
    Identity,
    entries,
    get,
    identity,
    is_dictionary,
    items,
    name,
    number,
    numbers,
    text,
)
from layouts.proof.painted import (
    IDENTITY,
    Claim,
    GraphicsState,
    Kind,
    Matrix,
    PageContent,
    Painted,
    PaintedColour,
    scale,
    times,
)
from layouts.proof.spaces import CMYK, GREY, RGB, space
from layouts.written import unpacked

DEEPEST = 12
"""Forms inside forms. A booklet has two."""

MOST = 500_000
"""Operators of one file, forms counted each time they are called, those that only fill paths once:
a printed page of ours has 150 to 400, with its text as curves 3,000. They take four seconds.
"""

MOST_READ = 40_000_000
"""Bytes of content of one file, forms counted each time they are called: what holds no operators is
to be unpacked as well.
"""

MOST_BYTES = 4_000_000
"""Bytes of one stream, unpacked: pikepdf builds all its operators before it gives the first.

Pages of ours have under 10,000.
"""

_WORD = re.compile(rb"(?<![^\s\]>)}])[A-Za-z'\"]")
"""Where an operator may begin; words of strings are taken for operators too, which only a file of
half a million words feels.
"""

_PAINTS = {
    "f": "f",
    "F": "f",
    "f*": "f",
    "B": "fs",
    "B*": "fs",
    "b": "fs",
    "b*": "fs",
    "S": "s",
    "s": "s",
}

_DEVICES = {"g": GREY, "rg": RGB, "k": CMYK}


class TooMuchError(Exception):
    """A page that goes on without end, or as good as that."""


class Budget:
    """How many operators and bytes of content may still be read of a file."""

    def __init__(self) -> None:
        self.left = MOST
        self._bytes = MOST_READ

    def open(self, parts: list[bytes]) -> None:
        """A stream about to be read.

        TooMuchError where it says more than may still be read, before any of it is built.
        """
        size = sum(map(len, parts))
        self._bytes -= size
        if size > MOST_BYTES or self._bytes < 0:
            raise TooMuchError(f"{size} bytes")
        if sum(len(_WORD.findall(part)) for part in parts if len(part) > self.left) > self.left:
            raise TooMuchError(f"more than {MOST} operators")

    def take(self) -> None:
        """One more operator. TooMuchError where there were too many."""
        self.left -= 1
        if self.left < 0:
            raise TooMuchError(f"more than {MOST} operators")


class ContentWalk:
    """One page being read.

    `content` is what came out. `known` is what other pages have looked into.
    """

    def __init__(self, known: LookedInto, budget: Budget) -> None:
        self.content = PageContent([], {}, set(), [])
        self._known = known
        self._budget = budget
        self._tags: list[bool] = []
        self._claims: list[Claim | None] = []
        self._inked = 0
        self._state = GraphicsState()
        self._saved: list[GraphicsState] = []
        self._floor = 0
        self._drawn_fonts: set[Identity] = set()
        self._text: Matrix = IDENTITY
        self._steps: dict[str, Callable[..., None]] = {
            "q": self._save,
            "Q": self._restore,
            "cm": self._transform,
            "w": self._width,
            "gs": self._graphics_state,
            **dict.fromkeys(("g", "rg", "k", "G", "RG", "K"), self._device),
            **dict.fromkeys(("cs", "CS"), self._space),
            **dict.fromkeys(("sc", "scn", "SC", "SCN"), self._values),
            "BT": self._begin_text,
            "Tm": self._text_matrix,
            "Tf": self._font,
            "Tr": self._render,
            **dict.fromkeys(("Tj", "TJ", "'", '"'), self._show),
            **dict.fromkeys(_PAINTS, self._path),
            "sh": self._shading,
            "Do": self._call,
            "BMC": self._begin_marked,
            "BDC": self._begin_marked,
            "EMC": self._end_marked,
        }

    def page(self, page: pikepdf.Page, resources: object) -> None:
        """Read a page. TooMuchError where there is no end to it; pikepdf.PikepdfError where it is
        damaged.
        """
        if name(get(get(page.obj, "/Group"), "/S")) == "Transparency":
            self.content.transparent.add("group")
        self._stream(page, resources, 0)

    def _stream(self, stream: pikepdf.Page | pikepdf.Object, resources: object, depth: int) -> None:
        if depth > DEEPEST:
            raise TooMuchError(f"forms are nested more than {DEEPEST} deep")
        self._budget.open(_parts(stream))
        outer, self._floor = self._floor, len(self._saved)
        for instruction in pikepdf.parse_content_stream(stream):
            self._budget.take()
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self._inline(instruction, resources)
            else:
                self._operator(
                    str(instruction.operator),
                    [cast("object", one) for one in instruction.operands],
                    resources,
                    depth,
                )
        del self._saved[self._floor :]
        self._floor = outer

    def _operator(
        self, operator: str, operands: list[object], resources: object, depth: int
    ) -> None:
        step = self._steps.get(operator)
        if step:
            step(operator, operands, resources, depth)

    # -- the state ---------------------------------------------------------------------------------

    def _save(self, *_: object) -> None:
        self._saved.append(self._state)
        self._state = replace(self._state)

    def _restore(self, *_: object) -> None:
        if len(self._saved) > self._floor:  # a form gives back no more than it saved
            self._state = self._saved.pop()

    def _transform(self, _: str, operands: list[object], *__: object) -> None:
        self._state.matrix = times(_matrix(operands), self._state.matrix)

    def _width(self, _: str, operands: list[object], *__: object) -> None:
        self._state.line_width = number(operands[0]) if operands else 0.0

    def _device(self, operator: str, operands: list[object], resources: object, _: int) -> None:
        """g, rg, k and their strokes; a Default space of the resources takes a device's place."""
        device = _DEVICES[operator.lower()]
        found = space(pikepdf.Name(f"/{device.family}"), resources)
        self._set(operator.isupper(), PaintedColour(found, tuple(map(number, operands))))

    def _space(self, operator: str, operands: list[object], resources: object, _: int) -> None:
        found = space(operands[0], resources) if operands else GREY
        # ISO 32000-1 8.6.6.4: full tint to begin with
        first = 1.0 if found.family in ("Separation", "DeviceN") else 0.0
        values = (
            (0.0, 0.0, 0.0, 1.0) if found.family == "DeviceCMYK" else (first,) * found.components
        )
        self._set(operator.isupper(), PaintedColour(found, values))

    def _values(self, operator: str, operands: list[object], resources: object, depth: int) -> None:
        stroking = operator.isupper()
        before = self._state.stroke if stroking else self._state.fill
        pattern = name(operands[-1]) if operands else ""
        values = tuple(number(one) for one in operands if not name(one))
        self._set(stroking, PaintedColour(before.space, values, pattern))
        if pattern:
            self._pattern(get(get(resources, "/Pattern"), f"/{pattern}"), resources, depth)

    def _set(self, stroking: bool, colour: PaintedColour) -> None:
        self.content.spaces.setdefault(colour.space, "stroke" if stroking else "fill")
        if stroking:
            self._state.stroke = colour
        else:
            self._state.fill = colour

    def _graphics_state(self, _: str, operands: list[object], resources: object, __: int) -> None:
        """An ExtGState (ISO 32000-1 8.4.5)."""
        entry = get(get(resources, "/ExtGState"), f"/{name(operands[0])}") if operands else None
        if not is_dictionary(entry):
            return
        state, value = self._state, cast("pikepdf.Dictionary", entry)
        if "/OP" in value:
            state.overprint_stroke = state.overprint_fill = bool(value["/OP"])
        if "/op" in value:
            state.overprint_fill = bool(value["/op"])
        state.overprint_mode = int(number(value.get("/OPM"), state.overprint_mode))
        state.line_width = number(value.get("/LW"), state.line_width)
        state.alpha_fill, state.alpha_stroke = (
            number(value.get("/ca"), state.alpha_fill),
            number(value.get("/CA"), state.alpha_stroke),
        )
        if "/BM" in value:
            modes = value["/BM"]
            state.blend = name(
                modes[0] if isinstance(modes, pikepdf.Array) and len(modes) else modes
            )
        if "/SMask" in value:
            state.masked = is_dictionary(value["/SMask"])
        self._note_transparency()

    def _note_transparency(self) -> None:
        state, found = self._state, self.content.transparent
        if state.alpha_fill < 1 or state.alpha_stroke < 1:
            found.add("alpha")
        if state.blend not in ("Normal", "Compatible"):
            found.add("blend")
        if state.masked:
            found.add("mask")

    # -- text --------------------------------------------------------------------------------------

    def _begin_text(self, *_: object) -> None:
        self._text = IDENTITY

    def _text_matrix(self, _: str, operands: list[object], *__: object) -> None:
        self._text = _matrix(operands)

    def _font(self, _: str, operands: list[object], resources: object, depth: int) -> None:
        if len(operands) != 2:
            return
        self._state.size = number(operands[1])
        font = get(get(resources, "/Font"), f"/{name(operands[0])}")
        self._state.font = self._known.glyphs(font)
        if name(get(font, "/Subtype")) == "Type3" and identity(font) not in self._drawn_fonts:
            self._drawn_fonts.add(identity(font))
            for _glyph, drawn in entries(get(font, "/CharProcs")):
                if is_dictionary(drawn):
                    self._inside(
                        cast("pikepdf.Object", drawn), get(font, "/Resources") or resources, depth
                    )

    def _render(self, _: str, operands: list[object], *__: object) -> None:
        self._state.render = int(number(operands[0])) if operands else 0

    def _show(self, _: str, operands: list[object], *__: object) -> None:
        """Text in its rendering mode (ISO 32000-1 table 106): filled, stroked, both; 3 and 7 paint
        nothing.
        """
        if operands:
            self._look(operands[-1])
        mode = self._state.render % 4
        size = abs(self._state.size) * scale(times(self._text, self._state.matrix))
        if mode in (0, 2):
            self._paint("text", self._state.fill, self._state.overprint_fill, size)
        if mode in (1, 2):
            self._paint("text", self._state.stroke, self._state.overprint_stroke, size)

    def _look(self, shown: object) -> None:
        """Hold what is shown against what it is said to show."""
        font = self._state.font
        if font is None:  # a font of a kind not looked into: taken for good
            self._inked += 1
            return
        if font.claimed or any(self._claims) or _may_lack(shown):
            for data in [
                bytes(part) for part in items(shown) or [shown] if isinstance(part, pikepdf.String)
            ]:
                self._hold(font, data)

    def _hold(self, font: FontGlyphs, data: bytes) -> None:
        found = codes(data)
        self.content.unprinted += [font.claimed[code] for code in found if code in font.claimed]
        self.content.lacking += NOTDEF in found
        self._inked += not font.inked.isdisjoint(found)

    # -- marks -------------------------------------------------------------------------------------

    def _path(self, operator: str, *_: object) -> None:
        state, does = self._state, _PAINTS[operator]
        if "f" in does:
            self._paint("fill", state.fill, state.overprint_fill)
        if "s" in does:
            self._paint(
                "stroke",
                state.stroke,
                state.overprint_stroke,
                state.line_width * scale(state.matrix),
            )

    def _paint(self, kind: Kind, colour: PaintedColour, overprint: bool, size: float = 0.0) -> None:
        self.content.spaces.setdefault(colour.space, kind)
        self.content.painted.append(
            Painted(kind, colour, overprint, self._state.overprint_mode, size, any(self._tags))
        )

    def _shading(self, _: str, operands: list[object], resources: object, __: int) -> None:
        if operands:
            self._shade(get(get(resources, "/Shading"), f"/{name(operands[0])}"), resources)

    def _shade(self, shading: object, resources: object) -> None:
        self._paint(
            "shading",
            PaintedColour(space(get(shading, "/ColorSpace"), resources), ()),
            self._state.overprint_fill,
        )

    def _pattern(self, pattern: object, resources: object, depth: int) -> None:
        if number(get(pattern, "/PatternType")) == 2:
            self._shade(get(pattern, "/Shading"), resources)
        elif is_dictionary(pattern):
            self._inside(
                cast("pikepdf.Object", pattern), get(pattern, "/Resources") or resources, depth
            )

    def _call(self, _: str, operands: list[object], resources: object, depth: int) -> None:
        """Do: an image, or a form with resources of its own."""
        called = get(get(resources, "/XObject"), f"/{name(operands[0])}") if operands else None
        if not is_dictionary(called):
            return
        if name(get(called, "/Subtype")) == "Image":
            self._image(called, resources)
        elif name(get(called, "/Subtype")) == "Form":
            if name(get(get(called, "/Group"), "/S")) == "Transparency":
                self.content.transparent.add("group")
            form = cast("pikepdf.Object", called)
            fills = self._fills(form)
            if fills is None:
                self._inside(form, get(called, "/Resources") or resources, depth)
            else:
                for operator in fills:
                    self._path(operator)

    def _fills(self, form: pikepdf.Object) -> tuple[str, ...] | None:
        """How a form paints that does nothing but fill paths."""
        if not self._known.has_read(form):
            self._budget.open(_parts(form))
        return self._known.fills(form)

    def _inside(self, stream: pikepdf.Object, resources: object, depth: int) -> None:
        before, tags, claims, matrix_of_text = self._state, self._tags, self._claims, self._text
        matrix = numbers(get(stream, "/Matrix"))
        self._state = replace(
            before, matrix=times(_matrix(list(matrix)), before.matrix) if matrix else before.matrix
        )
        self._tags, self._claims = list(tags), list(claims)
        self._stream(stream, resources, depth + 1)
        self._state, self._tags, self._claims, self._text = before, tags, claims, matrix_of_text

    def _image(self, image: object, resources: object) -> None:
        if get(image, "/ImageMask") is True:
            self._paint("stencil", self._state.fill, self._state.overprint_fill)
            return
        if is_dictionary(get(image, "/SMask")) or number(get(image, "/SMaskInData")):
            self.content.transparent.add("mask")
        self._paint(
            "image",
            PaintedColour(space(get(image, "/ColorSpace"), resources), ()),
            self._state.overprint_fill,
        )

    def _inline(self, instruction: pikepdf.ContentStreamInlineImage, resources: object) -> None:
        image = instruction.iimage
        if image.image_mask:
            self._paint("stencil", self._state.fill, self._state.overprint_fill)
            return
        self._paint(
            "image",
            PaintedColour(space(_inline_space(image), resources), ()),
            self._state.overprint_fill,
        )

    # -- marked content ----------------------------------------------------------------------------

    def _begin_marked(
        self, operator: str, operands: list[object], resources: object, _: int
    ) -> None:
        """BMC and BDC: tagged by a number that the structure knows, or an artifact."""
        tag = name(operands[0]) if operands else ""
        held = operands[1] if operator == "BDC" and len(operands) > 1 else None
        if name(held):
            held = get(get(resources, "/Properties"), f"/{name(held)}")
        self._tags.append(tag == "Artifact" or get(held, "/MCID") is not None)
        told = text(get(held, "/ActualText"))
        self._claims.append(
            Claim(told, len(self.content.painted), self._inked) if is_visible(told) else None
        )

    def _end_marked(self, *_: object) -> None:
        """EMC. A text that is told must stand over ink, be it that of glyphs, a picture or a
        drawing (ISO 32000-1 14.9.4).
        """
        if not self._tags:
            return
        self._tags.pop()
        claim = self._claims.pop()
        if (
            claim
            and self._inked == claim.inked
            and all(mark.kind == "text" for mark in self.content.painted[claim.marks :])
        ):
            self.content.unprinted.append(claim.text)


def _may_lack(shown: object) -> bool:
    """Whether code 0 may be in a shown string or array: as it is written that is told without
    making a value of every part.
    """
    written = shown.unparse() if isinstance(shown, pikepdf.Array | pikepdf.String) else b""
    return b"\\000" in written or b"0000" in written


def _inline_space(image: pikepdf.PdfInlineImage) -> object:
    """What an inline image calls its colour space, by short or long name."""
    held = image.obj
    return held.get("/ColorSpace", held.get("/CS"))


def _matrix(operands: list[object] | list[float]) -> Matrix:
    found = [number(one) for one in operands]
    return (
        (found[0], found[1], found[2], found[3], found[4], found[5])
        if len(found) == 6
        else IDENTITY
    )


def _parts(stream: pikepdf.Page | pikepdf.Object) -> list[bytes]:
    """A page's content or a form, unpacked. pikepdf.PikepdfError where it is packed as a
    picture.
    """
    content = get(stream.obj, "/Contents") if isinstance(stream, pikepdf.Page) else stream
    return [unpacked(part) for part in (items(content) or [content])]


def page_content(
    page: pikepdf.Page, resources: object, known: LookedInto, budget: Budget
) -> PageContent:
    """All that a page paints with its resources; what is `known` of the file is not read again.

    TooMuchError where its `budget` does not last.
    """
    walk = ContentWalk(known, budget)
    walk.page(page, resources)
    return walk.content
