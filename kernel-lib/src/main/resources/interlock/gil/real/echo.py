"""Sends a byte to another process and waits for it to come back, beside CPU-bound threads.

Before each round trip the thread sleeps for a random while: where all threads share one core for a
few milliseconds, hundreds of fast round trips follow each other, and without the pauses they would
outnumber all the others.

In: spinners (CPU-bound threads), interval (seconds), pause (mean seconds before each), repeats.
Out: nanoseconds of each round trip.
"""

import random
import socket
import subprocess
import sys
import threading
import time

CHILD = """
import socket, sys
kind, number = sys.argv[1], int(sys.argv[2])
if kind == "fd":
    line = socket.socket(fileno=number)
else:
    line = socket.create_connection(("127.0.0.1", number))
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
while byte := line.recv(1):
    line.send(byte)
"""
running = True
draw = random.Random(1).uniform


def spin():
    n = 0
    while running:
        n += 1


def round_trip(line):
    begin = time.perf_counter_ns()
    line.send(b"x")
    line.recv(1)
    return time.perf_counter_ns() - begin


def start_child(kind, number, **options):
    command = [sys.executable, "-I", "-S", "-c", CHILD, kind, str(number)]
    return subprocess.Popen(command, **options)


def connect():
    """Starts the other process; where none can be given a socket, it connects by its port."""
    if hasattr(socket, "AF_UNIX"):
        near, far = socket.socketpair()
        with far:
            return start_child("fd", far.fileno(), pass_fds=[far.fileno()]), near
    with socket.create_server(("127.0.0.1", 0)) as door:
        child = start_child("port", door.getsockname()[1])
        near = door.accept()[0]
        near.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return child, near


def later_round_trip(line):
    if pause:
        time.sleep(draw(0, 2 * pause))
    return round_trip(line)


before = sys.getswitchinterval()
sys.setswitchinterval(interval)
child, near = connect()
for _ in range(50):  # waits until the other process has started
    round_trip(near)
threads = [threading.Thread(target=spin) for _ in range(spinners)]
for thread in threads:
    thread.start()
for _ in range(10):
    later_round_trip(near)
result = [later_round_trip(near) for _ in range(repeats)]
running = False
for thread in threads:
    thread.join()
near.close()
child.wait()
sys.setswitchinterval(before)
