"""The ways in which a kernel, a JupyterLab or a launcher ends, and what each leaves running.

Every case is played in a real JupyterLab by a real browser, on a kernel below which everything
runs that can (see litter.py). What is meant to live on is no leftover: the server, the launcher,
each of the server's kernels, and one guard for each of these.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import lab_server
import lessons
import litter
import processes
from deadline import wait_for
from lab_page import LabPage
from lab_server import LabServer
from scratch import notebook

_SECONDS = 30
_CULLING = {"cull_idle_timeout": 1, "cull_interval": 1, "cull_connected": False, "cull_busy": True}


@dataclass(frozen=True)
class Case:
    """What happens, and to whom: `play` does it, on a page of a server that was started for it."""

    title: str
    play: Callable[[LabPage], None]
    settings: dict | None = None


def left_over(server: LabServer) -> dict[int, str]:
    """Process id to command line of all that runs and is not meant to."""
    found = processes.marked(server.mark)
    kernels = [pid for pid in processes.children(server.pid) if "boot.jar" in found.get(pid, "")]
    meant = [server.pid, server.process.pid, *kernels]
    guards = [f" {pid} interlock-guard" for pid in kernels]
    if server.process.poll() is None:
        guards.append("end_programs.py")
    for end in guards:
        meant += [pid for pid, line in found.items() if line.endswith(end)][:1]
    return {pid: line for pid, line in found.items() if pid not in meant or _is_dead(pid, server)}


def _is_dead(pid: int, server: LabServer) -> bool:
    return pid == server.process.pid and server.process.poll() is not None


def count(case: Case, browser) -> dict[int, str]:
    """Plays the case; what is left over once that no longer shrinks to nothing."""
    with _lab(case.settings or {}) as server:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        try:
            case.play(LabPage(context.new_page(), server))
            return _settled(server)
        finally:
            context.close()


def _settled(server: LabServer) -> dict[int, str]:
    try:
        return wait_for("no leftovers", lambda: left_over(server), lambda seen: not seen, _SECONDS)
    except AssertionError:
        return left_over(server)


@contextmanager
def _lab(settings: dict):
    """`./interlock lab` with a scratch folder below the project, so that Lab serves it."""
    state = lessons.ROOT / ".interlock"
    with tempfile.TemporaryDirectory(prefix="leftovers-", dir=state) as scratch:
        home = Path(scratch)
        (home / "config").mkdir()
        config = {
            "LabApp": {"expose_app_in_browser": True},
            "ContentsManager": {"allow_hidden": True},
            "MappingKernelManager": settings,
        }
        (home / "config" / "jupyter_server_config.json").write_text(json.dumps(config), "utf-8")
        command = [sys.executable, str(lessons.ROOT / "interlock"), "lab", "--no-browser"]
        with lab_server.started(home, home, [*command, "--port", str(_free_port())]) as server:
            yield server


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def _open(lab: LabPage, *cells: str) -> None:
    path = notebook(lab.server.folder, "leftovers", litter.IMPORTS, *cells)
    lab.open((lab.server.folder / path).relative_to(lessons.ROOT).as_posix())
    lab.run_cell(0)


def _interrupted(cell: str, children: int) -> Callable[[LabPage], None]:
    def play(lab: LabPage) -> None:
        _open(lab, cell)
        lab.start_cell(1)
        at_least = f"{children} processes below the kernel"
        wait_for(at_least, lambda: left_over(lab.server), lambda seen: len(seen) >= children)
        lab.interrupt()
        lab.wait_done(30)
        assert lab.outputs(1)[-1]["output_type"] == "error", "the cell was not interrupted"

    return play


def _littered(then: Callable[[LabPage], None]) -> Callable[[LabPage], None]:
    """Everything that can runs, then something ends."""

    def play(lab: LabPage) -> None:
        _open(lab, litter.LITTER, litter.endless("child JVMs"))
        wait_for("the kernel's guard", lambda: processes.guards(lab.server.mark))
        lab.run_cell(1)
        lab.start_cell(2)
        pieces = litter.PIECES + 2
        wait_for(
            f"{pieces} processes", lambda: left_over(lab.server), lambda seen: len(seen) == pieces
        )
        then(lab)

    return play


def _kernel(server: LabServer) -> int:
    found = processes.marked(server.mark)
    return next(pid for pid in processes.children(server.pid) if "boot.jar" in found.get(pid, ""))


def _kernel_killed(lab: LabPage) -> None:
    killed = _kernel(lab.server)
    os.kill(killed, signal.SIGKILL)
    wait_for("its end", lambda: killed not in processes.marked(lab.server.mark))


def _shut_down(lab: LabPage) -> None:
    lab.menu("Kernel", "Shut Down Kernel")
    wait_for("no kernel", lambda: not lab.server.api("kernels"))


def _lab_sent(number: int) -> Callable[[LabPage], None]:
    def send(lab: LabPage) -> None:
        os.kill(lab.server.pid, number)
        lab.server.process.wait(60)

    return send


def _launcher_sent(number: int) -> Callable[[LabPage], None]:
    def send(lab: LabPage) -> None:
        lab.server.process.send_signal(number)
        lab.server.process.wait(60)

    return send


def _browser_closed(lab: LabPage) -> None:
    lab.page.context.close()
    # Jupyter means a kernel to live on without a page: the learner may come back.
    assert lab.server.api("kernels")


def _closed_then_stopped(lab: LabPage) -> None:
    _browser_closed(lab)
    _launcher_sent(signal.SIGINT)(lab)


def _closed_then_culled(lab: LabPage) -> None:
    lab.page.context.close()
    wait_for("Lab to cull the kernel", lambda: not lab.server.api("kernels"), seconds=60)


CASES = [
    Case("interrupt of a sleeping loop", _interrupted(litter.SLEEPING, 0)),
    Case("interrupt of a pool of child JVMs", _interrupted(litter.endless("child JVMs"), 2)),
    Case("interrupt of CPython processes", _interrupted(litter.endless("CPython processes"), 3)),
    Case("kernel restarted", _littered(LabPage.restart)),
    Case("kernel shut down", _littered(_shut_down)),
    Case("kernel killed with SIGKILL", _littered(_kernel_killed)),
    Case("Lab stopped with Ctrl-C", _littered(_launcher_sent(signal.SIGINT))),
    Case("Lab stopped with SIGTERM", _littered(_lab_sent(signal.SIGTERM))),
    Case("Lab killed with SIGKILL", _littered(_lab_sent(signal.SIGKILL))),
    Case("./interlock lab stopped with SIGTERM", _littered(_launcher_sent(signal.SIGTERM))),
    Case("./interlock lab killed with SIGKILL", _littered(_launcher_sent(signal.SIGKILL))),
    Case("browser closed, then Lab stopped with Ctrl-C", _littered(_closed_then_stopped)),
    Case("browser closed, kernel culled by Lab", _littered(_closed_then_culled), _CULLING),
]
