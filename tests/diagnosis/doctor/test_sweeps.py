"""Families of causes, each by values that a program really prints."""

from __future__ import annotations

import base64
import hashlib
import string
import uuid
from urllib.parse import quote_plus, unquote

import pytest

from qfpay_gui.diagnosis import diagnose
from qfpay_gui.diagnosis.doctor.case import Case
from qfpay_gui.diagnosis.doctor.sweeps import key_forms, key_slips
from qfpay_gui.diagnosis.doctor.sweeps.form import ALONE, LIKELY, RARE, Form, ranked
from qfpay_gui.diagnosis.doctor.sweeps.hands import slips
from qfpay_gui.diagnosis.doctor.sweeps.numerals import in_chinese
from qfpay_gui.diagnosis.doctor.sweeps.times.durations import duration_forms
from qfpay_gui.diagnosis.doctor.sweeps.times.loose_times import read_loosely
from qfpay_gui.qfpay.signing import signing_string
from qfpay_gui.qfpay.text import Text

KEY = "0A1b2C3d4E5f60718293A4b5C6d7E8f9"
SENT = {
    "txamt": "1999",
    "txcurrcd": "HKD",
    "pay_type": "800213",
    "out_trade_no": "WX0007718",
    "txdtm": "2026-11-23 15:40:02",
    "sandbox": "true",
    "goods_name": "奶茶 & Tea",
}


def _md5(signed: str | bytes) -> str:
    return hashlib.md5(signed if isinstance(signed, bytes) else signed.encode()).hexdigest()  # noqa: S324 - the API's own


def _named(received: str) -> tuple[tuple[str, ...], str]:
    first = diagnose(SENT, KEY, received, depth=1)[0]
    return first.deviations, first.explanation


