from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfpay_gui.diagnosis import diagnose
from qfpay_gui.diagnosis.doctor.case import Case, as_pairs
from qfpay_gui.diagnosis.doctor.catalogue import catalogue
from qfpay_gui.diagnosis.doctor.received import targets
from qfpay_gui.diagnosis.doctor.search import STAGES, Search
from qfpay_gui.qfpay.signing import signature
from qfpay_gui.qfpay.signing.recipe import OFFICIAL
from tests.diagnosis.doctor.catalogue import APP_CODE, KEY, MCHID, SENT
from tests.thorough import IS_THOROUGH, chosen

if TYPE_CHECKING:
    from qfpay_gui.diagnosis import Diagnosis
    from qfpay_gui.diagnosis.doctor.deviation import Deviation

ANY = st.text(st.characters(), max_size=12)
PARAMS = st.dictionaries(ANY, ANY, max_size=4)


def _md5(signed: str) -> str:
    return hashlib.md5(signed.encode()).hexdigest()  # noqa: S324 - the API's own


@given(PARAMS, ANY, st.sampled_from(["MD5", "SHA256"]), st.booleans())
def test_an_official_signature_is_right_in_either_letter_case(
    params: dict[str, str],
    key: str,
    sign_type: str,
    lower: bool,  # noqa: FBT001 - drawn
) -> None:
    """One diagnosis, nothing deviates, nothing is to be mended."""
    right = signature(params, key, sign_type)
    (only,) = diagnose(params, key, right.lower() if lower else right, sign_type)
    assert only.deviations == ()
    assert only.difference is None
    assert "right" in only.explanation


@given(PARAMS, ANY, st.binary(min_size=16, max_size=16))
@settings(max_examples=8 if IS_THOROUGH else 3, deadline=None)
def test_a_random_signature_is_explained_by_nothing(params: dict[str, str], key: str, digest: bytes) -> None:
    """No cause is made up."""
    assert diagnose(params, key, digest.hex(), depth=2, app_code=APP_CODE) == []


@given(PARAMS, ANY, ANY, ANY, st.one_of(st.none(), st.binary(max_size=40)))
@settings(max_examples=40, deadline=None)
def test_no_text_raises(params: dict[str, str], key: str, received: str, other: str, body: bytes | None) -> None:
    """Whatever was pasted, the doctor answers."""
    found = diagnose(params, key, received, other, app_code=other, other_keys={other: key}, body=body, depth=1)
    assert isinstance(found, list)


def _one(received: str, **known: object) -> Diagnosis:
    (only,) = diagnose(SENT, KEY, received, **known)  # type: ignore[arg-type]  # the doctor's own names
    return only


def test_a_diagnosis_carries_the_proof() -> None:
    """The merchant's string, the right one, where they part, and the recipe that runs again."""
    right = OFFICIAL.sign(SENT.items(), KEY)
    wrong = right.string.replace(KEY, f"&key={KEY}")
    only = _one(_md5(wrong))
    assert only.deviations == ("key-joined-by-key-equals",)
    assert only.signing_string == wrong
    assert only.signature == _md5(wrong)
    assert only.right.string == right.string
    assert only.difference == len(right.string_without_key)
    assert only.recipe.sign(only.params, only.client_key).string == wrong
    assert "&key=" in only.explanation
    assert "client_key" in str(only.fix)


def test_two_causes_are_both_told() -> None:
    """What is explained by two deviations has a sentence for each, and both fixes."""
    string = "&".join(f"{name}={value}" for name, value in SENT.items())
    only = _one(_md5(f"{string}&key={KEY}"))
    assert sorted(only.deviations) == ["key-joined-by-key-equals", "unsorted"]
    assert "not sorted" in only.explanation
    assert "&key=" in only.explanation
    assert "Sort" in str(only.fix)


def test_three_causes_are_found() -> None:
    """Unsorted, URL-encoded, and joined by WeChat's rule."""
    params = {"txamt": "100", "pay_type": "800213", "txdtm": "2020-07-03 03:14:29", "out_trade_no": "1"}
    string = "txamt=100&pay_type=800213&txdtm=2020-07-03+03%3A14%3A29&out_trade_no=1"
    (only,) = diagnose(params, KEY, _md5(f"{string}&key={KEY}"))
    assert sorted(only.deviations) == ["key-joined-by-key-equals", "unsorted", "values-url-encoded"]


