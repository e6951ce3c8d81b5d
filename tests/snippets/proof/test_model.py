from __future__ import annotations

import pytest

from qfpay_gui.qfpay.differences import first_difference
from qfpay_gui.qfpay.environments import PRODUCTION
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.qfpay.secrets.masking import MARK, fingerprint
from qfpay_gui.qfpay.signing.recipe import SigningRecipe
from qfpay_gui.snippets.proof.html import to_html
from qfpay_gui.snippets.proof.json_file import to_json
from qfpay_gui.snippets.proof.markdown import to_markdown
from qfpay_gui.snippets.proof.model import ShownClaim, prove
from tests.qfpay.request.rules.cases import CREDENTIALS, clean_draft
from tests.qfpay.secrets.test_masking import forms, holds
from tests.snippets.proof.cases import EXTEND_INFO, ID, KEY, NAME, NOW, Named, request, right, whole, wrongly

WRITERS = (to_markdown, to_html, to_json)


def test_the_right_string_shows_all_but_the_key() -> None:
    """The key is as many marks as it has characters, with a fingerprint to tell keys apart."""
    prepared = prepare(clean_draft(), CREDENTIALS, PRODUCTION)
    proof = prove(prepared, KEY, created_at=NOW, version="1.2")

    assert (
        proof.request.signing_string
        == prepare(clean_draft(), CREDENTIALS, PRODUCTION).signed.string_without_key + MARK * 32
    )
    assert (proof.key_length, proof.key_fingerprint) == (32, fingerprint(KEY))
    assert proof.request.masked == ()


def test_the_first_difference_is_where_the_real_strings_part() -> None:
    """Both strings keep every place, so the index fits what is shown."""
    proof = whole()
    assert proof.difference is not None
    assert proof.difference == len(right()) - 32
    assert proof.claim.signing_string[proof.difference :] == f"&key={MARK * 32}"
    assert len(proof.claim.signing_string) == len(right()) + 5


def test_without_a_string_of_the_merchant_the_first_cause_shows_it() -> None:
    """What the doctor found out is what is compared."""
    string = wrongly(order="as given").signing_string
    proof = whole(claim=ShownClaim("00"), causes=[Named("Not sorted.", ("order",), string)])
    assert proof.difference == first_difference(right(), string)
    assert proof.claim.signing_string.startswith("txamt=300&txcurrcd=")


def test_a_deliberately_wrong_request_is_told_from_the_right_one() -> None:
    """The right signature is the expected one of the programs, whatever was sent."""
    wrong = prepare(clean_draft(), CREDENTIALS, PRODUCTION, recipe=SigningRecipe(key_place="nowhere"))
    proof = prove(wrong, KEY, created_at=NOW, version="1.2")
    assert proof.request.sent_signature == wrong.signature != proof.request.signature
    assert all(proof.request.signature in one.code for one in proof.programs)


def test_the_languages_can_be_chosen() -> None:
    """Only the programs asked for are embedded."""
    assert [one.extension for one in whole(languages=["php", "java"]).programs] == ["php", "java"]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize(
    "claim",
    [
        wrongly(key_lead="&key="),
        wrongly(order="as given", key_place="start"),
        wrongly(writing="percent-encoded", order="name, descending"),
        ShownClaim("0", f'{{"extend_info": "{EXTEND_INFO}"}}{KEY}'),
        ShownClaim(KEY, "".join(f"&x={form}" for form in forms(KEY))),
    ],
    ids=str,
)
def test_no_export_holds_the_key_or_the_person(write: object, claim: ShownClaim) -> None:
    """Whatever the merchant signed, and although cause, reply and verdict repeat them: not in any encoding."""
    assert callable(write)
    exported = write(whole(claim=claim, causes=[Named(f"{KEY} {ID} {NAME}", (), claim.signing_string)]))
    for secret in (KEY, ID, NAME):
        assert not holds(exported, secret)


@pytest.mark.parametrize("write", WRITERS)
def test_personal_data_is_there_where_it_was_asked_for(write: object) -> None:
    """Revealed, the merchant can check name and ID; the key stays hidden."""
    assert callable(write)
    exported = write(whole(reveal_personal=True))
    assert ID in exported
    assert not holds(exported, KEY)


def test_another_key_is_kept_out_as_well() -> None:
    """A key of another profile, which the doctor tried, does not get into the proof."""
    other = "5f2d81c0aa934be7b1e6d0c3f4a29587"
    proof = whole(claim=ShownClaim("1", f"a=1{other}"), causes=[Named(f"Signed with {other}.")], other_keys=[other])
    assert other not in to_json(proof)


def test_nothing_secret_is_in_a_repr() -> None:
    """A proof and a claim may turn up in a log."""
    assert not holds(repr(whole()) + repr(wrongly()), KEY)


@pytest.mark.parametrize(
    ("left", "right", "place"), [("", "", None), ("a", "a", None), ("ab", "ac", 1), ("a", "ab", 1), ("ab", "a", 1)]
)
def test_first_difference(left: str, right: str, place: int | None) -> None:
    """The index of the first differing character, or the end of the shorter text."""
    assert first_difference(left, right) == place


def test_a_request_without_a_key_has_no_fingerprint() -> None:
    """Nothing is masked where there is nothing to hide."""
    proof = prove(request(), "", created_at=NOW, version="1.2")
    assert (proof.key_length, proof.key_fingerprint) == (0, "")
    assert MARK not in proof.request.signing_string.partition("&goods_name")[2]
