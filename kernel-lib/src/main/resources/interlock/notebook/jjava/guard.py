"""Ends what a kernel leaves behind, however the kernel died, and then itself.

    python -I -S -c "$(cat guard.py)" SCRATCH KERNEL_PID interlock-guard

It leaves the kernel's family and session at once: the kernel's children do not count it, and a
signal to the kernel's group passes it by. Then it waits for the end of the kernel, or of the
Jupyter server that started it, and in that case ends the kernel itself first. Once the kernel is
dead nothing tells any more what it had started, so it looks now and then while the kernel lives.
At the end it ends

    every descendant that it has seen, if the start time says that it is still that process,
    everything in the kernel's session or group, if the kernel leads one,
    everything whose environment carries the kernel's mark (on Linux, where that can be read),
    and all that descends from these:

first with SIGTERM, after a second with SIGKILL; then it removes the folders whose paths begin with
SCRATCH. A look may take a 400th of the time at most. What
hides from all four between two looks stays: a process that clears its environment, starts a
session of its own and has lost its parent. Linux and macOS; Python 3.10 or newer.
"""

import os
import select
import signal
import subprocess
import sys
import time

MARK = "INTERLOCK_KERNEL"
LOOK_SECONDS = 2
SHARE = 400
PATIENCE_SECONDS = 1
KERNEL_SECONDS = 5
LIMIT_SECONDS = 30


class Process:
    """One living process; `start` tells it from a later one with the same number."""

    def __init__(self, parent, group, session, start):
        self.parent = parent
        self.group = group
        self.session = session
        self.start = start


def processes():
    """Every living process by its number, this one left out."""
    found = from_proc() if os.path.exists("/proc/self/stat") else from_ps()
    found.pop(os.getpid(), None)
    return found


def from_proc():
    found = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", "rb", buffering=0) as file:
                    fields = file.read().rpartition(b")")[2].split()
            except OSError:
                continue  # ended meanwhile
            if fields[0] not in (b"Z", b"X"):
                parent, group, session = map(int, fields[1:4])
                found[int(name)] = Process(parent, group, session, fields[19])
    return found


def from_ps():
    """Without the sessions, which macOS tells by address only."""
    columns = "pid=,ppid=,pgid=,stat=,lstart="
    told = subprocess.run(["/bin/ps", "-A", "-o", columns], stdout=subprocess.PIPE, text=True)
    found = {}
    for line in told.stdout.splitlines():
        number, parent, group, state, start = line.split(None, 4)
        if not state.startswith("Z"):
            found[int(number)] = Process(int(parent), int(group), None, start)
    return found


def with_descendants(roots, table):
    """The roots, and all that descends from them."""
    families = {}
    for number, process in table.items():
        families.setdefault(process.parent, []).append(number)
    found, waiting = set(), list(roots)
    while waiting:
        number = waiting.pop()
        if number not in found:
            found.add(number)
            waiting += families.get(number, [])
    return found


class Kernel:
    """The process that is guarded, and what it is known to have started."""

    def __init__(self, number):
        self.number = number
        self.leads_group = group_of(number) == number
        self.seen = {}
        mark = os.environ.get(MARK, "")
        # Another kernel's mark means that this one was started without its own.
        self.mark = f"{MARK}={mark}".encode() if mark.split(" ")[0] == str(number) else None

    def look(self):
        """Notes what descends from the kernel now; forgets what has ended."""
        table = processes()
        family = with_descendants([self.number, *self.living(table)], table)
        self.seen = {n: table[n].start for n in family & table.keys() if n != self.number}

    def living(self, table):
        return [n for n, start in self.seen.items() if n in table and table[n].start == start]

    def left(self):
        """What the kernel has left behind."""
        table = processes()
        own = [n for n, process in table.items() if self.holds(n, process)]
        return with_descendants([*self.living(table), *own], table) & table.keys()

    def holds(self, number, process):
        in_group = self.leads_group and self.number in (process.group, process.session)
        return in_group or (self.mark is not None and self.mark in environment(number))


