"""What a kernel writes beside the notebook goes with it, however the kernel ends."""

from __future__ import annotations

import os
import secrets
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


def shut_down(kernel: Kernel, mark: str) -> None:
    kernel.ask("shutdown")


def kill(kernel: Kernel, mark: str) -> None:
    # The guard comes a moment after the first cell.
    wait_for("the kernel's guard", lambda: processes.guards(mark))
    os.kill(kernel.ask("pid"), signal.SIGKILL)
    kernel.close()


NEEDS_PROC = pytest.mark.skipif(not processes.AVAILABLE, reason="no /proc to find the guard in")


@pytest.mark.parametrize("end", [shut_down, pytest.param(kill, marks=NEEDS_PROC)])
def test_no_folder_is_left(tmp_path, end):
    with open(tmp_path / "log", "w", encoding="utf-8") as log:
        kernel, mark, folder = kernel_with_a_folder(tmp_path, log)
        kernel.run(WRITES)
        assert list(folder.rglob("points"))
        end(kernel, mark)
    wait_for("an empty folder", lambda: list(folder.iterdir()), lambda seen: not seen)


@NEEDS_PROC
def test_kernel_that_is_killed_as_its_guard_begins_leaves_no_folder(tmp_path):
    with open(tmp_path / "log", "w", encoding="utf-8") as log:
        kernel, mark, folder = kernel_with_a_folder(tmp_path, log)
        kernel.run("interlock.measure.ScratchFolder.temporary();")
        number = kernel.ask("pid")
        wait_for("the kernel's guard", lambda: processes.beginning_guards(mark), every=0)
        os.kill(number, signal.SIGKILL)
        # Not yet closed: that kills the kernel's group, which its guard has yet to leave.
        wait_for("no scratch folder", lambda: list(folder.glob("interlock-*")), lambda seen: not seen)
        kernel.close()


def kernel_with_a_folder(tmp_path: Path, log) -> tuple[Kernel, str, Path]:
    """A kernel, its mark, and the folder that all its temporary files are in."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    mark = secrets.token_hex(8)
    java = f"-Djava.io.tmpdir={folder}"
    return Kernel(log, JAVA_TOOL_OPTIONS=java, TMPDIR=str(folder), **{processes.MARK: mark}), mark, folder
