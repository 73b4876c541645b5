"""Rules about colour: the output intent, and that every colour is one that it says how to print."""

from __future__ import annotations

from collections.abc import Iterator

from layouts.proof.evidence import Evidence, Intent
from layouts.proof.objects import identity, number
from layouts.proof.rule import Breach, ProofRule, clauses
from layouts.proof.spaces import Space

REGISTRY = "http://www.color.org"

INKS = frozenset({"DeviceGray", "DeviceCMYK", "Separation", "DeviceN", "Indexed", "Pattern", "?"})
"""Colour spaces that say ink outright, or stand on one that does.

What is not defined at all has a rule of its own.
"""

USES: dict[str, str] = {
    "text": "文字",
    "fill": "填色",
    "stroke": "线条",
    "image": "图片",
    "stencil": "单色图",
    "shading": "渐变",
}
"""What paints, in Chinese."""

_PRESS, _PRINTERS = frozenset({"CMYK"}), frozenset({"CMYK", "GRAY", "RGB"})
"""The colour spaces of profiles that an output intent may name."""

PLAIN = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}


def _print_intents(evidence: Evidence) -> list[Intent]:
    return [intent for intent in evidence.intents if intent.kind == "GTS_PDFX"]


def one_intent(evidence: Evidence) -> Iterator[Breach]:
    """Exactly one intent GTS_PDFX (ISO 15930-4, ISO 15930-7 6.4.2.1)."""
    found = len(_print_intents(evidence))
    if found != 1:
        yield Breach(
            f"应有一个印刷输出意图，实有 {found} 个",
            f"one output intent GTS_PDFX is needed, there are {found}",
        )


def condition(evidence: Evidence) -> Iterator[Breach]:
    """It names the printing condition, and describes it (ISO 15930-4, ISO 15930-7 6.4.2.1)."""
    for intent in _print_intents(evidence):
        if not intent.condition.strip():
            yield Breach(
                "输出意图没有印刷条件名（OutputConditionIdentifier）",
                "the output intent names no condition",
            )
        if not intent.info.strip():
            yield Breach("输出意图没有说明（Info）", "the output intent has no Info")
        if intent.registry and intent.registry.rstrip("/") != REGISTRY:
            yield Breach(
                f"RegistryName 应为 {REGISTRY}", f"RegistryName must be {REGISTRY}, or not be there"
            )


def _profile_breaches(intent: Intent, newest: int, spaces: frozenset[str]) -> Iterator[Breach]:
    profile = intent.profile
    if profile is None:
        yield Breach("输出意图没有可用的 ICC 特性文件", "the output intent has no ICC profile")
        return
    if profile.kind != "prtr":
        yield Breach(
            f"ICC 特性文件不是印刷设备的（{profile.kind}）",
            f"the ICC profile is not of a printing device ({profile.kind})",
        )
    if profile.space not in spaces or number(intent.declared) != profile.components:
        said, allowed = (
            f"{profile.space}, N {number(intent.declared):g}",
            " or ".join(sorted(spaces)),
        )
        yield Breach(
            f"ICC 特性文件的色彩空间或 N 不对（{said}，应为 {allowed.replace(' or ', '、')}）",
            f"the ICC profile, or its N, is not one of {allowed} ({said})",
        )
    if profile.version > newest:
        yield Breach(
            f"ICC 特性文件版本 {profile.version} 过新",
            f"the ICC profile is of version {profile.version}, {newest} is the newest allowed",
        )


def profile_x1a(evidence: Evidence) -> Iterator[Breach]:
    """An embedded profile of a CMYK press, ICC version 2, which is all that PDF 1.4 knows (ISO
    15930-4).
    """
    return (
        breach
        for intent in _print_intents(evidence)
        for breach in _profile_breaches(intent, 2, _PRESS)
    )


def profile_x4(evidence: Evidence) -> Iterator[Breach]:
    """An embedded profile of a printer of four inks, of black alone or of RGB, ICC version 2 or 4
    (ISO 15930-7 6.4.2.1).
    """
    return (
        breach
        for intent in _print_intents(evidence)
        for breach in _profile_breaches(intent, 4, _PRINTERS)
    )


def one_profile(evidence: Evidence) -> Iterator[Breach]:
    """All intents share one profile object (ISO 15930-7; ISO 19005-2 6.2.3)."""
    if (
        len({identity(intent.stream) for intent in evidence.intents if intent.stream is not None})
        > 1
    ):
        yield Breach(
            "各输出意图的 ICC 特性文件不是同一个", "the output intents do not share one ICC profile"
        )


def archive_profile(evidence: Evidence) -> Iterator[Breach]:
    """The profile of an intent GTS_PDFA1 is of a printer or a screen, and says how many components
    it has (ISO 19005-2 6.2.3).
    """
    for intent in (one for one in evidence.intents if one.kind == "GTS_PDFA1"):
        profile = intent.profile
        if profile is None or profile.kind not in ("prtr", "mntr") or profile.version > 4:
            yield Breach(
                "输出意图没有合用的 ICC 特性文件", "the output intent has no fitting ICC profile"
            )
        elif number(intent.declared) != profile.components:
            yield Breach("ICC 特性文件的 N 与内容不符", "the N of the ICC profile is wrong")


