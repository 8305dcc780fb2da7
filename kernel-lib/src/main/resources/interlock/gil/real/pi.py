"""Estimates pi from random points on several threads that count hits under one lock.

In: workers, points (altogether), batch (points between two uses of the lock), repeats.
Out: nanoseconds from the first start to the last end, one a repeat.
"""

import random
import threading
import time

hits = 0
lock = threading.Lock()


def throw(points, batch, seed):
    global hits
    draw = random.Random(seed).random
    for _ in range(points // batch):
        inside = 0
        for _ in range(batch):
            x = draw()
            y = draw()
            if x * x + y * y <= 1.0:
                inside += 1
        with lock:
            hits += inside


def run():
    threads = [
        threading.Thread(target=throw, args=(points // workers, batch, seed))
        for seed in range(workers)
    ]
    begin = time.perf_counter_ns()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter_ns() - begin


# A fresh process may run slower for its first 0.3 s of processor time: its pages settle.
while time.process_time() < 0.5:
    run()
result = [run() for _ in range(repeats)]
