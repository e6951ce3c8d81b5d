"""Neither a key nor a person can be found in what may be written down."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus, unquote, unquote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfpay_gui.qfpay.secrets.masking import MARK, fingerprint, mask_extend_info, mask_key, persistable, scrub

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = "2B7E4F10A9C84D53B6E1F0D2C3A49587"
ID = "430067798868676871"
NAME = "小林"
EXTEND_INFO = json.dumps({"user_creid": ID, "user_truename": NAME}, ensure_ascii=False)

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters=MARK)
SECRETS = st.one_of(
    st.text("0123456789ABCDEFabcdef", min_size=6, max_size=32),
    st.text('aZ09 +/%&="\\\n小é😀-_', min_size=6, max_size=20),
    st.text(CHARACTERS, min_size=6, max_size=20),
)
LENGTHS = st.integers(0, 5)


def forms(secret: str, before: int = 0, after: int = 0) -> Iterator[str]:
    """The secret as programs write it, made by other means than the module under test."""
    raw = secret.encode()
    yield secret
    for encode in (quote, quote_plus):
        encoded = encode(secret, safe="")
        yield encoded
        yield re.sub("%..", lambda match: match[0].lower(), encoded)
        yield quote(encoded, safe="")
    yield raw.hex()
    yield raw.hex().upper()
    yield raw.hex(":")
    yield json.dumps(secret)[1:-1]
    yield json.dumps(secret, ensure_ascii=False)[1:-1]
    yield json.dumps(json.dumps(secret))[3:-3]
    for encode64 in (base64.b64encode, base64.urlsafe_b64encode):
        yield encode64(b"k" * before + raw + b"z" * after).decode()


def decodings(written: str) -> Iterator[str]:
    """Everything a reader could decode the text to."""
    yield written
    yield unquote(written)
    yield unquote_plus(written)
    yield unquote(unquote(written))
    plain = written.replace("-", "+").replace("_", "/")
    for run in re.findall(r"[A-Za-z0-9+/]+", plain):
        for skipped in range(4):
            whole = run[skipped : skipped + (len(run) - skipped) // 4 * 4]
            yield base64.b64decode(whole).decode("utf-8", "ignore")
    for run in re.findall("[0-9a-fA-F]+", written):
        for skipped in range(2):
            whole = run[skipped : skipped + (len(run) - skipped) // 2 * 2]
            yield bytes.fromhex(whole).decode("utf-8", "ignore")


def holds(written: str, secret: str) -> bool:
    """Whether the secret can be read from the text in any form."""
    return any(secret in decoded for decoded in decodings(written)) or any(form in written for form in forms(secret))


def test_a_masked_key_has_the_keys_length_and_nothing_else() -> None:
    """A key is shown as one mark per character."""
    assert mask_key(KEY) == MARK * 32
    assert mask_key("") == ""


def test_a_fingerprint_tells_keys_apart_and_is_no_plain_digest() -> None:
    """Eight hex digits, stable, different for different keys, and "" where there is no key."""
    assert fingerprint(KEY) == fingerprint(KEY)
    assert re.fullmatch("[0-9a-f]{8}", fingerprint(KEY))
    assert fingerprint(KEY) != fingerprint(KEY.lower())
    assert fingerprint("") == ""


def test_the_fingerprint_of_a_key_stays_what_it_was() -> None:
    """Fingerprints written by one version are recognised by the next."""
    assert fingerprint("0123456789ABCDEF0123456789ABCDEF") == "faec6b8c"


def test_extend_info_keeps_its_shape_and_loses_its_values() -> None:
    """Layout and member names stay, for they explain a signature; ID and name do not."""
    spaced = '{ "user_creid" : "430067798868676871",\n"user_truename":"\\u5c0f\\u6797" }'
    assert mask_extend_info(spaced) == f'{{ "user_creid" : "{MARK * 18}",\n"user_truename":"{MARK * 2}" }}'


@pytest.mark.parametrize(
    ("sent", "masked"),
    [
        ('{"user_creid":430067798868676871}', f'{{"user_creid":"{MARK * 18}"}}'),
        ('{"user_creID":"4300"}', f'{{"user_creID":"{MARK * 4}"}}'),
        ('{"身份":"4300"}', f'{{"{MARK * 2}":"{MARK * 4}"}}'),
        ('{"430067798868676871":""}', f'{{"{MARK * 18}":""}}'),
        ('{"user_creid":null,"list":["小林",true]}', f'{{"user_creid":null,"list":["{MARK * 2}",true]}}'),
        ('"{\\"user_creid\\":\\"4300\\"}"', f'"{MARK * 21}"'),
        ("430067798868676871", f'"{MARK * 18}"'),
        ("{'user_creid': '4300'}", MARK * 22),
        ('{"user_creid":"4300"', MARK * 20),
        ("[" * 100_000, MARK * 100_000),
        ("", ""),
    ],
)
def test_every_value_is_masked_however_extend_info_is_written(sent: str, masked: str) -> None:
    """Misspelt members, numbers, nested text and broken JSON give nothing away."""
    assert mask_extend_info(sent) == masked


JSON_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.text(CHARACTERS), st.integers(10**9, 10**18)),
    lambda children: st.one_of(st.lists(children), st.dictionaries(st.text(CHARACTERS), children)),
    max_leaves=8,
)


@given(JSON_VALUES, st.sampled_from([None, 2]))
def test_masked_json_is_json_of_the_same_shape_and_masking_twice_changes_nothing(
    value: object, indent: int | None
) -> None:
    """Whatever the JSON, its structure survives and no digit or letter of a value does."""
    masked = mask_extend_info(json.dumps(value, ensure_ascii=indent is None, indent=indent))
    assert mask_extend_info(masked) == masked
    leaves = re.sub(r'"[A-Za-z_.\[\]-]*"\s*:', "", masked)
    assert not re.search(r"\w", re.sub("null|true|false", "", leaves))
    json.loads(masked)


@settings(deadline=None)
@given(SECRETS, st.text(CHARACTERS, max_size=10), st.text(CHARACTERS, max_size=10), LENGTHS, LENGTHS)
def test_no_form_of_a_secret_survives_scrubbing(
    secret: str, before: str, after: str, leading: int, trailing: int
) -> None:
    """Plain, URL-encoded in any case, JSON-escaped, base64 at any place, and hex: all are found."""
    for form in forms(secret, leading, trailing):
        assert not holds(scrub(before + form + after, [secret]), secret), form


@given(st.lists(SECRETS, min_size=2, max_size=3))
def test_secrets_that_touch_or_overlap_are_all_scrubbed(secrets: list[str]) -> None:
    """One secret's mark never leaves another secret behind."""
    written = "".join(secrets) + secrets[0][:-2] + secrets[1]
    scrubbed = scrub(written, secrets)
    assert not any(secret in scrubbed for secret in secrets)


