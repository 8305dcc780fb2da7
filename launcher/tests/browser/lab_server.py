"""A JupyterLab server for tests: the prepared environment, a folder of copied notebooks, a fresh
profile, a free port and a random token; stopped with all that it started."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import tempfile
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import processes
from deadline import wait_for

@dataclass(frozen=True)
class LabServer:
    url: str
    token: str
    folder: Path
    mark: str
    process: subprocess.Popen
    pid: int
    log: Path

    def address(self, notebook: str) -> str:
        """The page of one notebook, in a workspace without memory of earlier ones."""
        return f"{self.url}lab/tree/{notebook}?reset&token={self.token}"

    def api(self, path: str, method: str = "GET"):
        """The answer of the server's REST interface, or None when it is empty."""
        request = urllib.request.Request(
            f"{self.url}api/{path}",
            method=method,
            headers={"Authorization": f"token {self.token}"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            body = answer.read()
        return json.loads(body) if body else None

    def stop_kernels(self) -> None:
        for session in self.api("sessions"):
            self.api(f"sessions/{session['id']}", "DELETE")

    def kernel_processes(self) -> set[int]:
        """The ids of all that runs below the server: kernels and what they started."""
        return processes.descendants(self.pid)

    def kernel_children(self) -> list[str]:
        """The command lines of what the kernels started, and that still lives."""
        below = self.kernel_processes() - processes.children(self.pid)
        return [line for line in map(processes.command_line, below) if line]


@contextmanager
def running(python: str, notebooks: Path | None = None):
    """Serves a copy of the folder `notebooks`, under that name, and yields the server."""
    home = Path(tempfile.mkdtemp(prefix="interlock-lab-"))
    folder = home / "root"
    folder.mkdir()
    if notebooks is not None and notebooks.is_dir():
        copy_notebooks(notebooks, folder)
    with started(home, folder, _command(python, folder)) as server:
        yield server


@contextmanager
def started(home: Path, folder: Path, command: list[str]):
    """Runs a command that serves `folder`; its settings and its log go below `home`."""
    mark = secrets.token_hex(8)
    log = home / "lab.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            env=_environment(home, mark),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        info = wait_for(
            "JupyterLab on its port",
            lambda: _info(home / "runtime", process, log),
            seconds=60,
        )
        yield LabServer(info["url"], info["token"], folder, mark, process, info["pid"], log)
    finally:
        _stop(process)
        left = processes.marked(mark) if processes.AVAILABLE else {}
        processes.kill(left)
        shutil.rmtree(home, ignore_errors=True)
    if left:
        raise AssertionError(f"still running after JupyterLab had ended (now killed): {left}")


def copy_notebooks(notebooks: Path, root: Path) -> None:
    ignored = shutil.ignore_patterns(".ipynb_checkpoints")
    shutil.copytree(notebooks, root / "notebooks", ignore=ignored, dirs_exist_ok=True)


def _command(python: str, folder: Path) -> list[str]:
    return [
        python,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.port=0",
        f"--ServerApp.root_dir={folder}",
        f"--IdentityProvider.token={secrets.token_hex(16)}",
        "--LabApp.expose_app_in_browser=True",
    ] + (["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])


def _environment(home: Path, mark: str) -> dict[str, str]:
    return os.environ | {
        processes.MARK: mark,
        "INTERLOCK_STATE": str(home / "state"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
    }


def _info(runtime: Path, process: subprocess.Popen, log: Path) -> dict | None:
    if process.poll() is not None:
        said = log.read_text(errors="replace")[-2000:]
        raise AssertionError(f"JupyterLab ended with {process.returncode}: {said}")
    for file in runtime.glob("jpserver-*.json"):
        try:
            return json.loads(file.read_text(encoding="utf-8"))
        except ValueError:
            return None  # half written
    return None


def _stop(process: subprocess.Popen) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(timeout=10)
