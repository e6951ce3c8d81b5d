"""The program with its own Python in one folder: the wheel in a clean environment, and PyInstaller on it."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from package.facts import NAME, ROOT, epoch, version
from package.licences import collect
from package.sbom import components_in, cyclonedx
from package.windows import version_resource
from qfpay_gui.setup.commands import answer, quietly, say
from qfpay_gui.setup.virtual_environment import PYTHON

_BIN = "Scripts" if os.name == "nt" else "bin"
_CI = Path(__file__).resolve().parents[1]
_HERE = _CI / "package"
_SITE = "import sysconfig; print(sysconfig.get_path('purelib'))"


def make_folder(work: Path) -> Path:
    """Build the program below this folder, which is emptied first; the folder to pack.

    Raises SetUpError where a step fails.
    """
    shutil.rmtree(work, ignore_errors=True)
    icons = work / "icons"
    icons.mkdir(parents=True)
    (work / "version.txt").write_text(version_resource(version()), encoding="utf-8")
    programs = _environment(work)
    environ = _environ(work)
    picture = ROOT / "resources" / "icons" / "app.svg"
    drawing = [str(programs / "python"), "-m", "package.icons", str(picture), str(icons)]
    quietly(drawing, "drawing the icons", {**environ, "PYTHONPATH": str(_CI)})
    say("bundling")
    places = ["--distpath", str(work / "dist"), "--workpath", str(work / "pyinstaller")]
    # Not by python -m: that would find the clone's own modules before the wheel's.
    bundling = [str(programs / "pyinstaller"), "--noconfirm", *places, str(_HERE / "bundle.spec")]
    quietly(bundling, "bundling", environ)
    folder = work / "dist" / NAME
    if sys.platform.startswith("linux"):
        _strip(folder)
    _tell(folder, Path(answer([str(programs / "python"), "-c", _SITE]).strip()), work)
    return folder


def _environ(work: Path) -> dict[str, str]:
    """What makes every build of the same commit the same, and what the .spec file asks for."""
    same = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": str(epoch()), "QT_QPA_PLATFORM": "offscreen"}
    asked = {"PACKAGE_WORK": str(work)}
    left = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return {**left, **same, **asked, "PYINSTALLER_CONFIG_DIR": str(work / "cache")}


def _environment(work: Path) -> Path:
    """Install the product's wheel and PyInstaller into an environment of their own; the folder of its programs."""
    say("building the wheel")
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    quietly(
        [*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", str(work / "wheel"), str(ROOT)], "building the wheel"
    )
    say("installing it into a clean environment")
    quietly([PYTHON, "-m", "venv", "--without-pip", str(work / "venv")], "making an environment")
    programs = work / "venv" / _BIN
    wheel = next((work / "wheel").glob("*.whl"))
    into = [*pip, "--python", str(programs / "python"), "install", "--quiet", str(wheel), "--group", "package"]
    quietly(into, "installing into a clean environment")
    return programs


def _strip(folder: Path) -> None:
    """Take what only a debugger reads from Python's own libraries; those of a Debian have none."""
    inside = folder / "_internal"
    for path in sorted((*inside.glob("libpython3*.so*"), *inside.glob("python3*/lib-dynload/*.so"))):
        quietly(["strip", "--strip-unneeded", str(path)], "stripping")


def _tell(folder: Path, site_packages: Path, work: Path) -> None:
    """Lay beside the program of what it is made and under which terms."""
    (folder / "sbom.cdx.json").write_text(cyclonedx(components_in(site_packages), epoch()), encoding="utf-8")
    brought = (work / "brought.txt").read_text(encoding="utf-8").splitlines()
    collect(site_packages, map(Path, brought), folder / "licences")