@given(st.text())
def test_text_without_the_secret_is_left_alone(written: str) -> None:
    """Scrubbing changes nothing else."""
    assert scrub(written, [KEY, "", "short"]) == written


def test_a_secret_in_mixed_encoding_is_found() -> None:
    """An occurrence that is encoded in part only is one still."""
    assert scrub("key=%32B7E4F10a9c84D53B6E1F0D2C3A4958\\u0037&", [KEY]) == f"key={MARK * 3}&"


@pytest.mark.parametrize("backslash", ["%5C", "%5c", "%255C", "%5C%5C"])
def test_a_json_escape_that_was_url_encoded_is_found(backslash: str) -> None:
    """A form body that carries escaped JSON spells a Chinese name with %5Cu."""
    spelled = "".join(f"{backslash}u{ord(character):04x}" for character in "欧阳修之子欧")
    assert scrub(f"name={spelled}&", ["欧阳修之子欧"]) == f"name={MARK * 3}&"


def test_a_long_run_of_backslashes_is_searched_in_no_time() -> None:
    """A hostile reply cannot stall the window through the search for a key."""
    written = "\\" * 20_000 + "%25" * 20_000
    assert scrub(written, ['\\\\\\"\\\\"%%%%x']) == written


def test_persistable_masks_the_person_and_the_key_and_leaves_the_rest() -> None:
    """What a history needs stays readable."""
    kept = persistable(
        [
            ("txamt", "100"),
            ("extend_info", EXTEND_INFO),
            ("goods_name", f"tea for {NAME}"),
            ("udid", quote(KEY.lower())),
            (KEY, ""),
        ],
        [KEY],
    )
    assert kept == (
        ("txamt", "100"),
        ("extend_info", f'{{"user_creid": "{MARK * 18}", "user_truename": "{MARK * 2}"}}'),
        ("goods_name", f"tea for {MARK * 3}"),
        ("udid", MARK * 3),
        (MARK * 3, ""),
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("user_creid", ID),
        ("userCreId", ID),
        ("ｕｓｅｒ_creid", ID),
        ("user_truename", f"{NAME}{ID}"),
        ("extend_info[user_creid]", ID),
        ("extendInfo", '{"id":"' + ID + '"}'),
        ("extendinfo", "{'id':'" + ID + "'}"),
        ("goods_name", quote(EXTEND_INFO)),
        ("body", '{"extend_info":' + json.dumps(EXTEND_INFO) + "}"),
        (EXTEND_INFO, ""),
    ],
)
def test_personal_values_are_masked_wherever_they_are_sent(name: str, value: str) -> None:
    """A misspelt name, a parameter of its own, or a parameter inside another does not leak an ID."""
    ((kept_name, kept_value),) = persistable([(name, value)], [])
    assert ID not in kept_name + kept_value
    assert NAME not in kept_name + kept_value
    assert MARK in kept_name + kept_value