@pytest.mark.parametrize(
    ("name", "written", "identity", "word"),
    [
        ("goods_name", "['奶茶 & Tea']", "value-printed", "Python list"),
        ("txamt", "b'1999'", "value-printed", "b'"),
        ("txamt", "%!d(string=1999)", "value-printed", "Go wrong format verb"),
        ("out_trade_no", "Optional[WX0007718]", "value-printed", "Optional"),
        ("sandbox", "True", "truth-written-otherwise", "True"),
        ("sandbox", "1", "truth-written-otherwise", "“1”"),
        ("txamt", "0.1999e4", "number-with-exponent", "exponent"),
        ("txamt", "(1999/100)", "number-as-fraction", "rational"),
        ("txamt", "HK$19.99", "amount-as-money", "currency"),
        ("txamt", "1999000", "amount-in-other-unit", "1000 times"),
        ("txdtm", "Mon, 23 Nov 2026 07:40:02 GMT", "time-in-other-form", "another form"),
        ("txdtm", "2026年11月23日 星期一 15:40:02", "time-in-other-form", "print of that time"),
        ("txdtm", "11/23/2026, 3:40:02 PM", "time-in-other-form", "print of that time"),
        ("txdtm", "2026-10-23 15:40:02", "time-pattern-mixed-up", "counted from 0"),
        ("txdtm", "2026-11-327 15:40:02", "time-pattern-mixed-up", "date pattern"),
        ("txdtm", "1795419602000", "time-as-epoch", "milliseconds"),
        ("txdtm", "1795419602417", "time-as-epoch", "milliseconds"),
        ("txdtm", "1.795419602E+12", "time-as-epoch", "milliseconds"),
        ("txdtm", "2026-11-23T07:40:02.007Z", "time-in-other-form", "fraction of a second"),
        ("txdtm", "2026年11月23日 HKT 下午3:40:02", "time-in-other-form", "print of that time"),
        ("txdtm", "23/11/2569 15:40:02", "time-in-other-form", "print of that time"),
        ("txdtm", "23rd November 2026 15:40:02", "time-in-other-form", "print of that time"),
        ("txdtm", "2026-10-23 15:40:2", "time-pattern-mixed-up", "counted from 0"),
        ("txdtm", "2026-11-23 15:40:00", "time-in-other-form", "seconds set to 00"),
        ("txamt", "1,999", "amount-written-otherwise", "thousands separators"),
        ("txamt", "00001999", "amount-written-otherwise", "zeros"),
        ("txamt", "1.999e+3", "number-with-exponent", "exponent"),
        ("txamt", "壹仟玖佰玖拾玖", "number-printed", "Chinese numerals"),
        ("txamt", "0x7CF", "number-in-other-base", "hexadecimal"),
        ("sandbox", ".T.", "truth-written-otherwise", "true and false"),
        ("goods_name", "奶茶 & Tea。", "value-mistyped", "one character more, “。”"),
        ("goods_name", "奶菜 & Tea", "value-mistyped", "“菜” at place 2"),
        ("goods_name", "奶茶 ＆ Tea", "values-cleaned", "full-width"),
        ("txdtm", "2026_11_23 15:40:02", "value-mistyped", "in place of every “-”"),
        ("txdtm", "2026-11-23 15:41:09", "time-read-twice", "67 s"),
        ("out_trade_no", "WX0007731", "number-made-twice", "13 apart"),
        ("out_trade_no", "WX0070718", "value-mistyped", "swapped"),
        ("txcurrcd", "HKB", "value-mistyped", "another character, “B” at place 3"),
        ("txcurrcd", "CNY", "currency-otherwise", "another currency"),
        ("txamt", "{1999 HKD}", "value-printed", "{… HKD}"),
        ("txamt", "OptionalInt[1999]", "value-printed", "OptionalInt"),
        ("txamt", "1.999E+3", "number-with-exponent", "exponent"),
        ("txamt", "19,99 €", "amount-as-money", "currency"),
        ("txamt", "199,900%", "number-printed", "number type"),
        ("txamt", "2K", "number-printed", "number type"),
        ("goods_name", "['奶茶 & Tea', '奶茶 & Tea']", "value-printed", "the value twice"),
        ("goods_name", '[]string{"奶茶 & Tea"}', "value-printed", "Go list, %#v"),
        ("goods_name", str("奶茶 & Tea".encode("gbk")), "value-printed", "gbk"),
        ("sandbox", "%!d(bool=true)", "value-printed", "Go wrong format verb"),
        ("txdtm", "1,795,419,602,000", "time-as-epoch", "milliseconds"),
        ("txdtm", "15:40:02 23-11-2026", "time-in-other-form", "print of that time"),
        ("txdtm", "lundi 23 novembre 2026 15:40:02", "time-in-other-form", "print of that time"),
        ("txdtm", "2026年11月23日 星期一 下午3:40:02 [中國標準時間]", "time-in-other-form", "print of that time"),
        ("txdtm", "YYYY-11-DD 15:40:02", "time-pattern-mixed-up", "date pattern"),
        ("txdtm", "2026-11-24 15:40:02", "time-a-day-apart", "a day apart"),
    ],
)
def test_a_value_written_otherwise_is_named(name: str, written: str, identity: str, word: str) -> None:
    """By its family, and in words that say what happened."""
    deviations, words = _named(_md5(signing_string({**SENT, name: written}, KEY)))
    assert deviations == (identity,)
    assert word in words


def test_of_another_amount_nobody_says_that_it_was_counted_on() -> None:
    """An order number goes on from one to the next; why an amount was changed, no signature tells."""
    signature = _md5(signing_string({**SENT, "txamt": str(int(SENT["txamt"]) + 457)}, KEY))
    assert diagnose(SENT, KEY, signature, depth=1) == []


