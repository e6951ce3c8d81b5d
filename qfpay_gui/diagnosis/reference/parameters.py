"""Pages of parameters, one a wire name with what each call makes of it, and of the calls themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.reference.examples import PAID, clean
from qfpay_gui.diagnosis.reference.mistakes import mistakes
from qfpay_gui.diagnosis.reference.page import Kind, Line, Page, Section
from qfpay_gui.qfpay.currencies import currencies
from qfpay_gui.qfpay.request.parameters import ENDPOINTS, Endpoint, Parameter, endpoint
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator


def pages() -> Iterator[Page]:
    """A page for each call, then one for each name that any of them knows."""
    calls = [endpoint(name) for name in ENDPOINTS]
    yield from map(_call, calls)
    for name in dict.fromkeys(parameter.name for call in calls for parameter in call.parameters):
        yield _parameter(name, [call for call in calls if call.find(name)])


def _call(call: Endpoint) -> Page:
    said = [Line(call.purpose, claim=f"call.{call.name}"), Line(term=_ROUTE, wire=f"POST {call.path}")]
    if call.caution is not None:
        said.insert(1, Line(call.caution))
    listed = tuple(
        Line(one.label, term=one.name, more=_REQUIRED if one.mandatory else "", page=f"parameter.{one.name}")
        for one in call.parameters
    )
    sections = (Section(_MEANING, tuple(said)), Section(_PARAMETERS, listed))
    return Page(f"call.{call.name}", Kind.CALL, call.label, call.purpose, sections)


def _parameter(name: str, calls: list[Endpoint]) -> Page:
    sections = [section for call in calls for section in _of_call(name, call)]
    if name == "txcurrcd":
        known = (Line(one.name, _DECIMALS.fill(count=one.exponent), wire=one.code) for one in currencies())
        sections.append(Section(_CURRENCIES, tuple(known)))
    first = calls[0].find(name)
    label = first.label if first else ""
    see = tuple(f"call.{call.name}" for call in calls)
    return Page(f"parameter.{name}", Kind.PARAMETER, name, label, tuple(sections), see)


def _of_call(name: str, call: Endpoint) -> Iterator[Section]:
    parameter = call.find(name)
    if parameter is None:
        return
    yield Section(call.label, tuple(_facts(parameter, call)), call.name)
    if wrong := tuple(mistakes(call.name, name)):
        yield Section(_MISTAKES.fill(call=call.label), wrong)


def _facts(parameter: Parameter, call: Endpoint) -> Iterator[Line]:
    yield Line(parameter.help, claim=f"parameter.{call.name}.{parameter.name}")
    yield Line(_required(parameter), term=_MUST)
    yield Line(term=_TYPE, wire=parameter.type)
    if parameter.max_length:
        yield Line((_EACH if parameter.many else _LONGEST).fill(count=parameter.max_length), term=_LENGTH)
    if example := parameter.example or clean(call.name).value(parameter.name) or _EXAMPLES.get(parameter.name, ""):
        yield Line(term=_EXAMPLE, wire=example)


def _required(parameter: Parameter) -> Text:
    if not parameter.mandatory:
        return _OPTIONAL
    return _REQUIRED_FOR.fill(pay_types=", ".join(parameter.pay_types)) if parameter.pay_types else _REQUIRED


_EXAMPLES = {
    "out_trade_no": PAID.out_trade_no,
    "goods_name": "奶茶",
    "expired_time": "30",
    "notify_url": "https://shop.example/notify",
    "limit_pay": "no_credit",
    "extend_info": '{"user_creid":"440524188001010014","user_truename":"李雷"}',
    "udid": "till4",
    "txzone": "+0800",
    "mchid": "R1zQrTdJnn",
    "syssn": PAID.syssn,
    "start_time": "2026-03-01 00:00:00",
    "end_time": "2026-03-31 23:59:59",
    "pay_type": "800213",
    "respcd": "0000,1143",
    "page": "1",
    "page_size": "10",
}
_MEANING = text("Reference", "What it does")
_ROUTE = text("Reference", "Method and path")
_PARAMETERS = text("Reference", "Parameters")
_CURRENCIES = text("Reference", "Currencies")
_DECIMALS = text("Reference", "decimals: {count}")
_MISTAKES = text("Reference", "Common mistakes: {call}")
_MUST = text("Reference", "Requirement")
_REQUIRED = text("Reference", "mandatory")
_REQUIRED_FOR = text("Reference", "mandatory for {pay_types}")
_OPTIONAL = text("Reference", "optional")
_TYPE = text("Reference", "Type")
_LENGTH = text("Reference", "Length")
_LONGEST = text("Reference", "at most {count} characters")
_EACH = text("Reference", "several, separated by commas; each at most {count} characters")
_EXAMPLE = text("Reference", "Example")
