"""Everything that may have been signed in place of a notification's body, counted and summed by cause.

``python -m tests.diagnosis.notification.tried`` writes the table anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.notification.claims import read_claim
from qfpay_gui.diagnosis.notification.keys import joins, keys
from qfpay_gui.diagnosis.notification.search import _bodies, _digests
from tests.diagnosis.doctor.tried import KEY, Said, as_lines, summed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.notification.cause import Cause

FILE = Path(__file__).with_name("tried.json")
BODY = (
    '{"status": "1", "respcd": "0000", "txamt": "300", "goods_name": "\\u8336 é&<a href=\\"/\\">’",\r\n'
    ' "goods_info": "", "cash_fee": null, "n": 0, "extra": true, "data": {"b": "2+2", "a": "%41", "list": [1]}}\n'
).encode()
SIGNATURES = (
    *(
        "ab" * 16,
        " AB:" * 16,
        "“" + "ab" * 32 + "”",
        "X-QF-SIGN: " + "ab" * 20,
        "ab" * 15,
        "ab" * 17,
        "abcdefa",
        "abcdefab",
    ),
    *("q83vASNFZ4mrze8BI0VniQ==", "q83vASNFZ4mrze8BI0VniQ", "q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=", "A" * 22),
    *(
        "abcd****ef01",
        "abcd*ef01",
        "abc**def",
        "abcdef…",
        "...abcdefab",
        "sign = abcd...",
        "",
        "xyz",
        "ab" * 48,
        "0" * 129,
    ),
)
PLAIN = '{"notify_type":"payment","out_trade_no":"Q/1","goods_name":"茶"}'.encode()


def _said(causes: tuple[Cause, ...], rest: str) -> Said:
    words = [(one.id, one.cost, one.about, one.key_name, f"{one.words}", f"{one.mend}") for one in causes]
    return "+".join(one.id for one in causes), sum(one.cost for one in causes), repr((words, rest))


def _digested(signature: str) -> Iterator[Said]:
    for one in _digests(read_claim(signature)):
        yield _said(one.causes, one.compute(b"body", b"key", b"bodykey"))


def _claimed(signature: str) -> Said:
    claim = read_claim(signature)
    return _said(claim.causes, f"{signature} {claim.head} {claim.tail} {claim.is_whole} {claim.is_readable}")


def families() -> dict[str, list[Said]]:
    """By name, all that is tried."""
    known = keys(KEY, {"Shop": "61E8F4C2B7A94D0390F1E2D3C4B5A697", "Same": KEY}, "A2BE4E015A8A4B0A8E9D88F3C1D27B60")
    return {
        "bodies": [_said(way.causes, repr(way.signed)) for way in _bodies(BODY)],
        "bodies of another program": [_said(way.causes, repr(way.signed)) for way in _bodies(PLAIN)],
        "keys": [_said(way.causes, f"{way.signed!r} {is_likely}") for way, is_likely in known],
        "joins": [_said(one.causes, repr(one.join(b"body", b"key"))) for one in joins()],
        "signatures": [_claimed(one) for one in SIGNATURES],
        "digests of 32 digits": list(_digested("0" * 32)),
        "digests of 64 digits": list(_digested("0" * 64)),
        "digests of some digits": list(_digested("0" * 12)),
    }


if __name__ == "__main__":
    FILE.write_text(as_lines({name: summed(said) for name, said in families().items()}), encoding="utf-8")