@pytest.mark.parametrize(
    ("key", "identity", "word"),
    [
        (f"{KEY[:7]}\u00ad{KEY[7:]}", "key-with-hidden-character", "soft hyphen"),
        (f"{KEY[:31]}\n{KEY[31:]}", "key-with-hidden-character", "after character 31"),
        (f"client_key: {KEY}", "key-with-label", "client_key:"),
        (f"{KEY}。", "key-with-punctuation", "“。”"),
        (KEY[:6] + chr(ord(KEY[6]) + 0xFEE0) + KEY[7:], "key-look-alike", "character 7"),
        (f"{KEY[:8]}-{KEY[8:12]}-{KEY[12:16]}-{KEY[16:20]}-{KEY[20:]}", "key-grouped", "UUID"),
        (str(KEY.encode()), "key-printed", "b'"),
        (KEY[:9] + KEY[10] + KEY[9] + KEY[11:], "key-mistyped", "characters 10 and 11"),
        (KEY[:31], "key-cut", "last character"),
        (f"{KEY[:16]}\n    {KEY[16:]}", "key-with-hidden-character", "a line that was wrapped"),
        (f"{KEY[:20]}-\n{KEY[20:]}", "key-with-hidden-character", "hyphenation"),
        (f"{KEY[:8]}\u180e{KEY[8:]}", "key-with-hidden-character", "Mongolian"),
        (f"• {KEY}", "key-with-punctuation", "“•”"),
        (f"{KEY}  # live", "key-with-punctuation", "# live"),
        (f"{{'client_key': '{KEY}'}}", "key-with-label", "{'client_key': '…'}"),
        (f"{KEY:<40}", "key-padded", "40 characters"),
        (f"{KEY:0>48}", "key-padded", "“0”"),
        (KEY[16:] + KEY[:16], "key-rearranged", "halves swapped"),
        (hashlib.sha1(KEY.encode()).hexdigest(), "key-hashed", "SHA1"),  # noqa: S324 - a merchant's
        ("%QF_CLIENT_KEY%", "placeholder-as-key", "%QF_CLIENT_KEY%"),
        (KEY.replace("0", "⁰", 1), "key-look-alike", "character 1"),
        (bytes.fromhex(KEY).decode("latin-1"), "key-decoded", "Latin-1"),
    ],
)
def test_a_damaged_key_is_named_with_its_place(key: str, identity: str, word: str) -> None:
    """Without showing the key itself."""
    deviations, words = _named(_md5(signing_string(SENT, key)))
    assert deviations == (identity,)
    assert word in words
    assert KEY not in words


@pytest.mark.parametrize(
    ("value", "first", "more"),
    [
        ("15", "PT15M", {"15m0s", "0:15:00", "900s", "15分钟"}),
        ("90", "PT1H30M", {"1h30m0s", "01:30:00", "5400000", "1m30s"}),
    ],
)
def test_minutes_are_printed_as_a_stretch_of_time(value: str, first: str, more: set[str]) -> None:
    """As minutes and as seconds."""
    forms = [form for _maker, form in duration_forms(value)]
    assert forms[0] == first
    assert more <= set(forms)


@pytest.mark.parametrize("value", ["0", "100001", "-5", "1.5", "١٥", "30m"])
def test_other_numbers_are_no_stretch_of_time(value: str) -> None:
    """Nor is what is no number."""
    assert not list(duration_forms(value))


@pytest.mark.parametrize(
    ("number", "plain", "of_banks"),
    [
        (0, "零", "零"),
        (15, "一十五", "壹拾伍"),
        (110, "一百一十", "壹佰壹拾"),
        (1001, "一千零一", "壹仟零壹"),
        (23800, "二万三千八百", "贰万叁仟捌佰"),
        (100_005, "一十万零五", "壹拾万零伍"),
        (20_000_300, "二千万零三百", "贰仟万零叁佰"),
        (100_000_000, "一亿", "壹亿"),
    ],
)
def test_a_number_is_written_in_chinese(number: int, plain: str, of_banks: str) -> None:
    """One zero stands for any run of them inside, none for those at the end."""
    written = list(in_chinese(number))
    assert written[0] == plain
    assert of_banks in written


def test_only_numbers_below_a_million_millions_are_written_in_chinese() -> None:
    """And none below nothing."""
    assert not list(in_chinese(-1))
    assert not list(in_chinese(10**12))
    assert list(in_chinese(10**12 - 1))


def test_a_key_decoded_to_bytes_is_named() -> None:
    """Bytes that are no text are hashed as they are."""
    deviations, words = _named(_md5(signing_string(SENT, "").encode() + bytes.fromhex(KEY)))
    assert deviations == ("key-decoded",)
    assert "hex" in words


