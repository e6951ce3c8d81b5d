"""Reply and request as text."""

from __future__ import annotations

from dataclasses import replace

from qfpay_gui.qfpay.reply.exchange import Layer
from qfpay_gui.services.http.outgoing import headers_sent
from qfpay_gui.ui.reply.messages import (
    LONGEST,
    LONGEST_LINE,
    MOST_LINES,
    cut,
    decoded,
    reply_shown,
    request_copied,
    request_shown,
    where_sent,
)
from tests.ui.reply import answers


def test_the_reply_is_shown_as_status_line_headers_and_body() -> None:
    """Just as it came, with an empty line before the body."""
    answer = answers.answered(b"busy", status=503, reason="Busy", headers=(("Server", "nginx"),))
    assert reply_shown(answer).whole == "HTTP 503 Busy\nServer: nginx\n\nbusy"


def test_a_long_body_is_shown_in_part_and_says_so() -> None:
    """No text widget gets more than 50,000 characters in a line."""
    shown = reply_shown(answers.answered(b"a" * 2_097_152, truncated=True))
    assert len(shown.body) == LONGEST_LINE
    assert [str(remark) for remark in shown.remarks] == [
        "reading stopped after 2.1 MB",
        "first 50,000 of 2,097,152 characters; Copy takes all",
    ]


def test_it_is_cut_in_the_first_line_that_is_too_long_and_at_the_latest_after_100_000_characters() -> None:
    """What comes before is whole."""
    most = "x" * LONGEST_LINE
    assert cut(f"a\n{most}\nb") == f"a\n{most}\nb"
    assert cut(f"a\n{most}x\nb") == f"a\n{most}"
    assert cut("ab\n" * LONGEST) == "ab\n" * (MOST_LINES - 1) + "ab"
    assert cut(f"{'x' * 99}\n" * LONGEST) == f"{'x' * 99}\n" * (LONGEST // 100)


def test_a_body_of_many_lines_is_shown_in_part_too() -> None:
    """Each is laid out by itself; the last one that is shown is whole."""
    whole, cut = (reply_shown(answers.answered(b"ab\n" * lines + b"cd")) for lines in (MOST_LINES - 1, MOST_LINES))
    assert (whole.body.count("\n"), whole.body[-3:], whole.remarks) == (MOST_LINES - 1, "\ncd", ())
    assert (cut.body.count("\n"), cut.body[-3:]) == (MOST_LINES - 1, "\nab")
    assert [str(remark) for remark in cut.remarks] == ["first 14,999 of 15,002 characters; Copy takes all"]


def test_bytes_that_are_not_utf8_are_replaced_and_that_is_said() -> None:
    """The place of the first one is told."""
    shown = reply_shown(answers.answered(b'{"resperr":"caf\xe9"}'))
    assert "caf\ufffd" in shown.body
    assert any("not UTF-8" in str(remark) for remark in shown.remarks)


def test_an_empty_body_is_said_to_be_empty() -> None:
    """An empty page would look like a fault of this program."""
    assert [str(remark) for remark in reply_shown(answers.answered(b"")).remarks] == ["the body is empty"]


def test_the_request_is_shown_with_every_header_that_is_sent() -> None:
    """Request line, the client's own headers too, and the body byte for byte."""
    sent = answers.request()
    lines = request_shown(sent).whole.split("\n")
    assert lines[0] == "POST /trade/v1/payment HTTP/1.1"
    assert lines[1:-2] == [f"{name}: {value}" for name, value in headers_sent(sent)]
    assert lines[-1].encode() == sent.body


def test_the_client_key_is_in_nothing_that_is_shown_or_copied_of_the_request() -> None:
    """Only its signature travels."""
    sent = answers.request()
    assert answers.KEY not in request_shown(sent).whole
    assert answers.KEY not in request_copied(sent)


def test_a_long_request_is_copied_whole() -> None:
    """What is shown is limited, what is copied is not."""
    sent = answers.request(values={"goods_name": "a" * 300_000})
    assert len(request_shown(sent).body) == LONGEST_LINE
    assert request_copied(sent).endswith(sent.body.decode())


def test_decoded_are_the_very_pairs_that_were_signed() -> None:
    """A server reads what was meant, spaces and Chinese included."""
    sent = answers.request(values={"goods_name": "奶茶 + 1"})
    assert decoded(sent) == sent.parameters


def test_decoding_a_huge_body_stops_at_the_limit() -> None:
    """One enormous value does not fill the window."""
    sent = answers.request(values={"goods_name": "a" * 300_000, "udid": "after"})
    assert sum(len(value) for _name, value in decoded(sent)) <= LONGEST


def test_it_is_said_whether_the_request_left() -> None:
    """Sent, perhaps sent, not sent."""
    assert str(where_sent(answers.success())).startswith("Sent to http://127.0.0.1:51234/trade/v1/payment")
    assert str(where_sent(answers.unanswered())).startswith("May have reached")
    assert str(where_sent(answers.unanswered(Layer.CONNECT, may_have_arrived=False))).endswith("but not sent")


def test_a_request_without_path_asks_for_the_root() -> None:
    """HTTP has no empty target."""
    bare = replace(answers.request(), url="http://127.0.0.1:51234")
    assert request_shown(bare).head.startswith("POST / HTTP/1.1\n")
