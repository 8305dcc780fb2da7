"""Where everything stands, and the versions that are pinned outside the lock files."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

JDK_MINIMUM = 25
JDK_TO_FETCH = "adoptium:25"
JJAVA_VERSION = "1.0a8"
PYTHON_MINIMUM = (3, 10)
START_NOTEBOOK = "00-start-here.ipynb"
WINDOWS = os.name == "nt"
MACOS = sys.platform == "darwin"


@dataclass(frozen=True)
class House:
    """The project's folder and the places in it that set-up reads or makes."""

    root: Path

    @property
    def state(self) -> Path:
        """All that set-up makes, but for the Python environment and Maven's output."""
        return self.root / ".interlock"

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def logs(self) -> Path:
        return self.state / "logs"

    @property
    def stamps(self) -> Path:
        return self.state / "stamps"

    @property
    def jdks(self) -> Path:
        """Cache folder of cjdk, so that a fetched JDK goes with the rest."""
        return self.state / "jdk"

    @property
    def test_tools(self) -> Path:
        return self.state / "test-tools"

    @property
    def target(self) -> Path:
        return self.root / "kernel-lib" / "target"

    @property
    def jar(self) -> Path:
        return self.target / "interlock-kernel-lib.jar"

    @property
    def notebooks(self) -> Path:
        return self.root / "notebooks"

    @property
    def launcher(self) -> Path:
        return self.root / "launcher"

    @property
    def requirements(self) -> Path:
        return self.launcher / "requirements"

    @property
    def jupyter_path(self) -> Path:
        """Holds kernels/java: Jupyter finds our kernelspec by JUPYTER_PATH."""
        return self.state / "jupyter"

    @property
    def jupyter_config(self) -> Path:
        return self.launcher / "jupyter"


def here() -> House:
    """The house that this file stands in."""
    return House(Path(__file__).resolve().parent.parent)
