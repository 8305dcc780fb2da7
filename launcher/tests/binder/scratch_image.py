"""A scratch copy of what repo2docker makes before it runs postBuild: the tree and the prefix."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
_MADE_BY_SETUP = shutil.ignore_patterns(
    ".git", ".interlock", ".venv", "target", "__pycache__", ".pytest_cache", ".ipynb_checkpoints"
)


@dataclass(frozen=True)
class ScratchImage:
    """Where the scratch copy stands: the tree is also the home folder, as on Binder."""

    root: Path
    prefix: Path

    def variables(self) -> dict[str, str]:
        """What a build step sees: no JAVA_HOME, nothing activated."""
        user_home = f"-Duser.home={self.root.parent}"
        return {
            "PATH": os.defpath + os.pathsep + "/usr/local/bin",
            "HOME": str(self.root),
            "LANG": "C.UTF-8",
            "NB_PYTHON_PREFIX": str(self.prefix),
            "MAVEN_OPTS": user_home,
        }


def make(folder: Path) -> ScratchImage:
    """Copies the tree and the learner's environment, and lends Maven this machine's downloads."""
    image = ScratchImage(folder / "jovyan", folder / "notebook")
    shutil.copytree(ROOT, image.root, ignore=_MADE_BY_SETUP)
    _copy_environment(learners_prefix(), image.prefix)
    _lend_maven_downloads(folder)
    return image


def learners_prefix() -> Path:
    """The environment with the pinned packages: the one that this test run was prepared with."""
    python = os.environ.get("INTERLOCK_PYTHON") or ROOT / ".venv" / "bin" / "python"
    return Path(python).parent.parent


def _copy_environment(source: Path, prefix: Path) -> None:
    # Hard links where the file system allows them: a copy in a second instead of 110 installs.
    shutil.copytree(source, prefix, symlinks=True, copy_function=_link)
    (prefix / "conda-meta").mkdir(exist_ok=True)
    jvm = prefix / "lib" / "jvm"
    if not jvm.exists():
        jvm.symlink_to(os.environ["JAVA_HOME"], target_is_directory=True)
    for script in (prefix / "bin").iterdir():
        if script.is_file() and not script.is_symlink():
            _rename_interpreter(script, source, prefix)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _rename_interpreter(script: Path, source: Path, prefix: Path) -> None:
    text = script.read_bytes()
    if text.startswith(b"#!" + bytes(source)):
        script.unlink()
        script.write_bytes(text.replace(bytes(source), bytes(prefix), 1))
        script.chmod(0o755)


def _lend_maven_downloads(folder: Path) -> None:
    # A mirror that is a folder: Maven copies from it what it needs and cannot change it.
    local = Path.home() / ".m2" / "repository"
    (folder / ".m2").mkdir()
    (folder / ".m2" / "settings.xml").write_text(
        "<settings><mirrors><mirror><id>this-machine</id><mirrorOf>*</mirrorOf>"
        f"<url>{local.as_uri()}</url></mirror></mirrors></settings>",
        "utf-8",
    )
