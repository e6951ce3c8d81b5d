"""The prepared request: the one object that is shown, sent, and kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.request.form_body import CONTENT_TYPE, decode_form, encode_form
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.qfpay.request.rules import check
from qfpay_gui.qfpay.request.rules.subject import Subject, wrong
from qfpay_gui.qfpay.signing import SIGN_TYPES
from qfpay_gui.qfpay.signing.recipe import OFFICIAL, Signed, SigningRecipe
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.qfpay.request.draft import Draft
    from qfpay_gui.qfpay.text import Text


@dataclass(frozen=True)
class PreparedRequest:
    """Exactly what goes over the wire, how it was signed, and what is noticed about it.

    ``parameters`` are the pairs in the order they are sent; ``body`` are the bytes sent.
    ``deliberate`` names the mistake that was made on purpose, None for an honest request.
    ``order`` is the known order the request is about, as it stood when the request was prepared.
    The repr shows neither values nor key.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes = field(repr=False)
    parameters: tuple[tuple[str, str], ...] = field(repr=False)
    signed: Signed = field(repr=False)
    sign_type: str
    environment: Environment
    endpoint: str = "payment"
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    deliberate: Text | None = None
    order: Order | None = field(default=None, repr=False)

    @property
    def signature(self) -> str:
        """The value of ``X-QF-SIGN``."""
        return self.signed.signature

    @property
    def signing_string(self) -> str:
        """What was signed, the client key included."""
        return self.signed.string

    @property
    def new_number(self) -> str:
        """The ``out_trade_no`` that must never have been used before; "" where it names an order that exists."""
        return self.value("out_trade_no") if endpoint(self.endpoint).needs_new_number else ""

    @property
    def txcurrcd(self) -> str:
        """The currency amounts are in, as sent or else as known of the order; "" where neither tells."""
        return self.value("txcurrcd") or (self.order.txcurrcd if self.order else "")

    def value(self, name: str) -> str:
        """The first value sent under this name, or ""."""
        return next((value for sent_name, value in self.parameters if sent_name == name), "")

    def findings_at(self, field_name: str) -> tuple[Finding, ...]:
        """The findings about this field, the worst first."""
        return self._by_field.get(field_name, ())

    @cached_property
    def _by_field(self) -> dict[str, tuple[Finding, ...]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.field, []).append(finding)
        return {name: tuple(findings) for name, findings in found.items()}


def prepare(  # noqa: PLR0913 - what a request depends on; all but three have a usual value
    draft: Draft,
    credentials: Credentials,
    environment: Environment,
    *,
    now: datetime | None = None,
    bound_to: str = "",
    orders: tuple[Order, ...] = (),
    recipe: SigningRecipe = OFFICIAL,
) -> PreparedRequest:
    """The request this draft becomes. A pure function: equal arguments give an equal request.

    ``now``, an aware time, lets rules compare ``txdtm`` with the clock; ``bound_to`` is the id of the
    environment the credentials belong to; ``orders`` those known there, for rules about what is left of one.
    KeyError for an endpoint or a sign type that there is not.
    """
    wanted = draft.sign_type or credentials.sign_type
    sign_type = wanted if wanted in SIGN_TYPES else "MD5"
    parameters = sent_parameters(draft, credentials)
    signed = recipe.sign(parameters, credentials.client_key, sign_type)
    body = encode_form(parameters)
    call = endpoint(draft.endpoint)
    kept = tuple(entry.name for entry in draft.entries if entry.leave_out and entry.value)
    subject = Subject(call, parameters, kept, credentials, sign_type, environment, bound_to, now, orders)
    return PreparedRequest(
        method="POST",
        url=environment.base_url + call.path if environment.base_url else "",
        headers=_headers(credentials.app_code, signed.signature, sign_type),
        body=body,
        parameters=parameters,
        signed=signed,
        sign_type=sign_type,
        environment=environment,
        endpoint=draft.endpoint,
        findings=(*_wire_check(body, signed, credentials.client_key, sign_type, recipe), *check(subject)),
        order=subject.order,
    )


def sent_parameters(draft: Draft, credentials: Credentials) -> tuple[tuple[str, str], ...]:
    """The pairs that are signed and sent: the first ``mchid`` left empty is filled in from the credentials."""
    pairs = []
    mchid = credentials.mchid
    for entry in draft.entries:
        if entry.is_sent:
            pairs.append((entry.name, entry.value))
        elif entry.name == "mchid" and mchid and not entry.leave_out:
            pairs.append((entry.name, mchid))
            mchid = ""
    return tuple(pairs)


def _headers(app_code: str, signature: str, sign_type: str) -> tuple[tuple[str, str], ...]:
    """MD5 is what an absent X-QF-SIGNTYPE means, and no sample sends it, so only others are named."""
    named = () if sign_type == "MD5" else (("X-QF-SIGNTYPE", sign_type),)
    return (("Content-Type", CONTENT_TYPE), ("X-QF-APPCODE", app_code), ("X-QF-SIGN", signature), *named)


def _wire_check(
    body: bytes, signed: Signed, client_key: str, sign_type: str, recipe: SigningRecipe
) -> Iterator[Finding]:
    """Reads the body as a server does and signs what it reads: it must give the same signature."""
    if recipe.sign(decode_form(body), client_key, sign_type).signature != signed.signature:
        yield wrong(
            "wire-differs",
            "",
            text("Rules", "The body decodes to something else than was signed"),
            text(
                "Rules",
                "A server that reads this body computes another signature. This is a fault of this program: report it.",
            ),
        )
