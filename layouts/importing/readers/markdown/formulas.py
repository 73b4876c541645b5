"""Formulas of TeX as text: what characters can say is said with them."""

from __future__ import annotations

import html
import re

_SIGNS = {
    "times": "×", "div": "÷", "pm": "±", "cdot": "·", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥",
    "neq": "≠", "ne": "≠", "approx": "≈", "sim": "∼", "infty": "∞", "sum": "∑", "int": "∫",
    "circ": "°", "degree": "°", "rightarrow": "→", "to": "→", "leftarrow": "←", "ldots": "…",
    "dots": "…", "cdots": "…", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "Delta": "Δ",
    "lambda": "λ", "mu": "μ", "pi": "π", "sigma": "σ", "omega": "ω", "Omega": "Ω", "theta": "θ",
    "in": "∈", "cup": "∪", "cap": "∩", "quad": " ", "qquad": " ", "textperthousand": "‰",
}  # fmt: skip
_WORDS = re.compile(r"\\(?:text|mathrm|mathbf|mathit|textbf|mbox|operatorname)\s*\{([^{}]*)\}")
_SCRIPT = re.compile(r"([\^_])(?:\{([^{}]*)\}|([^\s{}\\^_]))")
_FRACTION = re.compile(r"\\d?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_COMMAND = re.compile(r"\\([A-Za-z]+)\s?|\\([%$#&_{} ,;:!])")
_HANZI = re.compile("[\u3400-\u9fff]")
_LONGEST = 2_000


def formula(tex: str) -> str | None:
    """HTML of a formula; None where dollars are money and stand around Chinese text."""
    if len(tex) > _LONGEST or _HANZI.search(_WORDS.sub("", tex)):
        return None
    text = html.escape(tex.strip(), quote=False)
    text = _WORDS.sub(r"\1", text)
    text = _FRACTION.sub(r"\1/\2", text)
    text = _COMMAND.sub(_sign, text)
    return " ".join(_SCRIPT.sub(_script, text).split())


def _sign(found: re.Match[str]) -> str:
    if found[2]:
        return " " if found[2] in " ,;:" else found[2].replace("!", "").replace("_", "&#95;")
    return _SIGNS.get(found[1], found[0])


def _script(found: re.Match[str]) -> str:
    tag = "sup" if found[1] == "^" else "sub"
    return f"<{tag}>{found[2] or found[3] or ''}</{tag}>"
