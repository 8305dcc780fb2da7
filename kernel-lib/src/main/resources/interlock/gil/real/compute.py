"""Counts down on several workers at once: the same total work, shared out evenly.

In: workers, total (loops altogether), processes (bool), repeats.
Out: nanoseconds from the first start to the last end, one a repeat.
"""

import os
import subprocess
import sys
import threading
import time

# A fresh process may run slower for its first 0.3 s of processor time: its pages settle.
WARM_UP = 0.5
CHILD = """
import sys
def count(n):
    while n > 0:
        n -= 1
while line := sys.stdin.readline():
    count(int(line))
    sys.stdout.write("done\\n")
    sys.stdout.flush()
"""


def count(n):
    while n > 0:
        n -= 1


def on_threads():
    threads = [threading.Thread(target=count, args=(total // workers,)) for _ in range(workers)]
    begin = time.perf_counter_ns()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter_ns() - begin


def on_processes(children):
    begin = time.perf_counter_ns()
    for child in children:
        child.stdin.write(f"{total // workers}\n")
        child.stdin.flush()
    for child in children:
        child.stdout.readline()
    return time.perf_counter_ns() - begin


def start_child():
    command = [sys.executable, "-I", "-S", "-c", CHILD]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


if processes:
    children = [start_child() for _ in range(workers)]
    on_processes(children)  # waits until each has started
    warm = time.perf_counter() + WARM_UP * max(1, workers / (os.cpu_count() or 1))
    while time.perf_counter() < warm:
        on_processes(children)
    result = [on_processes(children) for _ in range(repeats)]
    for child in children:
        child.stdin.close()
        child.wait()
else:
    while time.process_time() < WARM_UP:
        on_threads()
    result = [on_threads() for _ in range(repeats)]
