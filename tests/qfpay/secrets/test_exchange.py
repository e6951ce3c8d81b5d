from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.secrets.exchange import LONGEST_MESSAGE, Mask, mask_of, message_mask
from tests.qfpay.sequence.sequences import KEY, PERSON, payment

EXTEND = f'{{"user_creid":"{PERSON}","user_truename":"陈小明"}}'


@given(before=st.text(max_size=40), after=st.text(max_size=40))
def test_a_secret_is_masked_wherever_it_stands(before: str, after: str) -> None:
    """Whatever surrounds it."""
    assert KEY not in Mask((), (KEY,))(f"{before}{KEY}{after}")


def test_a_text_without_secrets_stays_as_it_is() -> None:
    """Line breaks included."""
    assert Mask((), (KEY,))("POST / HTTP/1.1\nHost: here\n\n奶茶") == "POST / HTTP/1.1\nHost: here\n\n奶茶"


def test_one_masked_line_leaves_the_others() -> None:
    """A line about a person is masked, the headers around it are not."""
    shown = message_mask(())(f"Host: here\n{EXTEND}")
    assert shown.startswith("Host: here\n")
    assert PERSON not in shown


def test_what_the_payment_says_of_a_person_is_masked_in_later_texts() -> None:
    """A notification that repeats the name tells nobody."""
    mask = mask_of(payment(extend_info=EXTEND))
    assert "陈小明" not in mask('{"goods_name": "for 陈小明"}')
    assert mask.pairs((("goods_name", "陈小明"),)) == (("goods_name", "•••"),)


def test_the_key_that_signed_is_known() -> None:
    """Nobody has to name it."""
    assert mask_of(payment())(f"key={KEY}") == "key=•••"


def test_two_masks_joined_hide_what_each_hides() -> None:
    """A refund may be signed with another key than its payment."""
    both = Mask((), (KEY,)).joined(Mask((("extend_info", EXTEND),), ("another-key",)))
    assert both(f"{KEY} another-key 陈小明") == "••• ••• •••"


def test_a_body_is_the_form_of_the_masked_parameters() -> None:
    """So that it can still be read as a form."""
    sent = payment(extend_info=EXTEND)
    body = mask_of(sent).body(sent)
    assert "out_trade_no=QA1" in body
    assert PERSON not in body
    assert "%E2%80%A2" in body


def test_a_huge_text_is_cut() -> None:
    """After it was masked: no half of a key stays at the cut."""
    shown = message_mask((KEY,))("x" * (LONGEST_MESSAGE - 10) + KEY + "y" * 100_000)
    assert len(shown) <= LONGEST_MESSAGE
    assert KEY[:8] not in shown
