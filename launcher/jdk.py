"""Finds a JDK that is new enough, or has one fetched."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from . import child, jdk_places, reasons, stamp
from .house import JDK_MINIMUM, JDK_TO_FETCH, WINDOWS, House
from .say import Refusal, step

_EXE = ".exe" if WINDOWS else ""
_FETCH = """import sys, cjdk
print(cjdk.java_home(jdk=sys.argv[1], cache_dir=sys.argv[2], progress=False))"""
_INSTALL = (
    f"install a JDK {JDK_MINIMUM} yourself (for example Eclipse Temurin {JDK_MINIMUM} from "
    f"adoptium.net, or your system's package openjdk-{JDK_MINIMUM}-jdk) "
    "and run the same command again"
)


@dataclass(frozen=True)
class Jdk:
    """A JDK: its home folder and its full version, such as 25.0.3."""

    home: Path
    version: str

    @property
    def major(self) -> int:
        return int(self.version.split(".")[0])

    @property
    def java(self) -> Path:
        return self.home / "bin" / f"java{_EXE}"


def find(house: House, prefix: Path | None = None) -> tuple[Jdk | None, list[str]]:
    """The first JDK that will do, and a line for each explicit choice that was passed over.

    `prefix` is a conda environment in use, whose own JDK goes before the machine's.
    """
    passed_over: list[str] = []
    for source, home in _chosen(prefix):
        jdk = read(home)
        if jdk and jdk.major >= JDK_MINIMUM:
            return jdk, passed_over
        passed_over.append(f"{source} names {home}, {_short_of(home)}")
    found = [jdk for jdk in map(read, _usual(house)) if jdk and jdk.major >= JDK_MINIMUM]
    # The version that the project is built and tested with goes first, then the newest of it.
    found.sort(key=lambda j: (j.major != JDK_MINIMUM, -j.major, _neg(j.version)))
    return (found[0] if found else None), passed_over


def read(home: Path) -> Jdk | None:
    """The JDK at this folder, or None where there is none (a JRE is none: it has no compiler)."""
    if not (home / "bin" / f"javac{_EXE}").is_file():
        return None
    version = _released(home / "release") or _asked(home / "bin" / f"java{_EXE}")
    return Jdk(home, version) if version else None


def _released(file: Path) -> str | None:
    try:
        text = file.read_text("utf-8", "replace")
    except OSError:
        return None
    found = re.search(r'^JAVA_VERSION="([^"]+)"', text, re.MULTILINE)
    return _plain(found.group(1)) if found else None


def _asked(java: Path) -> str | None:
    """Starts the JVM to ask: only for a JDK without a `release` file."""
    try:
        text = subprocess.run(
            [str(java), "-version"], capture_output=True, text=True, timeout=20
        ).stderr
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(r'version "([^"]+)"', text)
    return _plain(found.group(1)) if found else None


def _plain(version: str) -> str | None:
    """Digits and dots alone: 26-ea is 26, 1.8.0_402 is 8.0."""
    found = re.match(r"\d+(\.\d+)*", version.removeprefix("1."))
    return found.group() if found else None


def _short_of(home: Path) -> str:
    jdk = read(home)
    if jdk:
        return f"JDK {jdk.version}: passed over, because {JDK_MINIMUM} or newer is needed"
    return "which is no JDK (it has no bin/javac): passed over"


def _neg(version: str) -> tuple[int, ...]:
    return tuple(-int(part) for part in version.split("."))


def _chosen(prefix: Path | None) -> Iterator[tuple[str, Path]]:
    """What the person or the environment chose on purpose."""
    if os.environ.get("JAVA_HOME"):
        yield "JAVA_HOME", Path(os.environ["JAVA_HOME"])
    if prefix:
        for home in (
            prefix / "lib" / "jvm",
            prefix / "Library" / "lib" / "jvm",
            prefix / "Library",
        ):
            if (home / "bin").is_dir():
                yield "the conda environment", home


def _usual(house: House) -> Iterator[Path]:
    """Every folder that may be a JDK's home without anybody having said so."""
    javac = shutil.which("javac")
    if javac:
        yield Path(javac).resolve().parent.parent
    fetched = stamp.read(house.stamps / "jdk.json").get("home")
    if fetched:
        yield house.root / fetched
    for parent in jdk_places.parents():
        yield from jdk_places.homes_in(parent)


def fetch(house: House, python: Path, env: Mapping[str, str]) -> Jdk:
    """Has cjdk fetch a JDK into the house. Raises Refusal when that fails."""
    # A fetch that was killed leaves this behind, and cjdk would wait for it for five minutes.
    shutil.rmtree(house.jdks / "v0" / "fetching", ignore_errors=True)
    log = house.logs / "jdk.log"
    try:
        with step("JDK: none here is new enough, fetching Temurin 25"):
            child.run([python, "-c", _FETCH, JDK_TO_FETCH, house.jdks], log, env, house.root)
    except child.ChildFailed as failed:
        because = str(reasons.refusal("fetching a JDK", failed)).split(":")[0]
        raise Refusal(f"{because}: {_INSTALL}.") from None
    lines = log.read_text("utf-8", "replace").strip().splitlines()
    jdk = read(Path(lines[-1])) if lines else None
    if not jdk:
        raise Refusal(f"What was fetched is no JDK: {_INSTALL}.")
    stamp.write(house.stamps / "jdk.json", {"home": os.path.relpath(jdk.home, house.root)})
    return jdk
