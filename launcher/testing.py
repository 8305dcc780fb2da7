"""test: the same set-up as `lab`, then every test there is, and one line that counts them all."""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import child, environment, jar, maven, notebooks
from .environment import Environment
from .house import House
from .prepare import Prepared, prepare
from .reports import Tally, read
from .say import Refusal, say

FIRST_NOTEBOOKS = 2
_FOLDERS = ("kernel", "notebooks", "binder", "browser")


def run(house: House, quick: bool) -> int:
    """Runs the parts in order; a part that fails does not keep the next from running."""
    made = prepare(house)
    tools = environment.ensure_test_tools(house, made.variables)
    total = Tally()
    for title, part in _parts(made, tools, quick):
        _tell(title, part, total)
    for reason in total.skipped:
        print(f"skipped: {reason}")
    print(total.line(), flush=True)
    return 1 if total.failed else 0


def _parts(
    made: Prepared, tools: Environment, quick: bool
) -> list[tuple[str, Callable[[], Tally]]]:
    parts = [
        ("launcher", lambda: _launcher(made, tools)),
        ("Java", lambda: _java(made)),
        ("kernel", lambda: _folder(made, tools, "kernel")),
        ("notebook lint", lambda: _folder(made, tools, "notebooks", "test_lint.py")),
        ("notebooks", lambda: _notebooks(made, tools, quick)),
    ]
    if not quick:
        parts.append(("other kernels", lambda: _folder(made, tools, "notebooks", "test_stock.py")))
        parts.append(("Binder", lambda: _folder(made, tools, "binder")))
        pages = {"INTERLOCK_NOTEBOOK_RESULTS": str(_executed(made.house))}
        parts.append(("browser", lambda: _folder(made, tools, "browser", **pages)))
    return parts


def _tell(title: str, part: Callable[[], Tally], total: Tally) -> None:
    say(f"testing: {title} …")
    start = time.monotonic()
    try:
        tally = part()
    except Refusal as refusal:
        say(str(refusal))
        tally = Tally(failed=1)
    say(f"testing: {title}: {tally.line()} in {time.monotonic() - start:.0f} s")
    total.add(tally)


def _launcher(made: Prepared, tools: Environment) -> Tally:
    others = [f"--ignore=launcher/tests/{name}" for name in _FOLDERS]
    return _pytest(made, tools, "launcher", ["launcher/tests", *others], {})


def _folder(
    made: Prepared, tools: Environment, name: str, pattern: str = "test_*.py", **variables: str
) -> Tally:
    """The tests of one folder under launcher/tests."""
    files = sorted((made.house.launcher / "tests" / name).glob(pattern))
    if not files:
        return Tally(skipped=[f"no {pattern} in launcher/tests/{name}"])
    return _pytest(made, tools, f"{name}-{files[0].stem}", list(map(str, files)), variables)


def _pytest(
    made: Prepared, tools: Environment, name: str, what: list[str], variables: dict[str, str]
) -> Tally:
    report = made.house.state / "reports" / f"{name}.xml"
    report.unlink(missing_ok=True)
    command = [tools.python, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    command += [f"--rootdir={made.house.root}", f"--junitxml={report}", *what]
    code = subprocess.call(
        list(map(str, command)),
        cwd=made.house.root,
        env={**made.variables, **variables},
        stdin=subprocess.DEVNULL,
    )
    tally = read([report])
    if code != 0 and tally.failed == 0:
        tally.failed = 1  # it ended before it could report
    return tally


def _java(made: Prepared) -> Tally:
    reports = made.house.target / "surefire-reports"
    shutil.rmtree(reports, ignore_errors=True)
    failure = ""
    try:
        maven.run(made.house, ["verify"], made.house.logs / "verify.log", made.variables)
        jar.mark_built(made.house)
    except child.ChildFailed as failed:
        failure = failed.text
    tally = read(sorted(reports.glob("TEST-*.xml")))
    if failure:
        print(failure, flush=True)
        tally.failed = max(tally.failed, 1)
    return tally


def _notebooks(made: Prepared, tools: Environment, quick: bool) -> Tally:
    """Runs the notebooks once, for the person to see; the tests then judge what was measured."""
    chosen = notebooks.choose(made.house, [])
    folder = _executed(made.house)
    shutil.rmtree(folder, ignore_errors=True)
    options = ["--answers", "--save", str(folder), "--html", str(folder)]
    results = notebooks.execute(
        made, chosen[:FIRST_NOTEBOOKS] if quick else chosen, options, min(2, os.cpu_count() or 1)
    )
    late = [made.house.notebooks / result["notebook"] for result in results if _is_late(result)]
    if late:
        say("once more, alone, what took too long beside another:")
        results += notebooks.execute(made, late, options)
    notebooks.write(results, folder / "results.json")
    return _folder(
        made, tools, "notebooks", "test_run.py", INTERLOCK_NOTEBOOK_RESULTS=str(folder)
    )


def _executed(house: House) -> Path:
    """The folder of the executed notebooks, their pages and their results."""
    return house.state / "reports" / "notebooks"


def _is_late(result: dict[str, Any]) -> bool:
    return result["seconds"] >= result.get("budget_seconds", math.inf)
