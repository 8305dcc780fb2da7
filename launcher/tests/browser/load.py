"""What the kernels of a server cost: whether they compute, or have come to rest."""

import pytest

import processes
from deadline import wait_for

needs_proc = pytest.mark.skipif(not processes.AVAILABLE, reason="no /proc to read CPU use from")


def still_busy(server, what: str, children: int = 0) -> None:
    wait_for(
        f"{what}: {children} child processes",
        server.kernel_children,
        lambda seen: len(seen) >= children,
    )
    processes.wait_computing(what, server.kernel_processes)


def now_quiet(server, what: str) -> None:
    processes.wait_quiet(what, server.kernel_processes)
