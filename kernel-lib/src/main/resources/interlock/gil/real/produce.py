"""One thread puts items into a queue, another gets them; either may work on each item.

In: items, room (the queue's size, 0 is unbounded), produce and consume (loops of work on
each item), repeats.
Out: nanoseconds from the first start to the last end, one a repeat.
"""

import queue
import threading
import time


def count(n):
    while n > 0:
        n -= 1


def producer(line):
    for item in range(items):
        count(produce)
        line.put(item)


def consumer(line):
    for _ in range(items):
        line.get()
        count(consume)


def run():
    line = queue.Queue(room)
    threads = [threading.Thread(target=part, args=(line,)) for part in (producer, consumer)]
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
