"""Measures what a simulated machine needs to know of this one, each by an experiment of its own.

In: pieces (names of what to measure).
Out: for each piece the nanoseconds of each sample; ``both_over_one`` and ``stays`` are
ratios in millionths, ``timer_slack`` what the system says.
"""

import os
import queue
import random
import socket
import subprocess
import sys
import threading
import time
import zlib

now = time.perf_counter_ns
ECHO = """
import os, sys
core = int(sys.argv[1])
if core >= 0:
    os.sched_setaffinity(0, {core})
while os.read(0, 1):
    os.write(1, b"x")
"""
COUNT = """
import os, sys, time
core = int(sys.argv[1])
if core >= 0:
    os.sched_setaffinity(0, {core})
def count(n):
    while n > 0:
        n -= 1
while time.process_time() < 0.5:
    count(100000)
while os.read(0, 1):
    begin = time.perf_counter_ns()
    count(500000)
    os.write(1, (time.perf_counter_ns() - begin).to_bytes(8, "big"))
"""
SPIN = """
import os, sys, time
os.sched_setaffinity(0, {int(sys.argv[1])})
while os.read(0, 1):
    os.write(1, b"x")
    end = time.perf_counter() + 0.005
    while time.perf_counter() < end:
        pass
"""
hits = 0


def cores():
    """The first two cores on which this process may run, or none where it cannot choose."""
    try:
        usable = sorted(os.sched_getaffinity(0))
    except AttributeError:
        return [-1, -1]
    return [usable[0], usable[1 % len(usable)]]


class Child:
    """Another process that does something whenever it gets a byte."""

    def __init__(self, program, core):
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", program, str(core)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        self.line_in = self.process.stdin.fileno()
        self.line_out = self.process.stdout.fileno()

    def start(self):
        os.write(self.line_in, b"x")

    def answer(self, size=1):
        return os.read(self.line_out, size)

    def __enter__(self):
        self.start()
        self.answer(8)
        return self

    def __exit__(self, *error):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


class On:
    """Keeps this process on one core for a while."""

    def __init__(self, core):
        self.core = core

    def __enter__(self):
        if self.core >= 0:
            self.before = os.sched_getaffinity(0)
            os.sched_setaffinity(0, {self.core})

    def __exit__(self, *error):
        if self.core >= 0:
            os.sched_setaffinity(0, self.before)


def each(samples, times, work):
    """Samples of the mean time of one of ``times`` equal parts of the work."""
    work(times)
    found = []
    for _ in range(samples):
        begin = now()
        work(times)
        found.append((now() - begin) / times)
    return found


def count(n):
    while n > 0:
        n -= 1


def nothing(times):
    for _ in range(times):
        pass


def less_loop(samples, times, work):
    """The same without the cost of the loop itself."""
    loop = sorted(each(9, times, nothing))[4]
    return [max(0, sample - loop) for sample in each(samples, times, work)]


def loop():
    return each(25, 20_000, count)


def clock():
    samples = []
    for _ in range(1000):
        begin = now()
        samples.append(now() - begin)
    return samples


def sockets():
    near, far = socket.socketpair()
    send, receive = [], []
    for _ in range(3000):
        begin = now()
        near.send(b"x")
        middle = now()
        far.recv(1)
        send.append(middle - begin)
        receive.append(now() - middle)
    near.close()
    far.close()
    return {"send": send, "receive": receive}


def pipes():
    out, into = os.pipe()
    samples = []
    for _ in range(3000):
        begin = now()
        os.write(into, b"x")
        os.read(out, 1)
        samples.append((now() - begin) / 2)
    os.close(out)
    os.close(into)
    return samples


def hand_overs(mine, other, times, pause):
    call, half = [], []
    with On(mine), Child(ECHO, other) as child:
        for _ in range(times):
            if pause:
                time.sleep(pause)
            begin = now()
            child.start()
            middle = now()
            child.answer()
            call.append(middle - begin)
            half.append((now() - begin) / 2)
    return call, half


def wake_ups():
    first, second = cores()
    _, half = hand_overs(first, second, 1000, 0)
    # Who wakes another under the lock has as a rule slept itself: its caches are cold.
    call, deep = hand_overs(first, second, 60, 0.005)
    return {"wake_call": call, "wake_half": half, "deep_wake_half": deep}


