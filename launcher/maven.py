"""Runs Maven: the machine's own when it is new enough, else the wrapper, which fetches one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from . import child
from .house import WINDOWS, House


def command(house: House, env: Mapping[str, str]) -> list[str]:
    """How Maven is called here.

    The wrapper is called through sh: a downloaded archive may have lost its execute bit.
    """
    own = shutil.which("mvn", path=env.get("PATH"))
    if own:
        return [own]
    return [str(house.root / "mvnw.cmd")] if WINDOWS else ["sh", str(house.root / "mvnw")]


def run(house: House, goals: list[str], log: Path, env: Mapping[str, str]) -> None:
    """Runs Maven at the root. Raises ChildFailed with the part of the output that matters."""
    try:
        child.run([*command(house, env), "-B", "-ntp", *goals], log, env, house.root)
    except child.ChildFailed as failed:
        raise child.ChildFailed(short(failed.text), log) from None


def short(text: str) -> str:
    """Maven's errors without its advice, its colours and its repetitions."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    errors = [
        line for line in plain.splitlines() if line.startswith("[ERROR]") and line[7:].strip()
    ]
    useful = [
        line
        for line in errors
        if not re.search(
            r"-> \[Help|Re-run Maven|see the full stack|For more information|\[Help \d\]", line
        )
    ]
    return "\n".join(useful) or plain
