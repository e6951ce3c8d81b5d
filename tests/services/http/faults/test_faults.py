from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from qfpay_gui.qfpay.environments import custom
from qfpay_gui.qfpay.reply.exchange import Cause, Exchange, HttpReply, TransportFailure
from qfpay_gui.qfpay.reply.network_words import NETWORK
from qfpay_gui.qfpay.reply.verdict import Verdict, verdict
from qfpay_gui.qfpay.request.prepared import PreparedRequest
from qfpay_gui.qfpay.signing.recipe import OFFICIAL
from qfpay_gui.services.client import QFPayClient
from tests.services.http.faults.table import EVERY, LAYERS, QUICK, Played
from tests.services.http.sending import APP_CODE, CLIENT_KEY, CREDENTIALS, without_proxies

PARAMETERS = (("out_trade_no", "QA1"), ("txamt", "300"), ("txcurrcd", "HKD"))
SIGNED = OFFICIAL.sign(PARAMETERS, CLIENT_KEY, "MD5")
HEADERS = (("X-QF-APPCODE", APP_CODE), ("X-QF-SIGN", SIGNED.signature))
README = Path(__file__).parents[4] / "README.md"
_AGAIN = re.compile(r"(?<!not )send (it|this|the|anything)[^.]* again|try again|resend|retry(?!-after)", re.IGNORECASE)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's own proxies take no part."""
    without_proxies(monkeypatch)


def play(fault: Played, monkeypatch: pytest.MonkeyPatch) -> Exchange:
    """What becomes of a payment; a server that got it got it once."""
    with fault.stage(monkeypatch) as target:
        base_url = target.base_url
        client = QFPayClient(base_url, CREDENTIALS, timeouts=QUICK, ca_file=target.ca_file)
        url = f"{base_url}/trade/v1/payment"
        environment = custom(base_url)
        request = PreparedRequest("POST", url, HEADERS, b"txamt=300", PARAMETERS, SIGNED, "MD5", environment, "payment")
        exchange = client.send(request)
        for server in target.servers:
            assert server.connections == 1
            assert len(server.requests) <= 1
    return exchange


def sentences(said: Verdict) -> str:
    """Everything that is said to a person."""
    return " ".join(map(str, (said.headline, said.turn, said.next_step, *said.technical)))


@pytest.mark.parametrize("fault", EVERY, ids=[f"{one.group} - {one.name}" for one in EVERY])
def test_each_fault_is_told_by_its_layer_and_cause(fault: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once sent, never sent again by itself or by advice, never elsewhere, and no key is shown."""
    exchange = play(fault, monkeypatch)
    said = verdict(exchange, None)
    match exchange.outcome:
        case TransportFailure(layer=layer, cause=cause):
            assert (layer, cause.value) == (fault.layer, fault.group)
        case HttpReply():
            assert fault.layer is None
    told = sentences(said)
    assert fault.says in told
    assert not _AGAIN.search(told)
    assert not any(secret in told for secret in (CLIENT_KEY, APP_CODE, "s3cret"))
    arrived = isinstance(exchange.outcome, HttpReply) or exchange.outcome.may_have_arrived
    step = str(said.next_step)
    assert step.startswith("Nothing was sent to QFPay.") if not arrived else "uery out_trade_no QA1" in step


def test_each_group_has_words_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """No two groups share what happened or what to do; the faults of one group are told alike."""
    quick = [one for one in EVERY if one.layer is None]
    told: dict[str, set[str]] = defaultdict(set)
    for fault in quick:
        said = verdict(play(fault, monkeypatch), None)
        told[re.sub(r"HTTP \d+", "HTTP …", f"{said.headline} {said.next_step}")].add(fault.group)
    assert [groups for groups in told.values() if len(groups) > 1] == []
    headlines = [str(words.headline.template) for words in NETWORK.values()]
    remedies = [str(words.remedy.template) for words in NETWORK.values()]
    assert len(set(headlines)) == len(set(remedies)) == len(NETWORK)


def test_every_cause_is_played() -> None:
    """Except for a certificate that fails in a way of its own, which has no certain example."""
    played = {one.group for one in EVERY}
    assert {cause.value for cause in Cause} - played == {Cause.UNKNOWN.value, Cause.BAD_CERTIFICATE.value}
    assert set(NETWORK) == set(Cause) - {Cause.UNKNOWN}


def test_the_readme_counts_what_is_played() -> None:
    """Its table is the run's: faults and groups by layer."""
    rows = re.findall(r"^\| ([A-Za-z ]+) \| (\d+) \| (\d+) \| “", README.read_text(encoding="utf-8"), re.MULTILINE)
    counted = [(layer, str(len(played)), str(len({one.group for one in played}))) for layer, played in LAYERS.items()]
    assert rows == counted
