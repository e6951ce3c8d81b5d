"""Reading replies: every documented shape, every fault, and bytes nobody expects."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import JsonText, NotJson, as_text, excerpt, read_json, some
from qfpay_gui.qfpay.reply.exchange import HttpReply
from qfpay_gui.qfpay.reply.reply import Fault, Reply, compare_echo, read_reply

PAY_PARAMS = {
    "appId": "wx2421b1c4370ec43b",
    "timeStamp": "1593746074",
    "nonceStr": "69d8a67fe34e44ca9bb2a20dd299cc58",
    "package": "prepay_id=wx03111434674853b80d25e0911996417600",
    "signType": "MD5",
    "paySign": "B0AECE676746F2A310CB06F27641E809",
}
ORDER = {"respcd": "0000", "resperr": "success", "respmsg": "", "syssn": "20260301000200020000641807", "txamt": "300"}


def read(
    body: object, status: int = 200, headers: tuple[tuple[str, str], ...] = (), *, truncated: bool = False
) -> Reply:
    """The reply with this body: bytes as they are, text as UTF-8, anything else as JSON."""
    if not isinstance(body, bytes):
        body = (body if isinstance(body, str) else json.dumps(body)).encode()
    return read_reply(HttpReply(status, "reason", headers, body, truncated))


def codes(reply: Reply) -> list[str]:
    """The codes of the reply's findings."""
    return [finding.code for finding in reply.findings]


def test_a_flat_reply_is_read_without_findings() -> None:
    """The documented shape: fields beside respcd, pay_params as an object."""
    reply = read({**ORDER, "pay_params": PAY_PARAMS})
    assert (reply.fault, reply.respcd, reply.resperr, reply.respmsg) == (Fault.NONE, "0000", "success", "")
    assert reply.fields["syssn"] == "20260301000200020000641807"
    assert reply.pay_params == PAY_PARAMS
    assert reply.findings == ()


def test_a_nested_reply_gives_the_same_fields() -> None:
    """The other documented shape puts the fields into data; they are read from there, and it is noticed."""
    reply = read({"respcd": "0000", "respmsg": "ok", "data": {"syssn": "1", "pay_params": PAY_PARAMS}})
    assert (reply.respcd, reply.respmsg, reply.fields["syssn"]) == ("0000", "ok", "1")
    assert reply.pay_params == PAY_PARAMS
    assert codes(reply) == ["pay-params-nested"]


def test_a_null_outside_data_does_not_hide_the_value_inside() -> None:
    """An empty member at the top level gives way to the one in data."""
    reply = read({"respcd": None, "pay_params": None, "data": {"respcd": "0000", "pay_params": PAY_PARAMS}})
    assert reply.respcd == "0000"
    assert reply.pay_params == PAY_PARAMS


def test_contradicting_members_are_noticed_and_the_outer_one_counts() -> None:
    """Where both shapes are mixed and disagree, the reply says so."""
    reply = read({"respcd": "0000", "txamt": "1", "data": {"txamt": "2"}})
    assert reply.fields["txamt"] == "1"
    assert codes(reply) == ["nested-contradicts"]
    assert "txamt" in str(reply.findings[0].headline)


def test_unknown_fields_are_kept() -> None:
    """A field nobody documents is kept as text, whatever its type."""
    reply = read('{"respcd": "1145", "new": "x", "flag": true, "none": null, "deep": {"a": [1, 2.50, "ü"]}}')
    assert reply.fields["new"] == "x"
    assert reply.fields["flag"] == "true"
    assert reply.fields["none"] == ""
    assert reply.fields["deep"] == '{"a": [1, 2.50, "ü"]}'


def test_the_records_of_a_query_are_rows() -> None:
    """A data list gives one row a record, with its values as text."""
    reply = read('{"respcd": "0000", "data": [{"respcd": "1143", "txamt": 300, "origssn": null}, "odd"]}')
    assert reply.rows == ({"respcd": "1143", "txamt": "300", "origssn": ""},)


