"""A clean request, and single changes to it: what each of them makes the rules say, and at which field."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import SIMULATOR, Environment
from qfpay_gui.qfpay.findings import Finding, Severity
from qfpay_gui.qfpay.orders.order import Order, OrderState
from qfpay_gui.qfpay.request.draft import Draft, Entry, example_draft, freshened
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare

NOW = datetime(2026, 3, 1, 10, 0, 0, tzinfo=UTC)
TXDTM = "2026-03-01 18:00:00"
CREDENTIALS = Credentials("A2BE4E015A8A4B0A8E9D880123456789", "498717301B0846D1992B6F0123456789", "R1zQrTdJnn")
FILLED = {
    "goods_name": "Milk tea",
    "expired_time": "30",
    "notify_url": "http://127.0.0.1:8080/notify",
    "udid": "till 4",
    "goods_info": "large, no sugar",
    "txzone": "+0800",
}

PAID = Order(
    out_trade_no="QA20260301100000aaaaa",
    environment_id=SIMULATOR.id,
    environment_kind="simulator",
    base_url="http://127.0.0.1:1",
    profile="Demo",
    app_code=CREDENTIALS.app_code,
    made_at=NOW,
    syssn="20260301000300020012345678",
    txamt="300",
    txcurrcd="HKD",
    pay_type="800213",
    state=OrderState.PAID,
    txdtm=TXDTM,
)
CARD = replace(PAID, pay_type="802801")
"""An order of a payment type about which close and reversal have nothing to remark."""
OF_ORDER = {
    "payment": FILLED,
    "query": {"out_trade_no": PAID.out_trade_no},
    "refund": {"syssn": PAID.syssn, "txamt": PAID.txamt, "udid": "till 4"},
    "close": {"syssn": PAID.syssn, "txamt": PAID.txamt, "txdtm": TXDTM, "udid": "till 4"},
    "reversal": {"syssn": PAID.syssn, "txamt": PAID.txamt, "txdtm": TXDTM, "udid": "till 4"},
}


def clean_draft(endpoint: str = "payment") -> Draft:
    """A request with nothing to remark on; of a payment every parameter but those that always deserve a word."""
    return freshened(example_draft(endpoint), NOW, "abc123").fill(OF_ORDER[endpoint])


@dataclass(frozen=True)
class Case:
    """A change to the clean request and the finding it makes, or must not make.

    ``value`` replaces the value of ``field``; ``also`` sets further values, ``further`` adds parameters, ``changes``
    sets the entry's own flags. ``says`` is a part of the headline, ``severity`` what is expected of it.
    """

    code: str
    field: str
    value: str | None = None
    says: str = ""
    severity: Severity = Severity.WRONG
    also: tuple[tuple[str, str], ...] = ()
    further: tuple[Entry, ...] = ()
    flags: tuple[tuple[str, bool], ...] = ()
    credentials: Credentials = CREDENTIALS
    environment: Environment = SIMULATOR
    bound_to: str = SIMULATOR.id
    now: datetime | None = NOW
    endpoint: str = "payment"
    orders: tuple[Order, ...] = (PAID,)

    def __str__(self) -> str:
        """What a test report calls the case."""
        shown = "" if self.value is None else ascii(self.value[:20])
        return f"{self.code}-{self.field[:20]!a}-{shown}"

    @property
    def draft(self) -> Draft:
        """The clean draft with the change."""
        draft = clean_draft(self.endpoint)
        for name, value in self.also:
            draft = draft.edit(name, value=value)
        if self.value is not None:
            draft = draft.edit(self.field, value=self.value)
        if self.flags:
            draft = draft.edit(self.field, **dict(self.flags))
        return draft.with_further(self.further)

    def prepared(self) -> PreparedRequest:
        """The request that is looked at."""
        return prepare(
            self.draft,
            self.credentials,
            self.environment,
            now=self.now,
            bound_to=self.bound_to,
            orders=self.orders,
        )


def found(case: Case) -> Finding | None:
    """The finding with the case's code at the case's field, or None."""
    matching = (one for one in case.prepared().findings_at(case.field) if one.code == case.code)
    return next(matching, None)


def check_noticed(case: Case) -> None:
    """Assert that the change is noticed at its field, as gravely as expected, in a short sentence that is true."""
    finding = found(case)
    assert finding is not None, f"{case} gave {[(one.code, one.field) for one in case.prepared().findings]}"
    assert case.says in str(finding.headline)
    assert finding.severity is case.severity
    assert len(str(finding.headline)) <= 48
    assert str(finding.detail).endswith((".", "?"))


def check_quiet(case: Case) -> None:
    """Assert that this code is not said at this field."""
    assert found(case) is None