def group_of(number):
    try:
        return os.getpgid(number)
    except OSError:
        return None


def environment(number):
    try:
        with open(f"/proc/{number}/environ", "rb") as file:
            return file.read().split(b"\0")
    except OSError:
        return []  # ended meanwhile, another user's, or not Linux


class Ends:
    """The ends of some processes, as events where the system has such events."""

    def __init__(self, numbers):
        self.numbers = numbers
        self.names = {}
        try:
            if hasattr(os, "pidfd_open"):
                self.watch_by_poll()
            elif hasattr(select, "kqueue"):
                self.watch_by_queue()
            else:
                self.next = self.next_by_looking
        except OSError:
            # The system has none, or a process is gone already: looking finds out.
            self.next = self.next_by_looking

    def watch_by_poll(self):
        poll = select.poll()
        for number in self.numbers:
            handle = os.pidfd_open(number)
            self.names[handle] = number
            poll.register(handle, select.POLLIN)
        self.next = lambda seconds: [self.names[h] for h, _ in poll.poll(seconds * 1000)]

    def watch_by_queue(self):
        queue = select.kqueue()
        for number in self.numbers:
            event = (number, select.KQ_FILTER_PROC, select.KQ_EV_ADD, select.KQ_NOTE_EXIT)
            queue.control([select.kevent(*event)], 0)
        self.next = lambda seconds: [e.ident for e in queue.control([], len(self.numbers), seconds)]

    def next_by_looking(self, seconds):
        """Waits at most that long; answers the processes that have ended."""
        end = time.monotonic() + seconds
        while True:
            table = processes()
            ended = [number for number in self.numbers if number not in table]
            if ended or time.monotonic() > end:
                return ended
            time.sleep(0.5)


def guard(kernel, server):
    """Waits for the end of the kernel, or of the server that started it, then ends the rest."""
    ends = Ends([kernel.number] if server is None else [kernel.number, server])
    pause = LOOK_SECONDS
    while not (ended := ends.next(pause)):
        begin = time.process_time()
        kernel.look()
        pause = max(LOOK_SECONDS, SHARE * (time.process_time() - begin))
    if kernel.number not in ended:
        end_kernel(kernel)
    end_all(kernel)


def end_kernel(kernel):
    """A kernel without a server answers nobody, and may be beyond ending itself."""
    ended = Ends([kernel.number])
    send(kernel.number, signal.SIGTERM)
    if not ended.next(KERNEL_SECONDS):
        kernel.look()
        send(kernel.number, signal.SIGKILL)


def end_all(kernel):
    begin = time.monotonic()
    told = set()
    while left := kernel.left():
        waited = time.monotonic() - begin
        if waited > LIMIT_SECONDS:
            return  # not even SIGKILL ends it: the system holds it
        for number in left:
            if waited > PATIENCE_SECONDS:
                send(number, signal.SIGKILL)
            elif number not in told:
                send(number, signal.SIGTERM)
                told.add(number)
        time.sleep(0.05)


def remove_folders(prefix):
    # Only here: the modules would cost every start of a kernel.
    import glob
    import shutil

    for folder in glob.glob(glob.escape(prefix) + "*"):
        shutil.rmtree(folder, ignore_errors=True)


def send(number, what):
    try:
        os.kill(number, what)
    except OSError:
        pass  # ended meanwhile


def server_of(kernel):
    """The Jupyter server that started the kernel, if it stands on this machine."""
    named = os.environ.get("JPY_PARENT_PID", "")
    process = processes().get(kernel)
    return int(named) if process and named == str(process.parent) and named != "1" else None


def main():
    scratch, number = sys.argv[1], int(sys.argv[2])
    kernel, server = Kernel(number), server_of(number)
    if os.getppid() != number:
        end_all(kernel)  # the kernel died before this program began
        remove_folders(scratch)
        return
    if os.fork():
        os._exit(0)
    os.setsid()
    os.chdir("/")
    guard(kernel, server)
    remove_folders(scratch)


if __name__ == "__main__":
    main()
