"""Drives one kernel for the tests: a request as a line of JSON in, an answer as a line of JSON out.

Run by the environment's own Python, which has jupyter_client; the tests' Python need not.
"""

from __future__ import annotations

import json
import sys
import time
from queue import Empty
from typing import Any

from jupyter_client.manager import KernelManager

_LIMIT_SECONDS = 60


class Driver:
    """One running kernel and a client of it."""

    def __init__(self) -> None:
        self.manager = KernelManager(kernel_name="java")
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=_LIMIT_SECONDS)

    def send(self, code: str) -> str:
        """Sends a cell and returns the id that its messages carry."""
        return self.client.execute(code)

    def execute(self, code: str) -> dict[str, Any]:
        """Runs a cell to its end: the reply, and every message up to and with the idle one."""
        return self.finish(self.send(code))

    def execute_cell(self, code: str, cell: str) -> dict[str, Any]:
        """Runs a cell as JupyterLab does, which says each time which cell it is."""
        content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False}
        return self.finish(self._ask("execute_request", content, {"cellId": cell}))

    def page_says(self, comm: str, data: dict[str, Any]) -> list[dict[str, Any]]:
        """Sends what a page would, and returns all messages until the kernel has taken it."""
        sent = self._ask("comm_msg", {"comm_id": comm, "data": data})
        return self._until(lambda message: _ends(message, sent), _LIMIT_SECONDS)

    def open_comm(self, comm: str, target: str) -> list[dict[str, Any]]:
        """Opens a comm as a page does."""
        sent = self._ask("comm_open", {"comm_id": comm, "target_name": target, "data": {}})
        return self._until(lambda message: _ends(message, sent), _LIMIT_SECONDS)

    def comms(self, target: str | None) -> list[str]:
        """The ids of the comms that the kernel knows."""
        return list(self._reply(self._ask("comm_info_request", {"target_name": target}))["comms"])

    def _ask(self, kind: str, content: dict[str, Any], metadata: dict[str, Any] | None = None) -> str:
        message = self.client.session.msg(kind, content, metadata=metadata)
        self.client.shell_channel.send(message)
        return message["header"]["msg_id"]

    def finish(self, sent: str) -> dict[str, Any]:
        messages = self._until(lambda message: _ends(message, sent), _LIMIT_SECONDS)
        if not messages or not _ends(messages[-1], sent):
            raise TimeoutError("the idle message did not arrive")
        reply = self._reply(sent)
        own = [message for message in messages if message["parent"] == sent]
        return {"id": sent, "status": reply["status"], "messages": own}

    def listen(self, text: str, seconds: float) -> list[dict[str, Any]]:
        """Messages until an output that holds the text, or for the given time."""
        return self._until(lambda message: message["type"] != "execute_input" and text in json.dumps(message["content"]), seconds)

    def inspect(self, code: str, cursor: int) -> dict[str, Any]:
        """What Shift-Tab shows at a place in the code."""
        return self._reply(self.client.inspect(code, cursor))

    def complete(self, code: str, cursor: int) -> dict[str, Any]:
        return self._reply(self.client.complete(code, cursor))

    def is_complete(self, code: str) -> dict[str, Any]:
        return self._reply(self.client.is_complete(code))

    def interrupt(self) -> None:
        """Presses the stop button, and waits until the kernel has seen it: the next cell comes after."""
        control = self.client.control_channel
        control.send(self.client.session.msg("interrupt_request", {}))
        control.get_msg(timeout=_LIMIT_SECONDS)

    def comm(self, comm: str, count: int) -> None:
        """Sends messages of a widget, as a page does."""
        for number in range(count):
            message = self.client.session.msg("comm_msg", {"comm_id": comm, "data": {"number": number}})
            self.client.shell_channel.send(message)

    def pid(self) -> int:
        return self.manager.provisioner.pid

    def shutdown(self) -> float:
        """Shuts the kernel down in the ordinary way and returns the seconds that it took."""
        begin = time.monotonic()
        self.client.stop_channels()
        self.manager.shutdown_kernel()
        return time.monotonic() - begin

    def _until(self, last, seconds: float) -> list[dict[str, Any]]:
        end = time.monotonic() + seconds
        messages = []
        while time.monotonic() < end:
            try:
                message = self.client.get_iopub_msg(timeout=max(0.01, end - time.monotonic()))
            except Empty:
                break
            messages.append({
                "type": message["msg_type"], "content": message["content"],
                "parent": message["parent_header"].get("msg_id"),
            })
            if last(messages[-1]):
                break
        return messages

    def _reply(self, sent: str) -> dict[str, Any]:
        while True:
            reply = self.client.get_shell_msg(timeout=_LIMIT_SECONDS)
            if reply["parent_header"].get("msg_id") == sent:
                return reply["content"]


def _ends(message: dict[str, Any], sent: str) -> bool:
    return (
        message["type"] == "status" and message["parent"] == sent
        and message["content"]["execution_state"] == "idle"
    )


def main() -> None:
    driver = Driver()
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        print(json.dumps(getattr(driver, name)(*arguments)), flush=True)
        if name == "shutdown":
            return
    driver.manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    main()
