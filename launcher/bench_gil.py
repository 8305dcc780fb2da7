"""bench gil, gil-engine: the simulated interpreter lock beside the real CPython, experiment by
experiment; and how fast it is simulated."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from .prepare import Prepared
from .say import Refusal, say

_COMPARISON = "interlock.gil.real.BenchMain"
_ENGINE = "interlock.gil.EngineBench"


def run(made: Prepared, rounds: int) -> dict[str, Any]:
    """Measures and simulates every experiment. Raises Refusal when it fails."""
    say(f"gil against this machine's CPython: {rounds} rounds; leave the machine alone meanwhile")
    return {"suite": "gil", **_found(made, _COMPARISON, rounds)}


def engine(made: Prepared, rounds: int) -> dict[str, Any]:
    """Measures how fast runs are simulated. Raises Refusal when it fails."""
    say(f"the simulated lock's engine: {rounds} rounds; leave the machine alone meanwhile")
    return {"suite": "gil-engine", **_found(made, _ENGINE, rounds)}


def _found(made: Prepared, main: str, rounds: int) -> dict[str, Any]:
    """Runs a program that leaves a table and figures in a folder; prints the one, reads the other."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(command(made, main, rounds, Path(folder)), env=made.variables)
        if done.returncode != 0:
            raise Refusal("The benchmark did not come to its end: see what is printed above.")
        print((Path(folder) / "table.txt").read_text("utf-8"), end="", flush=True)
        figures = Path(folder) / "figures.json"
        found = json.loads(figures.read_text("utf-8")) if figures.is_file() else {}
    return {"rounds": rounds, **found}


def command(made: Prepared, main: str, rounds: int, folder: Path) -> list[str]:
    """The program, on the JDK and the jar that the notebooks use."""
    return [str(made.jdk.java), "-cp", str(made.house.jar), main, str(rounds), str(folder)]
