"""``qfpay-tester notify``: posts a notification to a merchant's receiver, or a whole series, and judges its answers."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from qfpay_gui.command.exits import FOUND, WELL, WRONG_USE, CouldNotError
from qfpay_gui.command.pasted import pasted_text
from qfpay_gui.command.signer import signer_of
from qfpay_gui.diagnosis.notification import RETRY_GAPS, read_notification
from qfpay_gui.qfpay.notifications.address import complete, host, is_here, place, refusal
from qfpay_gui.qfpay.notifications.composing import example, written
from qfpay_gui.qfpay.notifications.series import Judged, Mark, judged, judged_alone, trials, verdict
from qfpay_gui.qfpay.notifications.success import Taken, acknowledged, summary
from qfpay_gui.qfpay.notifications.variants import BY_ID, RIGHT, replayed
from qfpay_gui.qfpay.secrets.masking import scrub
from qfpay_gui.services.clock import SystemClock
from qfpay_gui.services.notifications.posting import Poster
from qfpay_gui.snippets.receiver_report import SIGNS, Report, to_html, to_json, to_markdown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from qfpay_gui.qfpay.notifications.message import Answer, Message
    from qfpay_gui.qfpay.notifications.series import Trial

_ELSEWHERE = "Not posted: {host} is not this machine. Add --elsewhere to agree: its merchant may credit an order."
_NO_BODY = "There is no notification in this text: give headers and body in any form, or the JSON alone."
_NO_SIGNATURE = "There is no X-QF-SIGN in this text to post it with: leave --replay out, and it is signed anew."
_NO_WAY = "This body cannot be posted as “{variant}”: it is no JSON object, or it has nothing to change."
_DEMO = "# signed with the demo key of the simulator; --profile or --key-env names another\n"
_REPORTS = {".html": to_html, ".md": to_markdown, ".json": to_json}


def act(options: argparse.Namespace) -> int:
    """Post, and say what came back: 0 where the receiver did what it must, else 1."""
    if wrong := next((words for is_wrong, words in _misuses(options) if is_wrong), ""):
        sys.stderr.write(f"{wrong}\n")
        return WRONG_USE
    url = complete(options.url)
    if problem := refusal(url):
        raise CouldNotError(f"Not posted. {problem}")
    if not is_here(url) and not options.elsewhere:
        raise CouldNotError(_ELSEWHERE.format(host=host(url)))
    signer = signer_of(options, None)
    ours = signer.credentials
    if signer.is_demo:
        sys.stderr.write(_DEMO)
    body, sign = _composed(options, ours.mchid)
    said = _Said(ours.client_key, as_json=options.json)
    poster = Poster(ours.client_key, ca_file=options.ca_file)
    if options.series:
        return _series(options, said, url, poster, trials(body, ours.client_key))
    one = replayed(body, sign, ours.client_key) if options.replay else BY_ID[options.variant]
    messages = one.make(body, ours.client_key)
    if not messages:
        raise CouldNotError(_NO_WAY.format(variant=one.id))
    attempts = _attempts(options, poster, url, messages)
    answers = [said.answer(number, answer) for number, answer in enumerate(attempts, 1)]
    return said.judged(judged_alone(one, tuple(answers[-len(messages) :])), answers)


def _misuses(options: argparse.Namespace) -> tuple[tuple[bool, str], ...]:
    """What the command line says that makes no sense together."""
    return (
        (bool(options.report) and not options.series, "--report writes a series down: add --series."),
        (options.replay and not options.file, "--replay posts a recorded one: name its FILE."),
        (bool(options.parameter and options.file), "-p sets a field of one that is made up: leave -p or FILE out."),
        (options.retries and options.series, "--retries posts one again and again: leave it or --series out."),
    )


def _composed(options: argparse.Namespace, mchid: str) -> tuple[bytes, str]:
    """The body, and the signature it was recorded with."""
    if not options.file:
        return written({**example(SystemClock().now(), mchid), **dict(options.parameter)}), ""
    read = read_notification(pasted_text(options.file))
    if not read.body:
        raise CouldNotError(_NO_BODY)
    if options.replay and not read.signature:
        raise CouldNotError(_NO_SIGNATURE)
    return read.body, read.signature


def _attempts(options: argparse.Namespace, poster: Poster, url: str, messages: tuple[Message, ...]) -> Iterator[Answer]:
    """The answers: once for each message, or by the schedule until one is taken."""
    for gap in (*RETRY_GAPS, None) if options.retries else (None,):
        answers = [poster.post(url, one) for one in messages]
        yield from answers
        if gap is None or acknowledged(answers[-1]).taken is Taken.YES:
            return
        time.sleep(gap / options.time_lapse)


def _series(options: argparse.Namespace, said: _Said, url: str, poster: Poster, planned: tuple[Trial, ...]) -> int:
    """Every trial in turn; where the right one gets no answer, nothing else would."""
    answers: dict[str, list[Answer]] = {}
    for trial in planned:
        answers[trial.variant.id] = [poster.post(url, one) for one in trial.messages]
        if trial.variant.id == RIGHT and answers[RIGHT][0].status is None:
            raise CouldNotError(said.masked(f"{place(url)}: {summary(answers[RIGHT][0])}"))
    found = judged(answers)
    now = SystemClock().now().isoformat(timespec="seconds")
    report = Report(place(url), now, found, verdict(found))
    said.series(report)
    for path in options.report:
        _write(path, said.masked(_REPORTS[Path(path).suffix.lower()](report)))
    return WELL if report.verdict.mark is Mark.RIGHT else FOUND


def _write(path: str, content: str) -> None:
    try:
        Path(path).write_text(content, encoding="utf-8")
    except OSError as error:
        raise CouldNotError(f"{path} cannot be written: {error.strerror}.") from None


class _Said:
    """Prints, as text or as one JSON object; the key is in no word of it."""

    def __init__(self, client_key: str, *, as_json: bool) -> None:
        self._key, self._as_json = client_key, as_json
        self._held = ""

    def masked(self, words: str) -> str:
        """The words without the key."""
        return scrub(words, (self._key,))

    def answer(self, number: int, answer: Answer) -> Answer:
        """Say of one attempt what came back; that nothing did waits, for of the last ``judged`` says it."""
        if not self._as_json:
            if self._held:
                self._line(self._held)
            words = "" if answer.status is None else f"  {acknowledged(answer).words}"
            self._held = f"{number}  {summary(answer)}{words}"
            if answer.status is not None:
                self._line(self._held)
                self._held = ""
        return answer

    def judged(self, one: Judged, answers: list[Answer]) -> int:
        """Say what follows; the exit code."""
        if one.answers[-1].status is None:
            raise CouldNotError(self.masked(str(one.did)))
        if self._as_json:
            content = {
                "variant": one.variant.id,
                "must": one.variant.duty.value,
                "result": one.mark.value,
                "follows": str(one.words),
                "attempts": [{"status": each.status, "answered": str(summary(each))} for each in answers],
            }
            sys.stdout.write(self.masked(json.dumps(content, ensure_ascii=False, indent=2)) + "\n")
        else:
            self._line(f"{SIGNS[one.mark]}  {one.variant.title}: {one.words}")
        return WELL if one.mark is Mark.RIGHT else FOUND

    def series(self, report: Report) -> None:
        """Say what each trial gave, then the verdict."""
        if self._as_json:
            sys.stdout.write(self.masked(to_json(report)))
            return
        width = max(len(str(one.variant.title)) for one in report.found)
        for one in report.found:
            self._line(f"{SIGNS[one.mark]}  {one.variant.title!s:<{width}}  {one.did}  {one.words}")
        self._line("")
        for sentence in (report.verdict.headline, *report.notes):
            self._line(str(sentence))

    def _line(self, words: str) -> None:
        sys.stdout.write(self.masked(words).replace("\n", " ") + "\n")
        sys.stdout.flush()