@pytest.mark.parametrize(
    ("signed", "word"),
    [
        (str(sorted(SENT.items())), "('a', '1')"),
        ("map[" + " ".join(f"{name}:[{SENT[name]}]" for name in sorted(SENT)) + "]", "url.Values"),
        ("&".join(f"[{name}, {SENT[name]}]" for name in sorted(SENT)), "[a, 1]"),
        ("&".join(f"{at}={SENT[name]}" for at, name in enumerate(sorted(SENT))), "numbers"),
        ("&".join(map("=".join, zip(sorted(SENT), sorted(SENT.values()), strict=True))), "sorted apart"),
        ("".join(sorted((*SENT, *SENT.values()))), "sorted"),
        ("&".join(signing_string(SENT, "")), "one by one"),
        (signing_string(SENT, "")[1:], "cut at an end"),
        ("", "only the key"),
        (f"{len(signing_string(SENT, KEY))}{signing_string(SENT, '')}", "in front of the parameters"),
    ],
)
def test_a_print_of_all_parameters_is_named(signed: str, word: str) -> None:
    """With a short sample of its form."""
    deviations, words = _named(_md5(signed + KEY))
    assert deviations == ("print-signed",)
    assert word in words


def test_any_order_of_few_parameters_is_found() -> None:
    """An order that no rule gives is said to be none."""
    order = ["txdtm", "goods_name", "txamt", "sandbox", "out_trade_no", "pay_type", "txcurrcd"]
    deviations, words = _named(_md5("&".join(f"{name}={SENT[name]}" for name in order) + KEY))
    assert deviations == ("unsorted",)
    assert "no rule" in words


@pytest.mark.parametrize(
    ("received", "identity"),
    [
        (lambda raw: str([byte - 256 if byte > 127 else byte for byte in raw]), "signature-as-bytes"),
        (lambda raw: str(int.from_bytes(raw, "big")), "signature-decimal"),
        (lambda raw: raw.hex() * 2, "signature-twice"),
        (lambda raw: f"MD5(stdin)= {raw.hex()}", "signature-decorated"),
        (lambda raw: f"{raw.hex()}  -", "signature-decorated"),
        (lambda raw: "".join(one[::-1] for one in raw.hex(" ").split()), "signature-nibbles-swapped"),
        (lambda raw: "".join(f"\\x{byte:02x}" for byte in raw), "signature-as-bytes"),
        (lambda raw: ", ".join(f"0x{byte:02X}" for byte in raw), "signature-as-bytes"),
        (lambda raw: "".join(f"{byte:03o}" for byte in raw), "signature-as-bytes"),
        (lambda raw: raw.hex(" ", 4), "signature-separated"),
        (lambda raw: "md5-" + base64.b64encode(raw).decode(), "signature-base64"),
        (lambda raw: base64.b64encode(raw).decode().rstrip("="), "signature-base64"),
        (
            lambda raw: " ".join(str(int.from_bytes(raw[at : at + 4], "big", signed=True)) for at in (0, 4, 8, 12)),
            "signature-as-words",
        ),
        (lambda raw: raw.hex().upper().replace("0", "O"), "signature-mistyped"),
        (lambda raw: f"[{' '.join(f'{byte:o}' for byte in raw)}]", "signature-as-bytes"),
        (lambda raw: f"[]byte{{{', '.join(f'{byte:#x}' for byte in raw)}}}", "signature-as-bytes"),
        (lambda raw: "".join(f"{byte:03x}" for byte in raw), "signature-as-bytes"),
        (lambda raw: "".join(f"{byte | 256:x}" for byte in raw), "signature-as-bytes"),
        (lambda raw: "".join(f"{byte:08b}"[::-1] for byte in raw), "signature-in-other-base"),
        (lambda raw: f"{int.from_bytes(raw, 'big'):o}", "signature-in-other-base"),
        (lambda raw: base64.a85encode(raw).decode(), "signature-in-other-base"),
        (lambda raw: base64.b32hexencode(raw).decode(), "signature-base32"),
        (lambda raw: uuid.UUID(bytes=raw, version=3).hex, "signature-as-uuid"),
    ],
)
def test_a_digest_in_another_form_is_read_back(received: object, identity: str) -> None:
    """Whatever a program made of its bytes."""
    raw = bytes.fromhex(_md5(signing_string(SENT, KEY)))
    assert _named(received(raw))[0] == (identity,)  # type: ignore[operator]  # one of the functions above


