from __future__ import annotations

from qfpay_gui.models.history.messages import hex_dump, kept_request, reply_text
from qfpay_gui.services.database.entry import KeptReply, KeptRequest
from tests.services.database.history_cases import entry


def test_the_request_is_written_as_it_went() -> None:
    """With the lines that the client adds, and the length of the body in bytes."""
    request = KeptRequest("POST", "http://127.0.0.1:80/trade/v1/query?a=1", (("X-QF-SIGN", "AB"),), body="a=%E5&b=é")
    message = kept_request(entry(1, request=request))
    assert message.head.splitlines()[:3] == ["POST /trade/v1/query?a=1 HTTP/1.1", "Host: 127.0.0.1", "X-QF-SIGN: AB"]
    assert "Content-Length: 10" in message.head
    assert message.text == f"{message.head}\n\na=%E5&b=é"
    assert message.wire == f"{message.head}\r\n\r\na=%E5&b=é".replace("\n", "\r\n").replace("\r\r", "\r").encode()


def test_the_reply_is_written_as_it_came() -> None:
    """Status line, headers, body; a status without words has no blank behind it."""
    assert reply_text(KeptReply(200, "OK", (("A", "1"),), "{}")) == "HTTP 200 OK\nA: 1\n\n{}"
    assert reply_text(KeptReply(502, "", (), "")) == "HTTP 502\n\n"


def test_bytes_are_read_row_by_row() -> None:
    """What is no printable ASCII is a point; the last row is as wide as the others."""
    dump = hex_dump(b"POST /\r\n" + bytes([0x20, 0x7E, 0x7F, 0x1F, 0xE5]))
    assert dump == "0000  50 4f 53 54 20 2f 0d 0a  POST /..\n0008  20 7e 7f 1f e5            ~..."
    assert hex_dump(b"") == ""
