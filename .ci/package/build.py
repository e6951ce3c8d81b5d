"""From the clone to the files that are handed out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from package.archive import tar_gz, zipped
from package.bundle import make_folder
from package.compare import listing
from package.deb import dated, make_deb
from package.facts import NAME, TITLE, epoch, machine, system, version
from qfpay_gui.setup.commands import SetUpError, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOST_BYTES = 150_000_000
"""What the folder may take on disk."""
_MUST_BE = ("sbom.cdx.json", "licences/notices.txt", "licences/MIT.txt", "licences/Python", "licences/keyring")


def build(into: Path) -> list[Path]:
    """Make everything for this system; the files.

    Raises SetUpError where a step fails or something is missing in it.
    """
    into.mkdir(parents=True, exist_ok=True)
    work = into / "work"
    folder = make_folder(work)
    _sign(folder)
    _check(folder)
    dated(folder, epoch())
    named = f"{NAME}-{version()}-{system()}-{machine()}"
    if system() == "windows":
        made = [_packed(zipped, folder, into / f"{named}.zip")]
    elif system() == "macos":
        made = [_of_macos(work, folder, into / f"{named}.zip")]
    else:
        completion = subprocess.run([folder / NAME, "completion", "bash"], capture_output=True, check=True)
        say("packing")
        deb = make_deb(folder, work / "icons", completion.stdout.decode(), work, into)
        made = [deb, _packed(tar_gz, folder, into / f"{named}.tar.gz")]
    return made


def _packed(pack: Callable[[Path, Path, int], None], folder: Path, into: Path) -> Path:
    pack(folder, into, epoch())
    return into


def _of_macos(work: Path, folder: Path, into: Path) -> Path:
    """The application and what it is made of, packed by the system's own tool, which keeps links and signatures."""
    whole = work / TITLE
    whole.mkdir()
    (work / "dist" / f"{TITLE}.app").rename(whole / f"{TITLE}.app")
    shutil.copytree(folder / "licences", whole / "licences")
    shutil.copy(folder / "sbom.cdx.json", whole)
    subprocess.run(["ditto", "-c", "-k", "--keepParent", str(whole), str(into)], check=True)
    return into


def _sign(folder: Path) -> None:
    """Let the command in PACKAGE_SIGN sign each program of Windows, where there is one."""
    told = os.environ.get("PACKAGE_SIGN", "")
    for program in sorted(folder.glob("*.exe")) if told else ():
        subprocess.run(f'{told} "{program}"', check=True)


def _check(folder: Path) -> None:
    """Let the program do its main job once, with nothing around it, and see that nothing is missing or too much."""
    for name in _MUST_BE:
        if not (folder / name).exists():
            raise SetUpError(f"the package lacks {name}")
    size = sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())
    say(f"{size / 1e6:.0f} MB in {len(listing(folder))} files")
    if size > MOST_BYTES:
        raise SetUpError(f"the package takes {size} bytes, which is more than {MOST_BYTES}")
    program = folder / (f"{NAME}.exe" if sys.platform == "win32" else NAME)
    if subprocess.run([program, "--self-test"], check=False).returncode:
        raise SetUpError("the package fails its self-test")
