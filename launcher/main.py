"""The command line: reads the arguments, calls the part that does it, prints refusals."""

from __future__ import annotations

import argparse
import errno
import os
import signal
import sys
from pathlib import Path

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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="interlock",
        description="Teaching notebooks in Java about how Python runs in parallel.",
        formatter_class=lambda prog: argparse.HelpFormatter(prog, max_help_position=30),
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    lab = commands.add_parser("lab", help="set up what is missing and open JupyterLab")
    lab.add_argument(
        "--port", type=int, help="serve on this port (default: the first free one from 8888)"
    )
    lab.add_argument(
        "--no-browser", action="store_true", help="print the address instead of opening a browser"
    )
    notebooks = commands.add_parser(
        "notebooks", help="run notebooks headless: time and peak memory of each"
    )
    notebooks.add_argument(
        "names", nargs="*", metavar="NAME", help="a part of a notebook's path (default: all)"
    )
    notebooks.add_argument(
        "--json", type=Path, metavar="FILE", help="write the results there as well"
    )
    notebooks.add_argument(
        "--save", type=Path, metavar="DIR", help="keep the executed notebooks there"
    )
    export = commands.add_parser(
        "export", help="run notebooks and write pages that need no network"
    )
    export.add_argument(
        "names", nargs="*", metavar="NAME", help="a part of a notebook's path (default: all)"
    )
    export.add_argument(
        "--to", type=Path, metavar="DIR", required=True, help="the folder for the pages"
    )
    bench = commands.add_parser("bench", help="benchmarks beside their peers, as ratios")
    bench.add_argument("suite", nargs="?", metavar="SUITE", help="kernel or browser (default: all)")
    bench.add_argument(
        "--pairs", type=int, default=7, help="measurements of each side (default: 7)"
    )
    bench.add_argument("--json", type=Path, metavar="FILE", help="write the samples there as well")
    test = commands.add_parser("test", help="set up what is missing and run every test")
    test.add_argument(
        "--quick", action="store_true", help="no browser, no Binder, the first notebooks only"
    )
    execute = commands.add_parser("exec", help="run a command in the prepared environment")
    execute.add_argument("words", nargs=argparse.REMAINDER, metavar="CMD …")
    commands.add_parser("doctor", help="what was found here, and how to get what was not")
    commands.add_parser("clean", help="remove all that set-up made")
    return parser


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

            return bench.run(house, given.suite, given.pairs, given.json)
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
