from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from qfpay_gui.diagnosis.importing import ReadRequest
from qfpay_gui.diagnosis.still_refused import ACTIONS, Circumstances, Suspicion, Weight, still_refused
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.reply.reply import Fault, Reply

KEY, CODE = "0A1B2C3D4E5F60718293A4B5C6D7E8F9", "A1B2C3D4E5F60718293A4B5C6D7E8F90"
CASE = ReadRequest(
    form="curl",
    pairs=(("txamt", "300"),),
    header_pairs=(("X-QF-SIGN", "A" * 32), ("X-QF-APPCODE", CODE)),
    url="https://openapi-hk.qfapi.com/trade/v1/payment",
    body=b"txamt=300",
    signature="A" * 32,
    app_code=CODE,
)
KNOWN = Circumstances(CASE, Credentials(CODE, KEY), KEY, "production-hk", "production-hk")


def _found(known: Circumstances) -> dict[str, Suspicion]:
    return {one.id: one for one in still_refused(known)}


def _with_case(**changes: Any) -> Circumstances:
    return replace(KNOWN, case=replace(CASE, **changes))


def _reply(respcd: str, resperr: str = "") -> Reply:
    return Reply(Fault.NONE, 200, fields={"respcd": respcd, "resperr": resperr})


def test_what_is_in_order_is_not_suspected() -> None:
    """Of a complete request with the right codes only what cannot be seen from here is left."""
    assert _found(KNOWN).keys() == {"mchid", "sign-type", "unsent"}


@pytest.mark.parametrize(
    ("known", "id_", "action"),
    [
        (replace(KNOWN, bound_to="live-hk"), "environment", "choose-environment"),
        (_with_case(app_code="B" * 32), "app-code", "edit-credentials"),
        (_with_case(app_code=CODE + " "), "app-code", "edit-credentials"),
        (replace(KNOWN, credentials=Credentials(CODE, KEY, mchid="M1")), "mchid", "send-with-mchid"),
        (replace(KNOWN, client_key=KEY + "\u200b"), "key-hidden", "edit-credentials"),
        (replace(KNOWN, client_key=KEY[:-1]), "key-length", "edit-credentials"),
        (replace(KNOWN, client_key="F" * 32), "key-differs", "edit-credentials"),
        (_with_case(body=b"txamt=301"), "body-differs", "compare-body"),
        (_with_case(body=b"txamt=%FF"), "body-differs", "compare-body"),
        (_with_case(header_pairs=(("Content-Type", "application/json"),)), "body-differs", "compare-body"),
        (_with_case(header_pairs=()), "no-header", "compare-body"),
        (replace(KNOWN, reply=_reply("0000")), "accepted-here", "compare-body"),
        (replace(KNOWN, reply=_reply("1108", "MCHCODE非法")), "mchid", "edit-credentials"),
    ],
)
def test_what_speaks_for_itself_comes_first(known: Circumstances, id_: str, action: str) -> None:
    """With the step that tells."""
    first = still_refused(known)[0]
    found = _found(known)[id_]
    assert found.weight is first.weight is Weight.STRONG
    assert found.action == action


def test_a_wrong_mchid_names_both() -> None:
    """The merchant's and ours; two equal ones are no suspicion."""
    sent = _with_case(pairs=(("txamt", "300"), ("mchid", "M2")), body=b"txamt=300&mchid=M2")
    differing = _found(replace(sent, credentials=Credentials(CODE, KEY, mchid="M1")))["mchid"]
    assert "M2" in str(differing.reason)
    assert "M1" in str(differing.reason)
    assert "mchid" not in _found(replace(sent, credentials=Credentials(CODE, KEY, mchid="M2")))
    unassigned = _found(sent)["mchid"]
    assert (unassigned.action, unassigned.weight) == ("send-without-mchid", Weight.FAIR)


def test_a_print_leaves_more_open_than_a_whole_request() -> None:
    """Neither where it went, nor as whom, nor in which bytes."""
    found = _found(_with_case(form="json", header_pairs=(), url="", app_code="", body=None))
    assert {"environment", "app-code", "body-differs"} <= found.keys()
    assert {found[id_].weight for id_ in ("environment", "app-code", "body-differs")} == {Weight.FAIR}


def test_sha256_without_its_header_is_said() -> None:
    """A print of a signature of 64 digits tells nothing about the header."""
    case = replace(CASE, form="json", header_pairs=(), signature="A" * 64)
    assert _found(replace(KNOWN, case=case))["sign-type"].weight is Weight.STRONG


def test_refused_from_here_too_it_is_the_keys_turn() -> None:
    """Sending again would tell nothing new."""
    found = _found(replace(KNOWN, reply=_reply("1108")))
    assert "key-renewed" in found
    assert "unsent" not in found


def test_every_step_has_an_action_and_words() -> None:
    """Nothing is only a remark."""
    known = _with_case(form="json", header_pairs=(), url="", app_code="")
    for one in still_refused(known):
        assert one.action in ACTIONS
        assert str(one.step)
        assert str(one.reason)


def test_neither_key_nor_values_are_in_a_repr() -> None:
    """It could get into a log."""
    assert KEY not in repr(KNOWN)
