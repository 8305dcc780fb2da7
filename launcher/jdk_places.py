"""Where JDKs stand, by the habits of systems and installers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_SYSTEM = (
    "/usr/lib/jvm",
    "/usr/lib64/jvm",
    "/usr/java",
    "/opt",
    "/opt/java",
    "/opt/homebrew/opt",
    "/usr/local/opt",
    "/usr/local/java",
    "/Library/Java/JavaVirtualMachines",
)
_HOME = (
    "Library/Java/JavaVirtualMachines",
    ".sdkman/candidates/java",
    ".jdks",
    ".gradle/jdks",
    ".asdf/installs/java",
    ".local/share/mise/installs/java",
    ".jenv/versions",
)
_WINDOWS = (
    "Java",
    "Eclipse Adoptium",
    "Microsoft",
    "Zulu",
    "Amazon Corretto",
    "BellSoft",
    "Programs/Eclipse Adoptium",
)


def parents() -> list[Path]:
    """The folders that hold one JDK or several, each in a folder of its own."""
    home = Path(os.path.expanduser("~"))
    programs = [os.environ.get(name) for name in ("ProgramFiles", "ProgramW6432", "LOCALAPPDATA")]
    return [
        *map(Path, _SYSTEM),
        *(home / name for name in _HOME),
        *(Path(base, name) for base in programs if base for name in _WINDOWS),
    ]


def homes_in(parent: Path) -> Iterator[Path]:
    """The folders in it that may be a JDK's home: on macOS that is two levels further down."""
    try:
        folders = sorted(parent.iterdir())
    except OSError:
        return
    for folder in folders:
        yield folder
        yield folder / "Contents" / "Home"
        yield folder / "libexec" / "openjdk.jdk" / "Contents" / "Home"