def test_numbers_stay_as_written() -> None:
    """No digit of a number is lost, whatever its size."""
    reply = read('{"respcd": "0000", "syssn": 20260301000200020000641807, "rate": 1.10, "tiny": 1E-5}')
    assert reply.fields["syssn"] == "20260301000200020000641807"
    assert (reply.fields["rate"], reply.fields["tiny"]) == ("1.10", "1E-5")


def test_0000_as_a_number_is_read_and_noticed() -> None:
    """Some printed samples have 0000 without quotes: not JSON, but clear enough to read."""
    reply = read('{"resperr": "0012 stays", "respcd": 0000, "txamt": -007}')
    assert (reply.fault, reply.respcd) == (Fault.NONE, "0000")
    assert (reply.fields["txamt"], reply.resperr) == ("-007", "0012 stays")
    assert codes(reply) == ["json-not-strict"]
    assert "line 1, column 38" in str(reply.findings[0].headline)


def test_a_respcd_as_valid_number_is_noticed() -> None:
    """A respcd that came as a number is read, and the merchant's strict comparison is warned of."""
    reply = read('{"respcd": 1108}')
    assert reply.respcd == "1108"
    assert codes(reply) == ["respcd-not-text"]


@pytest.mark.parametrize("body", ['{"respcd": "0000", "x": NaN}', '{"respcd": "0000", "x": "line\nbreak"}'])
def test_small_faults_of_json_are_forgiven_and_noticed(body: str) -> None:
    """What Python or a browser would take in stride is read, and said to be no strict JSON."""
    reply = read(body)
    assert reply.respcd == "0000"
    assert codes(reply) == ["json-not-strict"]


def test_members_written_twice_are_noticed() -> None:
    """Readers disagree which of two equal members counts, so it is said."""
    reply = read('{"respcd": "0000", "respcd": "1108", "a": {"b": 1, "b": 1}}')
    assert reply.respcd == "1108"
    assert codes(reply) == ["json-duplicate"]
    assert "respcd" in str(reply.findings[0].headline)
    assert "b" in str(reply.findings[0].headline).split(": ")[1]


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (429, Fault.RATE_LIMITED),
        (301, Fault.REDIRECT),
        (404, Fault.CLIENT_ERROR),
        (502, Fault.SERVER_ERROR),
        (204, Fault.UNUSUAL_STATUS),
        (101, Fault.UNUSUAL_STATUS),
        (999, Fault.UNUSUAL_STATUS),
    ],
)
def test_an_http_error_is_the_fault_and_the_body_is_read_all_the_same(status: int, fault: Fault) -> None:
    """Whatever the status, a respcd in the body is not lost."""
    reply = read(ORDER, status)
    assert (reply.fault, reply.respcd) == (fault, "0000")


def test_headers_are_found_whatever_their_case() -> None:
    """Location and Retry-After are kept for the explanation."""
    reply = read(b"", 302, (("LOCATION", "https://elsewhere.example/"), ("retry-after", " 60 ")))
    assert (reply.location, reply.retry_after) == ("https://elsewhere.example/", "60")


@pytest.mark.parametrize("body", [b"", b" \r\n\t"])
def test_an_empty_body_is_named(body: bytes) -> None:
    """Nothing, or nothing but white space, is an empty body."""
    assert read(body).fault is Fault.EMPTY


@pytest.mark.parametrize(
    "body",
    [
        "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head></html>",
        "\n <!-- proxy --> <HTML><TITLE>502 Bad Gateway</TITLE>",
    ],
)
def test_an_html_page_is_recognised_by_its_beginning(body: str) -> None:
    """A page of a proxy or server is named by its title."""
    reply = read(body)
    assert (reply.fault, reply.excerpt) == (Fault.HTML, "502 Bad Gateway")


def test_an_html_page_is_recognised_by_its_content_type() -> None:
    """A page that begins unlike one is recognised by what the header says."""
    assert read("Log in first", headers=(("Content-Type", "text/html; charset=utf-8"),)).fault is Fault.HTML


def test_a_page_without_title_is_shown_by_its_beginning() -> None:
    """The excerpt is never empty for a page."""
    assert read("<html><title> </title>").excerpt.startswith("<html>")


