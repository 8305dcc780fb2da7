"""Set-up: everything that a command needs, made only where it is missing."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import child, environment, fonts, heap, jar, jdk, kernel, lock, rubbish
from .environment import Environment
from .house import House
from .jdk import Jdk
from .say import say


@dataclass(frozen=True)
class Prepared:
    """What set-up has made, and the variables that a program needs to use it."""

    house: House
    environment: Environment
    jdk: Jdk
    variables: dict[str, str]

    @property
    def python(self) -> Path:
        return self.environment.python


def prepare(house: House) -> Prepared:
    """Sets up what is missing. Raises Refusal. Quick when nothing is."""
    env = environment.chosen(house)
    found, passed_over = jdk.find(house, env.prefix if env.conda else None)
    for line in passed_over:
        say(line)
    if found and environment.ready(house, env) and jar.ready(house):
        made = _prepared(house, env, found)
    else:
        with lock.alone(house):
            made = _make(house, env, found)
    kernel.ensure(house, made.python, made.jdk, house.jar, say)
    fonts.warn()
    return made


def _make(house: House, env: Environment, found: Jdk | None) -> Prepared:
    rubbish.clear(house)
    plain = variables(house, env, found)
    if found:
        _together(
            lambda: environment.ensure(house, env, plain),
            lambda: jar.ensure(house, plain),
        )
        return _prepared(house, env, found)
    environment.ensure(house, env, plain)
    fetched = jdk.fetch(house, env.python, plain)
    made = _prepared(house, env, fetched)
    jar.ensure(house, made.variables)
    return made


def _prepared(house: House, env: Environment, found: Jdk) -> Prepared:
    return Prepared(house, env, found, variables(house, env, found))


def _together(*steps: Callable[[], None]) -> None:
    """Runs the steps at the same time: they wait for downloads mostly. Raises the first failure."""
    failures: list[BaseException] = []

    def guarded(one: Callable[[], None]) -> None:
        try:
            one()
        except child.Stopped:
            pass
        except BaseException as failure:  # handed to the main thread below
            failures.append(failure)

    threads = [threading.Thread(target=guarded, args=(one,), daemon=True) for one in steps]
    for thread in threads:
        thread.start()
    # A join without a limit cannot be interrupted on Windows.
    while any(thread.is_alive() for thread in threads):
        for thread in threads:
            thread.join(0.1)
        if failures:
            break
    if failures:
        child.stop_all()
        raise failures[0]


def variables(house: House, env: Environment, found: Jdk | None) -> dict[str, str]:
    """The environment variables of every program that runs in the house."""
    result = {
        k: v
        for k, v in os.environ.items()
        if k not in ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__")
    }
    front = [*env.path, *([found.home / "bin"] if found else [])]
    result["PATH"] = os.pathsep.join([*map(str, front), result.get("PATH", os.defpath)])
    if found:
        result["JAVA_HOME"] = str(found.home)
    if not env.conda:
        result["VIRTUAL_ENV"] = str(env.prefix)
    result["PYTHONNOUSERSITE"] = "1"
    result["JUPYTER_PATH"] = _before(house.jupyter_path, os.environ.get("JUPYTER_PATH"))
    result["JUPYTER_CONFIG_PATH"] = _before(
        house.jupyter_config, os.environ.get("JUPYTER_CONFIG_PATH")
    )
    result["CJDK_CACHE_DIR"] = str(house.jdks)
    result["INTERLOCK_ROOT"] = str(house.root)
    result["INTERLOCK_STATE"] = str(house.state)
    result["INTERLOCK_PYTHON"] = str(env.python)
    result.setdefault(heap.VARIABLE, heap.usual())
    return result


def _before(ours: Path, others: str | None) -> str:
    rest = [part for part in (others or "").split(os.pathsep) if part and part != str(ours)]
    return os.pathsep.join([str(ours), *rest])
