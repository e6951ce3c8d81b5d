from __future__ import annotations

import json
from base64 import b64encode
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.diagnosis.importing import read_requests
from qfpay_gui.models.case.veil import LONGEST, veiled
from tests.models.case.case_samples import KEY, PAIRS, RIGHT, SORTED, curl

UNKNOWN = "77665544332211FFEEDDCCBBAA998877"
ID, NAME = "430067798868676871", "欧阳小林"
PERSON = f'{{"user_creid":"{ID}","user_truename":"{NAME}"}}'


def hidden(source: str) -> str:
    """The paste as it is kept where our own key is known."""
    return veiled(source, read_requests(source), (KEY,))


def test_a_paste_without_secrets_stays_as_it_came() -> None:
    """To the last sign; a signature, an app code and an order number are none."""
    assert hidden(curl(RIGHT)) == curl(RIGHT)
    assert (
        hidden("X-QF-SIGN: " + RIGHT + "\nkeyboard: a keyword\n\t ")
        == "X-QF-SIGN: " + RIGHT + "\nkeyboard: a keyword\n\t "
    )


@pytest.mark.parametrize(
    "written",
    [
        KEY,
        KEY.lower(),
        "".join(f"%{byte:02X}" for byte in KEY.encode()),
        b64encode(KEY.encode()).decode(),
        KEY.encode().hex(),
        json.dumps(KEY),
        "".join(f"\\u{ord(one):04x}" for one in KEY),
    ],
)
def test_a_known_key_is_hidden_however_it_is_written(written: str) -> None:
    """What stands around it stays."""
    kept = hidden(f"before {written} after\n{curl(RIGHT)}")
    assert written not in kept
    assert kept.startswith("before ")
    assert kept.split("\n")[0].endswith(" after")
    assert kept.endswith(curl(RIGHT))


@pytest.mark.parametrize(
    "line",
    [
        "client_key = {key}",
        'const clientKey: "{key}"',
        "'app_secret' => '{key}',",
        '{{"secret":"{key}"}}',
        "KEY={key}",
        f"sign string: {SORTED}{{key}}",
        f"sign string: {SORTED}&key={{key}}",
    ],
)
def test_a_key_that_is_not_known_is_hidden_where_it_stands(line: str) -> None:
    """Behind a label, or behind the signing string."""
    written = line.format(key=UNKNOWN)
    kept = hidden(f"{curl(RIGHT)}\n{written}")
    assert UNKNOWN not in kept
    assert len(kept) == len(f"{curl(RIGHT)}\n{written}")
    assert RIGHT in kept


@pytest.mark.parametrize(
    "body",
    [
        f"txamt=300&extend_info={PERSON}&pay_type=800213",
        f"txamt=300&extend_info={quote(PERSON)}&pay_type=800213",
        json.dumps({"txamt": "300", "extend_info": PERSON}),
        json.dumps({"txamt": "300", "extend_info": json.loads(PERSON)}, indent=1, ensure_ascii=False),
        f"extend_info: {PERSON}",
        f"the payer {NAME} with {ID}\ntxamt=300&extend_info={PERSON}",
    ],
)
def test_a_person_is_hidden_and_the_rest_of_the_paste_is_not(body: str) -> None:
    """In whatever form; the lines around it stay."""
    kept = hidden(f"first line\n{body}\nX-QF-SIGN: {RIGHT}")
    for secret in (ID, NAME, quote(NAME), NAME.encode("ascii", "backslashreplace").decode()):
        assert secret not in kept
    assert kept.startswith("first line\n")
    assert kept.endswith(f"\nX-QF-SIGN: {RIGHT}")


def test_every_request_of_a_paste_counts() -> None:
    """What one says about a person is hidden in all."""
    other = curl(RIGHT, (*PAIRS, ("extend_info", PERSON)))
    assert NAME not in hidden(f"{curl(RIGHT)}\nnote: {NAME}\n{other}")


def test_a_long_paste_is_cut_after_it_was_masked() -> None:
    """No half of a key is left at the cut."""
    kept = hidden("x" * (LONGEST - 10) + KEY)
    assert kept == "x" * (LONGEST - 10) + "•" * 10
    assert len(hidden("y\n" * LONGEST)) == LONGEST


@given(st.text(max_size=300))
def test_any_text_keeps_its_length(source: str) -> None:
    """Whatever it is, nothing is raised, and every sign has its place."""
    kept = veiled(source, read_requests(source), (KEY,))
    assert len(kept) == len(source)
