"""notebooks and export: run notebooks headless, each on a fresh kernel."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

from . import child, guard, notebook_file
from .house import WINDOWS, House
from .prepare import Prepared, prepare
from .say import Refusal, say

_END = ""


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


def execute(
    made: Prepared, chosen: list[Path], options: list[str], side_by_side: int = 1
) -> list[dict[str, Any]]:
    """Runs the notebooks, that many at a time, prints a line for each, and returns the results."""
    house = made.house
    names = [path.relative_to(house.notebooks).as_posix() for path in chosen]
    width = max(map(len, names))
    done = {}
    for result in _results(made, [chosen[n::side_by_side] for n in range(side_by_side)], options):
        done[result["notebook"]] = result
        print(line(result, width), flush=True)
    for name in names:
        if name not in done:
            done[name] = _not_run(name)
            print(line(done[name], width), flush=True)
    return [done[name] for name in names]


def _not_run(name: str) -> dict[str, Any]:
    return {
        "notebook": name,
        "seconds": 0.0,
        "peak_bytes": 0,
        "result": "failed",
        "cell": 0,
        "message": "it could not be run (see above)",
    }


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


def _results(
    made: Prepared, shares: list[list[Path]], options: list[str]
) -> Iterator[dict[str, Any]]:
    """The results of all shares, each as it comes; a runner works on each share."""
    running = []
    lines: Queue[str] = Queue()
    try:
        for number, share in enumerate(filter(None, shares)):
            running.append(_start(made, number, [*options, *map(str, share)]))
            Thread(target=_read, args=(running[-1], lines), daemon=True).start()
        for _ in running:
            yield from map(json.loads, iter(lines.get, _END))
    finally:
        for runner in running:
            if runner.poll() is None:
                child.end(runner, signal.SIGTERM)
            runner.wait()
            guard.release(runner)


def _start(made: Prepared, number: int, arguments: list[str]) -> subprocess.Popen:
    script = made.house.launcher / "inside" / "run_notebooks.py"
    log = made.house.logs / f"notebook-kernels{number or ''}.log"
    own = {} if WINDOWS else {"start_new_session": True}
    started = subprocess.Popen(
        [str(made.python), str(script), str(made.house.notebooks), str(log), *arguments],
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env={**made.variables, "PYTHONUTF8": "1"},
        cwd=made.house.root,
        **own,
    )
    guard.watch(started)
    return started


def _read(runner: subprocess.Popen, lines: Queue[str]) -> None:
    for text in runner.stdout:
        lines.put(text)
    runner.wait()
    lines.put(_END)