def test_causes_that_fit_equally_are_all_told() -> None:
    """The last value with a line feed, or the key with one before it: the same bytes."""
    params = {"txamt": "100"}
    found = diagnose(params, KEY, _md5(f"txamt=100\n{KEY}"))
    assert len(found) > 1
    assert {one.rivals for one in found} == {len(found)}
    assert all("equally" in one.explanation for one in found)


@pytest.mark.parametrize(
    ("sign_type", "digest", "deviation"),
    [("MD5", hashlib.sha256, "sha256-without-header"), ("SHA256", hashlib.md5, "md5-with-sha256-header")],
)
def test_the_other_sign_type_is_a_missing_or_wrong_header(sign_type: str, digest: object, deviation: str) -> None:
    """The digest is one of the two, and the header says the other."""
    string = OFFICIAL.sign(SENT.items(), KEY).string.encode()
    received = digest(string).hexdigest()  # type: ignore[operator]  # a constructor of hashlib
    (only,) = diagnose(SENT, KEY, received, sign_type)
    assert only.deviations == (deviation,)


def test_neither_key_nor_values_show_in_a_repr() -> None:
    """A diagnosis may land in a log."""
    for key_used in (KEY, KEY.lower(), f"&key={KEY}"):
        string = OFFICIAL.sign(SENT.items(), "").string + key_used
        for one in diagnose(SENT, KEY, _md5(string)):
            for secret in (KEY, KEY.lower(), "小林", "430067798868676871"):
                assert secret not in repr(one)
            assert KEY not in one.explanation


def test_a_search_can_be_called_off() -> None:
    """Nothing is said about a signature that was not looked for to the end."""
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    assert diagnose(SENT, KEY, "0" * 32, cancelled=cancelled) == []
    assert len(asked) < 100


CASE = Case(as_pairs(SENT), KEY, "MD5", APP_CODE, (("Other", KEY[::-1]),), (("mchid", MCHID),))
EVERY = {deviation.id: deviation for deviation in reversed(catalogue(CASE, frozenset({32, 40, 64, 128})).alone)}


def _run(deviation: Deviation) -> str:
    """The signature of a program that makes this mistake."""
    recipe = type(OFFICIAL)(**deviation.recipe)  # type: ignore[arg-type]  # names are the recipe's own
    key = KEY if deviation.key is None else deviation.key
    return recipe.sign(deviation.edit.apply(CASE.sent), key).signature


def test_every_deviation_is_tried() -> None:
    """One search meets the signatures of all known mistakes, each by one deviation or none."""
    wanted = {identity: next(iter(targets(_run(deviation)))) for identity, deviation in EVERY.items()}
    search = Search(CASE, dict.fromkeys(wanted.values()))
    found = {digest for stage in STAGES[:2] for _together, digest in search.at(stage, stage.size)}
    assert [identity for identity, digest in wanted.items() if digest not in found] == []


@pytest.mark.parametrize("identity", chosen(sorted(EVERY), 6))
def test_every_deviation_is_found_again(identity: str) -> None:
    """Run as a program, each known mistake is explained by one deviation, unless it changes nothing here."""
    received = _run(EVERY[identity])
    found = diagnose(
        SENT, KEY, received, app_code=APP_CODE, other_keys={"Other": KEY[::-1]}, unsent={"mchid": MCHID}, depth=1
    )
    assert found
    assert len(found[0].deviations) == (received != signature(SENT, KEY))


@pytest.mark.parametrize("identity", sorted(EVERY))
def test_every_deviation_has_words_and_a_fix(identity: str) -> None:
    """Sentences without a full stop of their own, with every value filled in."""
    deviation = EVERY[identity]
    for sentence in (str(deviation.cause), str(deviation.mend)):
        assert sentence
        assert KEY not in sentence
    assert not str(deviation.cause).endswith(".")
