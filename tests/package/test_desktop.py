from __future__ import annotations

import xml.etree.ElementTree as ET
from configparser import RawConfigParser
from datetime import UTC, datetime
from fnmatch import fnmatchcase

import pytest
from package.desktop import desktop_entry, mime_package

from qfpay_gui.models.case.proof import file_name
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.request.draft import Draft
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.snippets.proof.json_file import to_json
from qfpay_gui.snippets.proof.model import prove

_NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def _type() -> ET.Element:
    found = ET.fromstring(mime_package()).find(f"{_NAMESPACE}mime-type")  # noqa: S314 - our own text
    assert found is not None
    return found


def test_the_menu_names_it_in_three_languages() -> None:
    """And starts it with the file that was chosen, if any."""
    entry = RawConfigParser(delimiters="=")
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # as the documentation has it
    entry.read_string(desktop_entry())
    group = entry["Desktop Entry"]
    assert group["Exec"] == "qfpay-tester %f"
    for name in ("Name", "GenericName", "Comment"):
        assert all(group[f"{name}{language}"] for language in ("", "[zh_CN]", "[zh_HK]"))
    assert group["Comment[zh_CN]"] != group["Comment[zh_HK]"]
    assert group["MimeType"] == f"{_type().get('type')};"


@pytest.mark.parametrize("kind", ["proof", "case"])
def test_a_saved_file_has_the_type_by_its_name(kind: str) -> None:
    """As the program names it, and as a browser names a second copy; another JSON file has not."""
    globs = [one.get("pattern", "") for one in _type().findall(f"{_NAMESPACE}glob")]
    for name in (file_name(kind, "A17"), file_name(kind, "").replace(".json", " (1).json")):
        assert any(fnmatchcase(name, one) for one in globs)
    assert not any(fnmatchcase("proof.json", one) for one in globs)


def test_a_saved_file_has_the_type_by_its_beginning() -> None:
    """The mark stands where it is looked for."""
    request = prepare(Draft(), Credentials("A", "B"), SIMULATOR)
    proof = prove(request, "B", created_at=datetime(2026, 1, 1, tzinfo=UTC), version="1", languages=())
    match = _type().find(f"{_NAMESPACE}magic/{_NAMESPACE}match")
    assert match is not None
    first, _colon, last = match.get("offset", "").partition(":")
    assert int(first) <= to_json(proof).index(match.get("value", "nothing")) <= int(last)
