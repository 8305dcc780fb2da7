"""Remembers what a thing was made from: nothing is made twice, nothing half-made is used.

A stamp is a small JSON file, written last. It holds the fingerprint of the inputs; the thing is up
to date while its inputs still have that fingerprint.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def file_hash(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    digest = hashlib.sha256()
    with open(path, "rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def files_under(folders: Iterable[Path]) -> list[Path]:
    """Every file in the folders (a file stands for itself), in a fixed order."""
    found: list[Path] = []
    for folder in folders:
        if folder.is_file():
            found.append(folder)
        for parent, names, files in os.walk(folder):
            names.sort()
            found.extend(Path(parent, name) for name in sorted(files))
    return found


def look(paths: Iterable[Path]) -> str:
    """Fingerprint by name, size and time of change: quick, and different after any touch."""
    digest = hashlib.sha256()
    for path in paths:
        status = path.stat()
        digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def content(paths: Iterable[Path], base: Path) -> str:
    """Fingerprint by name and bytes: the same after a touch or a fresh checkout."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.relative_to(base).as_posix()}\0{file_hash(path)}\0".encode())
    return digest.hexdigest()


def read(path: Path) -> dict[str, Any]:
    """The stamp, or nothing where there is none that can be read."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write(path: Path, value: dict[str, Any]) -> None:
    """Writes the stamp whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.{os.getpid()}.new")
    half.write_text(json.dumps(value, indent=1), "utf-8")
    os.replace(half, path)


def forget(path: Path) -> None:
    """Removes the stamp before its thing is made anew."""
    path.unlink(missing_ok=True)
