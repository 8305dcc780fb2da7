"""A kernel to test, driven by the environment's own Python."""

from __future__ import annotations

import json
import os
import subprocess
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest

_DRIVER = Path(__file__).with_name("driver.py")


class Kernel:
    """The tests' end of `driver.py`."""

    def __init__(self, log, **variables: str) -> None:
        self._process = subprocess.Popen(
            [os.environ["INTERLOCK_PYTHON"], str(_DRIVER)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, encoding="utf-8",
            # A driver that is killed leaves its connection file.
            env=os.environ | {"TMPDIR": str(Path(log.name).parent)} | variables,
        )
        self.driver = self._process.pid

    def ask(self, name: str, *arguments: Any) -> Any:
        self._process.stdin.write(json.dumps([name, *arguments]) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, f"the kernel's driver ended in {name}"
        return json.loads(answer)

    def run(self, code: str) -> "Ran":
        """Runs a cell that must end well."""
        ran = Ran(self.ask("execute", code))
        assert ran.status == "ok", ran.messages
        return ran

    def interrupt(self, code: str, said: str = "begun", seconds: float = 20) -> dict[str, Any]:
        """Interrupts a cell once it has said so much; answers how it ended."""
        sent = self.ask("send", code)
        self.ask("listen", said, seconds)
        self.ask("interrupt")
        return self.ask("finish", sent)

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(60)


class Ran:
    """What a cell has published."""

    def __init__(self, answer: dict[str, Any]) -> None:
        self.id = answer["id"]
        self.status = answer["status"]
        self.messages = answer["messages"]

    def of(self, *types: str) -> list[dict[str, Any]]:
        return [message["content"] for message in self.messages if message["type"] in types]

    def printed(self, stream: str = "stdout") -> str:
        return "".join(content["text"] for content in self.of("stream") if content["name"] == stream)

    def value(self, mime: str = "text/plain") -> str:
        """The value that the cell returned."""
        return self.of("execute_result")[0]["data"][mime]


@pytest.fixture(scope="module")
def own_kernel(tmp_path_factory) -> Iterator[Callable[..., Kernel]]:
    """Starts a kernel for all tests of a file, with the given environment variables."""
    if "INTERLOCK_PYTHON" not in os.environ:
        pytest.skip("no INTERLOCK_PYTHON: run ./interlock test")
    with ExitStack() as open_yet:

        def start(**variables: str) -> Kernel:
            log = open_yet.enter_context(open(tmp_path_factory.mktemp("kernel") / "log", "w", encoding="utf-8"))
            started = Kernel(log, **variables)
            open_yet.callback(started.close)
            started.run("import interlock.notebook.*;")
            return started

        yield start


@pytest.fixture(scope="module")
def kernel(own_kernel) -> Kernel:
    """One kernel for all tests of a file, with the façade imported."""
    return own_kernel()
