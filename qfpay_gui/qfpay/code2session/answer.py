"""What came of asking code2Session: an openid, or what stood in the way. The session_key is dropped on reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.code2session.errcodes import Meaning, Spent, explained
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import NotJson, WrittenNumber, as_text, excerpt, read_json
from qfpay_gui.qfpay.reply.exchange import Cause, HttpReply, Layer, TransportFailure
from qfpay_gui.qfpay.reply.no_answer import words_of
from qfpay_gui.qfpay.secrets.masking import MARK, scrub
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.code2session.call import Login

_OPENID = re.compile(r"o[A-Za-z0-9_-]{27}")
_SESSION_KEY = re.compile(r"(session_?key[\"'\s:=\\]{1,12})[A-Za-z0-9+/=_%\\-]+", re.IGNORECASE)
_LONGEST_OPENID = 128
_LONGEST_WORDS = 200

KEY_DROPPED = text("OpenId", "A session_key came with it and was dropped: it is neither shown nor kept.")
UNIONID_DROPPED = text("OpenId", "A unionid came as well; as sub_openid it does not work.")
ODD_OPENID = text("OpenId", "Usually an openid has 28 characters and begins with o; this one does not.")

_ELSEWHERE = Meaning(
    text("OpenId", "The answer points elsewhere (HTTP {status}); that is not followed."),
    text("OpenId", "The request carries the AppSecret, so it goes to WeChat only. Check the network's login page."),
)
_NOT_200 = Meaning(
    text("OpenId", "The answer is HTTP {status} instead of 200."),
    text("OpenId", "A proxy, or WeChat in trouble, answers like this. Wait a moment, then ask with a fresh code."),
)
_WEB_PAGE = Meaning(
    text("OpenId", "A web page came instead of WeChat's answer."),
    text("OpenId", "A proxy or the network's login page answered: open a browser, log in to the network, ask again."),
)
_NOT_JSON = Meaning(
    text("OpenId", "The answer is not JSON, as WeChat's answers are."),
    text("OpenId", "A proxy may have changed it, or it was cut short. Ask again with a fresh code."),
)
_NOT_WECHAT = Meaning(
    text("OpenId", "The answer is JSON, but neither openid nor errcode is in it."),
    text("OpenId", "Something other than WeChat answered: check the proxy, or the simulator's environment."),
)


@dataclass(frozen=True)
class Found:
    """The user's openid in this Mini Program, and what else is to be said about it."""

    openid: str
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Trouble:
    """Why there is no openid.

    ``code`` is WeChat's errcode, "" where WeChat did not refuse. ``technical`` are the other side's own words, for a
    support ticket, without the AppSecret. ``spent`` tells what became of the js_code.
    """

    severity: Severity
    headline: Text
    remedy: Text
    code: str = ""
    technical: str = ""
    spent: Spent = Spent.MAYBE


def read_answer(outcome: HttpReply | TransportFailure, login: Login) -> Found | Trouble:
    """What this outcome of asking says."""
    if isinstance(outcome, TransportFailure):
        meaning = silence(outcome)
        return Trouble(
            meaning.severity,
            meaning.headline,
            outcome.reason or meaning.remedy,
            technical=scrub(outcome.technical, (login.secret,)),
            spent=meaning.spent,
        )
    words = outcome.body.decode("utf-8-sig", "replace")
    if outcome.status != 200:
        meaning = _ELSEWHERE if 300 <= outcome.status < 400 else _NOT_200
        return _faulty(meaning, words, login, outcome.status)
    parsed = read_json(words)
    if isinstance(parsed, NotJson) or outcome.truncated:
        return _faulty(_WEB_PAGE if words.lstrip().startswith("<") else _NOT_JSON, words, login)
    return _of_members(parsed.value, login)


def _of_members(members: Any, login: Login) -> Found | Trouble:
    if isinstance(members, dict):
        errcode, openid = as_text(members.get("errcode")), _openid(members.get("openid"))
        if errcode not in {"", "0"}:
            return _refused(errcode, as_text(members.get("errmsg")), login)
        if openid:
            return _found(openid, members)
    return _faulty(_NOT_WECHAT, _names(members), login)


