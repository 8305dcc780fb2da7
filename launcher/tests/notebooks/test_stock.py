"""Every notebook runs on Java kernels that know nothing of this house, through its first cell.

One is JJava as its own package brings it; the other is a small kernel on IJava's base, which the
Java tests build (see `IJavaKernel_SpecTest`).
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(os.environ.get("INTERLOCK_ROOT", Path(__file__).parents[3]))
NOTEBOOKS = ROOT / "notebooks"
IJAVA = ROOT / "kernel-lib" / "target" / "ijava"
SPEC = Path("kernels", "java", "kernel.json")
# The budget of a notebook is a promise of the house's own kernel.
SECONDS = 600


@pytest.fixture(scope="module", params=["JJava", "IJava"])
def results(request, tmp_path_factory) -> dict[str, dict]:
    """How each notebook went on the kernel, by its name."""
    python = os.environ.get("INTERLOCK_PYTHON")
    if not python:
        pytest.skip("no INTERLOCK_PYTHON: run ./interlock test")
    if request.param == "IJava" and not (IJAVA / SPEC).is_file():
        pytest.skip("no IJava kernel: run ./interlock exec mvn -q test -Dtest=IJavaKernel_SpecTest")
    # Without ours on the path, Jupyter finds the environment's own spec of that name.
    path = str(IJAVA) if request.param == "IJava" else ""
    log = tmp_path_factory.mktemp(request.param) / "kernels.log"
    script = ROOT / "launcher" / "inside" / "run_notebooks.py"
    ran = subprocess.run(
        [python, script, NOTEBOOKS, log, "--budget", str(SECONDS), *notebooks()],
        env=os.environ | {"JUPYTER_PATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    return {result["notebook"]: result for result in found}


def notebooks() -> list[Path]:
    found = sorted(NOTEBOOKS.rglob("*.ipynb"))
    return [path for path in found if ".ipynb_checkpoints" not in path.parts]


@pytest.mark.parametrize("notebook", notebooks(), ids=lambda path: path.stem)
def test_runs_without_error(results, notebook):
    name = notebook.relative_to(NOTEBOOKS).as_posix()
    assert name in results, "the run ended before it"
    result = results[name]
    assert result["result"] == "passed", f"code cell {result['cell']}: {result['message']}"
