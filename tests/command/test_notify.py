"""``notify`` from a shell: posts, judges, reports, asks before it goes elsewhere, and tells no key."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.command.options import parser
from qfpay_gui.qfpay.notifications.composing import signature
from qfpay_gui.qfpay.notifications.message import Answer, Message
from qfpay_gui.qfpay.notifications.variants import VARIANTS
from qfpay_gui.services.simulator.demo import DEMO
from tests.qfpay.notifications import receivers
from tests.qfpay.notifications.receivers import KEY, SUCCESS
from tests.services.notifications.receiving import node, serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.command.conftest import Ended

WITH_KEY = ("--key-env", "SHOP_KEY")


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_KEY", KEY)


def test_the_series_passes_a_right_receiver_and_writes_its_reports(
    command: Callable[..., Ended], tmp_path: Path
) -> None:
    """In three forms; of the address only what is no secret, of the key nothing."""
    paths = [tmp_path / name for name in ("a.md", "b.HTML", "c.json")]
    reports = [part for path in paths for part in ("--report", str(path))]
    with serve(receivers.right) as url:
        ended = command("notify", f"{url}?token=T0PSECRET", "--series", *WITH_KEY, *reports)
    assert (ended.code, ended.err) == (0, "")
    assert f"All {len(VARIANTS)} trials went as they must." in ended.out
    written = [path.read_text("utf-8") for path in paths]
    assert written[0].startswith("# What a receiver of notifications must survive\n\nhttp://127.0.0.1:")
    assert written[0].count("\n| ✓ |") == written[1].count("<td>✓</td>") == len(VARIANTS)
    assert [one["result"] for one in json.loads(written[2])["trials"]] == ["right"] * len(VARIANTS)
    for words in (*written, ended.out):
        assert KEY not in words
        assert "T0PSECRET" not in words


@pytest.mark.parametrize(("signed", "code", "words"), [("raw", 0, "All "), ("anew", 1, "that it has written anew")])
def test_programs_in_node_are_judged(command: Callable[..., Ended], signed: str, code: int, words: str) -> None:
    """One that verifies the raw body, and one that parses it first, as many do."""
    program = shutil.which("node")
    if program is None:
        pytest.skip("Node.js is not installed")
    with node(program, KEY, signed=signed) as url:
        ended = command("notify", url, "--series", "--json", *WITH_KEY)
    assert ended.code == code
    content = json.loads(ended.out)
    assert any(words in one for one in (content["headline"], *content["notes"]))


def test_an_answer_that_quotes_the_key_is_masked(command: Callable[..., Ended]) -> None:
    """A receiver in debugging mode may print its settings."""
    with serve(lambda _one: Answer(500, f"key={KEY}".encode())) as url:
        for more in ((), ("--series",), ("--json",), ("--series", "--json")):
            ended = command("notify", url, *WITH_KEY, *more)
            assert ended.code == 1
            assert KEY not in ended.out + ended.err
            assert "key=•••" in ended.out


def test_one_is_composed_from_its_fields_and_signed(command: Callable[..., Ended]) -> None:
    """With the demo's key where no other is named."""
    seen: list[Message] = []
    with serve(receivers.credulous, seen) as url:
        ended = command("notify", url, "-p", "out_trade_no=A17", "-p", "txamt=1999", "-p", "extra=奶茶")
        assert ended.code == 0
        assert command("notify", url, "--variant", "tampered").code == 1
    fields = json.loads(seen[0].body)
    assert (fields["out_trade_no"], fields["txamt"], fields["extra"]) == ("A17", "1999", "奶茶")
    assert seen[0].signature == signature(seen[0].body, DEMO.client_key)


