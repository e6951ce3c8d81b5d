"""The parameters of each endpoint, from the packaged table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from qfpay_gui.qfpay.text import Text
from qfpay_gui.resources import read_json


@dataclass(frozen=True)
class Parameter:
    """One documented parameter.

    ``group`` is "main", "optional" or "merchant"; ``editor`` names the kind of input that fits;
    ``max_length`` counts characters, 0 where no limit is documented; ``fresh`` parameters get
    a new value on every send by default.
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


@dataclass(frozen=True)
class Endpoint:
    """A call of the API: its path below the base URL and its parameters, in the order of the form."""

    name: str
    path: str
    parameters: tuple[Parameter, ...]

    def find(self, name: str) -> Parameter | None:
        """The parameter with this wire name."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)


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
    )


@cache
def endpoint(name: str) -> Endpoint:
    """The endpoint with this name; KeyError where there is none."""
    row = read_json("data/parameters.json")[name]
    return Endpoint(name, row["path"], tuple(_parameter(parameter) for parameter in row["parameters"]))
