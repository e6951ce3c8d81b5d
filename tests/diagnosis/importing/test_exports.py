"""What was switched off was not sent, a variable is not its value, and a key is a key only where its place says so."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.diagnosis.importing import read_request, read_requests
from qfpay_gui.diagnosis.importing.exports import exported_requests
from qfpay_gui.diagnosis.importing.exports.xml_tree import xml_tree
from qfpay_gui.diagnosis.importing.exports.yaml_subset import read_yaml
from qfpay_gui.qfpay.signing import signature

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

URL = "https://test-openapi-hk.qfapi.com/trade/v1/payment"
KEY = "498717301B0846D1992B6F0123456789"
SAMPLES = Path(__file__).parent / "samples"


def _postman(rows: Sequence[Mapping[str, object]], *below: object) -> str:
    request = {"method": "POST", "header": [], "url": URL, "body": {"mode": "urlencoded", "urlencoded": rows}}
    return "\n".join(json.dumps(one) for one in ({"item": [{"name": "pay", "request": request}]}, *below))


def _environment(**values: str) -> dict[str, object]:
    return {"name": "live", "values": [{"key": key, "value": value, "enabled": True} for key, value in values.items()]}


@pytest.mark.parametrize(
    ("mark", "is_sent"),
    [
        ({"disabled": True}, False),
        ({"disabled": False}, True),
        ({"isDisabled": True}, False),
        ({"enabled": False}, False),
        ({"enabled": True}, True),
        ({"enable": False}, False),
        ({"active": False}, False),
        ({"active": True}, True),
        ({"is_checked": -1}, False),
        ({"is_checked": "0"}, False),
        ({"is_checked": 1}, True),
        ({"required": False}, True),
    ],
)
def test_a_row_that_is_switched_off_was_not_sent(mark: dict[str, object], *, is_sent: bool) -> None:
    """Each client's own mark switches a row off; any other member does not. What is off is named."""
    read = read_request(_postman([{"key": "txamt", "value": "300"}, {"key": "udid", "value": "1", **mark}]))
    assert ("udid" in read.params) is is_sent
    assert any(note.code == "disabled" for note in read.notes) is not is_sent


def test_a_variable_of_two_values_is_not_filled_in() -> None:
    """Two environments that disagree leave the variable as it is written, and it is named."""
    read = read_request(_postman([{"key": "txamt", "value": "{{n}}"}], _environment(n="300"), _environment(n="400")))
    assert read.params == {"txamt": "{{n}}"}
    assert "variables" in {note.code for note in read.notes}


def test_an_environment_counts_before_the_collection() -> None:
    """The value of an environment is taken where the collection has one too, and a value may hold variables."""
    collection = {"variable": [{"key": "n", "value": "1"}, {"key": "m", "value": "{{n}}00"}]}
    read = read_request(_postman([{"key": "txamt", "value": "{{m}}"}], collection, _environment(n="3")))
    assert read.params == {"txamt": "300"}


def test_a_variable_of_itself_ends() -> None:
    """Variables that hold each other, or double each other, are read in bounded time."""
    circle = _environment(a="{{b}}", b="{{a}}{{a}}", c="{{c}}" * 500)
    read = read_request(_postman([{"key": "txamt", "value": "{{a}}"}, {"key": "udid", "value": "{{c}}"}], circle))
    assert "variables" in {note.code for note in read.notes}


def test_a_variable_in_place_of_the_signature_is_no_signature() -> None:
    """A signature that a script computes is not known; the variable is named."""
    text = _postman([{"key": "txamt", "value": "300"}]).replace(
        '"header": []', '"header": [{"key": "X-QF-SIGN", "value": "{{sign}}"}]'
    )
    read = read_request(text)
    assert read.signature == ""
    assert "{{sign}}" in dict(read.header_pairs).values()


def test_a_key_is_one_only_where_a_name_says_so() -> None:
    """The member ``key`` of a row is its name; a variable that is called client_key holds one."""
    rows = [{"key": "txamt", "value": "300"}]
    assert read_request(_postman(rows, _environment(other=KEY))).client_key == ""
    read = read_request(_postman(rows, _environment(client_key=KEY)))
    assert read.client_key == KEY
    assert KEY not in repr(read)


