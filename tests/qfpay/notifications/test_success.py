"""Only HTTP 200 with the bare word SUCCESS ends the retries; of everything else it is said why it does not."""

from __future__ import annotations

import pytest

from qfpay_gui.qfpay.notifications.message import Answer
from qfpay_gui.qfpay.notifications.success import Taken, acknowledged, summary
from qfpay_gui.qfpay.text import Text


@pytest.mark.parametrize(
    ("status", "body", "taken", "word"),
    [
        (200, b"SUCCESS", Taken.YES, "does not notify again"),
        (200, b"SUCCESS\r\n", Taken.DOUBTFUL, "White space"),
        (200, b" SUCCESS", Taken.DOUBTFUL, "White space"),
        (200, b"", Taken.NO, "empty"),
        (200, b" \n", Taken.NO, "empty"),
        (200, b"\xef\xbb\xbfSUCCESS", Taken.NO, "byte order mark"),
        (200, "SUCCESS".encode("utf-16"), Taken.NO, "byte order mark"),
        (200, b"success", Taken.NO, "capital letters"),
        (200, b"Success\n", Taken.NO, "capital letters"),
        (200, b'"SUCCESS"', Taken.NO, "Quotes"),
        (200, b"'success'", Taken.NO, "Quotes"),
        (200, b'{"return_code":"SUCCESS"}', Taken.NO, "JSON"),
        (200, b'["SUCCESS"]', Taken.NO, "JSON"),
        (200, b"<xml><return_code>SUCCESS</return_code></xml>", Taken.NO, "HTML or XML"),
        (200, b"SUCCESS!", Taken.NO, "says more"),
        (200, b"OK", Taken.NO, "is not SUCCESS"),
        (200, b'"OK"', Taken.NO, "is not SUCCESS"),
        (201, b"SUCCESS", Taken.NO, "HTTP 201 is not 200"),
        (204, b"", Taken.NO, "HTTP 204 is not 200"),
        (299, b"SUCCESS", Taken.NO, "HTTP 299 is not 200"),
        (300, b"", Taken.NO, "leads elsewhere"),
        (302, b"SUCCESS", Taken.NO, "leads elsewhere"),
        (399, b"", Taken.NO, "leads elsewhere"),
        (400, b"SUCCESS", Taken.NO, "HTTP 400 is not 200"),
        (500, b"SUCCESS", Taken.NO, "HTTP 500 is not 200"),
        (None, b"", Taken.NO, "No answer came"),
    ],
)
def test_what_an_answer_counts_for(status: int | None, body: bytes, taken: Taken, word: str) -> None:
    """Exactly the documented one counts, and each other has its reason."""
    found = acknowledged(Answer(status, body))
    assert found.taken is taken
    assert word in str(found.words)


def test_a_failure_is_told_as_it_is() -> None:
    """Also where a status was read before it."""
    failure = Text("Receiver", "The connection was reset.")
    for answer in (Answer(failure=failure), Answer(200, b"SUCCESS", failure=failure)):
        assert acknowledged(answer).taken is Taken.NO
        assert str(summary(answer)) == str(acknowledged(answer).words) == "The connection was reset."


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (b"SUCCESS\n", "“SUCCESS\\n”"),
        (b"\xef\xbb\xbfSUCCESS", "“\\ufeffSUCCESS”"),
        (b"\xff\x00", "“\ufffd\\u0000”"),
        (b"x" * 60, f"“{'x' * 60}”"),
        (b"x" * 61, f"“{'x' * 60}…”"),
        (b"", "“”"),
    ],
)
def test_the_summary_shows_every_sign(body: bytes, shown: str) -> None:
    """What is not printed has an escape, and what is long is cut."""
    assert str(summary(Answer(200, body))) == f"HTTP 200 {shown}"