def _openid(value: Any) -> str:
    """The value where it is text that can be an openid, else ""."""
    is_text = isinstance(value, str) and not isinstance(value, WrittenNumber)
    return str(value) if is_text and len(value) <= _LONGEST_OPENID and value.isprintable() else ""


def _found(openid: str, members: dict[str, Any]) -> Found:
    said = (
        (KEY_DROPPED, bool(members.get("session_key"))),
        (UNIONID_DROPPED, bool(members.get("unionid"))),
        (ODD_OPENID, not _OPENID.fullmatch(openid)),
    )
    return Found(openid, tuple(sentence for sentence, holds in said if holds))


def _refused(errcode: str, errmsg: str, login: Login) -> Trouble:
    meaning = explained(errcode)
    code = _told(errcode, login)[:20]
    said = f"errcode {code}: {_told(errmsg, login)}"
    return Trouble(meaning.severity, meaning.headline, meaning.remedy, code, said, meaning.spent)


def _faulty(meaning: Meaning, words: str, login: Login, status: int = 200) -> Trouble:
    return Trouble(
        meaning.severity,
        meaning.headline.fill(status=status) if meaning in {_ELSEWHERE, _NOT_200} else meaning.headline,
        meaning.remedy,
        technical=f"HTTP {status}: {_told(words, login)}",
        spent=meaning.spent,
    )


def _names(members: Any) -> str:
    """The member names of an answer nobody expected: a value could be a session_key."""
    return ", ".join(members) if isinstance(members, dict) else type(members).__name__


def _told(words: str, login: Login) -> str:
    """The other side's words on one short line. Masked before they are cut, or half a secret might stay."""
    without_key = _SESSION_KEY.sub(rf"\1{MARK * 3}", scrub(words, (login.secret,)))
    return excerpt(without_key, margin=_LONGEST_WORDS)


_FIREWALL = text("OpenId", "Check this computer's network, and whether a firewall lets api.weixin.qq.com pass.")
_MEANINGS = {
    Layer.REFUSED_HERE: Meaning(
        text("OpenId", "This program did not ask WeChat."),
        text("OpenId", "Correct what the technical line names: the certificate file, or the address."),
    ),
    Layer.NAME_RESOLUTION: Meaning(text("OpenId", "The name of WeChat's server was not found."), _FIREWALL),
    Layer.PROXY: Meaning(
        text("OpenId", "The proxy did not let the question through."),
        text("OpenId", "Check the proxy's address and login, and whether it lets api.weixin.qq.com pass."),
    ),
    Layer.CONNECT: Meaning(text("OpenId", "No connection to WeChat came about."), _FIREWALL),
    Layer.CONNECT_TIMEOUT: Meaning(text("OpenId", "WeChat's server did not take the connection in time."), _FIREWALL),
    Layer.TLS: Meaning(
        text("OpenId", "No secure connection came about: TLS failed."),
        text(
            "OpenId",
            "Check this computer's clock. If a company proxy opens TLS, add its CA file in the menu; the check "
            "itself cannot be switched off.",
        ),
    ),
    Layer.READ_TIMEOUT: Meaning(
        text("OpenId", "WeChat did not answer in time."),
        text("OpenId", "The code may be used up. Get a fresh one, then ask again."),
    ),
    Layer.CONNECTION_LOST: Meaning(
        text("OpenId", "The connection broke before the answer was complete."),
        text("OpenId", "The code may be used up. Check the network, get a fresh code, ask again."),
    ),
    Layer.NOT_HTTP: Meaning(
        text("OpenId", "What came back cannot be read as HTTP."),
        text("OpenId", "Something else than WeChat may answer: check proxy and network. The code may be used up."),
    ),
    Layer.CANCELLED: Meaning(
        text("OpenId", "You stopped waiting for the answer."),
        text("OpenId", "If the question had left already, the code may be used up: get a fresh one."),
        severity=Severity.NOTE,
    ),
}


def silence(failure: TransportFailure) -> Meaning:
    """What happened and the way out; the js_code is in doubt as soon as the question may have arrived."""
    spent = Spent.MAYBE if failure.may_have_arrived else Spent.NO
    meaning = _MEANINGS[failure.layer]
    if failure.may_have_arrived or failure.cause is Cause.UNKNOWN:
        return replace(meaning, spent=spent)
    return replace(meaning, headline=words_of(failure).headline, spent=spent)
