"""What a kernel writes beside the notebook goes with it, however the kernel ends."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "browser"))

import processes  # noqa: E402
from conftest import Kernel  # noqa: E402
from deadline import wait_for  # noqa: E402

pytestmark = pytest.mark.skipif(
    "INTERLOCK_PYTHON" not in os.environ, reason="no INTERLOCK_PYTHON: run ./interlock test"
)

WRITES = """\
import interlock.measure.*;
import interlock.parallel.*;
import java.nio.file.*;
Files.writeString(ScratchFolder.temporary().file("points"), "1 2");
Engines.named("CPython processes").run(MonteCarloPi.task(1000), 2);
FreshJvm.startUp(1);"""


def shut_down(kernel: Kernel) -> None:
    kernel.ask("shutdown")


def guarded(pid: int) -> bool:
    lines = (processes.command_line(int(folder.name)) for folder in Path("/proc").glob("[0-9]*"))
    return any(line.endswith(f" {pid} interlock-guard") for line in lines)


def kill(kernel: Kernel) -> None:
    pid = kernel.ask("pid")
    # The guard comes a moment after the first cell.
    wait_for("the kernel's guard", lambda: guarded(pid))
    os.kill(pid, signal.SIGKILL)
    kernel.close()


@pytest.mark.parametrize("end", [shut_down, kill])
def test_no_folder_is_left(tmp_path, end):
    folder = tmp_path / "scratch"
    folder.mkdir()
    with open(tmp_path / "log", "w", encoding="utf-8") as log:
        kernel = Kernel(log, JAVA_TOOL_OPTIONS=f"-Djava.io.tmpdir={folder}", TMPDIR=str(folder))
        kernel.run(WRITES)
        assert list(folder.rglob("points"))
        end(kernel)
    wait_for("an empty folder", lambda: list(folder.iterdir()), lambda seen: not seen)
