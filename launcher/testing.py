"""test: the same set-up as `lab`, then every test there is, and one line that counts them all."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from . import child, environment, jar, maven, notebooks
from .environment import Environment
from .house import House
from .prepare import Prepared, prepare
from .reports import Tally, read
from .say import Refusal, say

FIRST_NOTEBOOKS = 2
_FOLDERS = ("notebooks", "binder", "browser")


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
        (
            "launcher",
            lambda: _pytest(
                made,
                tools,
                "launcher",
                ["launcher/tests", *(f"--ignore=launcher/tests/{name}" for name in _FOLDERS)],
            ),
        ),
        ("Java", lambda: _java(made)),
        ("notebook lint", lambda: _folder(made, tools, "notebooks")),
        ("notebooks", lambda: _notebooks(made, quick)),
    ]
    if not quick:
        parts.append(("Binder", lambda: _folder(made, tools, "binder")))
        parts.append(("browser", lambda: _folder(made, tools, "browser")))
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


def _folder(made: Prepared, tools: Environment, name: str) -> Tally:
    if not any((made.house.launcher / "tests" / name).glob("test_*.py")):
        return Tally(skipped=[f"no tests in launcher/tests/{name}"])
    return _pytest(made, tools, name, [f"launcher/tests/{name}"])


def _pytest(made: Prepared, tools: Environment, name: str, what: list[str]) -> Tally:
    report = made.house.state / "reports" / f"{name}.xml"
    report.unlink(missing_ok=True)
    code = subprocess.call(
        [
            str(tools.python),
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            f"--rootdir={made.house.root}",
            f"--junitxml={report}",
            *what,
        ],
        cwd=made.house.root,
        env=made.variables,
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


def _notebooks(made: Prepared, quick: bool) -> Tally:
    chosen: list[Path] = notebooks.choose(made.house, [])
    results = notebooks.execute(made, chosen[:FIRST_NOTEBOOKS] if quick else chosen, [])
    failed = sum(result["result"] == "failed" for result in results)
    return Tally(passed=len(results) - failed, failed=failed)
