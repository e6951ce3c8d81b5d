from __future__ import annotations

from qfpay_gui.diagnosis.importing import read_requests
from qfpay_gui.diagnosis.importing.corrections import Correction, Seen, corrected, see
from qfpay_gui.diagnosis.importing.places import PARAMETER

SIGN = "0F1E2D3C4B5A69788796A5B4C3D2E1F0"
LINES = f"qty: 900\ntxamt: 300\nremark: 奶茶 + x\ntxcurrcd: HKD\nX-QF-SIGN: {SIGN}\nour hash {'A' * 32}"


def seen(source: str = LINES) -> Seen:
    """What is read at first."""
    return see(source, read_requests(source)[0])


def said(stretch: str, role: str, name: str = "", source: str = LINES) -> Seen:
    """What is read once a person said what this stretch is."""
    start = source.index(stretch)
    return corrected(source, seen(source), Correction(start, start + len(stretch), role, name))


def shown(after: Seen, source: str = LINES) -> dict[str, str]:
    """What stands at each place."""
    return {one.name or one.role: source[one.start : one.end] for one in after.places}


def test_a_value_becomes_a_parameter_of_another_name() -> None:
    """It keeps its place among the others, and its value; a namesake gives way."""
    assert said("300", PARAMETER, "txzone").request.pairs == tuple(
        ("txzone" if name == "txamt" else name, value) for name, value in seen().request.pairs
    )
    after = said("900", PARAMETER, "txamt")
    assert [pair for pair in after.request.pairs if pair[0] == "txamt"] == [("txamt", "900")]
    assert shown(after)["txamt"] == "900"


def test_a_selection_becomes_a_parameter() -> None:
    """As it is written, between those before and behind it; what was read out of it is given up."""
    after = said("奶茶", PARAMETER, "goods_name")
    names = [name for name, _value in after.request.pairs]
    assert after.request.params["goods_name"] == "奶茶"
    assert "remark" not in names
    assert names.index("txamt") < names.index("goods_name") < names.index("txcurrcd")


def test_a_decoded_value_stays_decoded() -> None:
    """What stands there is only how it is written."""
    body = "txamt=300&txcurrcd=HKD&out_trade_no=a%2Bb"
    after = said("a%2Bb", PARAMETER, "syssn", body)
    assert after.request.params["syssn"] == "a+b"
    assert after.request.body is None
    assert seen(body).request.body is not None


def test_another_signature_takes_the_place_of_the_first() -> None:
    """The parameters stay as they are."""
    after = said("A" * 32, "signature")
    assert after.request.signature == "A" * 32
    assert shown(after)["signature"] == "A" * 32
    assert after.request.pairs == seen().request.pairs


def test_what_is_no_part_of_the_request_is_not_read() -> None:
    """Neither as a parameter nor as a signature; what is said about the request follows."""
    assert "txcurrcd" not in said("HKD", "").request.params
    after = said(SIGN, "")
    assert after.request.signature == ""
    assert "no-signature" in {note.code for note in after.request.notes}
    assert "no-signature" not in {note.code for note in seen().request.notes}
    assert "signature" not in shown(after)


def test_a_sign_type_and_a_key_are_named() -> None:
    """The key of the paste is used, and warned of."""
    assert said("奶茶", "sign_type").request.stated_sign_type == "奶茶"
    after = said("A" * 32, "client_key").request
    assert after.client_key == "A" * 32
    assert "holds-key" in {note.code for note in after.notes}


def test_places_count_the_parameters_anew() -> None:
    """Each still leads to its own value."""
    after = said("300", "")
    for one in after.places:
        if one.role == PARAMETER:
            assert after.request.pairs[one.at][0] == one.name
