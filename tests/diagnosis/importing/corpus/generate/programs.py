"""The programs of the folders beside this file, and the pastes and expectations they make."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.diagnosis.importing.corpus.generate.orders import APP_CODE, CLIENT_KEY, HOST, Order, numbered

HERE = Path(__file__).parent
PASTES = HERE.parent / "pastes"


@dataclass(frozen=True)
class Program:
    """One way to print a request.

    ``run`` is a line of shell; ``tool`` says in words what prints; each of ``orders`` holds the names of the orders of
    one paste; ``hides`` and ``shows`` say what is not to be seen, or is: ``url``, its ``host``, ``app_code``,
    ``signature``, ``sign_type``, ``key``. Where the print is encoded as a whole, it is not ``legible``.
    Another ``kind`` than a request is ``reply``, ``pay_params`` or ``notification``.
    """

    name: str
    tool: str
    run: str
    orders: tuple[tuple[str, ...], ...]
    folder: Path
    hides: frozenset[str]
    shows: frozenset[str]
    scheme: str = "https"
    legible: bool = True
    kind: str = "request"

    def paste(self, group: tuple[str, ...]) -> Path:
        """Where the paste of these orders is kept."""
        return PASTES / f"{self.name}.{'-'.join(group)}.txt"

    def sent(self, group: tuple[str, ...]) -> list[Order]:
        """The orders of one paste."""
        return [numbered(name, self.name) for name in group]

    def write(self, group: tuple[str, ...], printed: str) -> None:
        """Keep the paste and what is to be read out of it. ValueError: it holds no order number."""
        orders = self.sent(group)
        for order in orders:
            if self.legible and order.number not in printed:
                raise ValueError(f"order {order.number} is not in what was printed:\n{printed[:600]}")
        self.paste(group).write_text(printed, encoding="utf-8", newline="")
        requests = [self._expected(order) for order in orders] if self.kind == "request" else []
        expected = {"tool": self.tool, "kind": self.kind, "requests": requests}
        text = json.dumps(expected, ensure_ascii=False, indent=1)
        self.paste(group).with_suffix(".json").write_text(text + "\n", encoding="utf-8", newline="")

    def _expected(self, order: Order) -> dict[str, Any]:
        """What a person reads out of the paste, and why the signature is as it is."""
        shown = {
            "url": order.path if "host" in self.hides else f"{self.scheme}://{HOST}{order.path}",
            "app_code": APP_CODE,
            "signature": order.signature,
        }
        texts = {name: "" if name in self.hides else value for name, value in shown.items()}
        key = CLIENT_KEY if "key" in self.shows else ""
        stated = "MD5" if "sign_type" in self.hides else order.sign_type
        cause = {"id": order.mistake.identity, "words": order.mistake.words}
        return {"params": order.params, **texts, "sign_type": stated, "client_key": key, "cause": cause}


def programs() -> list[Program]:
    """All of them, by language and in the order of their tables."""
    tables = sorted(HERE.glob("*/programs.toml"))
    return [one for table in tables for one in _table(table)]


def _table(path: Path) -> list[Program]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return [_program(name, row, path.parent) for name, row in table.items()]


def _program(name: str, row: dict[str, Any], folder: Path) -> Program:
    groups = tuple(tuple(group.split("+")) for group in row["orders"].split())
    return Program(
        name=name,
        tool=row["tool"],
        run=row["run"],
        orders=groups,
        folder=folder,
        hides=frozenset(row.get("hides", "").split()),
        shows=frozenset(row.get("shows", "").split()),
        scheme=row.get("scheme", "https"),
        legible=row.get("legible", True),
        kind=row.get("kind", "request"),
    )