def test_ordinary_words_are_not_taken_for_personal_data() -> None:
    """A goods name that merely has the same letters stays."""
    parameters = (("goods_name", "Sacred idol"), ("out_trade_no", "QA-2026"), ("limit_pay", "no_credit"))
    assert persistable(parameters, []) == parameters


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.text(CHARACTERS, max_size=8), st.text(CHARACTERS, max_size=30)), max_size=3),
    SECRETS,
    st.text("0123456789X", min_size=15, max_size=18),
    st.text("小林王李陈", min_size=2, max_size=4),
    LENGTHS,
)
def test_nothing_persistable_holds_a_secret_or_a_person(
    others: list[tuple[str, str]], secret: str, creid: str, truename: str, leading: int
) -> None:
    """Whatever is sent in whatever form, key, ID and name cannot be read from what is kept."""
    everything = [*others, ("extend_info", json.dumps({"user_creid": creid, "user_truename": truename}))]
    for hidden in (secret, creid, truename):
        everything += [("note", form) for form in forms(hidden, leading)] + [(hidden, "")]
    kept = persistable(everything, [secret])
    assert len(kept) == len(everything)
    for text in {part for pair in kept for part in pair}:
        assert not any(holds(text, hidden) for hidden in (secret, creid, truename)), text


@pytest.mark.parametrize(
    ("secret", "is_hidden"),
    [("abcdef", True), ("abcde", False), ("小林", True), ("林", False), ("éa", True), ("", False)],
)
def test_a_secret_is_hidden_where_it_can_be_told_from_other_words(secret: str, *, is_hidden: bool) -> None:
    """Six characters, or two outside ASCII, for a name has no more."""
    written = f"<{secret}>"
    assert scrub(written, [secret]) == ("<•••>" if is_hidden else written)
    assert persistable([("goods_name", written)], [secret]) == (("goods_name", "<•••>" if is_hidden else written),)