@pytest.mark.parametrize(("pad", "shown"), [(4095 - 13, "a"), (4094 - 13, "ab"), (4096 - 13, "<html>")])
def test_a_title_is_looked_for_in_the_first_four_thousand_and_ninety_six_characters(pad: int, shown: str) -> None:
    """For a page may be long."""
    assert read(f"<html>{' ' * pad}<title>ab</title>").excerpt.rstrip("… ") == shown


def test_broken_json_is_located() -> None:
    """The excerpt, line and column say where the reply stops being JSON."""
    reply = read('{"respcd": "0000",\n "resperr": oops}')
    assert reply.fault is Fault.NOT_JSON
    assert reply.problem.endswith("line 2, column 13")
    assert "oops" in reply.excerpt


@pytest.mark.parametrize("body", ["[]", "42", '"0000"', "null"])
def test_json_that_is_no_object_has_no_members(body: str) -> None:
    """A list or a single value is told apart from an object without respcd."""
    assert read(body).fault is Fault.NOT_OBJECT


@pytest.mark.parametrize(
    ("body", "fault"),
    [('{"respcd": "0000"', Fault.JSON_CUT), ('{"respcd": oops}', Fault.NOT_JSON), ('"respcd": "0000"', Fault.NOT_JSON)],
)
def test_json_without_an_end_is_told_apart(body: str, fault: Fault) -> None:
    """Only an object that was begun can have been cut."""
    assert read(body).fault is fault


@pytest.mark.parametrize(
    ("body", "headers", "truncated", "fault"),
    [
        (b'{"respcd": "0000"', (), True, Fault.CUT),
        (b"\x1f\x8b\x08\x00{", (("content-encoding", "gzip"),), False, Fault.COMPRESSED),
        (b"\x1f\x8b\x08\x00{", (("Content-Encoding", "Identity"),), False, Fault.CHARSET),
        (b'{"respcd": \xb4\xed', (), False, Fault.CHARSET),
        ('{"respcd": "0000"}'.encode("utf-16-le"), (), False, Fault.CHARSET),
        (b'{"respcd": oops}', (), False, Fault.NOT_JSON),
    ],
)
def test_what_keeps_bytes_from_being_json_is_named_first(
    body: bytes, headers: tuple[tuple[str, str], ...], fault: Fault, *, truncated: bool
) -> None:
    """Cut off here, compressed, or of another character set; and only where it is no JSON."""
    assert read(body, headers=headers, truncated=truncated).fault is fault
    whole = b'{"respcd": "1108"}'
    assert read(whole, headers=headers, truncated=truncated).fault is Fault.NONE


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (200, Fault.NONE),
        (201, Fault.UNUSUAL_STATUS),
        (302, Fault.REDIRECT),
        (400, Fault.CLIENT_ERROR),
        (428, Fault.CLIENT_ERROR),
        (429, Fault.RATE_LIMITED),
        (430, Fault.CLIENT_ERROR),
        (502, Fault.SERVER_ERROR),
        (600, Fault.UNUSUAL_STATUS),
    ],
)
def test_a_respcd_is_read_under_any_status(status: int, fault: Fault) -> None:
    """What the body says is not lost, and neither is what the status says."""
    reply = read({"respcd": "1143"}, status)
    assert (reply.fault, reply.respcd) == (fault, "1143")


@pytest.mark.parametrize("body", ["{}", '{"respcd": ""}', '{"respcd": null}', '{"a": 1}'])
def test_json_without_respcd_is_not_qfpay_s(body: str) -> None:
    """JSON of any other shape is somebody else's reply."""
    assert read(body).fault is Fault.NOT_QFPAY


def test_invalid_utf8_is_noticed_and_read() -> None:
    """Bytes that are not UTF-8 become replacement characters; the rest is read."""
    reply = read(b'{"respcd": "1108", "resperr": "\xb4\xed"}')
    assert reply.respcd == "1108"
    assert codes(reply) == ["body-not-utf8"]
    assert "byte 32" in str(reply.findings[0].headline)


def test_a_byte_order_mark_is_noticed() -> None:
    """A BOM before the JSON is left out and said."""
    reply = read(b"\xef\xbb\xbf" + json.dumps(ORDER).encode())
    assert (reply.respcd, codes(reply)) == ("0000", ["body-bom"])