def test_what_was_really_hashed_is_shown() -> None:
    """The text of the last digest, with the mark of a character set."""
    right = signing_string(SENT, KEY)
    inner = _md5(signing_string(SENT, ""))
    for received, hashed in ((_md5(inner + KEY), inner + KEY), (_md5("\ufeff" + right), "\ufeff" + right)):
        assert diagnose(SENT, KEY, received, depth=1)[0].signing_string == hashed


def test_the_chance_of_an_accident_goes_with_the_diagnosis() -> None:
    """Candidates that were tried, over all digests of this length."""
    only = diagnose(SENT, KEY, _md5(signing_string(SENT, KEY.lower())))[0]
    assert only.tried > 1000
    assert 0 < only.chance < 1e-30


def test_a_signature_of_few_digits_is_not_explained_by_accident() -> None:
    """A checksum's eight digits can be hit by accident, so a large search says nothing about them."""
    assert diagnose(SENT, KEY, "00000000", depth=2) == []


def test_a_signature_in_the_body_is_no_parameter() -> None:
    """It has words and a mend of its own."""
    sent = {**SENT, "sign": "ABC"}
    only = diagnose(sent, KEY, _md5(signing_string(SENT, KEY)))[0]
    assert only.deviations == ("signature-in-body",)
    assert "X-QF-SIGN" in str(only.fix)


@pytest.mark.parametrize("name", ["X-QF-SIGN", "x-qf-sign", "signature"])
def test_a_signature_beside_the_parameters_is_never_to_be_signed(name: str) -> None:
    """Not when it was left out, not when it was signed empty: it is to be taken out, under every name of it."""
    for signed in (SENT, {**SENT, name: ""}):
        only = diagnose({**SENT, name: "ABC"}, KEY, _md5(signing_string(signed, KEY)))[0]
        assert str(only.fix).startswith(f"Take {name} out of the body")
        assert only.right.string == signing_string(SENT, KEY)


@pytest.mark.parametrize("key", [KEY, "c1f40a$9k/Qz+7&@home<Xw>1e5LmN8b", "12345678901234567890123456789012"])
def test_no_word_about_a_damaged_key_shows_it(key: str) -> None:
    """Not even five characters of it in a row."""
    case = Case((("txamt", "1"),), key)
    pieces = {key[at : at + 5] for at in range(len(key) - 4)}
    for form in (*key_forms(case), *key_slips(case)):
        words = str(form.told().cause)
        assert not any(piece in words for piece in pieces), words


def test_a_sum_of_go_that_hashed_nothing_is_read_back() -> None:
    """``h.Sum([]byte(text))`` without a ``Write`` is the text in hex, and the digest of nothing."""
    right = signing_string(SENT, KEY)
    only = diagnose(SENT, KEY, right.encode().hex() + _md5(""), depth=2)[0]
    assert "Sum(b)" in only.explanation
    assert only.signing_string == right


@pytest.mark.parametrize(
    ("front", "behind", "word"),
    [
        ("1795419602", "", "“1795419602”"),
        ("", "&1795419602000", "“&1795419602000” stands between"),
        ("WX0007718|", "", "in front"),
    ],
)
def test_a_clock_or_value_beside_the_parameters_is_named(front: str, behind: str, word: str) -> None:
    """In front of them, or between them and the key."""
    deviations, words = _named(_md5(front + signing_string(SENT, "") + behind + KEY))
    assert deviations == ("print-signed",)
    assert word in words


