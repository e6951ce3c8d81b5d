"""The texts of all licences, in one folder of the package: ours, Qt's, and those of each part."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING

from package.facts import ROOT
from package.sbom import NOT_IN_IT

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEXTS = ("licen", "copying", "notice", "authors")


def collect(site_packages: Path, libraries: Iterable[Path], into: Path) -> None:
    """Copy them there; ``libraries`` are files of this system that go along, whose packages say under which terms."""
    shutil.copytree(ROOT / "resources" / "licences", into, dirs_exist_ok=True)
    for one in distributions(path=[str(site_packages)]):
        if one.metadata["Name"].lower() in NOT_IN_IT:
            continue
        for file in one.files or ():
            if ".dist-info" in str(file) and file.name.lower().startswith(_TEXTS):
                _copy(Path(str(one.locate_file(file))), into / one.metadata["Name"] / file.name)
    for text in _of_python():
        _copy(text, into / "Python" / text.name)
    for package, text in sorted(_of_debian(libraries)):
        _copy(text, into / package / "copyright.txt")


def _of_python() -> list[Path]:
    """Python's own, where its makers put it, else where Debian does."""
    library = Path(sysconfig.get_path("stdlib"))
    name = f"python{sysconfig.get_python_version()}"
    places = (library / "LICENSE.txt", library.parent / "LICENSE.txt", Path("/usr/share/doc", name, "copyright"))
    return [one for one in places if one.is_file()][:1]


def _of_debian(libraries: Iterable[Path]) -> set[tuple[str, Path]]:
    """The copyright files of the packages that these files belong to, on a Debian."""
    if not shutil.which("dpkg-query"):
        return set()
    found = set()
    for library in libraries:
        asked = subprocess.run(["dpkg-query", "--search", str(library.resolve())], capture_output=True, check=False)
        package = asked.stdout.decode().partition(":")[0]
        text = Path("/usr/share/doc", package, "copyright")
        if package and text.is_file():
            found.add((package, text))
    return found


def _copy(source: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, path)
