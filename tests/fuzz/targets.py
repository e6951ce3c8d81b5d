"""What is fuzzed: each reader of what others wrote, with what is read after it, its seeds, and the words it knows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing import ReadRequest, to_draft
from qfpay_gui.diagnosis.language import language_of
from qfpay_gui.diagnosis.notification import check_notification, explain_notification, read_notification
from qfpay_gui.models.case.files import decoded
from qfpay_gui.models.case.proof_file import request_of
from qfpay_gui.models.case.reading import Reading, read_paste
from qfpay_gui.models.request.draft_storage import stored_drafts, with_drafts
from qfpay_gui.models.sending.answer import Answer, read_answer
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.orders.events import News
from qfpay_gui.qfpay.orders.news import Exchanged, news_of, news_of_notification
from qfpay_gui.qfpay.orders.order import Ending
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply
from qfpay_gui.qfpay.reply.records.fields import explained
from qfpay_gui.qfpay.request.draft import example_draft
from qfpay_gui.qfpay.request.parameters import ENDPOINTS
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.qfpay.secrets.masking import persistable
from qfpay_gui.qfpay.text import Text
from qfpay_gui.services.settings import Settings, load, save
from qfpay_gui.snippets.proof.json_file import NotAProof, ReadProof, read_proof
from tests.diagnosis.importing.corpus.generate.orders import CLIENT_KEY
from tests.diagnosis.importing.corpus.pasted import PASTES
from tests.diagnosis.importing.layouts import pastes
from tests.diagnosis.notification.samples import BODY, CHINESE, KEY, LAID_OUT, SIGNATURE, SLASHED
from tests.fuzz import talking

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NOW = datetime(2026, 3, 1, 2, 0, 0, tzinfo=UTC)
_CREDENTIALS = Credentials("ABCD", KEY)
_SENT = tuple(prepare(example_draft(name), _CREDENTIALS, SIMULATOR) for name in ENDPOINTS)
_SYNTAX = (
    b"{",
    b"}",
    b"[",
    b"]",
    b"(",
    b")",
    b"=>",
    b":",
    b",",
    b";",
    b"//",
    b"/*",
    b"*/",
    b"#",
    b"?",
    b"\\",
    b"\\n",
    b"\\x",
)
_NAMES = (
    b"txamt",
    b"out_trade_no",
    b"txdtm",
    b"pay_type",
    b"txcurrcd",
    b"sub_openid",
    b"mchid",
    b"syssn",
    b"goods_name",
)


@dataclass(frozen=True)
class Target:
    """``read`` reads up to ``most`` bytes and may raise nothing.

    It may take ``steps`` lines of code for any input, and ``steps_a_byte`` beyond.
    """

    name: str
    read: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    tokens: tuple[bytes, ...]
    most: int = 4_000
    steps: int = 100_000
    steps_a_byte: float = 300.0


def _text(data: bytes) -> str:
    """The text as a clipboard may hold it, lone surrogates and all."""
    return data.decode("utf-8", "surrogateescape")


def _paste(data: bytes) -> None:
    """All that is done with a paste but the search for a cause."""
    found = read_paste(_text(data), {"": CLIENT_KEY})
    assert isinstance(found, Reading)
    for request in found.requests:
        assert isinstance(request, ReadRequest)
        assert dict(request.params) == dict(reversed(request.pairs))
        assert all(isinstance(one, str) for pair in request.pairs for one in pair)
        assert sum(len(str(note.message)) for note in request.notes) < 100_000
        assert CLIENT_KEY not in repr(request)
        to_draft(request)
        language_of(request)
        _ = (request.headers, request.sign_type, request.environment_id)


def _reply(data: bytes) -> None:
    """A status, headers and a body, in answer to each of the calls, and what is read out of it afterwards."""
    head, _, body = data.partition(b"\n\n")
    status, *lines = head.decode("latin-1").split("\n")
    headers = tuple((name, value.strip()) for name, _, value in (line.partition(":") for line in lines))
    reply = HttpReply(int(status) if status.isdecimal() and len(status) == 3 else 200, "OK", headers, body)
    for request in _SENT:
        answer = read_answer(Exchange(request, reply), KEY, NOW)
        assert isinstance(answer, Answer)
        assert all(isinstance(one, str) for one in (answer.snippet, str(answer.verdict.headline)))
        for record in answer.records.found:
            explained(record.kind, record.members)
        if answer.reply:
            _news(request.endpoint, answer.reply.respcd or "", answer.reply.fields, answer.reply.rows)
            persistable(tuple(answer.reply.fields.items()), (KEY,))


def _news(endpoint: str, respcd: str, fields: Mapping[str, str], rows: tuple[Mapping[str, str], ...]) -> None:
    parameters = {"out_trade_no": "1", "syssn": "2", "txamt": "3"}
    for ending in Ending:
        news = news_of(Exchanged(1, endpoint, parameters, ending, NOW, NOW, respcd, fields, rows))
        assert all(isinstance(one, News) for one in news)


def _proof(data: bytes) -> None:
    """A file that may be a proof."""
    read = read_proof(decoded(data, "proof.json").text)
    assert isinstance(read, ReadProof | NotAProof)
    if isinstance(read, ReadProof):
        request = request_of(read)
        to_draft(request)
        assert all(isinstance(note.message, Text) for note in request.notes)


def _notification(data: bytes) -> None:
    """What a merchant's server received: read, verified and explained."""
    read = read_notification(_text(data))
    key = "" if len(data) % 8 else KEY  # the search for a cause takes long, so one in eight has to do
    check = check_notification(
        read.body, read.signature, key, other_keys={"other": "K" * 32}, app_code="ABCD", kind=read.kind
    )
    assert isinstance(check.headline, Text)
    told = explain_notification(read.body, is_reply=read.kind == "reply")
    news_of_notification(told.members, NOW)
    assert KEY not in repr(read) + repr(check)


