"""The command line: reads the arguments, calls the part that does it, prints refusals."""

from __future__ import annotations

import argparse
import errno
import os
import signal
import sys

from . import child
from .arguments import parser
from .house import House, here
from .say import Refusal, say


def main(arguments: list[str]) -> int:
    """Runs one command and returns the exit code: 2 for a refusal, 130 when stopped."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _stop)
    house = here()
    try:
        return _dispatch(house, parser().parse_args(arguments))
    except Refusal as refusal:
        say(str(refusal))
        return 2
    except BrokenPipeError:
        # Who reads our output has had enough, as in `interlock doctor | head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as failed:
        sentence = _sentence(failed, house)
        if sentence is None:
            raise
        say(sentence)
        return 2
    except KeyboardInterrupt:
        child.stop_all()
        say("stopped; what is done is kept, the same command goes on from there")
        return 130


def _stop(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _sentence(failed: OSError, house: House) -> str | None:
    if failed.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "The disk is full: free about 2 GB and run the same command again."
    if failed.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        return (
            f"{failed.filename or house.root} cannot be written: copy the project into a folder "
            "of your own and run the same command there."
        )
    return None


def _dispatch(house: House, given: argparse.Namespace) -> int:
    # Imported here: a command should not wait for the code of the others.
    match given.command:
        case "lab":
            from . import lab

            return lab.run(house, given.port, not given.no_browser)
        case "notebooks":
            from . import notebooks

            return notebooks.run(house, given.names, given.json, given.save)
        case "export":
            from . import notebooks

            return notebooks.export(house, given.names, given.to)
        case "bench":
            from . import bench

            return bench.run(house, given.suite, given.pairs, given.minutes, given.json)
        case "test":
            from . import testing

            return testing.run(house, given.quick)
        case "exec":
            from . import execute

            return execute.run(house, given.words)
        case "doctor":
            from . import doctor

            return doctor.run(house)
        case "clean":
            from . import clean

            return clean.run(house)
    raise AssertionError(given.command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