def switches():
    first, _ = cores()
    # Back to back, the caches would be warmer than they are when threads change now and then.
    return hand_overs(first, first, 300, 0.0005)[1]


def overshoots(pause, times):
    samples = []
    for _ in range(times):
        begin = now()
        time.sleep(pause)
        samples.append(now() - begin - pause * 1e9)
    return samples


def timer_slack():
    try:
        with open("/proc/self/timerslack_ns", encoding="ascii") as file:
            return [int(file.read())]
    except (OSError, ValueError):
        return []


def both_over_one():
    first, second = cores()
    if first == second >= 0:
        return []
    ratios = []
    with Child(COUNT, first) as one, Child(COUNT, second) as two:
        for _ in range(7):
            one.start()
            alone = int.from_bytes(one.answer(8), "big")
            one.start()
            two.start()
            beside = int.from_bytes(one.answer(8), "big")
            two.answer(8)
            ratios.append(beside / alone * 1e6)
    return ratios


def lock_pairs(times):
    lock = threading.Lock()
    for _ in range(times):
        lock.acquire()
        lock.release()


def queue_pieces():
    line = queue.Queue()
    put, get = [], []
    for _ in range(2000):
        begin = now()
        line.put(1)
        middle = now()
        line.get()
        put.append(middle - begin)
        get.append(now() - middle)
    return {"put": put, "get": get}


def points(times):
    draw = random.Random(1).random
    inside = 0
    for _ in range(times):
        x = draw()
        y = draw()
        if x * x + y * y <= 1.0:
            inside += 1


def counted(times):
    global hits
    lock = threading.Lock()
    for _ in range(times):
        inside = 0
        for _ in range(1):
            inside = 1
        with lock:
            hits += inside


def checksums():
    data = bytes(256 << 10)

    def work(times):
        for _ in range(times):
            zlib.crc32(data)

    return [sample / 256 for sample in each(15, 20, work)]


def thread_starts():
    start, whole = [], []
    for _ in range(100):
        thread = threading.Thread(target=nothing, args=(1,))
        begin = now()
        thread.start()
        start.append(now() - begin)
        thread.join()
        whole.append(now() - begin)
    return {"start": start, "start_and_join": whole}


def cold_calls():
    """A send and a receive after the core has idled for 10 ms."""
    near, far = socket.socketpair()
    samples = []
    for _ in range(40):
        time.sleep(0.01)
        begin = now()
        near.send(b"x")
        far.recv(1)
        samples.append(now() - begin)
    near.close()
    far.close()
    return samples


def current_core():
    with open("/proc/thread-self/stat", encoding="ascii") as file:
        return int(file.read().rpartition(")")[2].split()[36])


def stays():
    """How often a sleeper wakes on the core that it was on, though that is busy and another not."""
    first, second = cores()
    if first == second or not os.path.exists("/proc/thread-self/stat"):
        return []
    woken = []
    with Child(SPIN, first) as child:
        for _ in range(50):
            time.sleep(0.005)
            with On(first):
                child.start()
                child.answer()
            time.sleep(0.002)
            woken.append(1e6 * (current_core() == first))
    return [sum(woken) / len(woken)]


PIECES = {
    "clock": clock,
    "loop": loop,
    "sockets": sockets,
    "pipe": pipes,
    "wake_ups": wake_ups,
    "switch_half": switches,
    "short_overshoot": lambda: overshoots(0.0002, 200),
    "long_overshoot": lambda: overshoots(0.01, 30),
    "timer_slack": timer_slack,
    "both_over_one": both_over_one,
    "lock_pair": lambda: less_loop(15, 2000, lock_pairs),
    "queue": queue_pieces,
    "point": lambda: each(15, 2000, points),
    "counted": lambda: less_loop(15, 2000, counted),
    "checksum_kib": checksums,
    "thread": thread_starts,
    "cold_call": cold_calls,
    "stays": stays,
}

# A fresh process may run slower for its first 0.3 s of processor time: its pages settle.
while time.process_time() < 0.5:
    count(10_000)

result = {}
for piece in pieces:
    found = PIECES[piece]()
    found = found if isinstance(found, dict) else {piece: found}
    result.update({name: [round(sample, 2) for sample in kept] for name, kept in found.items()})
