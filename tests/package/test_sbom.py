from __future__ import annotations

import json
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from package.sbom import Component, components_in, cyclonedx

from qfpay_gui import __version__

_PARTS = (
    Component("charset-normalizer", "3.4", "MIT"),
    Component("Qt", "6.11.3", "LGPL-3.0-only", "generic"),
    Component("old_one", "1", "BSD License"),
    Component("bare", "2"),
)


def _document(moment: int = 1_700_000_000) -> Any:
    return json.loads(cyclonedx(_PARTS, moment))


def test_each_part_has_its_version_address_and_licence() -> None:
    """An expression where it is one, else the name that its makers give it; none where they give none."""
    document = _document()
    told = {one["name"]: one for one in document["components"]}
    assert [one["name"] for one in document["components"]] == ["Qt", "bare", "charset-normalizer", "old_one"]
    assert told["Qt"]["purl"] == "pkg:generic/qt@6.11.3"
    assert told["Qt"]["licenses"] == [{"expression": "LGPL-3.0-only"}]
    assert told["old_one"]["purl"] == "pkg:pypi/old-one@1"
    assert told["old_one"]["licenses"] == [{"license": {"name": "BSD License"}}]
    assert "licenses" not in told["bare"]
    assert document["metadata"]["component"]["version"] == __version__
    assert document["metadata"]["timestamp"] == "2023-11-14T22:13:20+00:00"
    assert document["dependencies"][0]["dependsOn"] == [one["bom-ref"] for one in document["components"]]


def test_the_same_parts_give_the_same_document() -> None:
    """In whatever order they come; at another moment its number is another."""
    assert cyclonedx(reversed(_PARTS), 5) == cyclonedx(_PARTS, 5)
    assert _document(5)["serialNumber"] != _document(6)["serialNumber"]


@pytest.mark.filterwarnings("ignore")
def test_what_the_program_stands_on_is_found() -> None:
    """With what those bring along; what only builds it is left out."""
    found = {one.name: one for one in components_in(Path(str(distribution("requests").locate_file(""))))}
    assert {"requests", "keyring", "certifi", "Python", "Qt", "OpenSSL", "SQLite"} <= found.keys()
    assert "pip" not in found
    assert "qfpay-tester" not in found
    assert found["requests"].licence == "Apache-2.0"