def test_a_cut_off_body_is_noticed() -> None:
    """A body that was too long to read to its end says so."""
    assert codes(read('{"respcd": "00', truncated=True)) == ["body-truncated"]


def test_lone_surrogates_do_not_survive() -> None:
    """A half character in a JSON escape becomes U+FFFD, so that every later encoding works."""
    reply = read(r'{"respcd": "0000", "resperr": "a\ud83d", "b\udc00": "1"}')
    assert reply.resperr == "a�"
    assert reply.fields["b�"] == "1"


def test_pay_params_as_json_text_are_read_and_noticed() -> None:
    """An object written into a text is unwrapped."""
    reply = read({**ORDER, "pay_params": json.dumps(PAY_PARAMS)})
    assert (reply.pay_params, codes(reply)) == (PAY_PARAMS, ["pay-params-as-text"])


def test_a_pay_params_member_that_is_no_text_is_named() -> None:
    """A number is kept digit by digit as text; the finding names member and type."""
    reply = read({**ORDER, "pay_params": {**PAY_PARAMS, "timeStamp": 1593746074, "x": True, "y": None, "z": [1]}})
    assert reply.pay_params is not None
    assert reply.pay_params["timeStamp"] == "1593746074"
    assert [(finding.code, finding.field) for finding in reply.findings] == [
        ("pay-params-not-text", name) for name in ("timeStamp", "x", "y", "z")
    ]
    assert str(reply.findings[0].headline) == "timeStamp came as a number, not as text"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("https://qr.example/abc", "pay-params-url"),
        ("weixin://wxpay/bizpayurl?pr=1", "pay-params-url"),
        ("prepay", "pay-params-unreadable"),
        ("[]", "pay-params-unreadable"),
        ("{}", "pay-params-unreadable"),
        ({}, "pay-params-unreadable"),
        ([], "pay-params-unreadable"),
        (7, "pay-params-unreadable"),
        (False, "pay-params-unreadable"),
    ],
)
def test_pay_params_of_another_kind_are_refused_with_the_reason(value: object, code: str) -> None:
    """What cannot be handed to wx.requestPayment is None and said to be wrong."""
    reply = read({**ORDER, "pay_params": value})
    assert reply.pay_params is None
    assert [(finding.code, finding.severity) for finding in reply.findings] == [(code, Severity.WRONG)]


@pytest.mark.parametrize("value", [None, ""])
def test_absent_pay_params_are_no_finding_of_the_reply(value: object) -> None:
    """Most replies have none; whether they should have is for the verdict."""
    reply = read({**ORDER, "pay_params": value})
    assert (reply.pay_params, reply.findings) == (None, ())


SENT = (("out_trade_no", "A1"), ("txamt", "300"), ("txcurrcd", "HKD"), ("pay_type", "800213"), ("txdtm", "x"))


def test_a_faithful_echo_is_no_finding() -> None:
    """Equal values, missing ones and other fields are all right."""
    assert compare_echo(read({"respcd": "0000", "txamt": 300, "out_trade_no": "A1", "txdtm": "y"}), SENT) == ()
    assert compare_echo(read({"respcd": "0000", "txcurrcd": ""}), SENT) == ()
    assert compare_echo(read({"respcd": "0000", "txamt": "300"}), ()) == ()


@pytest.mark.parametrize("name", ["out_trade_no", "txamt", "txcurrcd", "pay_type"])
def test_a_different_echo_is_wrong_and_shows_both_values(name: str) -> None:
    """A value that came back changed is named with what was sent."""
    (finding,) = compare_echo(read({"respcd": "0000", name: "other"}), SENT)
    assert (finding.code, finding.field, finding.severity) == ("echo-differs", name, Severity.WRONG)
    assert str(finding.headline) == f"{name} came back as other; sent was {dict(SENT)[name]}"


def test_long_values_that_differ_at_the_end_are_shown_to_the_end() -> None:
    """An out_trade_no may have 128 characters, and the last one may be the difference."""
    (finding,) = compare_echo(read({"respcd": "0000", "out_trade_no": "A" * 127 + "X"}), [("out_trade_no", "A" * 128)])
    assert "AX;" in str(finding.headline)


