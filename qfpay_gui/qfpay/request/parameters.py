"""The parameters of each endpoint, from the packaged table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from qfpay_gui.qfpay.text import Text
from qfpay_gui.resources import read_json

ENDPOINTS = ("payment", "query", "refund", "close", "reversal")
"""The calls by name, in the order of an order's life."""


@dataclass(frozen=True)
class Parameter:
    """One documented parameter.

    ``group`` is "main", "optional" or "merchant"; ``editor`` names the kind of input that fits;
    ``max_length`` counts characters, 0 where no limit is documented; ``fresh`` parameters get
    a new value on every send by default. ``many`` take a list separated by commas, each within the length.
    ``pay_types`` are the payment types that know it, () where all do.
    """

    name: str
    label: Text
    help: Text
    group: str
    editor: str
    mandatory: bool
    type: str
    max_length: int
    example: str
    fresh: bool
    many: bool = False
    pay_types: tuple[str, ...] = ()

    def is_mandatory(self, pay_type: str) -> bool:
        """Whether a request of this ``pay_type`` must have it; without one, the Mini Program's is meant."""
        return self.mandatory and (not self.pay_types or not pay_type or pay_type in self.pay_types)


@dataclass(frozen=True)
class Endpoint:
    """A call of the API: its path below the base URL and its parameters, in the order of the form.

    ``purpose`` says what it does to an order; ``caution`` what the documentation leaves open, if anything.
    """

    name: str
    path: str
    parameters: tuple[Parameter, ...]
    label: Text
    purpose: Text
    caution: Text | None = None

    def find(self, name: str) -> Parameter | None:
        """The parameter with this wire name."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)

    @property
    def is_reading(self) -> bool:
        """Whether the call changes nothing: no order is made, no money moves."""
        return self.name == "query"

    @property
    def is_dated_now(self) -> bool:
        """Whether ``txdtm`` is the time of the request itself; elsewhere it is that of the payment."""
        time = self.find("txdtm")
        return time is not None and time.fresh

    @property
    def needs_new_number(self) -> bool:
        """Whether ``out_trade_no`` must be one that was never used; elsewhere it names an order that exists."""
        number = self.find("out_trade_no")
        return number is not None and number.fresh


def _parameter(row: dict[str, Any]) -> Parameter:
    return Parameter(
        name=row["name"],
        label=Text("parameters", row["label"]),
        help=Text("parameters", row["help"]),
        group=row["group"],
        editor=row["editor"],
        mandatory=row["mandatory"],
        type=row["type"],
        max_length=row["max_length"],
        example=row["example"],
        fresh=row.get("fresh", False),
        many=row.get("many", False),
        pay_types=tuple(row.get("pay_types", ())),
    )


@cache
def endpoint(name: str) -> Endpoint:
    """The endpoint with this name; KeyError where there is none."""
    row = read_json("data/parameters.json")[name]
    return Endpoint(
        name=name,
        path=row["path"],
        parameters=tuple(_parameter(parameter) for parameter in row["parameters"]),
        label=Text("parameters", row["label"]),
        purpose=Text("parameters", row["purpose"]),
        caution=Text("parameters", row["caution"]) if row["caution"] else None,
    )


def endpoint_of_path(path: str) -> Endpoint | None:
    """The endpoint that the last part of this path names; None for any other."""
    name = path.rstrip("/").rpartition("/")[2]
    return endpoint(name) if name in ENDPOINTS else None
