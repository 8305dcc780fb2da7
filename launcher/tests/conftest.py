"""A house of its own for every test: the real launcher over a scratch folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "launcher" / "inside")]

from launcher.house import House  # noqa: E402

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="no POSIX signals here")

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no /proc here")


@pytest.fixture
def house(tmp_path: Path) -> House:
    """The launcher's files, copied, with a small Maven project instead of the real one."""
    root = tmp_path / "house"
    shutil.copytree(
        ROOT / "launcher", root / "launcher", ignore=shutil.ignore_patterns("__pycache__", "tests")
    )
    for name in ("interlock", "mvnw", "mvnw.cmd"):
        shutil.copy2(ROOT / name, root / name)
    shutil.copytree(ROOT / ".mvn", root / ".mvn")
    source = root / "kernel-lib" / "src" / "main" / "java" / "A.java"
    source.parent.mkdir(parents=True)
    source.write_text("class A {}\n")
    (root / "pom.xml").write_text("<project/>\n")
    (root / "kernel-lib" / "pom.xml").write_text("<project/>\n")
    return House(root)


@pytest.fixture(autouse=True)
def _plain_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the JDK or the conda environment that the test run itself uses."""
    for name in ("JAVA_HOME", "CONDA_PREFIX", "CONDA_DEFAULT_ENV", "VIRTUAL_ENV"):
        monkeypatch.delenv(name, raising=False)


def alive(pid: int) -> bool:
    """Whether the process runs. One that has ended and was not collected yet does not."""
    try:
        with open(f"/proc/{pid}/stat") as stream:
            return stream.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def first_line(file: Path, running: subprocess.Popen) -> str:
    """What the process has written into the file; fails when it ends without having done so."""
    while running.poll() is None:
        if file.is_file() and file.read_text().endswith("\n"):
            return file.read_text()
        time.sleep(0.02)
    pytest.fail("the process ended before it was ready")
