"""Why a request that was seen is refused, in the few words of a list."""

from __future__ import annotations

from dataclasses import replace

from qfpay_gui.diagnosis import diagnose
from qfpay_gui.diagnosis.examination import Examined
from qfpay_gui.diagnosis.importing import read_request
from qfpay_gui.models.watch.cause import cause, short_cause
from qfpay_gui.models.watch.seen import Seen
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.simulator.answers import HttpAnswer
from qfpay_gui.services.simulator.overheard import Overheard
from qfpay_gui.services.simulator.wire import Request
from tests.models.case.case_samples import KEY, RIGHT, WITH_KEY_EQUALS, curl

CASE = read_request(curl(WITH_KEY_EQUALS))
FOUND = diagnose(CASE.pairs, KEY, WITH_KEY_EQUALS)
SEEN = Seen(1, Overheard(0.0, Request("POST", "/trade/v1/payment"), HttpAnswer(200, "text/plain", b"")), waiting=False)


def said(seen: Seen) -> tuple[str, Severity]:
    """The words in English, and how bad it is."""
    words, severity = cause(seen)
    return str(words), severity


def test_what_waits_is_being_examined() -> None:
    """Whatever is known of it."""
    assert said(replace(SEEN, waiting=True, case=CASE)) == ("Examining …", Severity.NOTE)


def test_what_was_not_examined_says_why() -> None:
    """It had no signature, or it was not read."""
    assert said(SEEN) == ("Not examined", Severity.ATTENTION)
    assert said(replace(SEEN, case=CASE)) == ("No signature to examine", Severity.ATTENTION)


def test_what_was_examined_says_what_was_done_otherwise() -> None:
    """One thing or more, without the sentences around them."""
    wrong = replace(SEEN, case=CASE, examined=Examined(CASE, tuple(FOUND), KEY))
    assert said(wrong) == ("the key was joined with “&key=”, WeChat's own rule", Severity.WRONG)
    second = text("Doctor", "Besides: {cause}.").fill(cause=text("Doctor", "something"))
    both = replace(FOUND[0], text=(*FOUND[0].text, second))
    words, _ = said(replace(SEEN, examined=Examined(CASE, (both,), KEY)))
    assert words == "the key was joined with “&key=”, WeChat's own rule; something"
    plain = replace(FOUND[0], text=(text("Doctor", "In other words."), text("Doctor", "More.")))
    assert said(replace(SEEN, examined=Examined(CASE, (plain,), KEY)))[0] == "In other words."


def test_a_right_one_and_an_unexplained_one_are_told_apart() -> None:
    """Neither has a deviation."""
    well = tuple(diagnose(read_request(curl(RIGHT)).pairs, KEY, RIGHT))
    assert said(replace(SEEN, examined=Examined(CASE, well, KEY))) == ("The signature is right", Severity.OK)
    unexplained = said(replace(SEEN, examined=Examined(CASE, (), KEY)))
    assert unexplained == ("The signature is wrong; no known mistake explains it", Severity.WRONG)
    short = [str(short_cause(replace(SEEN, examined=Examined(CASE, one, KEY)))) for one in (well, (), tuple(FOUND))]
    assert short == [
        "Right",
        "Wrong; no known mistake explains it",
        "the key was joined with “&key=”, WeChat's own rule",
    ]
