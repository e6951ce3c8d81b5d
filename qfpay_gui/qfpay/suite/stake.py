"""What a suite would do with real money, told before it runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.environments import Environment, EnvironmentKind, host_name, is_loopback
from qfpay_gui.qfpay.request.draft import example_draft
from qfpay_gui.qfpay.request.guards import Question
from qfpay_gui.qfpay.suite.suite import Step, Suite
from qfpay_gui.qfpay.suite.variables import UnknownVariableError, filled
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qfpay_gui.qfpay.suite.rows import Row

NEVER = text("Suites", "Not run: a suite never runs in production.")
_TITLE = text("Suites", "Run {suite} with real money?")
_STAKE = text("Suites", "Payments: {count}, together {sum}\nHost: {host}\nMerchant: {merchant}")
_UNKNOWN = text("Suites", "{stake}\nPayments whose amount is known only when they are sent: {count}")
_IDLE = text("Suites", "{stake}\nSteps that only the simulator can carry out: {count}")
_AFTER = text(
    "Suites",
    "{stake}\n\nOne request at a time is sent, at most 375 a minute. What is paid and not refunded by the suite is "
    "offered for refund at the end.",
)
_AGREE = text("Suites", "Run with real money")


@dataclass(frozen=True)
class Stake:
    """How many payments are made, and their sums in minor units by currency; ``open`` are those of unknown amount."""

    payments: int = 0
    sums: Mapping[str, int] = field(default_factory=dict)
    open: int = 0

    @property
    def human(self) -> str:
        """The sums as money."""
        return " + ".join(human_amount(str(sum_), code) or f"{sum_} {code}" for code, sum_ in self.sums.items()) or "0"


def stake(suite: Suite, rows: Iterable[Row]) -> Stake:
    """What the payments of every usable row come to, as far as that is known beforehand."""
    count, open_, sums = 0, 0, dict[str, int]()
    payments = [one for one in suite.steps if one.call == "payment" and not one.customer and not one.notification]
    for row in rows:
        if isinstance(row, Text):
            continue
        for step in payments:
            amount, currency = _amount(step, row)
            count += 1
            if amount is None:
                open_ += 1
            else:
                sums[currency] = sums.get(currency, 0) + amount
    return Stake(count, sums, open_)


def is_refused(environment: Environment) -> bool:
    """Whether no suite may run here."""
    return environment.kind is EnvironmentKind.PRODUCTION


def needs_agreement(environment: Environment) -> bool:
    """Whether money there is or may be real."""
    if environment.kind is EnvironmentKind.CUSTOM:
        return not is_loopback(host_name(environment.base_url))
    return environment.kind is EnvironmentKind.LIVE_TESTING


def question(suite: Suite, at_stake: Stake, environment: Environment, merchant: str) -> Question:
    """What a person agrees to before a suite runs with real money."""
    said: Text = _STAKE.fill(count=at_stake.payments, sum=at_stake.human, host=environment.host, merchant=merchant)
    if at_stake.open:
        said = _UNKNOWN.fill(stake=said, count=at_stake.open)
    if idle := len(suite.needs_simulator):
        said = _IDLE.fill(stake=said, count=idle)
    return Question(_TITLE.fill(suite=suite.name), _AFTER.fill(stake=said), _AGREE)


def _amount(step: Step, row: Mapping[str, str]) -> tuple[int | None, str]:
    """None for an amount that is not known yet, or is no whole number."""
    usual = example_draft("payment")
    values = tuple(pair for pair in step.values if pair[0] in {"txamt", "txcurrcd"})
    try:
        known = dict(filled(Step(step.name, values=values), {f"row.{name}": cell for name, cell in row.items()}).values)
    except UnknownVariableError:
        return None, ""
    amount, currency = (known.get(name, usual.value(name)) for name in ("txamt", "txcurrcd"))
    return (int(amount) if amount.isascii() and amount.isdigit() else None), currency
