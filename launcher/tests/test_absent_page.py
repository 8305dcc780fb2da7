"""What Jupyter's server keeps for a page that is away: all that a learner could still see."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

PYTHON = os.environ.get("INTERLOCK_PYTHON")
SETTINGS = ROOT / "launcher" / "jupyter"
pytestmark = pytest.mark.skipif(
    not PYTHON, reason="no prepared environment: run by ./interlock test"
)

PRINTED = ["iopub", "stream", {"name": "stdout", "text": "x"}]
CLEARED = ["iopub", "clear_output", {"wait": True}]
BUSY = ["iopub", "status", {"execution_state": "busy"}]
IDLE = ["iopub", "status", {"execution_state": "idle"}]
FAILED = ["iopub", "error", {"ename": "E", "evalue": "", "traceback": []}]
RESULT = ["iopub", "execute_result", {"data": {}, "metadata": {}, "execution_count": 1}]
REPLY = ["shell", "execute_reply", {"status": "ok"}]
COMM = ["iopub", "comm_msg", {"comm_id": "1", "data": {"method": "update", "state": {"v": 1}}}]


def _shown(kind: str, display: object, picture: str = "") -> list:
    data = {"data": {"text/html": picture}, "metadata": {}, "transient": {"display_id": display}}
    return ["iopub", kind, data]


def _update(display: object, picture: str = "") -> list:
    return _shown("update_display_data", display, picture)


def _kept(*messages: list) -> list[int]:
    """The places of the messages that a returning page gets, in the order in which it gets them."""
    script = Path(__file__).with_name("absent_page.py")
    done = subprocess.run(
        [PYTHON, script, SETTINGS], input=json.dumps(messages), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_ten_thousand_updates_leave_the_last():
    assert _kept(*(_update("wave", str(number)) for number in range(10_000))) == [9_999]


def test_updates_of_two_displays_leave_the_last_of_each():
    assert _kept(*[_update("one"), _update("two")] * 3, _update("one")) == [5, 6]


def test_all_else_is_kept_in_order():
    messages = [
        BUSY, _shown("display_data", "wave"), PRINTED, CLEARED, PRINTED, COMM, COMM, FAILED, RESULT,
        REPLY, _shown("display_data", "wave"), _shown("display_data", "wave"), IDLE, BUSY, IDLE,
    ]  # fmt: skip
    numbered = [[channel, kind, {**content, "n": n}] for n, (channel, kind, content) in enumerate(messages)]
    assert _kept(*numbered) == list(range(len(messages)))


def test_update_does_not_go_before_what_it_follows():
    # A display shown again between two updates must not end with its older picture.
    again = _shown("display_data", "wave", "2")
    messages = [BUSY, _update("wave", "1"), PRINTED, CLEARED, again, IDLE, _update("wave", "3"), BUSY]
    assert _kept(*messages) == [0, 2, 3, 4, 5, 6, 7]


def test_message_that_is_no_readable_update_is_kept():
    odd = {
        "without a header": ["iopub", None, "nobody can read it"],
        "without a display": ["iopub", "update_display_data", {}],
        "no object": ["iopub", "update_display_data", "[]"],
        "no JSON": ["iopub", "update_display_data", "{"],
        "display null": _update(None),
        "display a list": _update(["wave"]),
        "not the channel of outputs": ["shell", *_update("wave")[1:]],
    }
    messages = [_update("wave")]
    for message in odd.values():
        messages += [message, _update("wave")]
    kept = _kept(*messages)
    assert kept[-1] == len(messages) - 1
    assert [list(odd)[place // 2] for place in kept[:-1]] == list(odd)


LOAD = """
import sys
from traitlets.config.application import Application
app = Application()
app.load_config_file("jupyter_server_config", path=sys.argv[1])
print(sorted(app.config))
"""
BUFFER = """
kernels = app.config.ServerApp.kernel_manager_class()
kernels.start_buffering("a kernel", "a page", {})
print(getattr(kernels, "_kernel_buffers", None))
"""


def _later_server(folder: Path, kernels: str, script: str) -> subprocess.CompletedProcess:
    """Runs a script beside a jupyter_server whose kernel managers are the given ones."""
    package = folder / "jupyter_server" / "services" / "kernels"
    package.mkdir(parents=True)
    (package / "kernelmanager.py").write_text(kernels, "utf-8")
    for place in (folder / "jupyter_server", package.parent, package):
        (place / "__init__.py").touch()
    return subprocess.run(
        [PYTHON, "-c", script, SETTINGS], capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(folder)},
    )  # fmt: skip


def test_later_server_without_the_class_starts_with_its_other_settings(tmp_path):
    done = _later_server(tmp_path, "", LOAD)
    others = json.loads((SETTINGS / "jupyter_server_config.json").read_text("utf-8"))
    assert done.stdout.strip() == str(sorted(others)), done.stderr
    assert "jupyter_server_config.py" in done.stderr


@pytest.mark.parametrize("buffers", [None, {"a kernel": {"buffer": None}}])
def test_later_server_with_another_buffer_keeps_it(tmp_path, buffers):
    kernels = f"""
class AsyncMappingKernelManager:
    {f"_kernel_buffers = {buffers}" if buffers else ""}
    def start_buffering(self, kernel, session, channels): pass
"""
    done = _later_server(tmp_path, kernels, LOAD + BUFFER)
    assert done.stdout.endswith(f"\n{buffers}\n"), done.stderr