def test_what_was_answered_is_no_request() -> None:
    """A saved answer and its headers give neither a request nor a signature."""
    answer = {"originalRequest": {"method": "POST", "header": [], "url": URL}, "header": [{"key": "X-QF-SIGN"}]}
    request = {"method": "POST", "header": [], "url": URL, "body": {"mode": "raw", "raw": "txamt=300"}}
    (read,) = read_requests(json.dumps({"item": [{"request": request, "response": [answer]}]}))
    assert read.params == {"txamt": "300"}
    assert read.signature == ""


@pytest.mark.parametrize(
    ("parts", "url"),
    [
        ({"protocol": "https", "host": ["a", "qfapi", "com"], "path": ["trade", "v1"]}, "https://a.qfapi.com/trade/v1"),
        ({"host": ["127", "0", "0", "1"], "port": "8080", "path": ["x"]}, "https://127.0.0.1:8080/x"),
        (
            {"host": "a.qfapi.com", "path": "/trade", "query": [{"key": "a", "value": "1 2"}]},
            "https://a.qfapi.com/trade?a=1+2",
        ),
        ({"raw": "a.qfapi.com/x?a=1", "query": [{"key": "a", "value": "1"}]}, "https://a.qfapi.com/x?a=1"),
        ({"raw": "{{host}}/x", "host": ["{{host}}"]}, "{{host}}/x"),
    ],
)
def test_an_address_of_parts_is_put_together(parts: dict[str, object], url: str) -> None:
    """Scheme, host, port, path and query as lists give the address that is sent; what it has already is not doubled."""
    request = {"method": "POST", "header": [], "url": parts, "body": {"mode": "raw", "raw": "txamt=300"}}
    assert read_request(json.dumps({"request": request, "name": "pay"})).url == url


def test_folders_of_any_depth_end() -> None:
    """A request in folders inside folders is read, and none is too deep to be pasted."""
    request = {"method": "POST", "header": [], "url": URL, "body": {"mode": "raw", "raw": "txamt=300"}}
    for depth in (10, 5000):
        read = read_request('{"item":[' * depth + json.dumps({"request": request}) + "]}" * depth)
        assert read.params == {"txamt": "300"}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("plain text # a remark", "plain text"),
        ("'it''s # kept'", "it's # kept"),
        ('"\\u5976 \\"x\\""', '奶 "x"'),
        ("folded\n      onto a line", "folded onto a line"),
        ("|-\n      {\n        a: 1\n      }", "{\n  a: 1\n}"),
        ("a#b:c", "a#b:c"),
        ("007", "007"),
        ("{{ _.x }}", "{{ _.x }}"),
        ("1\n    what is no row", "1"),
    ],
)
def test_yaml_values_are_read_as_written(written: str, value: str) -> None:
    """Quoted, folded and block values give their text; numbers stay as they are written."""
    assert read_yaml(f"first:\n  - name: {written}\n  - last: 1\n") == {"first": [{"name": value}, {"last": "1"}]}


@pytest.mark.parametrize(
    "text", ["- " * 3000, "a:\n" * 3000, " a: |\n" * 50, "- - - a: b\n -", "a: 'x", ": :", "---\n"]
)
def test_any_yaml_ends(text: str) -> None:
    """Nesting without an end, and what is no YAML, is read without an exception."""
    read_yaml(text)
    read_requests(f"openapi: 3.0.0\n{text}")


@pytest.mark.parametrize(
    "declared",
    ['<!DOCTYPE a [<!ENTITY x "txamt=1">]>', '<!ENTITY x "y">', '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd" [ ]>'],
)
def test_xml_that_declares_entities_is_refused(declared: str) -> None:
    """What could grow without bound is not parsed; the address of a declaration alone is not asked for."""
    session = "<charles-session><transaction/></charles-session>"
    assert xml_tree(f"{declared}{session}", "charles-session") is None
    assert xml_tree(f'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">{session}', "charles-session") is not None


HTTP_FILE = f"""@n = 300
### pay
POST {URL}
X-QF-SIGN: {"0" * 32}

txamt={{{{n}}}}
"""


def test_an_http_file_holds_nothing_else() -> None:
    """A file of requests is read as one; where words of a mail stand between, other readers have their turn."""
    (read,) = read_requests(HTTP_FILE)
    assert (read.form, read.params) == ("http-file", {"txamt": "300"})
    assert not exported_requests(f"{HTTP_FILE}\n### and then\nit was refused")
    assert not exported_requests(HTTP_FILE.replace("@n = 300\n### pay", "").replace("{{n}}", "300"))


