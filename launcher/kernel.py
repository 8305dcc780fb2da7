"""The kernelspec `java`: one JVM on JJava and the helper jar, with a recorded AOT cache.

Everything the kernel needs stands in its own folder, jars included: a path with spaces never gets
into a manifest, and a rebuilt jar never changes under a running kernel. The folder is made under a
temporary name and renamed last; `stamp.json` in it says what it was made from.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Callable, Sequence

from . import child, heap, stamp
from .house import WINDOWS, House
from .jdk import Jdk
from .lock import alone
from .say import Refusal

Say = Callable[[str], None]

_TRAINING = Path(__file__).resolve().parent / "inside" / "train_kernel.py"
_JJAVA = Path("share", "jupyter", "kernels", "java", "jjava.jar")
_G1_MENDED = (25, 0, 3)
_BOOT_MANIFEST = {
    "Manifest-Version": "1.0",
    "Main-Class": "interlock.notebook.jjava.KernelMain",
    "Class-Path": "jjava.jar interlock.jar",
    # In the manifest these leave the JVM's archived module graph on; on the command line they do not.
    "Add-Opens": "jdk.jshell/jdk.jshell",
    "Add-Exports": "java.base/jdk.internal.module jdk.jshell/jdk.internal.shellsupport.doc",
    "Enable-Native-Access": "ALL-UNNAMED",
    "Enable-Final-Field-Mutation": "ALL-UNNAMED",
}


def folder(house: House) -> Path:
    """Where the kernelspec stands: JUPYTER_PATH names the folder above `kernels`."""
    return house.jupyter_path / "kernels" / "java"


def ensure(house: House, python: Path, jdk: Jdk, jar: Path, say: Say) -> Path:
    """Makes the kernel if it is missing or was made from something else; returns its folder."""
    jjava = jjava_jar(python)
    own_heap = heap.chosen(os.environ)
    made_from = _inputs(jjava, jar, jdk)
    if WINDOWS:
        made_from["heap"] = own_heap
    target = folder(house)
    if stamp.read(target / "stamp.json") != made_from:
        with alone(house):
            if stamp.read(target / "stamp.json") != made_from:
                _make(house, python, jdk, [jjava, jar], made_from, say)
    return target


def jjava_jar(python: Path) -> Path:
    """JJava's jar in the Python environment that this interpreter belongs to."""
    asked = subprocess.run(
        [str(python), "-c", "import sys; print(sys.prefix)"], stdout=subprocess.PIPE, text=True, check=True
    )
    jar = Path(asked.stdout.strip()) / _JJAVA
    if not jar.is_file():
        raise Refusal(f"{jar} is missing: install the package jjava into that Python environment and run the same command again.")
    return jar


def _inputs(jjava: Path, jar: Path, jdk: Jdk) -> dict[str, str]:
    files = {"jjava.jar": jjava, "interlock.jar": jar, "kernel.py": Path(__file__), "heap.py": Path(heap.__file__), "training": _TRAINING}
    return {"jdk": f"{jdk.version} {jdk.home.as_posix()}", **{name: stamp.file_hash(file) for name, file in files.items()}}


def _make(house: House, python: Path, jdk: Jdk, jars: Sequence[Path], made_from: dict[str, str], say: Say) -> None:
    say("making the Java kernel …")
    target = folder(house)
    half = target.with_name(".java.new")
    try:
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        for name, jar in zip(("jjava.jar", "interlock.jar"), jars):
            shutil.copyfile(jar, half / name)
        with zipfile.ZipFile(half / "boot.jar", "w") as boot:
            boot.writestr("META-INF/MANIFEST.MF", manifest(_BOOT_MANIFEST))
        _write_spec(half, jdk, _record(house, half, python, jdk, say))
        stamp.write(half / "stamp.json", made_from)
        _put(half, target)
    except OSError as failed:
        raise _refusal(target, failed) from None
    finally:
        shutil.rmtree(half, ignore_errors=True)


def _refusal(target: Path, failed: OSError) -> Refusal:
    if WINDOWS and target.exists():
        return Refusal(f"{target} could not be replaced ({failed.strerror}): stop JupyterLab and every kernel and run the same command again.")
    return Refusal(f"The kernel could not be written to {target} ({failed.strerror}): make room or mend the folder's rights and run the same command again.")


def manifest(entries: dict[str, str]) -> bytes:
    """A jar's manifest: lines of at most 72 bytes; the rest of a longer one goes on lines that begin with a space."""
    lines: list[bytes] = []
    for name, value in entries.items():
        line = f"{name}: {value}".encode()
        while len(line) > 72:
            lines.append(line[:72])
            line = b" " + line[72:]
        lines.append(line)
    return b"\r\n".join(lines) + b"\r\n\r\n"


