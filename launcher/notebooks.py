"""notebooks and export: run notebooks headless, each on a fresh kernel."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from . import child, guard, notebook_file
from .house import WINDOWS, House
from .prepare import Prepared, prepare
from .say import Refusal, say


def run(house: House, names: list[str], json_file: Path | None, save: Path | None) -> int:
    """Runs the named notebooks, or all; 1 when one has failed."""
    chosen = choose(house, names)
    made = prepare(house)
    results = execute(made, chosen, ["--save", str(save.resolve())] if save else [])
    if json_file:
        write(results, json_file)
    failed = sum(result["result"] == "failed" for result in results)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


def export(house: House, names: list[str], to: Path) -> int:
    """Runs the notebooks and writes a page for each."""
    chosen = choose(house, names)
    to.mkdir(parents=True, exist_ok=True)
    results = execute(prepare(house), chosen, ["--html", str(to.resolve())])
    failed = sum(result["result"] == "failed" for result in results)
    say(f"pages written to {to}: {len(results) - failed}; failed: {failed}")
    return 1 if failed else 0


def choose(house: House, names: list[str]) -> list[Path]:
    """The notebooks whose path holds one of the names. Raises Refusal for a name that fits none."""
    there = [
        (path, path.relative_to(house.notebooks).as_posix())
        for path in notebook_file.notebooks(house.notebooks)
    ]
    for name in names:
        if not any(name.lower() in text.lower() for _, text in there):
            listed = (
                ", ".join(text.removesuffix(".ipynb") for _, text in there) or "no notebook at all"
            )
            raise Refusal(f"No notebook fits {name!r}; there is: {listed}.")
    if not there:
        raise Refusal(f"There is no notebook in {house.notebooks}: restore that folder.")
    return [
        path for path, text in there if not names or any(n.lower() in text.lower() for n in names)
    ]


def execute(made: Prepared, chosen: list[Path], options: list[str]) -> list[dict[str, Any]]:
    """Runs the notebooks one after the other, prints a line for each, and returns the results."""
    house = made.house
    width = max(len(path.relative_to(house.notebooks).as_posix()) for path in chosen)
    results = []
    for result in _results(
        made,
        [
            str(house.notebooks),
            str(house.logs / "notebook-kernels.log"),
            *options,
            *map(str, chosen),
        ],
    ):
        results.append(result)
        print(line(result, width), flush=True)
    done = {result["notebook"] for result in results}
    for path in chosen:
        name = path.relative_to(house.notebooks).as_posix()
        if name not in done:
            results.append(
                {
                    "notebook": name,
                    "seconds": 0.0,
                    "peak_bytes": 0,
                    "result": "failed",
                    "cell": 0,
                    "message": "it could not be run (see above)",
                }
            )
            print(line(results[-1], width), flush=True)
    return results


def write(results: list[dict[str, Any]], file: Path) -> None:
    """Keeps the results as JSON."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(results, indent=1), "utf-8")


def line(result: dict[str, Any], width: int) -> str:
    """One notebook's result for a person."""
    text = (
        f"{result['notebook']:<{width}}  {result['seconds']:6.1f} s  "
        f"{result['peak_bytes'] / 1e6:6.0f} MB  {result['result']}"
    )
    if result["result"] == "failed":
        where = f"code cell {result['cell']} ({result.get('code', '')}): " if result["cell"] else ""
        text += f": {where}{result['message']}"
    return text


def _results(made: Prepared, arguments: list[str]) -> Iterator[dict[str, Any]]:
    script = made.house.launcher / "inside" / "run_notebooks.py"
    own = {} if WINDOWS else {"start_new_session": True}
    running = subprocess.Popen(
        [str(made.python), str(script), *arguments],
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env={**made.variables, "PYTHONUTF8": "1"},
        cwd=made.house.root,
        **own,
    )
    guard.watch(running)
    try:
        for text in running.stdout:
            yield json.loads(text)
        running.wait()
    finally:
        if running.poll() is None:
            child.end(running, signal.SIGTERM)
            running.wait()
        guard.release(running)
