"""The command line: reads the arguments, calls the part that does it, prints refusals."""

from __future__ import annotations

import argparse
import errno
import signal
import sys
from typing import Optional

from . import child
from .house import House, here
from .say import Refusal, say


def main(arguments: list[str]) -> int:
    """Runs one command and returns the exit code: 2 for a refusal, 130 when stopped."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _stop)
    house = here()
    try:
        return _dispatch(house, _parser().parse_args(arguments))
    except Refusal as refusal:
        say(str(refusal))
        return 2
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


def _sentence(failed: OSError, house: House) -> Optional[str]:
    if failed.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "The disk is full: free about 2 GB and run the same command again."
    if failed.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        return (
            f"{failed.filename or house.root} cannot be written: copy the project into a folder of your own "
            "and run the same command there."
        )
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="interlock", description="Teaching notebooks in Java about how Python runs in parallel."
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    lab = commands.add_parser("lab", help="set up what is missing and open JupyterLab")
    lab.add_argument("--port", type=int, help="serve on this port (default: the first free one from 8888)")
    lab.add_argument("--no-browser", action="store_true", help="print the address instead of opening a browser")
    execute = commands.add_parser("exec", help="run a command in the prepared environment")
    execute.add_argument("words", nargs=argparse.REMAINDER, metavar="CMD …")
    return parser


def _dispatch(house: House, given: argparse.Namespace) -> int:
    # Imported here: a command should not wait for the code of the others.
    if given.command == "lab":
        from . import lab
        return lab.run(house, given.port, not given.no_browser)
    if given.command == "exec":
        from . import execute
        return execute.run(house, given.words)
    raise AssertionError(given.command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