def only_inks(evidence: Evidence) -> Iterator[Breach]:
    """CMYK, grey and spot colours: no RGB, no Lab, no ICC, in text, rules, images, shadings or
    behind a spot (ISO 15930-4).
    """
    for page in evidence.pages:
        for space, use in page.content.spaces.items():
            wrong = [layer.family for layer in space.layers() if layer.family not in INKS]
            if wrong:
                yield Breach(
                    f"含有 {wrong[0]} 颜色（{USES[use]}）",
                    f"there is {wrong[0]} colour ({use})",
                    page.number,
                )


def _mismatched(evidence: Evidence, components: int) -> Iterator[Breach]:
    """Device colours that an intent of so many components does not describe.

    Grey goes with everything.
    """
    fitting = {"DeviceGray", PLAIN.get(components, "")}
    for page in evidence.pages:
        for space, use in page.content.spaces.items():
            for family in sorted(_devices(space) - fitting):
                yield Breach(
                    f"{family} 颜色没有对应的输出意图（{USES[use]}）",
                    f"{family} colour ({use}) is not what the output intent is of",
                    page.number,
                )


def _devices(space: Space) -> set[str]:
    return {layer.family for layer in space.layers() if layer.family in PLAIN.values()}


def matched_x4(evidence: Evidence) -> Iterator[Breach]:
    """Device colours are those of the output intent; all others are ICC based (ISO 15930-7
    6.4.3.2).
    """
    profile = next((intent.profile for intent in _print_intents(evidence)), None)
    return _mismatched(evidence, profile.components if profile else 4)


def matched_a2(evidence: Evidence) -> Iterator[Breach]:
    """Device colours only where an intent GTS_PDFA1 says what they mean (ISO 19005-2 6.2.4.3)."""
    intent = next((one for one in evidence.intents if one.kind == "GTS_PDFA1"), None)
    if intent:
        yield from _mismatched(evidence, intent.profile.components if intent.profile else 0)
        return
    for page in evidence.pages:
        found = sorted(set[str]().union(*map(_devices, page.content.spaces)))
        if found:
            zh = f"{'、'.join(found)} 颜色没有输出意图"
            yield Breach(zh, f"{', '.join(found)} colour without an output intent", page.number)


def known_spaces(evidence: Evidence) -> Iterator[Breach]:
    """Every colour space that is used is defined (ISO 15930-4, ISO 15930-7; ISO 19005-2
    6.2.4.1).
    """
    for page in evidence.pages:
        if any(layer.family == "?" for space in page.content.spaces for layer in space.layers()):
            yield Breach(
                "用到没有定义的色彩空间", "a colour space is used that is not defined", page.number
            )


def opaque(evidence: Evidence) -> Iterator[Breach]:
    """No transparency of any kind (ISO 15930-4)."""
    zh = {"alpha": "半透明", "blend": "混合模式", "mask": "柔和蒙版", "group": "透明组"}
    for page in evidence.pages:
        found = sorted(page.content.transparent)
        if found:
            yield Breach(
                f"含有透明：{'、'.join(zh[one] for one in found)}",
                f"there is transparency: {', '.join(found)}",
                page.number,
            )


def no_overprinted_icc(evidence: Evidence) -> Iterator[Breach]:
    """An ICC based CMYK colour does not overprint in mode 1 (ISO 15930-7; ISO 19005-2 6.2.4.2)."""
    for page, painted in evidence.painted():
        if (
            painted.overprint
            and painted.overprint_mode == 1
            and painted.colour.space == Space("ICCBased", 4)
        ):
            yield Breach(
                "ICC 四色以模式 1 叠印",
                "an ICC based CMYK colour overprints in mode 1",
                page.number,
            )


RULES = (
    ProofRule("proof-intent", clauses(x1a="", x4="6.4.2.1"), one_intent),
    ProofRule("proof-condition", clauses(x1a="", x4="6.4.2.1"), condition),
    ProofRule("proof-profile", clauses(x1a=""), profile_x1a),
    ProofRule("proof-profile", clauses(x4="6.4.2.1"), profile_x4),
    ProofRule("proof-profile", clauses(a2="6.2.3"), archive_profile),
    ProofRule("proof-one-profile", clauses(x4="", a2="6.2.3"), one_profile),
    ProofRule("proof-colour", clauses(x1a=""), only_inks),
    ProofRule("proof-colour", clauses(x4="6.4.3.2"), matched_x4),
    ProofRule("proof-colour", clauses(a2="6.2.4.3"), matched_a2),
    ProofRule("proof-colour-unknown", clauses(x1a="", x4="", a2="6.2.4.1"), known_spaces),
    ProofRule("proof-transparency", clauses(x1a=""), opaque),
    ProofRule("proof-overprint-icc", clauses(x4="", a2="6.2.4.2"), no_overprinted_icc),
)
