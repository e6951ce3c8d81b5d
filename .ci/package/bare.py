"""A bare Debian without Python, made for a moment, in which the package is installed, used and removed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from package.facts import NAME, version
from qfpay_gui.setup.commands import SetUpError, answer, quietly, say
from qfpay_gui.setup.debian import add_packages

if TYPE_CHECKING:
    from collections.abc import Iterable

_HERE = Path(__file__).resolve().parent
_ARCHIVES = ["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)", "Created-By: Packages"]


def use_in_bare_system(into: Path, suite: str) -> int:
    """Let ``bare.sh`` do it with the .deb in this folder; its exit code.

    Raises SetUpError where no such system can be made here.
    """
    debs = sorted(into.glob(f"{NAME}_{version()}_*.deb"))
    if not debs:
        raise SetUpError(f"there is no package in {into}: python3 .ci/package makes it")
    if os.geteuid() != 0:
        raise SetUpError("making a bare Debian takes root")
    add_packages("debootstrap", "eatmydata")
    own = _own_suite()
    root = Path(mkdtemp(prefix="qfpay-tester-bare-"))
    root.chmod(0o755)
    try:
        _bootstrap(root, suite or own, archive_of(own, answer(_ARCHIVES).splitlines()))
        shutil.copy(debs[-1], root / "package.deb")
        shutil.copy(_HERE / "bare_inside.sh", root / "inside.sh")
        # Mounts and processes of its own, all of which end with it.
        apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
        return subprocess.run([*apart, "bash", str(_HERE / "bare.sh"), str(root)], check=False).returncode
    finally:
        shutil.rmtree(root)


def archive_of(suite: str, targets: Iterable[str]) -> str:
    """Where this machine itself takes the packages of this suite from; any of its archives has the other suites too.

    Raises SetUpError where it takes them from nowhere.
    """
    for target in targets:
        address, _space, release = target.rpartition(" ")
        if release == suite:
            return address
    raise SetUpError(f"apt knows no archive with {suite}")


def _own_suite() -> str:
    told = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    names = dict(line.split("=", 1) for line in told if "=" in line)
    return names.get("VERSION_CODENAME", "").strip('"')


def _bootstrap(root: Path, suite: str, archive: str) -> None:
    say(f"making a bare {suite}")
    faster = ["eatmydata"] if shutil.which("eatmydata") else []
    script = Path("/usr/share/debootstrap/scripts", suite)
    known = [] if script.exists() else [str(script.with_name("sid"))]
    quietly(
        [*faster, "debootstrap", "--variant=minbase", "--include=eatmydata", suite, str(root), archive, *known],
        f"making a bare {suite}",
    )
    for name in ("resolv.conf", "hosts"):
        shutil.copy(Path("/etc", name), root / "etc" / name)
