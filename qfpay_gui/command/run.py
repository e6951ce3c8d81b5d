"""``qfpay-tester run``: a suite, step by step, with a report."""

from __future__ import annotations

import csv
import io
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qfpay_gui import resources
from qfpay_gui.command.exits import FOUND, WELL, CouldNotError
from qfpay_gui.command.journal import Journal
from qfpay_gui.command.send import answer_of, chosen_environment, running
from qfpay_gui.command.signer import Signer, signer_of
from qfpay_gui.models.case.files import Unread, read_file
from qfpay_gui.models.suite.runner import Ground, StepResult, run
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.secrets.masking import scrub
from qfpay_gui.qfpay.suite.reading import SuiteError, read_suite
from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.clock import SystemClock
from qfpay_gui.snippets.suite_report import summary, to_html, to_junit, to_markdown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.suite.suite import Suite
    from qfpay_gui.services.simulator import Simulator

_PRODUCTION = "Not run: a suite never runs in production."
_MONEY = (
    "Not run: on {host} it makes {count} payments of real money. Add --real-money to agree; "
    "refund afterwards what the suite does not refund itself."
)
_APART = 0.16
"""Seconds between two requests outside the simulator: QFPay allows 400 a minute."""
_REPORTS = {".html": to_html, ".md": to_markdown, ".xml": to_junit}


@dataclass(frozen=True)
class Told:
    """A step's result as it is printed and reported; ``key`` signed its request, and is in no word of it."""

    result: StepResult
    key: str = field(default="", repr=False)

    @property
    def title(self) -> str:
        """The step, with its row where there is one."""
        return f"{self.result.step} (row {self.result.row})" if self.result.row else self.result.step

    @property
    def passed(self) -> bool:
        """Whether it went as expected."""
        return self.result.passed

    @property
    def seconds(self) -> float:
        """How long its exchange took."""
        return self.result.seconds

    @property
    def words(self) -> str:
        """What came back, and each expectation that was not met."""
        result = self.result
        missed = [
            f"expected: {one.expectation}; seen: {one.seen or 'nothing'}" for one in result.checked if not one.passed
        ]
        return scrub("\n".join(filter(None, (result.problem or result.headline, *missed))), (self.key,))


class SimulatedCustomer:
    """The customer of a simulator in this process."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    def act(self, customer: str, out_trade_no: str, pay_params: Mapping[str, str]) -> str:
        """Pay, cancel or let expire; "" or why that could not be done."""
        if customer == "expires":
            return "" if self._simulator.expire(out_trade_no) else f"There is no open order {out_trade_no}."
        sheet = self._simulator.request_payment(pay_params)
        if not hasattr(sheet, "prepay_id"):
            return sheet.err_msg
        ended = (self._simulator.pay if customer == "pays" else self._simulator.cancel)(sheet.prepay_id)
        return "" if ended.ok or customer == "cancels" else ended.err_msg

    def answer_with(self, spec: str) -> None:
        """Answer the next request so; ValueError for what there is not."""
        from qfpay_gui.services.simulator.outcomes import parse_outcome  # noqa: PLC0415 - a server's room

        self._simulator.outcome = parse_outcome(spec or "normal")


def act(options: argparse.Namespace) -> int:
    """Run every step, for every row; 0 where all went as expected, else 1."""
    suite, rows = _suite(options.suite), _rows(options.rows)
    signer = signer_of(options, None)
    environment = chosen_environment(options.environment, signer)
    _guard(suite, len(rows), environment, agreed=options.real_money)
    told: list[Told] = []
    for one in _results(suite, rows, signer, environment, options.ca_file):
        told.append(one)
        if not options.json:
            sys.stdout.write(f"{'ok' if one.passed else 'FAILED':<7} {one.title}\n")
            sys.stdout.writelines(f"        {line}\n" for line in one.words.splitlines() if not one.passed)
            sys.stdout.flush()
    _report(suite, told, options)
    return WELL if all(one.passed for one in told) else FOUND


def _suite(name: str) -> Suite:
    """The suite in this file, or the one of this name that comes with the program."""
    shipped = f"suites/{name}.toml"
    if name in SHIPPED:
        written = resources.template(shipped)
    else:
        read = read_file(name)
        if isinstance(read, Unread):
            raise CouldNotError(f"{read.reason} Suites that come with the program: {', '.join(SHIPPED)}.")
        written = read.text
    try:
        return read_suite(written)
    except SuiteError as error:
        raise CouldNotError(f"{name}: {error}") from None


SHIPPED = ("payment", "refunds", "mistakes", "answers")
"""The suites that come with the program."""


def _rows(path: str) -> tuple[Mapping[str, str] | str, ...]:
    """Each line of a table by its titles, or why it cannot be used; one empty row where there is no table."""
    if not path:
        return ({},)
    read = read_file(path)
    if isinstance(read, Unread):
        raise CouldNotError(str(read.reason))
    titles, *lines = list(csv.reader(io.StringIO(read.text))) or [[]]
    if not titles or not lines:
        raise CouldNotError(f"{path} has no rows: a first line of titles, then a line for each run.")
    return tuple(
        dict(zip(titles, line, strict=True))
        if len(line) == len(titles)
        else f"The row has {len(line)} cells where there are {len(titles)} titles."
        for line in lines
        if line
    )


def _guard(suite: Suite, rows: int, environment: Environment, *, agreed: bool) -> None:
    if environment.kind is EnvironmentKind.PRODUCTION:
        raise CouldNotError(_PRODUCTION)
    payments = rows * sum(step.call == "payment" and not step.customer for step in suite.steps)
    if environment.kind is EnvironmentKind.LIVE_TESTING and payments and not agreed:
        raise CouldNotError(_MONEY.format(host=environment.host, count=payments))


def _results(
    suite: Suite, rows: tuple[Mapping[str, str] | str, ...], signer: Signer, environment: Environment, ca_file: str
) -> Iterator[Told]:
    with running(environment, signer, "") as (place, simulator), Journal(signer, environment) as journal:
        client = QFPayClient(place.base_url, signer.credentials, ca_file=ca_file)

        def send(request: PreparedRequest) -> Answer:
            if simulator is None:
                time.sleep(_APART)
            return journal.kept(request, lambda: answer_of(client, request, signer))

        customer = SimulatedCustomer(simulator) if simulator else None
        ground = Ground(place, signer.credentials, signer.environment_id, send, SystemClock(), time.sleep, customer)
        for number, row in enumerate(rows, 1):
            place_of = number if rows != ({},) else 0
            if isinstance(row, str):
                yield Told(StepResult("the row", place_of, problem=row))
                continue
            yield from (Told(one, signer.credentials.client_key) for one in run(suite, ground, row, place_of))


def _report(suite: Suite, told: list[Told], options: argparse.Namespace) -> None:
    if options.json:
        steps = [
            {name: getattr(one, name) for name in ("title", "passed", "words", "seconds")} | {"row": one.result.row}
            for one in told
        ]
        sys.stdout.write(json.dumps({"suite": suite.name, "steps": steps}, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(f"{summary(told)}.\n")
    wanted = [(path, _REPORTS[Path(path).suffix.lower()]) for path in options.report]
    for path, write in wanted + ([(options.junit, to_junit)] if options.junit else []):
        try:
            Path(path).write_text(write(suite.name, told), encoding="utf-8")
        except OSError as error:
            raise CouldNotError(f"{path} cannot be written: {error.strerror}.") from None
