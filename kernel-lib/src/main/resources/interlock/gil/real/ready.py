"""Sends a byte and receives it at once, so that no call blocks, beside CPU-bound threads.

In: spinners (CPU-bound threads), interval (seconds), repeats.
Out: nanoseconds of each send and receive.
"""

import socket
import sys
import threading
import time

running = True


def spin():
    n = 0
    while running:
        n += 1


def there_and_back(near, far):
    begin = time.perf_counter_ns()
    near.send(b"x")
    far.recv(1)
    return time.perf_counter_ns() - begin


before = sys.getswitchinterval()
sys.setswitchinterval(interval)
near, far = socket.socketpair()
threads = [threading.Thread(target=spin) for _ in range(spinners)]
for thread in threads:
    thread.start()
for _ in range(500):
    there_and_back(near, far)
result = [there_and_back(near, far) for _ in range(repeats)]
running = False
for thread in threads:
    thread.join()
near.close()
far.close()
sys.setswitchinterval(before)
