"""Every exercise, on a real kernel, twice: as it is, its check says what is wrong; with the stub
cell replaced by the answer that stands apart, its check is right. Only the cells that the checks
need are run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(os.environ.get("INTERLOCK_ROOT", Path(__file__).parents[3]))
sys.path.insert(0, str(ROOT))
from launcher import exercises  # noqa: E402
from launcher.notebook_file import notebooks, read, source_of  # noqa: E402

NOTEBOOKS = ROOT / "notebooks"
WITH_EXERCISES = [
    path for path in notebooks(NOTEBOOKS) if isinstance(read(path), dict) and exercises.stubs(read(path)["cells"])
]
NAMES = [path.relative_to(NOTEBOOKS).as_posix() for path in WITH_EXERCISES]


@pytest.mark.parametrize("path", WITH_EXERCISES, ids=NAMES)
def test_stub_is_told_what_is_wrong_and_answer_is_right(path, tmp_path):
    notebook = read(path)
    given = {answer.id: answer.codes[0] for answer in exercises.answers(exercises.answers_file(path).read_text("utf-8"))}
    # Beside each other, so that both see the folder that the notebook would see.
    stubs, answers = tmp_path / "stubs.ipynb", tmp_path / "answers.ipynb"
    stubs.write_text(json.dumps(exercises.rehearsal(notebook, {})), "utf-8")
    answers.write_text(json.dumps(exercises.rehearsal(notebook, given)), "utf-8")

    run(tmp_path, stubs, answers)

    for name, said in verdicts(tmp_path / "out" / "stubs.ipynb").items():
        assert said.startswith("✗"), f"the stub of {name} is right already: {said}"
    for name, said in verdicts(tmp_path / "out" / "answers.ipynb").items():
        assert said.startswith("✓"), f"the answer to {name} is not right: {said}"


def run(folder: Path, *paths: Path) -> None:
    if "INTERLOCK_PYTHON" not in os.environ:
        pytest.skip("no INTERLOCK_PYTHON: run ./interlock test")
    script = ROOT / "launcher" / "inside" / "run_notebooks.py"
    command = [os.environ["INTERLOCK_PYTHON"], script, folder, folder / "log", "--save", folder / "out", *paths]
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, text=True, encoding="utf-8", timeout=300)
    for line in done.stdout.splitlines():
        result = json.loads(line)
        assert result["result"] == "passed", f"{result['notebook']}: {result.get('code')}: {result.get('message')}"


def verdicts(file: Path) -> dict[str, str]:
    """What each check has shown, by its exercise."""
    cells = read(file)["cells"]
    return {name: shown(cells[place]) for name, place in exercises.checks(cells).items()}


def shown(cell: dict) -> str:
    texts = [source_of({"source": output.get("data", {}).get("text/plain", "")}) for output in cell["outputs"]]
    return "\n".join(text for text in texts if text) or f"nothing was shown by {source_of(cell)[:60]}"
