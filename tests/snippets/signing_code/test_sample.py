from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfpay_gui.qfpay.environments import LIVE_TESTING, PRODUCTION, SIMULATOR
from qfpay_gui.qfpay.request.draft import Draft, Entry, example_draft, freshened
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.qfpay.secrets.masking import MARK
from qfpay_gui.qfpay.signing.recipe import SigningRecipe
from qfpay_gui.snippets.signing_code.languages import LANGUAGES, Language
from qfpay_gui.snippets.signing_code.sample import sample
from tests.qfpay.request.rules.cases import CREDENTIALS, NOW, clean_draft
from tests.qfpay.secrets.test_masking import forms, holds

ID, NAME = "430067798868676871", "小林"
PERSONAL = f'{{"user_creid":"{ID}","user_truename":"{NAME}"}}'
KEY = CREDENTIALS.client_key
every_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.id)


def test_the_languages_have_ids_of_their_own() -> None:
    """Six languages, each with an id, a title and an extension."""
    assert [language.id for language in LANGUAGES] == ["curl", "python", "node", "miniprogram", "php", "java"]
    assert all(language.title and language.extension for language in LANGUAGES)


def test_a_masked_parameter_is_named_where_its_name_is_a_plain_one() -> None:
    """Another could end the comment in which it stands."""
    request = prepare(clean_draft().edit("extend_info", value=PERSONAL), CREDENTIALS, PRODUCTION)
    (named,) = sample(request).warnings()
    assert named.startswith("Masked below: extend_info. ")
    (unnamed,) = replace(sample(request), masked=("a*/b",)).warnings()
    assert unnamed.startswith("Masked below: a further parameter. ")


@every_language
@pytest.mark.parametrize(("sign_type", "other"), [("MD5", "SHA256"), ("SHA256", "MD5")])
def test_a_program_names_the_digest_of_the_request(language: Language, sign_type: str, other: str) -> None:
    """In the header only where it is not the usual one."""
    draft = freshened(example_draft(), NOW, "abc123")
    program = language.program(prepare(draft, replace(CREDENTIALS, sign_type=sign_type), PRODUCTION))
    code = program.lower().replace("sha-256", "sha256")
    assert sign_type.lower() in code
    assert ("x-qf-signtype" in code) is (sign_type == "SHA256")
    assert other.lower() not in code or language.id in {"curl", "miniprogram"}


@every_language
def test_a_program_is_short_and_says_what_a_merchant_gets_wrong(language: Language) -> None:
    """At most 60 lines, with the amount's unit, the time zone, and the expected signature."""
    draft = freshened(example_draft(), NOW, "abc123")
    request = prepare(draft, replace(CREDENTIALS, sign_type="SHA256"), PRODUCTION)

    program = language.program(request)

    assert len(program.splitlines()) <= 60
    for words in ("whole minor units", "in UTC+8: ", request.signature, "QFPAY_CLIENT_KEY", "QFPAY_URL", "Careful: "):
        assert words in program


@every_language
def test_a_program_holds_neither_key_nor_person(language: Language) -> None:
    """Not in a parameter, the app code, or the address, whatever encoding the key came in."""
    entries = [Entry(f"n{number}", f"<{form}>") for number, form in enumerate(forms(KEY))]
    entries += [Entry("extend_info", PERSONAL), Entry("user_creid", ID), Entry("goods_name", f"for {NAME}")]
    request = prepare(Draft(tuple(entries)), CREDENTIALS, SIMULATOR)

    program = language.program(request)

    for secret in (KEY, ID, NAME):
        assert not holds(program, secret)
    assert "Masked below: " in program


@every_language
def test_revealed_values_are_written_in_full_but_never_the_key(language: Language) -> None:
    """Personal data is there where it was asked for; the key is not."""
    entries = (Entry("extend_info", PERSONAL), Entry("goods_name", f"{KEY}"))
    program = language.program(prepare(Draft(entries), CREDENTIALS, SIMULATOR), reveal_personal=True)

    assert ID in program
    assert not holds(program, KEY)


@settings(max_examples=30, deadline=None)
@given(st.text(), st.text())
def test_no_name_breaks_out_of_a_comment(name: str, value: str) -> None:
    """Whatever a parameter is called, and whatever is in it, the program gets no line more."""
    hostile = Draft((Entry(f"user_creid{name}\n", value + "x"),))
    for language in LANGUAGES:
        program = language.program(prepare(hostile, CREDENTIALS, SIMULATOR))
        plain = language.program(prepare(Draft((Entry("user_creid", "x"),)), CREDENTIALS, SIMULATOR))
        assert len(program.splitlines()) <= len(plain.splitlines()) + 1  # a NUL has a line of its own


def test_the_masked_parameters_are_named() -> None:
    """Masking keeps the names, and the signature expected is that of the real values."""
    request = prepare(clean_draft().edit("extend_info", value=PERSONAL), CREDENTIALS, LIVE_TESTING)
    shown = sample(request)

    assert shown.masked == ("extend_info",)
    assert MARK in dict(shown.pairs)["extend_info"]
    assert shown.expected == request.signature
    assert sample(request, reveal_personal=True).masked == ()


def test_a_deliberate_mistake_has_no_expected_signature() -> None:
    """The program signs as the rule says, so the signature of another recipe is no test value."""
    request = prepare(clean_draft(), CREDENTIALS, SIMULATOR, recipe=SigningRecipe(key_lead="&key="))
    assert sample(request).expected == ""


def test_a_lone_surrogate_is_written_as_it_is_sent() -> None:
    """No file and no body can hold one: it is U+FFFD in both."""
    request = prepare(Draft((Entry("goods_name", "a\ud800"),)), CREDENTIALS, SIMULATOR)
    assert sample(request).pairs == (("goods_name", "a\ufffd"),)


def test_a_request_without_an_address_says_so() -> None:
    """A simulator that does not run has no URL: the program asks for one."""
    assert "set QFPAY_URL" in LANGUAGES[1].program(prepare(clean_draft(), CREDENTIALS, SIMULATOR))
