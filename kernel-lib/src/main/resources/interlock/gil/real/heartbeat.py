"""A thread that wants to beat at fixed times, beside CPU-bound threads.

In: spinners (CPU-bound threads), interval (seconds), period (seconds), repeats.
Out: nanoseconds by which each beat came late.
"""

import sys
import threading
import time

running = True


def spin():
    n = 0
    while running:
        n += 1


def late_beat():
    due = time.perf_counter_ns() + int(period * 1e9)
    time.sleep(period)
    return time.perf_counter_ns() - due


before = sys.getswitchinterval()
sys.setswitchinterval(interval)
threads = [threading.Thread(target=spin) for _ in range(spinners)]
for thread in threads:
    thread.start()
for _ in range(5):
    late_beat()
result = [late_beat() for _ in range(repeats)]
running = False
for thread in threads:
    thread.join()
sys.setswitchinterval(before)
