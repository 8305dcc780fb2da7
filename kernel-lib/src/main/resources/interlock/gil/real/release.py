"""Checksums large buffers on several threads: the C code releases the lock, as NumPy's does.

In: workers, buffer (bytes), times (checksums altogether), repeats.
Out: nanoseconds from the first start to the last end, one a repeat.
"""

import threading
import time
import zlib


def checksum(data, times):
    for _ in range(times):
        zlib.crc32(data)


def run():
    threads = [
        threading.Thread(target=checksum, args=(data, times // workers))
        for data in buffers
    ]
    begin = time.perf_counter_ns()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter_ns() - begin


buffers = [bytes(buffer) for _ in range(workers)]
# A fresh process may run slower for its first 0.3 s of processor time: its pages settle.
while time.process_time() < 0.5:
    run()
result = [run() for _ in range(repeats)]
