from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

import pytest

from qfpay_gui import resources

PACKAGE = Path(resources.__file__).parent
READS = "from qfpay_gui.resources import read_json, root; print(root()); print(len(read_json('data/currencies.json')))"


def test_resources_are_found_beside_the_package_in_a_clone() -> None:
    """A checked-out repository has its tables at the top."""
    assert resources.root() == PACKAGE.parent / "resources"
    assert (resources.root() / "data" / "parameters.json").is_file()


def test_resources_are_found_inside_an_installed_package(tmp_path: Path) -> None:
    """A wheel carries its tables within the package, and any folder may be the current one."""
    _install(tmp_path / "site", with_resources=True)
    done = _run_in(tmp_path / "site", tmp_path)
    assert done.stdout.split() == [str(tmp_path / "site" / "qfpay_gui" / "resources"), "13"], done.stderr


def test_an_installation_without_resources_says_so(tmp_path: Path) -> None:
    """What is missing is named at once, rather than as a puzzle later."""
    _install(tmp_path / "site", with_resources=False)
    done = _run_in(tmp_path / "site", tmp_path)
    assert done.returncode != 0
    assert "the installation is incomplete" in done.stderr


def test_a_table_is_read_once() -> None:
    """The same table is the same object; a table that is not there is an error."""
    assert resources.read_json("data/currencies.json") is resources.read_json("data/currencies.json")
    with pytest.raises(FileNotFoundError):
        resources.read_json("data/missing.json")


def test_a_template_is_read_as_it_stands() -> None:
    """Line by line, Chinese included."""
    assert resources.template("miniprogram/app.js").endswith("App({});\n")
    with pytest.raises(FileNotFoundError):
        resources.template("miniprogram/missing.js")


def test_every_folder_goes_into_the_wheel() -> None:
    """All but what only a clone needs; otherwise an installed program would miss what a clone has."""
    build = _project()["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert build["only-include"] == ["qfpay_gui", "resources"]
    assert build["sources"] == {"resources": "qfpay_gui/resources"}
    assert build["exclude"] == ["qfpay_gui/setup", "resources/screenshots", "*.ts"]


def test_every_licence_that_a_notice_names_is_carried() -> None:
    """The product's own and the full texts, in the wheel's metadata and for *About*."""
    folder = PACKAGE.parent / "resources" / "licences"
    named = set(re.findall(r"[\w.-]+\.txt", resources.template("licences/notices.txt")))
    assert named | {"notices.txt"} == {path.name for path in folder.iterdir()}
    assert _project()["project"]["license-files"] == ["resources/licences/*"]


def test_a_notice_stands_for_everything_that_is_installed_with_the_product() -> None:
    """A new dependency, or one that a dependency brings, is noticed here."""
    noticed = set(map(_normal, re.split(r"[\s,]+", resources.template("licences/notices.txt"))))
    assert _brought("qfpay-tester", set()) - noticed == {"pyside6-essentials"}
    assert "pyside6" in noticed


def _brought(distribution: str, seen: set[str]) -> set[str]:
    """The names of all that pip installs for a distribution on this machine."""
    for wanted in requires(distribution) or ():
        found = re.match(r"[\w.-]+", wanted)
        name = _normal(found[0] if found else wanted)
        if name not in seen and "extra ==" not in wanted and _is_installed(name):
            seen.add(name)
            _brought(name, seen)
    return seen


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _is_installed(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def _project() -> Any:
    return tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "table", sorted((PACKAGE.parent / "resources" / "data").glob("*.json")), ids=lambda one: one.name
)
def test_every_table_is_readable(table: Path) -> None:
    """Each packaged table is JSON in UTF-8 with something in it."""
    assert resources.read_json(f"data/{table.name}")


def test_the_reader_stands_alone() -> None:
    """Every room may import it because it imports no room."""
    tree = ast.parse(Path(resources.__file__).read_text(encoding="utf-8"))
    modules = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert not [module for module in modules if (module or "").startswith("qfpay_gui")]


def _install(site: Path, *, with_resources: bool) -> None:
    """What a wheel unpacks to, as far as reading tables needs it."""
    package = site / "qfpay_gui"
    package.mkdir(parents=True)
    for name in ("__init__.py", "resources.py"):
        shutil.copy(PACKAGE / name, package / name)
    if with_resources:
        shutil.copytree(PACKAGE.parent / "resources" / "data", package / "resources" / "data")


def _run_in(site: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    program = f"import sys; sys.path.insert(0, {str(site)!r}); {READS}"
    command = [sys.executable, "-I", "-c", program]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=30)  # noqa: S603 - our own interpreter
