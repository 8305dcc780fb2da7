"""The real JupyterLab of the prepared house: it serves, and Ctrl-C stops it and its kernels."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from conftest import ROOT, alive, linux_only

pytestmark = [
    linux_only,
    pytest.mark.skipif(
        not os.environ.get("INTERLOCK_PYTHON"),
        reason="no prepared environment: run by ./interlock test",
    ),
]


@pytest.fixture
def lab():
    """A running `interlock lab` on a free port: the process, its address and its token."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, str(ROOT / "interlock"), "lab", "--no-browser", "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
    said = ""
    for line in process.stderr:
        said += line
        told = re.search(rf"(http://127\.0\.0\.1:{port}/)lab\S*\?token=(\w+)", line)
        if told:
            _wait_for(port)
            yield process, told.group(1), told.group(2)
            break
    else:
        pytest.fail(f"JupyterLab did not start: {said}")
    process.terminate()
    process.wait()
    process.stderr.close()


def _wait_for(port: int) -> None:
    """Lab tells its address a moment before it listens there."""
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"nothing listens on port {port}")


def _ask(url: str, token: str, method: str = "GET", **body):
    data = json.dumps(body).encode() if body else None
    headers = {"Authorization": f"token {token}"}
    request = urllib.request.Request(url, data=data, method=method, headers=headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def _processes_of_kernel(kernel: str) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"kernel-{kernel}".encode() in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def test_lab_has_our_kernel_and_asks_for_its_token(lab):
    _, url, token = lab
    spec = _ask(f"{url}api/kernelspecs", token)["kernelspecs"]["java"]
    assert str(ROOT) in json.dumps(spec) or "{resource_dir}" in json.dumps(spec)
    with pytest.raises(urllib.error.HTTPError, match="403"):
        _ask(f"{url}api/kernelspecs", "wrong")


def test_lab_fetches_no_news(lab):
    _, url, token = lab
    page = urllib.request.urlopen(f"{url}lab?token={token}", timeout=30).read().decode()
    assert re.search(r'"news":\s*\{"disabled":\s*true\}', page)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stop_ends_lab_and_every_kernel(lab, number):
    process, url, token = lab
    kernel = _ask(f"{url}api/kernels", token, "POST", name="java")["id"]
    started = _processes_of_kernel(kernel)
    assert started
    process.send_signal(number)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 0, said
    assert "Traceback" not in said
    assert not any(map(alive, started))
    with pytest.raises(urllib.error.URLError):
        _ask(f"{url}api", token)


def test_killed_launcher_takes_lab_and_every_kernel_along(lab):
    process, url, token = lab
    kernel = _ask(f"{url}api/kernels", token, "POST", name="java")["id"]
    started = _processes_of_kernel(kernel)
    assert started
    process.kill()
    process.communicate(timeout=60)  # returns when the last writer of Lab's output is gone
    for _ in range(400):
        if not any(map(alive, started)):
            break
        time.sleep(0.05)
    assert not any(map(alive, started))
    with pytest.raises(urllib.error.URLError):
        _ask(f"{url}api", token)
