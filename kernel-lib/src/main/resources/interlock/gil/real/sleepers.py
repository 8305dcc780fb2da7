"""Threads that do nothing but sleep, several times each.

In: workers, pause (seconds), times (sleeps a thread), repeats.
Out: nanoseconds from the first start to the last end, one a repeat.
"""

import threading
import time


def sleeper():
    for _ in range(times):
        time.sleep(pause)


def run():
    threads = [threading.Thread(target=sleeper) for _ in range(workers)]
    begin = time.perf_counter_ns()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter_ns() - begin


run()
result = [run() for _ in range(repeats)]
