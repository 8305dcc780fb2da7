"""lab: opens JupyterLab at the start notebook."""

from __future__ import annotations

import os
import signal
import socket
import subprocess

from . import child, guard
from .house import START_NOTEBOOK, WINDOWS, House
from .prepare import Prepared, prepare
from .say import Refusal, say

_LOOPBACK = "127.0.0.1"
_GRACE_SECONDS = 12


def run(house: House, port: int | None, browser: bool) -> int:
    """Sets up, then serves until Ctrl-C."""
    if port is not None:
        _refuse_taken(port)
    made = prepare(house)
    say("starting JupyterLab (Ctrl-C here stops it and every kernel)")
    lab = subprocess.Popen(
        _command(made, port, browser),
        cwd=house.root,
        env=made.variables,
        **_own_group(),
    )
    guard.watch(lab)
    try:
        return lab.wait()
    except KeyboardInterrupt:
        say("stopping JupyterLab and its kernels")
        _stop(lab)
        return 0
    finally:
        guard.release(lab)


def _command(made: Prepared, port: int | None, browser: bool) -> list[str]:
    house = made.house
    start = house.notebooks / START_NOTEBOOK
    url = f"/lab/tree/notebooks/{START_NOTEBOOK}" if start.is_file() else "/lab"
    command = [
        str(made.python),
        "-m",
        "jupyterlab",
        f"--ServerApp.ip={_LOOPBACK}",
        f"--ServerApp.root_dir={house.root}",
        f"--LabApp.default_url={url}",
        "--ServerApp.answer_yes=True",
        "--Application.log_level=WARN",
    ]
    if port is not None:
        command += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if not browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # In a container everybody is root; the server is on loopback alone and asks for its token.
        command.append("--allow-root")
    return command


def _refuse_taken(port: int) -> None:
    if not 1 <= port <= 65535:
        raise Refusal(f"{port} is no port: choose one between 1024 and 65535.")
    with socket.socket() as probe:
        if not WINDOWS:
            # Without it a port whose last user has just gone seems taken for a minute.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_LOOPBACK, port))
        except PermissionError:
            raise Refusal(f"Port {port} may not be used by you: choose one above 1023.") from None
        except OSError:
            raise Refusal(
                f"Port {port} is taken: choose another with --port, or leave --port away."
            ) from None


def _own_group() -> dict:
    # Ctrl-C must reach Lab once, from here: twice would make it skip the shutdown of its kernels.
    if WINDOWS:
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _stop(lab: subprocess.Popen) -> None:
    if WINDOWS:
        child.end(lab, signal.SIGTERM)
        lab.wait()
        return
    lab.terminate()
    try:
        lab.wait(_GRACE_SECONDS)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        child.end(lab, signal.SIGKILL)
        lab.wait()
