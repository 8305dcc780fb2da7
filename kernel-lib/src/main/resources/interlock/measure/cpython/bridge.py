"""The CPython side of the bridge: runs one program after the other for a Java process.

Standard input holds one line: the port of the loopback address where Java listens, and a
secret that proves who connects. Requests and replies are frames: four bytes with the
length, then one value. A value is a tag and what belongs to it:

    n t f            None, True, False
    i LENGTH BYTES   an int, two's complement, most significant byte first
    d BYTES          a float, eight bytes
    s LENGTH BYTES   a str in UTF-16, most significant byte first
    b LENGTH BYTES   bytes
    l COUNT VALUES   a list
    m COUNT PAIRS    a dict

The process leads a group of its own and ends it when Java is gone. Python 3.10 or newer,
standard library only.
"""

import _tracemalloc
import os
import signal
import socket
import struct
import sys
import threading
import time
import types
from queue import SimpleQueue

FILE = "program.py"
MOST_BYTES = 32 << 20
DEEPEST = 100
MOST_FRAMES = 50
LOST = 97
KINDS = "None, bool, int, float, str, bytes, list, tuple, dict or a NumPy array"


class Unfit(Exception):
    """A value that cannot travel; its text is the reason."""


def encode(value, out, depth=0):
    if depth > DEEPEST:
        raise Unfit(f"it is nested more than {DEEPEST} deep")
    if len(out) > MOST_BYTES:
        raise Unfit(f"it is larger than {MOST_BYTES >> 20} MiB: return less, or write a file")
    if value is None:
        out += b"n"
    elif value is True or value is False:
        out += b"t" if value else b"f"
    elif isinstance(value, int):
        sized(out, b"i", value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True))
    elif isinstance(value, float):
        out += b"d" + struct.pack(">d", value)
    elif isinstance(value, str):
        sized(out, b"s", value.encode("utf-16-be", "surrogatepass"))
    elif isinstance(value, (bytes, bytearray)):
        sized(out, b"b", value)
    elif isinstance(value, (list, tuple)):
        out += b"l" + struct.pack(">i", len(value))
        for item in value:
            encode(item, out, depth + 1)
    elif isinstance(value, dict):
        out += b"m" + struct.pack(">i", len(value))
        for key, item in value.items():
            encode(key, out, depth + 1)
            encode(item, out, depth + 1)
    elif hasattr(value, "tolist"):
        encode(value.tolist(), out, depth + 1)
    else:
        raise Unfit(f"it is or has a {type(value).__name__}; it may be {KINDS}")


def sized(out, tag, data):
    if len(data) > MOST_BYTES:
        raise Unfit(f"it is larger than {MOST_BYTES >> 20} MiB: return less, or write a file")
    out += tag + struct.pack(">i", len(data)) + data


class Reader:
    def __init__(self, data):
        self.data = data
        self.at = 0

    def take(self, count):
        self.at += count
        return self.data[self.at - count : self.at]

    def count(self):
        return struct.unpack(">i", self.take(4))[0]

    def value(self):
        tag = self.take(1)
        if tag in b"ntf":
            return {b"n": None, b"t": True, b"f": False}[tag]
        if tag == b"d":
            return struct.unpack(">d", self.take(8))[0]
        count = self.count()
        if tag == b"l":
            return [self.value() for _ in range(count)]
        if tag == b"m":
            return {self.value(): self.value() for _ in range(count)}
        data = self.take(count)
        if tag == b"i":
            return int.from_bytes(data, "big", signed=True)
        return data.decode("utf-16-be", "surrogatepass") if tag == b"s" else data


class Phase:
    """Times a part of a program: ``with phase("core"):``."""

    def __init__(self):
        self.took = {}

    def __call__(self, name):
        return Part(self.took, str(name))


class Part:
    def __init__(self, took, name):
        self.took = took
        self.name = name

    def __enter__(self):
        self.began = time.perf_counter_ns()

    def __exit__(self, *error):
        elapsed = time.perf_counter_ns() - self.began
        self.took[self.name] = self.took.get(self.name, 0) + elapsed


