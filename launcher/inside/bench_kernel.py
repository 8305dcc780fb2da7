"""Times our kernelspec against stock JJava in turns and prints the samples as JSON.

Arguments: folder of our kernelspecs, folder of the stock ones, number of pairs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

_EMPTY_CELLS = 20
_COMM_MESSAGES = 200
_SETTLE_SECONDS = 2
_IDLE_SECONDS = 3
_LIMIT_SECONDS = 60

# Fills the heap with small objects, the slowest to collect, and says when it got the last of them.
_FILL = """{ var all = new java.util.LinkedList<String>(); long last = 0;
try { for (int i = 0; ; i++) { all.add("s" + i); last = System.currentTimeMillis(); } }
finally { System.out.println("last " + last); } }"""


def main(ours: str, stock: str, pairs: int) -> None:
    samples = {side: {} for side in ("ours", "stock")}
    folders = {"ours": ours, "stock": stock}
    for pair in range(pairs):
        # Who goes first alternates, so that neither side always finds the warmer machine.
        for side in sorted(folders, reverse=pair % 2 == 1):
            for part, sample in _measure(folders[side], side == "ours").items():
                samples[side].setdefault(part, []).append(sample)
        print(f"pair {pair + 1} of {pairs}", file=sys.stderr, flush=True)
    print(json.dumps(samples))


def _measure(folder: str, fills: bool) -> dict[str, float]:
    """Seconds from the start to the reply to `1 + 1`, the median seconds of an empty cell, widget
    messages handled a second, the share of a core that the idle kernel uses, and, if the heap is to
    be filled, seconds from the last object that it took to the reply that says so."""
    specs = KernelSpecManager(kernel_dirs=[folder], ensure_native_kernel=False)
    manager = KernelManager(kernel_name="java", kernel_spec_manager=specs)
    begin = time.perf_counter()
    manager.start_kernel(stderr=subprocess.DEVNULL)
    client = manager.client()
    try:
        client.start_channels()
        _reply(client, "1 + 1")
        found = {"start": time.perf_counter() - begin}
        found["empty"] = sorted(_timed(client, "") for _ in range(_EMPTY_CELLS))[_EMPTY_CELLS // 2]
        found["comm"] = _comm_messages(client)
        if Path("/proc/self/stat").exists():
            found["idle"] = _idle(manager.provisioner.pid)
        if fills:
            found["full"] = _full(client)
        return found
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


def _comm_messages(client) -> float:
    """Messages of a widget that the kernel handles in a second; a cell after the last says when."""
    begin = time.perf_counter()
    for number in range(_COMM_MESSAGES):
        message = client.session.msg("comm_msg", {"comm_id": "none", "data": {"number": number}})
        client.shell_channel.send(message)
    _reply(client, "")
    return _COMM_MESSAGES / (time.perf_counter() - begin)


def _full(client) -> float:
    sent = client.execute(_FILL)
    _answer(client, sent)
    told = time.time()
    while True:
        said = client.get_iopub_msg(timeout=_LIMIT_SECONDS)["content"].get("text", "")
        if said.startswith("last "):
            return told - int(said.split()[1]) / 1000


def _idle(pid: int) -> float:
    """The share of a core that the kernel and its children use while nothing is asked of them."""
    time.sleep(_SETTLE_SECONDS)
    before, begin = _cpu_seconds(pid), time.perf_counter()
    time.sleep(_IDLE_SECONDS)
    return (_cpu_seconds(pid) - before) / (time.perf_counter() - begin)


def _cpu_seconds(root: int) -> float:
    """Processor time of a process and of all below it."""
    fields = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            # The name may hold spaces; what follows its bracket does not.
            fields[int(folder.name)] = (folder / "stat").read_text().rpartition(")")[2].split()
        except (OSError, UnicodeDecodeError):
            continue
    wanted, ticks = [root], 0
    while wanted:
        pid = wanted.pop()
        ticks += sum(int(ticks) for ticks in fields.get(pid, [])[11:13])
        wanted += [child for child, of_child in fields.items() if int(of_child[1]) == pid]
    return ticks / os.sysconf("SC_CLK_TCK")


def _timed(client, code: str) -> float:
    begin = time.perf_counter()
    _reply(client, code)
    return time.perf_counter() - begin


def _reply(client, code: str) -> None:
    answer = _answer(client, client.execute(code))
    if answer["status"] != "ok":
        raise SystemExit(f"the kernel answered {answer}")


def _answer(client, sent: str) -> dict[str, Any]:
    while True:
        reply = client.get_shell_msg(timeout=_LIMIT_SECONDS)
        if reply["parent_header"].get("msg_id") == sent:
            return reply["content"]


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
