"""The print conditions whose profiles come with Banxin."""

from __future__ import annotations

from types import MappingProxyType

FIRST_CONDITION = "FOGRA39"
"""Where none is named."""

CONDITIONS = MappingProxyType(
    {
        FIRST_CONDITION: "ISOcoated_v2_300_bas.icc",
        "FOGRA47": "FOGRA47L_uncoated.icc",
    }
)
"""The file of each in `resources/profiles`: offset on coated paper (ISO Coated v2
300 %), and on white uncoated paper (ISO 12647-2:2004 paper type 4).
"""