class Bridge:
    def __init__(self, connection, leads):
        self.connection = connection
        self.leads = leads
        self.pid = os.getpid()
        self.lock = threading.Lock()
        self.requests = SimpleQueue()
        self.main = types.ModuleType("__main__")

    def send(self, message):
        out = bytearray()
        encode(message, out)
        with self.lock:
            self.connection.sendall(struct.pack(">i", len(out)) + out)

    def exactly(self, count):
        data = b""
        while len(data) < count:
            chunk = self.connection.recv(min(count - len(data), 1 << 20))
            if not chunk:
                raise ConnectionError
            data += chunk
        return data

    def listen(self):
        """Answers what cannot wait; when Java is gone, ends this process and its children."""
        try:
            while True:
                (length,) = struct.unpack(">i", self.exactly(4))
                request = Reader(self.exactly(length)).value()
                if request["do"] == "memory":
                    self.send(memory())
                else:
                    self.requests.put(request)
                    if request["do"] == "end":
                        return
        except ConnectionError:
            self.end_group()
        except OSError:
            os._exit(LOST)  # the program closed what it did not open

    def end_group(self):
        """Nobody waits for a result any more."""
        if self.leads and os.getpid() == self.pid:
            os.killpg(0, signal.SIGKILL)
        os._exit(LOST)

    def serve(self):
        while True:
            request = self.requests.get()
            if request["do"] == "end":
                return
            answer = self.answer(request)
            # A copy that os.fork made must not answer in the name of the original.
            if os.getpid() != self.pid:
                os._exit(0)
            finish_output(request["mark"])
            try:
                self.send(answer)
            except Unfit as unfit:
                self.send({"is": "unfit", "why": str(unfit)})
            except OSError:
                os._exit(LOST)

    def answer(self, request):
        names = self.main.__dict__
        for name, value in request["inputs"].items():
            if not name.isidentifier():
                return {"is": "unfit", "why": f"'{name}' is no name of a Python variable"}
            names[name] = value
        names.pop("result", None)
        names["phase"] = phase = Phase()
        sys.modules["__main__"] = self.main
        done = {"is": "done", "exit": 0, "value": None, "phases": phase.took}
        try:
            code, is_expression = compiled(request["source"])
            done["first"] = time.time_ns()
            began = time.perf_counter_ns()
            try:
                if is_expression:
                    done["value"] = eval(code, names)
                else:
                    exec(code, names)
                    done["value"] = names.get("result")
            except SystemExit as end:
                done["exit"] = exit_code(end)
            done["program"] = time.perf_counter_ns() - began
            return done
        except BaseException as error:
            return failure(error, request["source"])


def compiled(source):
    try:
        return compile(source.strip(), FILE, "eval"), True
    except (SyntaxError, ValueError):
        return compile(source, FILE, "exec"), False


def exit_code(end):
    if end.code is None:
        return 0
    if isinstance(end.code, int):
        return end.code & 0xFF
    print(end.code, file=sys.stderr)
    return 1


def failure(error, source):
    import traceback

    frames = [
        [frame.name, frame.lineno]
        for frame in reversed(traceback.extract_tb(error.__traceback__))
        if frame.filename == FILE
    ]
    if isinstance(error, SyntaxError) and error.filename == FILE:
        frames.insert(0, ["<module>", error.lineno or 1])
    lines = source.split("\n")
    place = frames[0][1] if frames else 0
    line = lines[place - 1].strip() if 0 < place <= len(lines) else ""
    return {
        "is": "failed",
        "type": type(error).__name__,
        "message": text_of(error),
        "frames": frames[:MOST_FRAMES],
        "line": line[:200],
    }


def text_of(error):
    try:
        return (error.msg if isinstance(error, SyntaxError) else str(error))[:10_000]
    except BaseException:
        return "(its text cannot be had: str failed)"


def finish_output(mark):
    """Marks where this program's output ends, so that Java knows that it has all of it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            pass
    for descriptor in (1, 2):
        try:
            os.write(descriptor, mark)
        except OSError:
            pass


def memory():
    # A program may be importing tracemalloc just now; what it is made of is there already.
    now = _tracemalloc.get_traced_memory() if _tracemalloc.is_tracing() else None
    return {"is": "memory", "blocks": sys.getallocatedblocks(), "traced": now}


def lead_a_group():
    """Leaves the group of the terminal, whose Ctrl-C is not meant for this process."""
    try:
        os.setpgid(0, 0)
        return True
    except (AttributeError, OSError):
        return False


def main():
    port, secret = os.read(0, 200).decode("ascii").split()
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    connection = socket.create_connection(("127.0.0.1", int(port)))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.sendall(secret.encode("ascii"))
    bridge = Bridge(connection, lead_a_group())
    threading.Thread(target=bridge.listen, daemon=True).start()
    sys.argv = [FILE]
    bridge.serve()


if __name__ == "__main__":
    main()
