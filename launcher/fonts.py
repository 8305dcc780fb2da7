"""Charts with text need a font and, on Linux, fontconfig: without them AWT throws an Error."""

from __future__ import annotations

import ctypes.util
import sys
from pathlib import Path

from .say import say

_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_KINDS = {".ttf", ".otf", ".ttc", ".pfb"}


def missing() -> str | None:
    """One sentence on what is missing, or None."""
    if not sys.platform.startswith("linux"):
        return None
    if not _has_library():
        return (
            "fontconfig is missing, so charts cannot draw text: "
            "install the package fontconfig (and fonts-dejavu-core)"
        )
    if not _has_font():
        return (
            "no font is installed, so charts cannot draw text: "
            "install the package fonts-dejavu-core (Fedora: dejavu-sans-fonts)"
        )
    return None


def warn() -> None:
    sentence = missing()
    if sentence:
        say(f"warning: {sentence}")


def _has_library() -> bool:
    folders = ("/usr/lib", "/usr/lib64", "/lib")
    if any(
        next(Path(folder).glob(pattern), None)
        for folder in folders
        for pattern in ("libfontconfig.so.1", "*/libfontconfig.so.1")
    ):
        return True
    return ctypes.util.find_library("fontconfig") is not None


def _has_font() -> bool:
    return any(
        file.suffix.lower() in _KINDS
        for folder in _FOLDERS
        for file in Path(folder).expanduser().rglob("*")
    )
