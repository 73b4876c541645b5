"""Rules about colour: the output intent, and that every colour is one that it says how to print."""

from __future__ import annotations

from collections.abc import Iterator

from layouts.messages.lists import listed, one_of
from layouts.messages.message import Sentence
from layouts.messages.proof_colours import (
    COLOUR_NO_INK,
    COLOUR_NOT_OF_INTENT,
    COLOUR_WITHOUT_INTENT,
    CONDITION_NOT_DESCRIBED,
    CONDITION_NOT_NAMED,
    ICC_OVERPRINTS,
    INTENT_WITHOUT_FITTING_PROFILE,
    INTENT_WITHOUT_PROFILE,
    NOT_ONE_INTENT,
    PROFILE_COMPONENTS_WRONG,
    PROFILE_NO_PRINTERS,
    PROFILE_SPACE_WRONG,
    PROFILE_TOO_NEW,
    PROFILES_DIFFER,
    REGISTRY_WRONG,
    SPACE_UNDEFINED,
    TRANSPARENCY,
    TRANSPARENT,
    USES,
)
from layouts.proof.evidence import Evidence, Intent
from layouts.proof.objects import identity, number
from layouts.proof.rule import Breach, ProofRule, clauses
from layouts.proof.spaces import Space

REGISTRY = "http://www.color.org"

INKS = frozenset({"DeviceGray", "DeviceCMYK", "Separation", "DeviceN", "Indexed", "Pattern", "?"})
"""Colour spaces that say ink outright, or stand on one that does.

What is not defined at all has a rule of its own.
"""

_PRESS, _PRINTERS = frozenset({"CMYK"}), frozenset({"CMYK", "GRAY", "RGB"})
"""The colour spaces of profiles that an output intent may name."""

PLAIN = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}


def _print_intents(evidence: Evidence) -> list[Intent]:
    return [intent for intent in evidence.intents if intent.kind == "GTS_PDFX"]


def one_intent(evidence: Evidence) -> Iterator[Breach]:
    """Exactly one intent GTS_PDFX (ISO 15930-4, ISO 15930-7 6.4.2.1)."""
    found = len(_print_intents(evidence))
    if found != 1:
        yield Breach(*NOT_ONE_INTENT(count=found))


def condition(evidence: Evidence) -> Iterator[Breach]:
    """It names the printing condition, and describes it (ISO 15930-4, ISO 15930-7 6.4.2.1)."""
    for intent in _print_intents(evidence):
        if not intent.condition.strip():
            yield Breach(*CONDITION_NOT_NAMED())
        if not intent.info.strip():
            yield Breach(*CONDITION_NOT_DESCRIBED())
        if intent.registry and intent.registry.rstrip("/") != REGISTRY:
            yield Breach(*REGISTRY_WRONG(registry=REGISTRY))


def _profile_breaches(intent: Intent, newest: int, spaces: frozenset[str]) -> Iterator[Breach]:
    profile = intent.profile
    if profile is None:
        yield Breach(*INTENT_WITHOUT_PROFILE())
        return
    if profile.kind != "prtr":
        yield Breach(*PROFILE_NO_PRINTERS(kind=profile.kind))
    if profile.space not in spaces or number(intent.declared) != profile.components:
        said = f"{profile.space}, N {number(intent.declared):g}"
        yield Breach(*PROFILE_SPACE_WRONG(space=said, allowed=one_of(sorted(spaces))))
    if profile.version > newest:
        yield Breach(*PROFILE_TOO_NEW(version=profile.version, newest=newest))


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
        yield Breach(*PROFILES_DIFFER())


def archive_profile(evidence: Evidence) -> Iterator[Breach]:
    """The profile of an intent GTS_PDFA1 is of a printer or a screen, and says how many components
    it has (ISO 19005-2 6.2.3).
    """
    for intent in (one for one in evidence.intents if one.kind == "GTS_PDFA1"):
        profile = intent.profile
        if profile is None or profile.kind not in ("prtr", "mntr") or profile.version > 4:
            yield Breach(*INTENT_WITHOUT_FITTING_PROFILE())
        elif number(intent.declared) != profile.components:
            yield Breach(*PROFILE_COMPONENTS_WRONG())


def only_inks(evidence: Evidence) -> Iterator[Breach]:
    """CMYK, grey and spot colours: no RGB, no Lab, no ICC, in text, rules, images, shadings or
    behind a spot (ISO 15930-4).
    """
    for page in evidence.pages:
        for space, use in page.content.spaces.items():
            wrong = [layer.family for layer in space.layers() if layer.family not in INKS]
            if wrong:
                yield Breach(*COLOUR_NO_INK(family=wrong[0], use=USES[use]), page.number)


def _mismatched(evidence: Evidence, components: int) -> Iterator[Breach]:
    """Device colours that an intent of so many components does not describe.

    Grey goes with everything.
    """
    fitting = {"DeviceGray", PLAIN.get(components, "")}
    for page in evidence.pages:
        for space, use in page.content.spaces.items():
            for family in sorted(_devices(space) - fitting):
                yield Breach(*COLOUR_NOT_OF_INTENT(family=family, use=USES[use]), page.number)


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
            yield Breach(*COLOUR_WITHOUT_INTENT(families=listed(found)), page.number)


def known_spaces(evidence: Evidence) -> Iterator[Breach]:
    """Every colour space that is used is defined (ISO 15930-4, ISO 15930-7; ISO 19005-2
    6.2.4.1).
    """
    for page in evidence.pages:
        if any(layer.family == "?" for space in page.content.spaces for layer in space.layers()):
            yield Breach(*SPACE_UNDEFINED(), page.number)


def opaque(evidence: Evidence) -> Iterator[Breach]:
    """No transparency of any kind (ISO 15930-4)."""
    for page in evidence.pages:
        found = sorted(page.content.transparent)
        if found:
            kinds = Sentence(listed(TRANSPARENCY[one] for one in found).zh, listed(found).en)
            yield Breach(*TRANSPARENT(kinds=kinds), page.number)


def no_overprinted_icc(evidence: Evidence) -> Iterator[Breach]:
    """An ICC based CMYK colour does not overprint in mode 1 (ISO 15930-7; ISO 19005-2 6.2.4.2)."""
    for page, painted in evidence.painted():
        if (
            painted.overprint
            and painted.overprint_mode == 1
            and painted.colour.space == Space("ICCBased", 4)
        ):
            yield Breach(*ICC_OVERPRINTS(), page.number)


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
