"""Every notebook, run headless on a fresh kernel by `./interlock notebooks`, within its budget.

The command runs once for all. INTERLOCK_NOTEBOOK_RESULTS names the file of a run that has just
been made, so that nothing runs twice.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(os.environ.get("INTERLOCK_ROOT", Path(__file__).parents[3]))
NOTEBOOKS = ROOT / "notebooks"
PEAK_BYTES = 1.5e9


def names() -> list[str]:
    found = (file.relative_to(NOTEBOOKS) for file in NOTEBOOKS.rglob("*.ipynb"))
    return sorted(path.as_posix() for path in found if not any(p[0] == "." for p in path.parts))


@pytest.fixture(scope="session")
def results(tmp_path_factory) -> dict[str, dict]:
    """What the command reported, by notebook."""
    named = os.environ.get("INTERLOCK_NOTEBOOK_RESULTS")
    file = Path(named) if named else tmp_path_factory.mktemp("run") / "results.json"
    if not named:
        command = [sys.executable, str(ROOT / "interlock"), "notebooks", "--json", str(file)]
        done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL)
        assert file.is_file(), f"./interlock notebooks ended with {done.returncode} and no report"
    return {result["notebook"]: result for result in json.loads(file.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("name", names())
def test_runs_without_error_within_budget_and_memory(results, name):
    if name not in results and "INTERLOCK_NOTEBOOK_RESULTS" in os.environ:
        pytest.skip(f"{name} was not part of this run")
    result = results[name]
    assert result["result"] == "passed", f"code cell {result['cell']}: {result['message']}"
    assert result["seconds"] <= result["budget_seconds"]
    peak = result["peak_bytes"]
    assert 0 < peak <= PEAK_BYTES, f"peak memory {peak / 1e6:.0f} MB"


def test_there_are_notebooks():
    assert names(), f"no notebook under {NOTEBOOKS}"
