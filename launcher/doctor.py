"""doctor: what was found, and how to get what was not. Sets nothing up and never fails."""

from __future__ import annotations

import ctypes.util
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from . import environment, fonts, jdk, limits
from .bench import cpu_name
from .house import JDK_MINIMUM, House

_BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "firefox",
)
_MAC_BROWSERS = ("Google Chrome", "Chromium", "Microsoft Edge", "Firefox", "Safari")


def run(house: House) -> int:
    """Prints a line for each thing looked for."""
    for look in _LOOKS:
        try:
            lines = list(look(house))
        except Exception as failed:  # one look that fails must not hide the others
            what = look.__name__.strip("_")
            lines = [_line("unknown", what, f"{type(failed).__name__}: {failed}")]
        print("\n".join(lines))
    return 0


def _line(state: str, what: str, text: str) -> str:
    return f"{state:<8}{what:<12}{text}"


def _found(what: str, text: object) -> str:
    return _line("found", what, str(text))


def _missing(what: str, how: str) -> str:
    return _line("missing", what, how)


def _python(house: House) -> Iterator[str]:
    yield _found("Python", f"{platform.python_version()} at {sys.executable}")
    for module in ("venv", "ensurepip"):
        if not environment.has_module(module):
            yield _missing(module, environment.how_to_get(module))
    conda = environment.conda_prefix()
    if conda:
        yield _found("conda", f"environment {conda}")
    if house.venv.is_dir():
        yield _found(
            ".venv",
            house.venv if environment.made_here(house) else f"{house.venv}, not made by interlock",
        )
    else:
        yield _missing(
            ".venv",
            "./interlock lab makes it"
            + (", unless the conda environment will do" if conda else ""),
        )


def _jdk(house: House) -> Iterator[str]:
    found, passed_over = jdk.find(house, environment.conda_prefix())
    for line in passed_over:
        yield _line("passed", "JDK", line)
    if found:
        yield _found("JDK", f"{found.version} at {found.home}")
    else:
        yield _missing(
            "JDK",
            f"no JDK {JDK_MINIMUM} or newer: ./interlock lab fetches one, "
            f"or install openjdk-{JDK_MINIMUM}-jdk",
        )


def _maven(house: House) -> Iterator[str]:
    own = shutil.which("mvn")
    yield (
        _found("Maven", own)
        if own
        else _missing("Maven", "not needed: the wrapper mvnw fetches it")
    )


def _parts(house: House) -> Iterator[str]:
    mpirun = shutil.which("mpirun") or shutil.which("mpiexec")
    yield (
        _found("MPI", mpirun)
        if mpirun
        else _missing(
            "MPI",
            "optional: apt install openmpi-bin, conda install openmpi, or brew install open-mpi",
        )
    )
    yield _opencl()
    blas = ctypes.util.find_library("openblas") or _in_conda("libopenblas*")
    yield (
        _found("BLAS", blas)
        if blas
        else _missing(
            "BLAS",
            "optional: apt install libopenblas0, conda install libopenblas, "
            "or brew install openblas",
        )
    )


def _opencl() -> str:
    library = ctypes.util.find_library("OpenCL") or _in_conda("libOpenCL*")
    drivers = sorted(file.stem for file in Path("/etc/OpenCL/vendors").glob("*.icd"))
    if library and (
        drivers or not sys.platform.startswith("linux") or _in_conda("../etc/OpenCL/vendors/*.icd")
    ):
        return _found("OpenCL", f"{library} {', '.join(drivers)}".strip())
    how = "optional: apt install ocl-icd-libopencl1 pocl-opencl-icd, or conda install pocl ocl-icd"
    return _missing("OpenCL", f"a driver is missing; {how}" if library else how)


def _in_conda(pattern: str) -> str:
    conda = environment.conda_prefix()
    hit = next((conda / "lib").glob(pattern), None) if conda else None
    return str(hit or "")


def _browser(house: House) -> Iterator[str]:
    found = next(filter(None, map(shutil.which, _BROWSERS)), None) or next(
        (
            f"/Applications/{name}.app"
            for name in _MAC_BROWSERS
            if Path(f"/Applications/{name}.app").is_dir()
        ),
        None,
    )
    if found or os.name == "nt":
        yield _found("browser", found or "the system's own")
    else:
        yield _missing(
            "browser",
            "apt install chromium (the browser tests need it; JupyterLab opens in any browser)",
        )


def _fonts(house: House) -> Iterator[str]:
    sentence = fonts.missing()
    yield (
        _missing("fonts", sentence) if sentence else _found("fonts", "text in charts can be drawn")
    )


def _machine(house: House) -> Iterator[str]:
    yield _found("CPU", f"{cpu_name()}, {limits.cores_text()}")
    yield _found("memory", limits.memory_text())
    free = shutil.disk_usage(house.root).free
    state = _found if free > 2e9 else _missing
    yield state(
        "disk", f"{free / 1e9:.1f} GB free" + ("" if free > 2e9 else ": set-up needs about 2 GB")
    )


_LOOKS: tuple[Callable[[House], Iterator[str]], ...] = (
    _python,
    _jdk,
    _maven,
    _parts,
    _browser,
    _fonts,
    _machine,
)
