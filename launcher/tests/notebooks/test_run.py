"""Every notebook, run headless on a fresh kernel: within its budget, its stubs wrong, its answers right.

Each runs once for all tests: first whole, then, on the same kernel, from each stub cell to its
check with the answer in place, as a learner does. INTERLOCK_NOTEBOOK_RESULTS names a folder with a
run that has just been made, so that nothing runs twice.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from launcher import exercises
from launcher.notebook_file import notebooks, read, source_of

ROOT = Path(os.environ.get("INTERLOCK_ROOT", Path(__file__).parents[3]))
NOTEBOOKS = ROOT / "notebooks"
MADE = "INTERLOCK_NOTEBOOK_RESULTS"
PEAK_BYTES = 1.5e9
NAMES = [path.relative_to(NOTEBOOKS).as_posix() for path in notebooks(NOTEBOOKS)]
READ = {name: read(NOTEBOOKS / name) for name in NAMES}
WITH_EXERCISES = [name for name, it in READ.items() if isinstance(it, dict) and exercises.stubs(it["cells"])]


@pytest.fixture(scope="session")
def folder(tmp_path_factory, request) -> Path:
    """Where `results.json` and the executed notebooks are."""
    if MADE in os.environ:
        return Path(os.environ[MADE])
    if "INTERLOCK_PYTHON" not in os.environ:
        pytest.skip("no INTERLOCK_PYTHON: run ./interlock test")
    asked = {item.callspec.params["name"] for item in request.session.items if hasattr(item, "callspec")}
    out = tmp_path_factory.mktemp("run")
    script = ROOT / "launcher" / "inside" / "run_notebooks.py"
    command = [os.environ["INTERLOCK_PYTHON"], script, NOTEBOOKS, out / "log", "--answers", "--save", out]
    command += [NOTEBOOKS / name for name in NAMES if name in asked]
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, text=True, encoding="utf-8")
    results = [json.loads(line) for line in done.stdout.splitlines()]
    (out / "results.json").write_text(json.dumps(results), "utf-8")
    return out


@pytest.fixture
def result(folder, name) -> dict:
    """How the notebook went; of two runs, the second."""
    found = [each for each in json.loads((folder / "results.json").read_text("utf-8")) if each["notebook"] == name]
    if not found and MADE in os.environ:
        pytest.skip(f"{name} was not part of this run")
    return found[-1]


@pytest.mark.parametrize("name", NAMES)
def test_runs_without_error_within_budget_and_memory(result):
    assert result["result"] == "passed", f"code cell {result['cell']}: {result['message']}"
    assert result["seconds"] <= result["budget_seconds"]
    peak = result["peak_bytes"]
    assert 0 < peak <= PEAK_BYTES, f"peak memory {peak / 1e6:.0f} MB"


@pytest.mark.parametrize("name", WITH_EXERCISES)
def test_stub_is_told_what_is_wrong_and_answer_is_right(result, folder, name):
    assert result["result"] == "passed", "it ended before its exercises"
    cells = read(folder / name)["cells"]
    own = len(READ[name]["cells"])
    stubs, answers = verdicts(cells[:own]), verdicts(cells[own:])
    assert stubs.keys() == answers.keys() != set(), "not every exercise was tried twice"
    for exercise, said in stubs.items():
        assert said.startswith("✗"), f"the stub of {exercise} is right already: {said}"
    for exercise, said in answers.items():
        assert said.startswith("✓"), f"the answer to {exercise} is not right: {said}"


def test_there_are_notebooks():
    assert NAMES, f"no notebook under {NOTEBOOKS}"


def verdicts(cells: list[dict]) -> dict[str, str]:
    """What each check has shown, by its exercise."""
    return {name: shown(cells[place]) for name, place in exercises.checks(cells).items()}


def shown(cell: dict) -> str:
    outputs = cell["outputs"]
    texts = [source_of({"source": output.get("data", {}).get("text/plain", "")}) for output in outputs]
    errors = [f"{output['ename']}: {output['evalue']}" for output in outputs if output["output_type"] == "error"]
    return "\n".join(text for text in texts + errors if text) or f"nothing was shown by {source_of(cell)[:60]}"
