"""Cores and memory that this process may use: a container often has less than its machine."""

from __future__ import annotations

import os
from pathlib import Path

_CGROUP = Path("/sys/fs/cgroup")


def cpu_limit(base: Path = _CGROUP) -> float | None:
    """Processors that the control group allows, or None when it sets no limit."""
    for folder in _folders(base):
        words = _read(folder / "cpu.max").split()
        if len(words) == 2 and words[0] != "max":
            return int(words[0]) / int(words[1])
    quota = _read(base / "cpu" / "cpu.cfs_quota_us")
    if quota and int(quota) > 0:
        return int(quota) / int(_read(base / "cpu" / "cpu.cfs_period_us"))
    return None


def memory_limit(base: Path = _CGROUP) -> int | None:
    """Bytes that the control group allows, or None when it sets no limit."""
    for folder in _folders(base):
        text = _read(folder / "memory.max")
        if text and text != "max":
            return int(text)
    text = _read(base / "memory" / "memory.limit_in_bytes")
    # Version 1 says "no limit" with a number near 2^63.
    return int(text) if text and int(text) < 1 << 60 else None


def _folders(base: Path) -> list[Path]:
    """The control group of this process and all above it, the nearest first (version 2)."""
    own = next(
        (
            line[3:]
            for line in _read(Path("/proc/self/cgroup")).splitlines()
            if line.startswith("0::")
        ),
        "/",
    )
    at = base / own.strip("/")
    return [
        at,
        *(parent for parent in at.parents if parent == base or base in parent.parents),
        base,
    ]


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def cores_text() -> str:
    """The cores for a person."""
    there = os.cpu_count() or 1
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else there
    text = f"{there} cores" + (f", {usable} of them usable" if usable != there else "")
    limit = cpu_limit()
    return text + (f", limited to {limit:g} by the container" if limit else "")


def memory() -> int | None:
    """Bytes that this process may use, or None when they are not known."""
    try:
        there = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
    return min(there, memory_limit() or there)


def memory_text() -> str:
    """The memory for a person."""
    try:
        text = f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.1f} GB"
    except (AttributeError, ValueError, OSError):
        text = "size unknown"
    limit = memory_limit()
    return text + (f", limited to {limit / 1e9:.1f} GB by the container" if limit else "")
