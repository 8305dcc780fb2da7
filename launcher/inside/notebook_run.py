"""Executes one notebook on a fresh kernel.

Runs in the learner's environment: here, and only here, Jupyter's packages can be imported.
"""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from peak_memory import Peak, descendants

BUDGET_SECONDS = 60.0
_START_SECONDS = 60
_MORE_SECONDS = 60


def execute(
    path: Path, log: TextIO, seconds: float | None = None, more: Sequence[dict[str, Any]] = ()
) -> tuple[nbformat.NotebookNode, dict[str, Any]]:
    """The notebook with its outputs, and how it went. The file itself is not touched.

    It may take `seconds`, or what it says itself. When it has passed, the cells `more` are run
    after its own and come back with it; they neither count nor fail.
    What the kernel prints for its own purposes goes to the log.
    """
    # Marks of what a learner has run belong in no page: a kernel without this name notes and shows none.
    os.environ.pop("JPY_SESSION_NAME", None)
    notebook = nbformat.read(path, as_version=4)
    allowed = seconds or budget(notebook)
    result: dict[str, Any] = {"seconds": 0.0, "peak_bytes": 0, "budget_seconds": allowed}
    client = NotebookClient(
        notebook,
        startup_timeout=_START_SECONDS,
        resources={"metadata": {"path": str(path.parent)}},
        kernel_name=notebook.metadata.get("kernelspec", {}).get("name", "java"),
        # What the kernel would leave behind is ended below; asking it first costs seconds.
        shutdown_kernel="immediate",
    )
    failure = _run(client, result, log, more)
    result["result"] = "failed" if failure else "passed"
    if failure:
        result.update(failure)
    return notebook, result


def budget(notebook: nbformat.NotebookNode) -> float:
    """Seconds that Run All may take: metadata.interlock.budget_seconds, else 60."""
    return float(notebook.metadata.get("interlock", {}).get("budget_seconds", BUDGET_SECONDS))


def _run(
    client: NotebookClient, result: dict[str, Any], log: TextIO, more: Sequence[dict[str, Any]]
) -> dict[str, Any] | None:
    client.create_kernel_manager()
    family: set[int] = set()
    try:
        with client.setup_kernel(stdout=log, stderr=log):
            pid = client.km.provisioner.pid
            family = {pid}
            peak = Peak(pid)
            peak.start()
            try:
                failure = _cells(client, result)
                if not failure:
                    _run_more(client, more)
                return failure
            finally:
                family = descendants(family)
                result["peak_bytes"] = peak.stop()
    except (RuntimeError, DeadKernelError) as failed:
        return {"cell": 0, "message": f"the kernel did not start or died ({_short(str(failed))})"}
    finally:
        _end(family)


def _cells(client: NotebookClient, result: dict[str, Any]) -> dict[str, Any] | None:
    start = time.monotonic()
    number = 0
    try:
        for index, cell in enumerate(client.nb.cells):
            if cell.cell_type != "code":
                continue
            number += 1
            left = result["budget_seconds"] - (time.monotonic() - start)
            if left <= 0:
                return _failure(
                    number,
                    cell,
                    f"the notebook's budget of {result['budget_seconds']:.0f} s is used up",
                )
            client.timeout = max(1, int(left + 0.999))
            client.execute_cell(cell, index)
    except CellExecutionError as failed:
        return _failure(number, cell, _account(cell) or f"{failed.ename}: {failed.evalue}")
    except CellTimeoutError:
        return _failure(
            number,
            cell,
            f"still running when the budget of {result['budget_seconds']:.0f} s was used up",
        )
    except DeadKernelError:
        return _failure(number, cell, "the kernel died")
    finally:
        result["seconds"] = round(time.monotonic() - start, 2)
    return None


def _run_more(client: NotebookClient, more: Sequence[dict[str, Any]]) -> None:
    client.allow_errors = True
    client.timeout = _MORE_SECONDS
    try:
        for cell in map(nbformat.from_dict, more):
            client.nb.cells.append(cell)
            client.execute_cell(cell, len(client.nb.cells) - 1)
    except (CellTimeoutError, DeadKernelError):
        pass  # the cells that are missing or empty tell


def _failure(number: int, cell: nbformat.NotebookNode, message: str) -> dict[str, Any]:
    first = next((line for line in cell.source.splitlines() if line.strip()), "")
    return {"cell": number, "code": first.strip()[:80], "message": _short(message)}


def _account(cell: nbformat.NotebookNode) -> str:
    """What the page shows of the error: the text of a compile error is nowhere else."""
    return "\n".join(
        line
        for output in cell.outputs
        if output.output_type == "error"
        for line in output.traceback
    )


def _short(text: str) -> str:
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    return " | ".join(line.strip() for line in plain.splitlines() if line.strip())[:400]


def _end(family: set[int]) -> None:
    """Ends what the kernel has left behind, the kernel included when it did not go by itself."""
    for pid in descendants(family):
        try:
            os.kill(pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        except OSError:
            pass