@pytest.mark.parametrize("mark", ["#", "//"])
def test_a_remark_in_an_http_file_was_not_sent(mark: str) -> None:
    """Headers and lines of a form behind a remark's sign are off, and named."""
    text = HTTP_FILE.replace("X-QF-SIGN", f"{mark} X-QF-SIGN") + f"{mark}&udid=1\n"
    (read,) = read_requests(text)
    assert read.signature == ""
    assert read.params == {"txamt": "300"}
    assert "disabled" in {note.code for note in read.notes}


@pytest.mark.parametrize(
    "piece",
    [
        "< {% a\n",
        "{{ a\n",
        "### a\n",
        "post {\n",
        "  a: '''\n",
        "@a = {{a}}\n",
        "<jmeterTestPlan>",
        "<a>",
        "http: \n- a: b\n",
    ],
)
def test_unfinished_exports_end(piece: str) -> None:
    """Blocks and scripts that are opened again and again, and never closed, take bounded time."""
    started = process_time()
    read_requests(f"### x\nPOST {URL}\npost {{\n</jmeterTestPlan>\n" + piece * (58_000 // len(piece)))
    assert process_time() - started < 4


SIGNED = {
    *("postman_environment", "postman_version_1", "newman_report", "insomnia_4", "insomnia_5", "bruno_collection"),
    *("bru_file", "opencollection_yaml", "hoppscotch", "thunder_client", "apifox", "apipost", "rest_client"),
    *("intellij_http", "jmeter_plan", "jmeter_results", "soapui", "charles_json", "charles_xml", "fiddler_raw"),
    *("har_entry", "har_request", "mitmdump", "mitmproxy_httpie", "httpie_form", "openapi_yaml", "openapi_json"),
}


@pytest.mark.parametrize("name", sorted(SIGNED))
def test_a_right_signature_in_an_export_is_right(name: str) -> None:
    """The parameters that are sent, and no others, give the signature beside them; no lens and no key is needed."""
    with (SAMPLES / f"{name}.txt").open(encoding="utf-8", newline="") as file:
        read = read_requests(file.read())[0]
    assert read.signature == signature(read.params, KEY)
    assert read.sign_type == "MD5"
    assert "mchid" not in read.params
    assert read.is_wire


def test_mitmdump_keeps_the_blanks_of_a_value() -> None:
    """A value begins in its column: blanks in front of it there are its own."""
    flow = f"127.0.0.1:5: POST {URL}\n    Host: a\n\n    txamt:  300\n    attach:   two\n\n << 200 OK 2b\n"
    assert read_request(flow).params == {"txamt": "300", "attach": "  two"}


@pytest.mark.parametrize(
    ("command", "params"),
    [
        ("txamt=300 udid==1", {"txamt": "300"}),
        ("txamt=300 attach='a=b:c'", {"txamt": "300", "attach": "a=b:c"}),
        ("--timeout 30 txamt=300 X-A:b=c", {"txamt": "300"}),
        ("txamt=300; rm x", {}),
    ],
)
def test_httpie_fields_headers_and_query(command: str, params: dict[str, str]) -> None:
    """``=`` is a field, ``==`` the query, ``:`` a header; a command that is not the whole text is left to others."""
    found = exported_requests(f"http -f POST {URL} {command}")
    assert (dict(found[0].params) if found else {}) == params


def test_a_body_that_is_switched_off_was_not_sent() -> None:
    """Postman keeps the rows of a body that is off; the request goes without."""
    text = _postman([{"key": "txamt", "value": "300"}])
    assert read_request(text.replace('"mode"', '"disabled": true, "mode"')).params == {}
    assert read_request(text.replace('"mode"', '"disabled": false, "mode"')).params == {"txamt": "300"}


@pytest.mark.parametrize(
    ("url", "is_told"),
    [
        ("{{host}}/trade/v1/payment", False),
        ("/trade/v1/payment", False),
        ("https://example.com/x", True),
        ("//pay.example.com/trade/v1/payment", True),
        ("relay:8080/trade/v1/payment", True),
    ],
)
def test_an_address_in_a_variable_or_a_mere_path_is_not_said_to_be_foreign(url: str, *, is_told: bool) -> None:
    """Whose address it is, only its value tells."""
    read = read_request(_postman([{"key": "txamt", "value": "300"}]).replace(URL, url))
    assert any(note.code == "other-host" for note in read.notes) is is_told
