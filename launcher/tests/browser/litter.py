"""Cells that leave processes behind in every way that a learner's code may."""

from __future__ import annotations

# A double fork in a session of its own: its parent is gone at once.
_DAEMON = (
    "import os,time\\nif os.fork(): os._exit(0)\\nos.setsid()\\n"
    "if os.fork(): os._exit(0)\\ntime.sleep(1000)"
)
_OWN_SESSION = "import os,time\\nos.setsid()\\ntime.sleep(1000)"
# Does not end when it is asked to.
_DEAF = "import signal,time\\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\\ntime.sleep(1000)"

LITTER = f"""\
void litter(String... command) throws java.io.IOException {{
  new ProcessBuilder(command).start();
}}
String python = System.getenv("INTERLOCK_PYTHON");
litter("sleep", "1000");
litter("sh", "-c", "sleep 1000 & sleep 1000; true");
litter(python, "-c", "{_OWN_SESSION}");
litter(python, "-c", "{_DAEMON}");
litter(python, "-c", "{_DEAF}");"""

# The sleep, the shell and its two, the one with a session, the daemon, the deaf one.
PIECES = 7

IMPORTS = """\
import interlock.notebook.Notebook;
import interlock.parallel.*;"""


def endless(engine: str) -> str:
    """A cell that computes on two workers until it is stopped."""
    return f'Engines.named("{engine}").run(MonteCarloPi.task(500_000_000_000L), 2);'


SLEEPING = "while (true) Thread.sleep(100);"
