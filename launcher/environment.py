"""The Python environment: an activated conda environment made from environment.yml, or .venv."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from . import child, reasons, rubbish, stamp
from .house import WINDOWS, House
from .say import Refusal, step

_MADE_HERE = "made-by-interlock"
_CONDA_NAME = "interlock"
_PIP_OPTIONS = (
    "--no-input",
    "--disable-pip-version-check",
    "--progress-bar=off",
    "--no-compile",
    "--no-deps",
    "--require-hashes",
    "--only-binary=:all:",
)


@dataclass(frozen=True)
class Environment:
    """A Python environment: its prefix folder, and whether it is conda's."""

    prefix: Path
    conda: bool

    @property
    def python(self) -> Path:
        if WINDOWS:
            return (
                self.prefix / "python.exe" if self.conda else self.prefix / "Scripts" / "python.exe"
            )
        return self.prefix / "bin" / "python"

    @property
    def path(self) -> list[Path]:
        """The folders that go in front on PATH."""
        if not WINDOWS:
            return [self.prefix / "bin"]
        if not self.conda:
            return [self.prefix / "Scripts"]
        return [self.prefix, self.prefix / "Library" / "bin", self.prefix / "Scripts"]


def chosen(house: House) -> Environment:
    """The conda environment in use when it is ours, else .venv.

    Raises Refusal for a conda environment that is ours but lacks something.
    """
    prefix = conda_prefix()
    if prefix:
        lacking = _lacking(prefix, house)
        if not lacking:
            return Environment(prefix, conda=True)
        if prefix.name == _CONDA_NAME or "jjava" not in lacking:
            raise Refusal(
                f"The conda environment {prefix.name} lacks {', '.join(lacking)}: "
                "run 'conda env update -f environment.yml --prune' and the same command again."
            )
    return Environment(house.venv, conda=False)


def conda_prefix() -> Path | None:
    """The conda environment in use, unless it is conda's own base environment."""
    named = os.environ.get("CONDA_PREFIX")
    if not named:
        return None
    prefix = Path(named)
    is_base = (prefix / "condabin").is_dir() or os.environ.get("CONDA_DEFAULT_ENV") == "base"
    return None if is_base or not (prefix / "conda-meta").is_dir() else prefix


def _lacking(prefix: Path, house: House) -> list[str]:
    """The packages of lab.in that the environment does not have in that version."""
    sites = [prefix / "Lib" / "site-packages", *prefix.glob("lib/python3.*/site-packages")]
    have = {name.lower() for site in sites if site.is_dir() for name in os.listdir(site)}
    return [
        name
        for name, version in wanted(house.requirements / "lab.in")
        if f"{name.replace('-', '_')}-{version}.dist-info" not in have
    ]


def wanted(file: Path) -> list[tuple[str, str]]:
    """The (name, version) pairs that a requirements file pins."""
    return re.findall(r"^([\w-]+)==([\w.]+)", file.read_text("utf-8"), re.MULTILINE)


def ready(house: House, env: Environment) -> bool:
    """Whether all packages are in place."""
    return env.conda or _up_to_date(house.stamps / "venv.json", env, house.requirements / "lab.txt")


def ensure(house: House, env: Environment, variables: Mapping[str, str]) -> None:
    """Makes .venv with the pinned packages. Raises Refusal when it cannot."""
    if ready(house, env):
        return
    refuse_foreign(house)
    with step("Python packages: installing (about 110 of them, pinned)"):
        make(house, env, "lab", house.stamps / "venv.json", variables)


def refuse_foreign(house: House) -> None:
    """A .venv that somebody else made is left alone."""
    if house.venv.exists() and not made_here(house) and any(house.venv.iterdir()):
        raise Refusal(
            f"The folder {house.venv} was not made by interlock: "
            "move it away and run the same command again."
        )


def made_here(house: House) -> bool:
    return (house.venv / _MADE_HERE).is_file()


def make(
    house: House, env: Environment, lock: str, stamp_file: Path, variables: Mapping[str, str]
) -> None:
    """Makes a virtual environment from requirements/<lock>.txt, from nothing."""
    _refuse_broken_python()
    stamp.forget(stamp_file)
    rubbish.remove(house, env.prefix)
    env.prefix.mkdir(parents=True)
    (env.prefix / _MADE_HERE).write_text("interlock clean removes this folder.\n", "utf-8")
    requirements = house.requirements / f"{lock}.txt"
    try:
        create(env, house.logs / f"{lock}-venv.log", variables)
        command = [env.python, "-I", "-m", "pip", "install", *_PIP_OPTIONS, "-r", requirements]
        own = {**variables, "PIP_USER": "0"}
        child.run(command, house.logs / f"{lock}-pip.log", own, house.root)
    except child.ChildFailed as failed:
        raise reasons.refusal("installing the Python packages", failed) from None
    stamp.write(stamp_file, _inputs(env, requirements))


def create(env: Environment, log: Path, variables: Mapping[str, str]) -> None:
    """Makes an environment that holds pip alone."""
    child.run([sys.executable, "-I", "-m", "venv", env.prefix], log, variables, env.prefix)


def _refuse_broken_python() -> None:
    for module in ("venv", "ensurepip", "ssl"):
        if not has_module(module):
            raise Refusal(
                f"The Python at {sys.executable} lacks its module {module}: {how_to_get(module)}."
            )


def has_module(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def how_to_get(module: str) -> str:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return (
        f"run 'apt install python{version}-venv' on Debian and Ubuntu, "
        "or run interlock with a complete Python"
    )


def _up_to_date(file: Path, env: Environment, requirements: Path) -> bool:
    return env.python.exists() and stamp.read(file) == _inputs(env, requirements)


def _inputs(env: Environment, requirements: Path) -> dict[str, str]:
    return {
        "prefix": str(env.prefix),
        "python": os.path.realpath(env.python),  # changes when the system's Python is replaced
        "requirements": stamp.file_hash(requirements),
    }


def ensure_test_tools(house: House, variables: Mapping[str, str]) -> Environment:
    """The environment that holds what only the tests need."""
    env = Environment(house.test_tools, conda=False)
    file = house.stamps / "test-tools.json"
    if not _up_to_date(file, env, house.requirements / "test.txt"):
        with step("test tools: installing"):
            make(house, env, "test", file, variables)
    return env