@given(st.binary(), st.integers(0, 1000), st.lists(st.tuples(st.text(), st.text()), max_size=3), st.booleans())
def test_no_bytes_raise(body: bytes, status: int, headers: list[tuple[str, str]], truncated: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    """Whatever comes over the wire is read as something that can be shown."""
    reply = read_reply(HttpReply(status, "", tuple(headers), body, truncated))
    assert (reply.fault is Fault.NONE) <= bool(reply.respcd)
    "".join((reply.text, *reply.fields, *reply.fields.values())).encode()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters()), inner, max_size=4),
)


@given(st.dictionaries(st.sampled_from(["respcd", "data", "pay_params", "resperr", "\ud800"]), JSON))
def test_no_json_raises(members: dict[str, object]) -> None:
    """Members of any shape in the places that are read are read as something."""
    reply = read(members)
    assert all(isinstance(value, str) for value in reply.fields.values())
    assert reply.pay_params is None or all(isinstance(value, str) for value in reply.pay_params.values())
    compare_echo(reply, SENT)
    "".join((*reply.fields.values(), *(str(finding.headline) for finding in reply.findings))).encode()


@given(JSON)
def test_a_value_as_text_reads_back_equal(value: object) -> None:
    """The text of a nested value is JSON with the same meaning."""
    written = json.dumps([value], allow_nan=False) if not _has_nan(value) else "[0]"
    parsed = read_json(written)
    assert isinstance(parsed, JsonText)
    again = read_json(as_text(parsed.value, limit=1_000_000))
    assert isinstance(again, JsonText)
    assert as_text(again.value) == as_text(parsed.value)


def _has_nan(value: object) -> bool:
    return any(word in json.dumps(value) for word in ("NaN", "Infinity"))


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "body",
    [
        b"[" * 10_000_000,
        b'{"a":' * 2_000_000,
        b"[" * 900 + b"]" * 900,
        b'"\\' * 5_000_000,
        b"\\" * 10_000_000,
        b"0" * 10_000_000,
        b"\xff" * 10_000_000,
        b"\n" * 10_000_000 + b"x",
        b"<!--" * 2_500_000,
        b'{"respcd": "0000", "x": [' + b"{}," * 1_000_000 + b"{}]}",
        b'{"respcd": "0000", "x": "' + b"a" * 10_000_000 + b'"}',
    ],
    ids=["lists", "objects", "deep", "quotes", "backslashes", "zeros", "bytes", "lines", "comments", "many", "long"],
)
def test_a_hostile_body_is_read_in_bounded_time(body: bytes) -> None:
    """Ten megabytes of the worst neither raise nor take long."""
    reply = read(body)
    assert reply.status == 200
    assert all(len(value) <= 10_000_000 for value in reply.fields.values())


def test_nesting_too_deep_for_json_is_said() -> None:
    """What cannot be parsed for its depth is not JSON to us, with the reason."""
    reply = read("[" * 1_000_000)
    assert reply.fault is Fault.NOT_JSON
    assert reply.problem == "nested too deeply"


def test_a_nested_value_is_cut_for_showing() -> None:
    """A large nested member is shown by its beginning."""
    reply = read({"respcd": "0000", "x": list(range(10_000))})
    assert reply.fields["x"].startswith("[0, 1, 2")
    assert reply.fields["x"].endswith("…")
    assert len(reply.fields["x"]) < 500


def test_an_excerpt_is_one_printable_line() -> None:
    """Line breaks and control characters become spaces, and … marks what is left out."""
    assert excerpt("a" * 40 + "\n\x00b" + "c" * 40, 41) == "…" + "a" * 29 + "  b" + "c" * 28 + "…"
    assert excerpt("short") == "short"


def test_a_long_list_of_names_is_shortened() -> None:
    """Five names are enough for a sentence."""
    assert some(tuple("abcdef")) == "a, b, c, d, e, …"
    assert some(("a", "b")) == "a, b"


def test_a_failure_without_place_has_none_in_its_words() -> None:
    """Line and column are named only where there is one to blame."""
    failure = read_json("[" * 100_000)
    assert isinstance(failure, NotJson)
    assert failure.place == "nested too deeply"
