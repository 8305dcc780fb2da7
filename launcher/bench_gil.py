"""bench gil: the simulated interpreter lock beside the real CPython, experiment by experiment."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from .prepare import Prepared
from .say import Refusal, say

_MAIN = "interlock.gil.real.BenchMain"


def run(made: Prepared, rounds: int) -> dict[str, Any]:
    """Measures and simulates every experiment, and prints the table. Raises Refusal when the
    program fails."""
    say(f"gil against this machine's CPython: {rounds} rounds; leave the machine alone")
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(command(made, rounds, Path(folder)), env=made.variables)
        if done.returncode != 0:
            raise Refusal("The comparison did not come to its end: see what is printed above.")
        print((Path(folder) / "table.txt").read_text("utf-8"), end="", flush=True)
        figures = Path(folder) / "figures.json"
        found = json.loads(figures.read_text("utf-8")) if figures.is_file() else {}
    return {"suite": "gil", "rounds": rounds, **found}


def command(made: Prepared, rounds: int, folder: Path) -> list[str]:
    """The program, on the JDK and the jar that the notebooks use."""
    jar = str(made.house.jar)
    return [str(made.jdk.java), "-cp", jar, _MAIN, str(rounds), str(folder)]
