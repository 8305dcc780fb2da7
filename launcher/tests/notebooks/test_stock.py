"""Notebooks run on Java kernels that know nothing of this house, through their first cell.

One is JJava as its own package brings it; the other is a small kernel on IJava's base, which the
Java tests build (see `IJavaKernel_SpecTest`). Both run the same JVM with the same options, so every
notebook is tried on one of them, by turns: that finds what the house's own JVM options hide. What
the two differ in is how the house talks to them: each also gets the notebooks whose way of doing so
it has not met (see `novelty`).
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import novelty
import pytest

from launcher.notebook_file import notebooks

ROOT = Path(os.environ.get("INTERLOCK_ROOT", Path(__file__).parents[3]))
NOTEBOOKS = ROOT / "notebooks"
IJAVA = ROOT / "kernel-lib" / "target" / "ijava"
SPEC = Path("kernels", "java", "kernel.json")
# The budget of a notebook is a promise of the house's own kernel.
SECONDS = 600
ALL = notebooks(NOTEBOOKS)


def share(turn: int) -> list[Path]:
    """The notebooks of one of the two kernels."""
    mine, others = ALL[turn::2], ALL[1 - turn :: 2]
    return mine + novelty.with_something_new(others, novelty.KERNEL, known=mine)


SHARES = {"JJava": share(0), "IJava": share(1)}
RUNS = [(kernel, path) for kernel, paths in SHARES.items() for path in paths]


@pytest.fixture(scope="module")
def results(tmp_path_factory) -> dict[tuple[str, str], dict]:
    """How each notebook went, by kernel and name. The kernels run side by side."""
    if "INTERLOCK_PYTHON" not in os.environ:
        pytest.skip("no INTERLOCK_PYTHON: run ./interlock test")
    there = [kernel for kernel in SHARES if kernel != "IJava" or (IJAVA / SPEC).is_file()]
    running = {kernel: start(kernel, tmp_path_factory.mktemp(kernel)) for kernel in there}
    return {
        (kernel, result["notebook"]): result
        for kernel, runner in running.items()
        for result in map(json.loads, runner.communicate()[0].splitlines())
    }


def start(kernel: str, folder: Path) -> subprocess.Popen:
    script = ROOT / "launcher" / "inside" / "run_notebooks.py"
    options = [NOTEBOOKS, folder / "kernels.log", "--budget", SECONDS]
    command = [os.environ["INTERLOCK_PYTHON"], script, *options, *SHARES[kernel]]
    return subprocess.Popen(
        list(map(str, command)),
        # Without ours on the path, Jupyter finds the environment's own spec of that name.
        env=os.environ | {"JUPYTER_PATH": str(IJAVA) if kernel == "IJava" else ""},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize("kernel, notebook", RUNS, ids=[f"{path.stem}-{kernel}" for kernel, path in RUNS])
def test_runs_without_error(results, kernel, notebook):
    if kernel == "IJava" and not (IJAVA / SPEC).is_file():
        pytest.skip("no IJava kernel: run ./interlock exec mvn -q test -Dtest=IJavaKernel_SpecTest")
    name = notebook.relative_to(NOTEBOOKS).as_posix()
    assert (kernel, name) in results, "the run ended before it"
    result = results[kernel, name]
    assert result["result"] == "passed", f"code cell {result['cell']}: {result['message']}"


def test_every_notebook_is_tried():
    assert {path for _, path in RUNS} == set(ALL)