# Every process below a kernel inherits the mark, so that the kernel's guard finds it, whoever its
# parent is by then. The shell becomes the JVM: process id and session stay. It hands the learner's
# heap on, which a kernelspec cannot read.
_SHELL = (
    'export INTERLOCK_KERNEL="$$ $0"; java=$1; shift; ' + heap.SHELL + 'exec "$java" ${heap:+"$heap"} "$@"'
)
_MARKED = [] if WINDOWS else ["/bin/sh", "-c", _SHELL, "{connection_file}"]


def _write_spec(half: Path, jdk: Jdk, more: Sequence[str]) -> None:
    spec = {
        "argv": [
            *_MARKED, jdk.java.as_posix(), *more, *jvm_options(jdk.version), *_windows_heap(),
            "-jar", "{resource_dir}/boot.jar", "{connection_file}",
        ],
        "display_name": "Java",
        "language": "java",
        "interrupt_mode": "message",
    }
    (half / "kernel.json").write_text(json.dumps(spec, indent=1), "utf-8")


def _windows_heap() -> list[str]:
    """There is no shell to read the variable: it is read when the kernel is made, and again when it has changed."""
    own = (heap.chosen(os.environ) or heap.usual()) if WINDOWS else ""
    return [f"-Xmx{own}"] if own else []


# The optimising compiler would work on the kernel's own start, on the core that the start needs. It
# waits for four times the usual count of calls, and does not begin with what the recording found hot.
_LATE_OPTIMISING = [
    "-XX:+UnlockDiagnosticVMOptions",
    "-XX:-AOTReplayTraining",
    "-XX:Tier4InvocationThreshold=20000",
    "-XX:Tier4MinInvocationThreshold=5000",
    "-XX:Tier4CompileThreshold=40000",
    "-XX:Tier4BackEdgeThreshold=120000",
]


def jvm_options(version: str) -> list[str]:
    """The options of the kernel's JVM."""
    options = [
        *heap.OPTIONS,
        # Has every collector leave points at which a thread can be stopped in loops that count an
        # int: without them two nested ones hold the stop button, and a collection, for hours.
        "-XX:+UseCountedLoopSafepoints",
        "-XX:LoopStripMiningIter=1000",
        # Keeps the cache usable where half the memory is more than 32 GB.
        "-XX:+UseCompressedOops",
        "-Djava.awt.headless=true",
        "-Xlog:disable",
        "-Xlog:all=error:stderr",
    ]
    if _number(version) < _G1_MENDED:
        # JDK-8377811: G1 may move pinned objects. On one processor the JVM never picks G1.
        options.append("-XX:+UseParallelGC")
    if _number(version)[0] == 25:
        options += _LATE_OPTIMISING
    else:
        # The kernel loads this module late, which is known to work on 25 only; this way starts more slowly.
        options.append("--add-modules=jdk.incubator.vector")
    return options


def _number(version: str) -> tuple[int, ...]:
    numbers = [int(n) for n in re.findall(r"\d+", version.split("+")[0])[:3]]
    return tuple(numbers + [0] * (3 - len(numbers)))


def _record(house: House, half: Path, python: Path, jdk: Jdk, say: Say) -> list[str]:
    """Runs a short session on the kernel and keeps what its JVM loaded: only a start needs it, so a failure is a warning."""
    say("recording the kernel's start, so that it starts faster …")
    config, cache = half / "kernel.aotconf", half / "kernel.aot"
    create = [
        jdk.java, *jvm_options(jdk.version), "-XX:AOTMode=create", f"-XX:AOTConfiguration={config}",
        f"-XX:AOTCache={cache}", "-cp", half / "boot.jar",
    ]
    log, env = house.logs / "kernel.log", dict(os.environ)
    try:
        _write_spec(half, jdk, ["-XX:AOTMode=record", f"-XX:AOTConfiguration={config.as_posix()}"])
        child.run([python, _TRAINING, half], log, env, house.root)
        child.run(create, log.with_name("kernel-cache.log"), env, house.root)
        return ["-XX:AOTCache={resource_dir}/kernel.aot"] if cache.is_file() else []
    except (OSError, child.ChildFailed) as failed:
        say(f"warning: the kernel's start could not be recorded, so it starts more slowly ({_last_line(failed)})")
        cache.unlink(missing_ok=True)
        return []
    finally:
        config.unlink(missing_ok=True)


def _last_line(failed: Exception) -> str:
    return (str(failed).strip().splitlines() or ["it said nothing"])[-1][:300]


def _put(half: Path, target: Path) -> None:
    """Renames the new folder over the old one."""
    old = target.with_name(".java.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    half.rename(target)
    shutil.rmtree(old, ignore_errors=True)