def test_what_follows_the_key_is_named() -> None:
    """A clock after the whole signing string."""
    deviations, words = _named(_md5(f"{signing_string(SENT, KEY)}1795419602"))
    assert deviations == ("print-signed",)
    assert "after the key" in words
    assert KEY not in words


@pytest.mark.parametrize(
    ("name", "sent", "signed", "identity", "word"),
    [
        ("txdtm", "1795419602000", "1795419602", "time-print-sent", "seconds since 1970"),
        ("txdtm", "1795419602", "1795419602000", "time-print-sent", "milliseconds since 1970"),
        ("txdtm", "1795419602", "2026-11-23 15:40:02", "time-print-sent", "another print"),
        ("txdtm", "Mon, 23 Nov 2026 07:40:02 GMT", "2026-11-23 15:40:02", "time-print-sent", "another print"),
        ("txdtm", "Mon Nov 23 15:40:02 CST 2026", "2026-11-23 15:40:02", "time-print-sent", "another print"),
        ("txdtm", "2026-11-23 15:40", "2026-11-23 15:40:02", "time-print-sent", "another print"),
        ("txamt", "1,999", "1999", "number-sent-otherwise", "another form"),
        ("txamt", "HK$ 19.99", "1999", "amount-sent-in-major-units", "major units"),
        ("txamt", "1999.0", "1999", "amount-with-decimals", "sent with decimals"),
        ("txamt", "19.99", "1999", "amount-in-major-units", "sent in major units"),
        ("txamt", "1.999e3", "1999", "number-sent-otherwise", "another form"),
        ("goods_name", r"b'\xe8\x8c\xb6'", "茶", "print-sent", "b'…'"),
        ("goods_name", "Optional[茶]", "茶", "print-sent", "Java Optional"),
        ("goods_name", "['茶']", "茶", "print-sent", "[…]"),
        ("goods_name", "è\x8c¶", "茶", "mojibake-sent", "mojibake"),
        ("sandbox", "True", "true", "truth-written-otherwise", "true and false"),
        ("goods_name", " 茶 ", "茶", "values-trimmed", "trimmed"),
    ],
)
def test_what_was_sent_may_be_the_print(name: str, sent: str, signed: str, identity: str, word: str) -> None:
    """The value itself was signed; the words say which of the two is the print."""
    received = _md5(signing_string({**SENT, name: signed}, KEY))
    first = diagnose({**SENT, name: sent}, KEY, received, depth=1)[0]
    assert first.deviations == (identity,)
    assert word in first.explanation


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2026-11-29T09:05:03+08:00[Asia/Hong_Kong]", "2026-11-29 09:05:03"),
        ("2026-11-29T01:05:03.000Z", "2026-11-29 01:05:03"),
        ("Sun Nov 29 2026 09:05:03 GMT+0800 (China Standard Time)", "2026-11-29 09:05:03"),
        ("Sunday, 29-Nov-26 09:05:03 HKT", "2026-11-29 09:05:03"),
        ("11/29/2026, 9:05:03 PM", "2026-11-29 21:05:03"),
        ("Nov 29, 2026, 12:05:03 AM", "2026-11-29 00:05:03"),
        ("2026年11月29日 09:05:03", "2026-11-29 09:05:03"),
        ("1795914303123", "2026-11-29 01:05:03"),
        ("QA20261129-000412", "None"),
        ("12345678901234", "None"),
        ("tea", "None"),
        ("2026-13-29 09:05:03", "None"),
    ],
)
def test_a_time_is_read_out_of_prints(value: str, moment: str) -> None:
    """Whatever language the system speaks; its zone is left aside."""
    assert str(read_loosely(value)) == moment


def test_every_key_one_slip_away_is_looked_at() -> None:
    """Lost, doubled, swapped, another letter or digit, and one put in, at every place."""
    letters = string.digits + string.ascii_letters
    looked_at = {slip.written for slip in key_slips(Case((("txamt", "1"),), KEY))}
    for at in range(len(KEY)):
        before, one, after = KEY[:at], KEY[at], KEY[at + 1 :]
        away = {before + after, before + one + one + after, *(f"{before}{other}{after}" for other in letters)}
        away |= {f"{before}{other}{one}{after}" for other in letters}
        if after:
            away.add(before + after[0] + one + after[1:])
        assert away - {KEY} <= looked_at


