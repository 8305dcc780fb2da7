"""The CPython side of the engines 'CPython threads' and 'CPython processes'.

Runs from its text, PROGRAM, and not from a file; a worker process gets that text as well. Reads
requests from standard input, one after the other, and ends with it:

    run MODE WORKERS BOUNDS SOURCE    MODE is threads or processes, BOUNDS the
                                      numbers at which pieces begin and end,
                                      separated by commas

Writes to standard output, as things happen:

    ready                             the workers stand ready
    done PIECE WORKER BEGIN END REPR  nanoseconds since the work began
    failed PIECE TYPE MESSAGE FRAMES  PIECE is -1 if the module itself failed
    printed TEXT
    end NANOSECONDS                   all pieces are done

Texts are in base64. Python 3.10 or newer, standard library only.
"""

import base64
import io
import multiprocessing
import os
import queue
import signal
import sys
import threading
import time
import traceback

TWIN = "<Python twin>"


class Printed(io.TextIOBase):
    """Standard output of the pieces: what they print goes to whoever asked, line by line."""

    def __init__(self, send):
        self.send = send
        self.line = ""

    def writable(self):
        return True

    def write(self, text):
        self.line += text
        if self.line.endswith("\n"):
            self.flush()
        return len(text)

    def flush(self):
        line, self.line = self.line, ""
        if line:
            self.send(("printed", line))


class Twin:
    """The module under test, executed once for as long as its source stays the same."""

    def __init__(self):
        self.source = None
        self.names = {}

    def load(self, source):
        if source != self.source:
            self.source = None
            self.names = {"__name__": "twin"}
            exec(compile(source, TWIN, "exec"), self.names)
            self.source = source

    def compute(self, index, start, stop):
        begin = time.perf_counter_ns()
        try:
            partial = repr(self.names["piece"](index, start, stop))
            sys.stdout.flush()
        except BaseException as error:
            return failure(index, error)
        return ("done", index, begin, time.perf_counter_ns(), partial)


def failure(index, error):
    frames = [
        f"{frame.name}:{frame.lineno}"
        for frame in reversed(traceback.extract_tb(error.__traceback__))
        if frame.filename == TWIN
    ]
    return ("failed", index, type(error).__name__, str(error), ",".join(frames))


def worker_process(connection):
    """A worker of the engine 'CPython processes': an interpreter, and so a lock, of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()
    sys.stdout = Printed(connection.send)
    twin = Twin()
    while True:
        order = connection.recv()
        if order[0] == "load":
            connection.send(loaded(twin, order[1]))
        else:
            connection.send(twin.compute(*order[1]))


def end_with_parent():
    # A killed parent tells nobody; without this a worker would compute on for nobody.
    multiprocessing.parent_process().join()
    os._exit(0)


def loaded(twin, source):
    try:
        twin.load(source)
    except BaseException as error:
        return failure(-1, error)
    return ("ready",)


class Host:
    def __init__(self, out):
        self.out = out
        self.lock = threading.Lock()
        self.twin = Twin()
        self.connections = []
        self.began = 0

    def reply(self, message):
        words = [message[0]]
        words += [str(w) if isinstance(w, int) else encode(w) for w in message[1:]]
        with self.lock:
            self.out.write((" ".join(words) + "\n").encode("ascii"))
            self.out.flush()

    def run(self, mode, workers, bounds, source):
        """Runs all pieces; the calls are what the workers do with one piece each."""
        prepare = self.processes if mode == "processes" else self.threads
        calls = prepare(workers, source)
        if calls is None:
            return
        pieces = list(enumerate(zip(bounds, bounds[1:])))
        todo = iter([(index, start, stop) for index, (start, stop) in pieces])
        go = threading.Event()
        team = [
            threading.Thread(target=self.work, args=(number, call, todo, go), daemon=True)
            for number, call in enumerate(calls)
        ]
        for thread in team:
            thread.start()
        self.reply(("ready",))
        self.began = time.perf_counter_ns()
        go.set()
        for thread in team:
            thread.join()
        self.reply(("end", time.perf_counter_ns() - self.began))

    def work(self, number, call, todo, go):
        go.wait()
        for piece in todo_until_empty(todo, self.lock):
            answer = call(piece)
            if answer[0] == "done":
                _, index, begin, end, partial = answer
                answer = ("done", index, number, begin - self.began, end - self.began, partial)
            self.reply(answer)

    def threads(self, workers, source):
        answer = loaded(self.twin, source)
        if answer[0] == "failed":
            self.reply(answer)
            return None
        return [lambda piece: self.twin.compute(*piece)] * workers

    def processes(self, workers, source):
        while len(self.connections) < workers:
            self.connections.append(start_process())
        chosen = self.connections[:workers]
        for connection in chosen:
            connection.send(("load", source))
        for connection in chosen:
            answer = self.answer(connection)
            if answer[0] == "failed":
                self.reply(answer)
                return None
        return [self.remote(connection) for connection in chosen]

    def remote(self, connection):
        def call(piece):
            connection.send(("piece", piece))
            return self.answer(connection)

        return call

    def answer(self, connection):
        while True:
            try:
                answer = connection.recv()
            except EOFError:
                sys.stderr.write("a worker process ended\n")
                sys.stderr.flush()
                os._exit(1)
            if answer[0] != "printed":
                return answer
            self.reply(answer)


def todo_until_empty(todo, lock):
    while True:
        with lock:
            piece = next(todo, None)
        if piece is None:
            return
        yield piece


def start_process():
    # Spawn works alike on Linux, macOS and Windows, and copies no lock that a thread holds.
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    # What it calls has to be found by name, and this program has none: it is no module.
    names = {"__name__": "worker", "CONNECTION": there}
    context.Process(target=exec, args=(PROGRAM, names), daemon=True).start()
    there.close()
    return here


def encode(text):
    # A dash stands before the text, so that an empty one is still a word.
    return "-" + base64.b64encode(text.encode("utf-8", "backslashreplace")).decode("ascii")


def decode(word):
    return base64.b64decode(word).decode("utf-8")


def give_up(failed):
    # A thread that ends without an answer would leave the other side waiting for ever.
    traceback.print_exception(failed.exc_type, failed.exc_value, failed.exc_traceback)
    sys.stderr.flush()
    os._exit(1)


def serve(host, requests):
    while True:
        _, mode, workers, bounds, source = requests.get().split(" ")
        host.run(mode, int(workers), [int(bound) for bound in bounds.split(",")], decode(source))


def main():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The real standard output carries the replies: nothing else may write there.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    host = Host(out)
    sys.stdout = Printed(host.reply)
    threading.excepthook = give_up
    requests = queue.Queue()
    threading.Thread(target=serve, args=(host, requests), daemon=True).start()
    for line in sys.stdin.buffer:
        requests.put(line.decode("ascii").rstrip("\n"))
    # The other side is gone: nothing that a piece does may keep this process alive.
    os._exit(0)


if __name__ == "__main__":
    main()
elif __name__ == "worker":
    worker_process(CONNECTION)