_SETTINGS = {
    "language": "zh_CN",
    "theme": "dark",
    "environment_id": "simulator",
    "draft": [{"name": "txamt", "value": "300", "fresh": True}, {"name": "x", "value": "1"}],
    "drafts": {"refund": [{"name": "syssn", "value": "2"}]},
    "endpoint": "refund",
    "used_order_numbers": {"simulator": ["QA1", "QA2"]},
    "panels": {"splitter": [1, 2]},
    "zoom": 110,
    "later": 5,
}


def _settings(data: bytes) -> None:
    """A settings file: read, used and written again, after which it reads the same."""
    with talking.folder() as place:
        path = place / "settings.json"
        path.write_bytes(data)
        settings, trouble = load(path)
        assert isinstance(settings, Settings)
        assert trouble is None or isinstance(trouble, Text)
        kept = with_drafts(settings, stored_drafts(settings), ())
        assert save(path, kept) is None
        assert load(path) == (kept, None)


def _pastes() -> list[bytes]:
    samples = sorted((Path(__file__).parents[1] / "diagnosis" / "importing" / "samples").glob("*.txt"))
    return [*(path.read_bytes() for path in (*samples, *PASTES)), *(one.text.encode() for one in pastes())]


def _replies() -> list[bytes]:
    row = {"respcd": "0000", "syssn": "1", "txamt": "300", "txcurrcd": "HKD", "cancel": "0", "order_type": "payment"}
    members = ("appId", "timeStamp", "nonceStr", "package", "signType", "paySign")
    bodies = [
        {"respcd": "0000", "resperr": "", "syssn": "1", "pay_params": dict.fromkeys(members, "wx1")},
        {
            "respcd": "0000",
            "data": [row, {**row, "order_type": "refund", "orig_syssn": "2", "cash_fee": "1"}],
            "page": "1",
        },
        {"respcd": "1143", "respmsg": "x", "txamt": "300", "out_trade_no": "1"},
        {"respcd": "0000", "data": {"pay_params": json.dumps({"appId": "wx"})}},
    ]
    head = b"200\nContent-Type: application/json\nX-QF-SIGN: " + SIGNATURE.encode() + b"\n\n"
    page = b"502\nContent-Type: text/html; charset=gbk\nRetry-After: 5\n\n<html><title>502</title></html>"
    return [page, *(head + json.dumps(body).encode() for body in bodies)]


def _proofs() -> list[bytes]:
    request = {
        "environment": "simulator",
        "endpoint": "payment",
        "url": "https://x.y/z",
        "headers": [["X-QF-APPCODE", "A"]],
        "parameters": [["txamt", "300"], ["goods_name", "奶茶"]],
        "masked": ["extend_info"],
        "sign_type": "MD5",
        "signature": SIGNATURE,
    }
    proof = {
        "format": "QFPay Tester proof",
        "version": 1,
        "request": request,
        "client_key": {"length": 32, "fingerprint": "ab"},
        "merchant": {"signature": SIGNATURE, "signing_string": "a=b"},
    }
    return [json.dumps(proof).encode(), json.dumps(proof, ensure_ascii=False).encode("utf-16")]


def _notifications() -> list[bytes]:
    head = b"POST /notify HTTP/1.1\nHost: shop.example\nX-QF-SIGN: " + SIGNATURE.encode() + b"\n\n"
    bodies = [BODY, CHINESE, SLASHED, LAID_OUT]
    logs = [
        b"2026-03-01 INFO sign=" + SIGNATURE.encode() + b" body=" + json.dumps(one.decode()).encode() for one in bodies
    ]
    return [*bodies, *(head + body for body in bodies), *logs]


TARGETS = {
    one.name: one
    for one in (
        Target(
            "paste",
            _paste,
            _pastes,
            (
                *_NAMES,
                *_SYNTAX,
                b"curl ",
                b"-d ",
                b"-H ",
                b"POST / HTTP/1.1\n",
                b"X-QF-SIGN: ",
                b"Array\n(\n",
                b"sign=",
            ),
            steps=5_000_000,  # brackets that never close are read again, up to a bound
        ),
        Target(
            "reply",
            _reply,
            _replies,
            (*_NAMES, *_SYNTAX, b"respcd", b'"data":', b'"pay_params":', b"charset=", b"0000"),
        ),
        Target("proof", _proof, _proofs, (*_SYNTAX, b'"parameters":', b'"version":', b'"masked":', b'"headers":')),
        Target(
            "notification",
            _notification,
            _notifications,
            (*_NAMES, *_SYNTAX, b"X-QF-SIGN: ", b"notify_type", b'"data":', b"HTTP/1.1 200 OK\n", b"status"),
            steps=1_000_000,
        ),
        Target(
            "settings",
            _settings,
            lambda: [json.dumps(_SETTINGS).encode(), json.dumps(_SETTINGS, indent=1).encode("utf-16"), b"{}"],
            (*_SYNTAX, *(json.dumps(name).encode() + b":" for name in _SETTINGS), b'"fresh":', b'"send_empty":'),
        ),
        Target("simulator", talking.talk, talking.seeds, (*_NAMES, *talking.TOKENS)),
    )
}
