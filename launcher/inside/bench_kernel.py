"""Times our kernelspec against stock JJava in turns and prints the samples as JSON.

Arguments: folder of our kernelspecs, folder of the stock ones, number of pairs.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

_EMPTY_CELLS = 20
_LIMIT_SECONDS = 60


def main(ours: str, stock: str, pairs: int) -> None:
    samples = {side: {"start": [], "empty": []} for side in ("ours", "stock")}
    folders = {"ours": ours, "stock": stock}
    for pair in range(pairs):
        # Who goes first alternates, so that neither side always finds the warmer machine.
        for side in sorted(folders, reverse=pair % 2 == 1):
            start, empty = _measure(folders[side])
            samples[side]["start"].append(start)
            samples[side]["empty"].append(empty)
        print(f"pair {pair + 1} of {pairs}", file=sys.stderr, flush=True)
    print(json.dumps(samples))


def _measure(folder: str) -> tuple[float, float]:
    """Seconds from the start to the reply to `1 + 1`, and the median seconds of an empty cell."""
    specs = KernelSpecManager(kernel_dirs=[folder], ensure_native_kernel=False)
    manager = KernelManager(kernel_name="java", kernel_spec_manager=specs)
    begin = time.perf_counter()
    manager.start_kernel(stderr=subprocess.DEVNULL)
    client = manager.client()
    try:
        client.start_channels()
        _reply(client, "1 + 1")
        start = time.perf_counter() - begin
        return start, sorted(_timed(client, "") for _ in range(_EMPTY_CELLS))[_EMPTY_CELLS // 2]
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


def _timed(client, code: str) -> float:
    begin = time.perf_counter()
    _reply(client, code)
    return time.perf_counter() - begin


def _reply(client, code: str) -> None:
    sent = client.execute(code)
    while True:
        reply = client.get_shell_msg(timeout=_LIMIT_SECONDS)
        if reply["parent_header"].get("msg_id") == sent:
            if reply["content"]["status"] != "ok":
                raise SystemExit(f"the kernel answered {reply['content']}")
            return


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
