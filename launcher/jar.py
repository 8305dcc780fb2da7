"""The helper jar: built by Maven when a source has changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import child, maven, reasons, stamp
from .house import House
from .say import step


# Without tests and without the compiler's checks: a learner's JDK may be newer than they are.
_GOALS = ["-q", "package", "-Dmaven.test.skip=true", "-Dchecks=off"]


def ready(house: House) -> bool:
    """Whether the jar is there, whole, and made from the sources as they are now."""
    if not house.jar.is_file():
        return False
    made = stamp.read(_stamp(house))
    sources = _sources(house)
    now = {"look": stamp.look(sources), "jar_look": stamp.look([house.jar])}
    if {key: made.get(key) for key in now} == now:
        return True
    # A touch or a rebuild with the same result changes the looks alone.
    same = made.get("content") == stamp.content(sources, house.root) and made.get(
        "jar"
    ) == stamp.file_hash(house.jar)
    if same:
        _remember(house, {**made, **now})
    return same


def ensure(house: House, env: Mapping[str, str]) -> None:
    """Builds the jar, without tests. Raises Refusal when that fails."""
    if ready(house):
        return
    stamp.forget(_stamp(house))
    try:
        with step("helper jar: building with Maven"):
            maven.run(house, _GOALS, house.logs / "jar.log", env)
    except child.ChildFailed as failed:
        raise reasons.refusal("building the helper jar", failed) from None
    mark_built(house)


def mark_built(house: House) -> None:
    """Records that Maven has just built the jar from the sources as they are."""
    sources = _sources(house)
    stamp.write(
        _stamp(house),
        {
            "look": stamp.look(sources),
            "content": stamp.content(sources, house.root),
            "jar_look": stamp.look([house.jar]),
            "jar": stamp.file_hash(house.jar),
        },
    )


def _remember(house: House, value: dict[str, Any]) -> None:
    try:
        stamp.write(_stamp(house), value)
    except OSError:
        pass  # In a folder that cannot be written, looking twice is all it costs.


def _sources(house: House) -> list[Path]:
    root = house.root
    return stamp.files_under(
        [
            root / "pom.xml",
            root / "kernel-lib" / "pom.xml",
            root / ".mvn" / "jvm.config",
            root / "kernel-lib" / "src" / "main",
        ]
    )


def _stamp(house: House) -> Path:
    return house.stamps / "jar.json"