def test_a_recorded_one_is_replayed_byte_for_byte(command: Callable[..., Ended]) -> None:
    """With its own signature, of which is said whether it fits; without --replay it is signed anew."""
    seen: list[Message] = []
    body = '{"status": "1",   "x": "\\u5976"}'
    right = receivers.md5(body.encode())
    with serve(receivers.right, seen) as url:
        for sign, words in ((right, "As it must"), ("A" * 32, "does not fit the key")):
            recorded = f"POST /notify HTTP/1.1\r\nHost: shop\r\nX-QF-SIGN: {sign}\r\n\r\n{body}"
            ended = command("notify", url, "-", "--replay", *WITH_KEY, stdin=recorded)
            assert ended.code == 0
            assert words in ended.out
        ended = command("notify", url, "-", *WITH_KEY, stdin=recorded)
        assert ended.code == 0
        assert command("notify", url, "-", "--replay", stdin=body).code == 3
        assert command("notify", url, "-", stdin="").code == 3
    assert [(one.body.decode(), one.signature) for one in seen] == [(body, right), (body, "A" * 32), (body, right)]


@pytest.mark.parametrize(("taken_at", "count", "code"), [(3, 3, 0), (99, 8, 1)])
def test_the_schedule_ends_with_success_or_after_the_eighth(
    command: Callable[..., Ended], taken_at: int, count: int, code: int
) -> None:
    """A million times faster than QFPay."""
    seen: list[Message] = []
    with serve(lambda _one: SUCCESS if len(seen) == taken_at else Answer(503), seen) as url:
        ended = command("notify", url, "--retries", "--time-lapse", "1000000", "--json")
    assert ended.code == code
    assert len(json.loads(ended.out)["attempts"]) == len(seen) == count
    assert len({(one.body, one.signature) for one in seen}) == 1


def test_another_host_needs_to_be_agreed_to(command: Callable[..., Ended]) -> None:
    """Named in the refusal; nothing goes anywhere in plain http, or to QFPay."""
    elsewhere = "https://shop.invalid/notify?token=1"
    ended = command("notify", elsewhere)
    assert (ended.code, "shop.invalid is not this machine" in ended.err, "token" in ended.err) == (3, True, False)
    assert "DNS knows no such host" in command("notify", elsewhere, "--elsewhere").err
    for url in ("http://shop.invalid/notify", "https://openapi-hk.qfapi.com/", "nonsense"):
        ended = command("notify", url, "--elsewhere")
        assert (ended.code, ended.err.startswith("Not posted. ")) == (3, True)


def test_where_nothing_listens_the_series_ends_at_once(command: Callable[..., Ended]) -> None:
    """With the cause, and no verdict on a receiver that is not there."""
    ended = command("notify", "http://127.0.0.1:9/notify", "--series")
    assert (ended.code, ended.out) == (3, "")
    assert "nothing listens there" in ended.err
    alone = command("notify", "http://127.0.0.1:9/notify")
    assert (alone.code, alone.out, alone.err.count("nothing listens there")) == (3, "", 1)
    assert "signed with the demo key" in alone.err


@pytest.mark.parametrize(
    "wrong",
    [
        ("--report", "a.html"),
        ("--replay",),
        ("-", "-p", "txamt=1"),
        ("--retries", "--series"),
        ("--series", "--report", "a.pdf"),
        ("--time-lapse", "0"),
        ("--time-lapse", "1000001"),
        ("--time-lapse", "nan"),
        ("--variant", "odd"),
    ],
)
def test_what_makes_no_sense_together_is_wrong_use(command: Callable[..., Ended], wrong: tuple[str, ...]) -> None:
    """Said, with exit code 2, and nothing is posted."""
    ended = command("notify", "http://127.0.0.1:9/", *wrong)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err


def test_a_report_that_cannot_be_written_and_a_body_that_cannot_be_changed(
    command: Callable[..., Ended], tmp_path: Path
) -> None:
    """Both are said."""
    with serve(receivers.right) as url:
        ended = command("notify", url, "--series", "--report", str(tmp_path / "no" / "a.md"))
        assert (ended.code, "cannot be written" in ended.err) == (3, True)
        ended = command("notify", url, "-", "--variant", "late", stdin='{"status": "1"}')
        assert (ended.code, "cannot be posted as “late”" in ended.err) == (3, True)


def test_the_schedule_is_as_slow_as_qfpays_unless_told_otherwise() -> None:
    """One second of it passes in one second; the least and the most that can be chosen."""
    for given, factor in (((), 1.0), (("--time-lapse", "0.5"), 0.5), (("--time-lapse", "1000000"), 1e6)):
        assert parser().parse_args(["notify", "http://127.0.0.1:9/", *given]).time_lapse == factor