def test_every_value_one_slip_away_is_looked_at() -> None:
    """With all that a keyboard has; a digit is taken for another digit or a letter."""
    value = "WX-7 a"
    looked_at = {written for written, _cost, _at, _words in slips(value)}
    for at in range(len(value)):
        before, one, after = value[:at], value[at], value[at + 1 :]
        away = {before + after, before + one + one + after, *(f"{before}{o}{after}" for o in string.ascii_letters)}
        away |= {f"{before}{other}{one}{after}" for other in string.printable[:95]}
        assert away - {value} <= looked_at


@pytest.mark.parametrize(
    ("signed", "identity", "word"),
    [
        (f"{KEY};{signing_string(SENT, '')}", "print-signed", "in front of the parameters, joined with “;”"),
        (f"{signing_string(SENT, '')},key:{KEY}", "key-joined-otherwise", "“,key:”"),
        (base64.b64encode(signing_string(SENT, "").encode()).decode() + KEY, "print-signed", "encoded in base64"),
        (signing_string(SENT, f"export CLIENT_KEY={KEY}"), "key-with-label", "export CLIENT_KEY="),
        (signing_string({**SENT, "txdtm": "2026-12-23 15:40:02"}, KEY), "time-pattern-mixed-up", "one too many"),
        (signing_string({**SENT, "txdtm": "23/Nov/2026:15:40:02 +0800"}, KEY), "time-in-other-form", "print of that"),
    ],
)
def test_a_text_that_was_put_together_otherwise_is_named(signed: str, identity: str, word: str) -> None:
    """The key in front, named or labelled, and the parameters encoded before it."""
    deviations, words = _named(_md5(signed))
    assert deviations == (identity,)
    assert word in words
    assert KEY not in words


def test_a_value_that_travelled_encoded_twice_is_told_from_a_decoded_one() -> None:
    """Where all of what was sent is the encoding of what was signed, the body is to be mended, not the signature."""
    signature = _md5(signing_string(SENT, KEY))
    first = diagnose({**SENT, "goods_name": quote_plus(SENT["goods_name"])}, KEY, signature, depth=1)[0]
    assert "sent URL-encoded twice" in first.explanation
    assert "encodes them, once" in str(first.fix)
    address = "https://shop.example/n?lang=%E4%B8%AD"
    signed = _md5(signing_string({**SENT, "notify_url": unquote(address)}, KEY))
    other = diagnose({**SENT, "notify_url": address}, KEY, signed, depth=1)[0]
    assert "twice" not in other.explanation
    assert "URL-decoded" in other.explanation


@pytest.mark.parametrize(("codec", "title"), [("cp874", "TIS-620"), ("cp1252", "Windows-1252"), ("euc-jp", "EUC-JP")])
def test_what_a_character_set_left_out_is_said(codec: str, title: str) -> None:
    """As iconv's //IGNORE does; the euro sign is in one of these only, the letter of Thai in another."""
    sent = {**SENT, "goods_name": "€ ก 茶 🧋"}
    signature = _md5(signing_string(sent, KEY).encode(codec, "ignore"))
    words = diagnose(sent, KEY, signature, depth=1)[0].explanation
    assert f"{title} " in f"{words} ".replace(",", " ,")
    assert "left out" in words


def test_what_is_rare_is_tried_alone() -> None:
    """Forms of the rarest cost never make the search for two causes longer."""
    words = Text("Doctor", "x")
    forms = [Form(0, f"{at}", "a", ALONE if at % 2 else 4, words, {}) for at in range(100)]
    costs = {form.written: form.cost for form in ranked(forms)}
    assert {costs[f"{at}"] for at in range(1, 100, 2)} == {RARE}
    assert [costs[f"{2 * at}"] for at in (0, LIKELY - 1, LIKELY)] == [4, 4, 5]
