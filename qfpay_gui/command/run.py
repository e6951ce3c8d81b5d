"""``qfpay-tester run``: a suite, step by step, with a report."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from qfpay_gui.command.exits import FOUND, WELL, CouldNotError
from qfpay_gui.command.place import chosen_environment, journal_of
from qfpay_gui.command.signer import Signer, signer_of
from qfpay_gui.models.suite.library import SHIPPED, UnusableError, rows_of, suite_of
from qfpay_gui.models.suite.runner import run_rows
from qfpay_gui.models.suite.stage import Place, Stop, staged
from qfpay_gui.qfpay.secrets.masking import scrub
from qfpay_gui.qfpay.suite.result import StepResult, SuiteRun, summary
from qfpay_gui.qfpay.suite.rows import NO_ROWS
from qfpay_gui.qfpay.suite.stake import NEVER, is_refused, needs_agreement, stake
from qfpay_gui.qfpay.suite.variables import columns
from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.clock import SystemClock
from qfpay_gui.snippets.suite_report import REPORTS, to_junit

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.suite.rows import Row
    from qfpay_gui.qfpay.suite.suite import Suite

_MONEY = (
    "Not run: on {host} it makes {count} payments of real money, together {sum}. Add --real-money to agree; "
    "refund afterwards what the suite does not refund itself."
)
_NO_TABLE = "Not run: the suite takes {cells} from a table. Add --rows CSV."
_SHIPPED = f" Suites that come with the program: {', '.join(SHIPPED)}."


def act(options: argparse.Namespace) -> int:
    """Run every step, for every row; 0 where all went as expected, else 1."""
    suite, rows = _read(options.suite, options.rows)
    signer = signer_of(options, None)
    environment = chosen_environment(options.environment, signer)
    _guard(suite, rows, environment, agreed=options.real_money)
    key = signer.credentials.client_key
    results: list[StepResult] = []
    table, here = Path(options.rows or suite.rows).name, (environment.id, environment.host, signer.name)
    begun = SuiteRun(options.suite, suite.name, SystemClock().now(), *here, is_whole=True, table=table)
    for one in _results(suite, rows, signer, environment, options.ca_file):
        results.append(one)
        if not options.json:
            sys.stdout.write(f"{'ok' if one.passed else 'FAILED':<7} {one.title}\n")
            words = () if one.passed else scrub(one.words, (key,)).splitlines()
            sys.stdout.writelines(f"        {line}\n" for line in words)
            sys.stdout.flush()
    _report(begun, results, options, key)
    return WELL if all(one.passed for one in results) else FOUND


def _read(source: str, table: str) -> tuple[Suite, tuple[Row, ...]]:
    """The suite and its rows; those that come along are named where there is no such file."""
    try:
        suite = suite_of(source)
        rows = rows_of(suite, source, table)
    except UnusableError as error:
        known = "" if Path(source).exists() or source in SHIPPED else _SHIPPED
        raise CouldNotError(f"{error}{known}") from None
    if rows == NO_ROWS and (names := columns(suite)):
        raise CouldNotError(_NO_TABLE.format(cells=", ".join(f"${{row.{name}}}" for name in sorted(names))))
    return suite, rows


def _guard(suite: Suite, rows: tuple[Row, ...], environment: Environment, *, agreed: bool) -> None:
    if is_refused(environment):
        raise CouldNotError(str(NEVER))
    at_stake = stake(suite, rows)
    if needs_agreement(environment) and at_stake.payments and not agreed:
        raise CouldNotError(_MONEY.format(host=environment.host, count=at_stake.payments, sum=at_stake.human))


def _results(
    suite: Suite, rows: tuple[Row, ...], signer: Signer, environment: Environment, ca_file: str
) -> Iterator[StepResult]:
    place = Place(
        environment,
        signer.credentials,
        signer.environment_id,
        lambda base_url, ours: QFPayClient(base_url, ours, ca_file=ca_file),
    )
    try:
        with journal_of(signer, environment) as journal, staged(suite, place, journal, Stop()) as ground:
            yield from run_rows(suite, ground, rows)
    except ValueError as error:
        raise CouldNotError(str(error)) from None


def _report(run: SuiteRun, results: list[StepResult], options: argparse.Namespace, key: str) -> None:
    if options.json:
        steps = [
            {name: getattr(one, name) for name in ("title", "passed", "words", "seconds", "row")} for one in results
        ]
        written = json.dumps({"suite": run.name, "steps": steps}, ensure_ascii=False, indent=2) + "\n"
        sys.stdout.write(scrub(written, (key,)))
    else:
        sys.stdout.write(f"{summary(results)}.\n")
    wanted = [(path, REPORTS[Path(path).suffix.lower()]) for path in options.report]
    for path, write in wanted + ([(options.junit, to_junit)] if options.junit else []):
        try:
            Path(path).write_text(scrub(write(run.name, results, run.about), (key,)), encoding="utf-8")
        except OSError as error:
            raise CouldNotError(f"{path} cannot be written: {error.strerror}.") from None
