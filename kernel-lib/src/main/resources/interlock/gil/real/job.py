"""Does a job in equal pieces: on one thread, on threads, on processes.

In: pieces, workers, python, released, waiting (seconds a piece), kind and objects (what a process
has to be sent for a piece), repeats.
Out: nanoseconds from the first start to the last end, one a repeat, by way.
"""

import hashlib
import pickle
import random
import subprocess
import sys
import threading
import time

PIECE = """
import hashlib, time
def count(n):
    while n > 0:
        n -= 1
def derive(rounds):
    hashlib.pbkdf2_hmac("sha256", b"word", b"salt", rounds)
def piece(loops, rounds, waiting):
    if loops:
        count(loops)
    if rounds:
        derive(rounds)
    if waiting:
        time.sleep(waiting)
"""
CHILD = PIECE + """
import pickle, sys
orders, answers = sys.stdin.buffer, sys.stdout.buffer
recipe = pickle.load(orders)
while pickle.load(orders) is not None:
    piece(*recipe)
    pickle.dump(1, answers)
    answers.flush()
"""
exec(PIECE)


def turns(work, seconds, trial):
    """How many turns of work take so long: from the shortest of some trials."""
    if not seconds:
        return 0
    times = []
    for _ in range(7):
        begin = time.perf_counter()
        work(trial)
        times.append(time.perf_counter() - begin)
    return max(1, round(trial * seconds / min(times)))


def tree(nodes):
    if not nodes:
        return None
    left = (nodes - 1) // 2
    return [tree(left), nodes, tree(nodes - 1 - left)]


def share(i):
    return pieces // workers + (i < pieces % workers)


def timed(bodies):
    threads = [threading.Thread(target=body, args=args) for body, *args in bodies]
    begin = time.perf_counter_ns()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter_ns() - begin


def several(number):
    for _ in range(number):
        piece(*recipe)


def serve(child, number):
    for _ in range(number):
        send(child, data)
        pickle.load(child.stdout)


def send(child, what):
    pickle.dump(what, child.stdin, pickle.HIGHEST_PROTOCOL)
    child.stdin.flush()


def start_child():
    command = [sys.executable, "-I", "-S", "-c", CHILD]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    send(child, recipe)
    return child


recipe = (turns(count, python, 50_000), turns(derive, released, 2_000), waiting)
data = tree(objects) if kind == "nodes" else [random.random() for _ in range(objects)]
children = [start_child() for _ in range(workers)]
for child in children:
    serve(child, 1)  # waits until it has started
result = {
    "one": [timed([(several, pieces)]) for _ in range(repeats)],
    "threads": [timed([(several, share(i)) for i in range(workers)]) for _ in range(repeats)],
    "processes": [
        timed([(serve, child, share(i)) for i, child in enumerate(children)])
        for _ in range(repeats)
    ],
}
for child in children:
    send(child, None)
    child.stdin.close()
    child.wait()
