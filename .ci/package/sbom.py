"""The list of what the package is made of, in CycloneDX's form, and the licence of each part."""

from __future__ import annotations

import json
import platform
import re
import sqlite3
import ssl
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import Distribution, distributions
from typing import TYPE_CHECKING, Any

from package.facts import NAME, version

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NOT_IN_IT = frozenset({"altgraph", "macholib", "packaging", "pefile", "pip", "pyinstaller-hooks-contrib", "setuptools"})
"""Installed to build it, or by Python itself."""
_TOLD = {"pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception"}
"""Licences that the makers' own words tell by half; of PyInstaller only the starter is in it."""


@dataclass(frozen=True, order=True)
class Component:
    """One part, and its licence as its makers name it."""

    name: str
    version: str
    licence: str = ""
    kind: str = "pypi"

    @property
    def address(self) -> str:
        """What a package URL says."""
        return f"pkg:{self.kind}/{self.name.lower().replace('_', '-')}@{self.version}"


def components_in(site_packages: Path) -> list[Component]:
    """The Python packages there that go along, and what they bring: Python, Qt, OpenSSL and SQLite."""
    found = (_component(one) for one in distributions(path=[str(site_packages)]))
    parts = [one for one in found if one.name.lower() not in {*NOT_IN_IT, NAME}]
    qt = next(one.version for one in parts if one.name.lower().startswith("pyside6"))
    own = (
        Component("Python", platform.python_version(), "PSF-2.0", "generic"),
        Component("Qt", qt, "LGPL-3.0-only", "generic"),
        Component("OpenSSL", ssl.OPENSSL_VERSION.split()[1], "Apache-2.0", "generic"),
        Component("SQLite", sqlite3.sqlite_version, "blessing", "generic"),
    )
    return sorted({*parts, *own})


def cyclonedx(parts: Iterable[Component], moment: int) -> str:
    """The document; the same parts at the same moment give the same bytes."""
    written = [_written(one) for one in sorted(parts)]
    seed = json.dumps([written, moment])
    program = {"type": "application", "bom-ref": NAME, "name": NAME, "version": version(), "licenses": _licence("MIT")}
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, seed)}",
        "version": 1,
        "metadata": {"timestamp": datetime.fromtimestamp(moment, UTC).isoformat(), "component": program},
        "components": written,
        "dependencies": [{"ref": NAME, "dependsOn": [one["bom-ref"] for one in written]}],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _component(one: Distribution) -> Component:
    told = one.metadata
    classes = told.get_all("Classifier") or ()
    classified = [one.rpartition(" :: ")[2] for one in classes if one.startswith("License ::")]
    named = [
        _TOLD.get(told["Name"].lower(), ""),
        *(told.get_all("License-Expression") or ()),
        *map(_short, told.get_all("License") or ()),
        *classified,
    ]
    licence = next(filter(None, named), "")
    return Component(told["Name"], one.version, licence)


def _short(licence: str) -> str:
    """What the field says, unless it is the whole text."""
    return licence if len(licence) < 60 and "\n" not in licence else ""


def _written(one: Component) -> dict[str, Any]:
    told = {"type": "library", "bom-ref": one.address, "name": one.name, "version": one.version, "purl": one.address}
    return told | ({"licenses": _licence(one.licence)} if one.licence else {})


def _licence(name: str) -> list[dict[str, Any]]:
    """An expression where it is one of SPDX's, else just a name."""
    is_expression = re.fullmatch(r"[\w.+-]+(?: (?:OR|AND|WITH) [\w.+-]+)*", name) and not re.search(r"License$", name)
    return [{"expression": name}] if is_expression else [{"license": {"name": name}}]
