"""The commands and their options."""

from __future__ import annotations

import argparse
from pathlib import Path

_COMMANDS = {
    "lab": "set up what is missing and open JupyterLab at the start notebook",
    "test": "the same set-up, then every test",
    "notebooks": "run notebooks headless: time and peak memory of each",
    "export": "run notebooks and write pages that need no network",
    "bench": "benchmarks beside their peers, as ratios",
    "exec": "run a command in the prepared environment",
    "doctor": "what was found here, and how to get what was not",
    "clean": "remove all that set-up made, and the marks of what you have run",
}


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `command` holds the chosen one."""
    whole = argparse.ArgumentParser(
        prog="interlock",
        usage="interlock COMMAND …",
        description="Teaching notebooks in Java about how Python runs in parallel.",
        epilog=_listing(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    chosen = whole.add_subparsers(
        dest="command", required=True, metavar="COMMAND", help=argparse.SUPPRESS, prog="interlock"
    )
    for name, purpose in _COMMANDS.items():
        _OPTIONS.get(name, _none)(chosen.add_parser(name, description=f"{name}: {purpose}."))
    return whole


def _listing() -> str:
    lines = [f"  {name:<10}  {purpose}" for name, purpose in _COMMANDS.items()]
    return "\n".join(["commands:", *lines, "", "interlock COMMAND --help lists its options."])


def _none(command: argparse.ArgumentParser) -> None:
    """A command without options."""


def _lab(lab: argparse.ArgumentParser) -> None:
    lab.add_argument("--port", type=int, help="serve on it (default: the first free from 8888)")
    lab.add_argument("--no-browser", action="store_true", help="only print the address")


def _names(command: argparse.ArgumentParser) -> None:
    about = "a part of a notebook's path (default: all)"
    command.add_argument("names", nargs="*", metavar="NAME", help=about)


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--json", type=Path, metavar="FILE", help="write the results there as well"
    )


def _notebooks(notebooks: argparse.ArgumentParser) -> None:
    _names(notebooks)
    _json(notebooks)
    notebooks.add_argument("--save", type=Path, metavar="DIR", help="keep the outputs there")


def _export(export: argparse.ArgumentParser) -> None:
    _names(export)
    export.add_argument("--to", type=Path, metavar="DIR", required=True, help="for the pages")


def _bench(bench: argparse.ArgumentParser) -> None:
    suites = "kernel or browser (default: both), gil, gil-engine, processes, or demo"
    bench.add_argument("suite", nargs="?", metavar="SUITE", help=suites)
    pairs = "measurements a side, or rounds of gil and gil-engine (default: 7)"
    bench.add_argument("--pairs", type=int, default=7, help=pairs)
    about = "how long the demo is watched (default: 30)"
    bench.add_argument("--minutes", type=float, default=30, metavar="N", help=about)
    _json(bench)


def _test(test: argparse.ArgumentParser) -> None:
    test.add_argument("--quick", action="store_true", help="no browser, no Binder, few notebooks")


def _exec(execute: argparse.ArgumentParser) -> None:
    execute.add_argument("words", nargs=argparse.REMAINDER, metavar="CMD …")


_OPTIONS = {
    "lab": _lab,
    "test": _test,
    "notebooks": _notebooks,
    "export": _export,
    "bench": _bench,
    "exec": _exec,
}
