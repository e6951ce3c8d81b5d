"""Everything the doctor tries for one request, counted and summed by family and cause.

``python -m tests.diagnosis.doctor.tried`` writes the table anew; with the name of a family it prints what is in it, so
that two versions can be compared line by line.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode
from zlib import crc32

from qfpay_gui.diagnosis.doctor.bodies import meanings
from qfpay_gui.diagnosis.doctor.case import Case
from qfpay_gui.diagnosis.doctor.catalogue import catalogue
from qfpay_gui.diagnosis.doctor.hashing import Trial
from qfpay_gui.diagnosis.doctor.probe import Probe
from qfpay_gui.diagnosis.doctor.received import targets
from qfpay_gui.diagnosis.doctor.sweeps import SWEEPS, key_forms, key_slips, value_forms
from tests.diagnosis.doctor.received_samples import samples

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qfpay_gui.diagnosis.doctor.deviation import Deviation
    from qfpay_gui.diagnosis.doctor.sweeps.form import Form, KeyForm

FILE = Path(__file__).with_name("tried.json")
KEY = "0A1b2C3d4E5f60718293A4b5C6d7E8f9"
UNSENT = (("mchid", "R1zQrTdJnn"),)
WHOLE = Case(
    sent=(
        ("txamt", "1999"),
        ("txcurrcd", "HKD"),
        ("pay_type", "800213"),
        ("out_trade_no", "WX007-18 b"),
        ("txdtm", "2026-11-23 15:40:02"),
        ("goods_name", "電é & “Tea's” <b>1/2"),
        ("expired_time", "30"),
        ("sandbox", "true"),
        ("udid", ""),
        ("extend_info", '{"user_creid":"1","n":[2]}'),
        ("Zone", "a=1"),
    ),
    client_key=KEY,
    app_code="A2BE4E015A8A4B0A8E9D88F3C1D27B60",
    other_keys=(("Other shop", "61E8F4C2B7A94D0390F1E2D3C4B5A697"),),
    unsent=UNSENT,
    language="php",
)
SMALL = Case(
    sent=(("txamt", "300"), ("txdtm", "2026-01-09 08:05:00"), ("goods_name", "茶 a."), ("no", "7")),
    client_key=KEY,
    sign_type="SHA256",
    unsent=UNSENT,
)
PARAMS = (("txamt", "300"), ("goods_name", "茶 & +%41=é"), ("notify_url", "https://a.b/?x=1&y=2"))
_VALUE = PARAMS[1][1]
_MULTIPART = "".join(
    f'--b1\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in PARAMS
)
BODIES = (
    *(b"", urlencode(PARAMS).encode(), urlencode(PARAMS[::-1], quote_via=quote).encode()),
    "&".join(f"{name}={value}" for name, value in PARAMS).encode(),
    *(urlencode(PARAMS, encoding="gb18030").encode(), urlencode(PARAMS, encoding="latin-1", errors="replace").encode()),
    urlencode([(name, quote(value)) for name, value in PARAMS]).encode(),
    f"txamt=300&goods_name={_VALUE}&notify_url={quote(PARAMS[2][1], safe='')}".encode(),
    f"txamt=300&goods_name={quote(_VALUE)}&notify_url={PARAMS[2][1]}&sign=AB".encode(),
    *(json.dumps(dict(PARAMS), **style).encode() for style in ({}, {"ensure_ascii": False}, {"indent": 2})),
    *(
        f"{_MULTIPART}--b1--\r\n".encode(),
        _MULTIPART.replace("\r", "").encode(),
        b"txamt=300&&goods_name&=x",
        b"%%%=%4",
    ),
    *("&".join(f"n{at}={at}" for at in range(count)).encode() for count in (4, 33)),
    b"a=" + b"x" * (1 << 16),
)
BODY = b'{"txamt":"1999",  "txcurrcd":"HKD"}'
Said = tuple[str, int, str]
"""The id of a cause, its cost, and all there is to say of it."""


class _Recorder(Probe):
    """Says yes to one candidate in some hundred, always the same ones, and keeps them all."""

    def __init__(self, case: Case) -> None:
        super().__init__(case, Trial(["0" * 32, "0" * 64]), lambda: False)
        self.asked: list[Said] = []

    def values(self, index: int, written: Sequence[str]) -> Iterator[int]:
        """Each of them in place of this value."""
        return (at for at, one in enumerate(written) if self._is_told("value", f"{index} {one}".encode()))

    def value(self, index: int, written: str) -> bool:
        """It in place of this value."""
        return self._is_told("value", f"{index} {written}".encode())

    def key(self, key: bytes) -> bool:
        """It in place of the key."""
        return self._is_told("key", key)

    def order(self, pieces: list[bytes]) -> bool:
        """The pieces in this order."""
        return self._is_told("order", b"&".join(pieces))

    def text(self, written: str, *, with_key: bool = True) -> bool:
        """It in place of the parameters."""
        return self._is_told(f"text {with_key}", written.encode("utf-8", "replace"))

    def _is_told(self, kind: str, candidate: bytes) -> bool:
        self.asked.append((f"({kind} asked for)", 0, repr(candidate)))
        return crc32(candidate) % 251 == 0


def _deviation(one: Deviation) -> Said:
    edit = (sorted(one.edit.replaced.items()), one.edit.added, one.edit.arranged, one.edit.odd)
    words = f"{one.cause} | {one.mend}"
    return one.id, one.cost, repr((words, sorted(one.recipe.items()), edit, one.key, one.depth, one.is_favoured))


def _form(one: Form | KeyForm) -> Said:
    return one.id, one.cost, repr((*one[:2], one.cause.template, sorted(one.values.items())))


def _swept(case: Case) -> Iterator[tuple[str, list[Said]]]:
    for sweep in SWEEPS:
        probe = _Recorder(case)
        told = [_deviation(one) for one in sweep(case, probe)]
        yield f"{sweep.__module__.rpartition('.')[2]}.{sweep.__name__}", [*told, *probe.asked]


def _received(received: str) -> Iterator[Said]:
    for digest, form in targets(received).items():
        cause, cost, rest = _deviation(form) if form else ("plain", 0, "")
        yield cause, cost, f"{received} {digest} {rest}"


def _meant(body: bytes) -> Iterator[Said]:
    served, found = meanings(PARAMS, body)
    for one in found:
        rest = repr((body, served, one.pairs, one.alone, one.cost, *map(_deviation, one.transport)))
        yield "+".join(deviation.id for deviation in one.transport), one.cost, rest


def families() -> dict[str, list[Said]]:
    """By name, all that is tried."""
    lengths = frozenset({32, 40, 64})
    return {
        "catalogue": [_deviation(one) for one in catalogue(WHOLE, lengths, BODY).alone],
        "catalogue of another length": [_deviation(one) for one in catalogue(SMALL, frozenset({40})).alone],
        "values": [_form(one) for one in value_forms(WHOLE)],
        "more values": [_form(one) for one in value_forms(SMALL)],
        "keys": [_form(one) for one in key_forms(WHOLE)],
        "key slips": [_form(one) for one in key_slips(WHOLE)],
        **dict(_swept(SMALL)),
        "bodies": [said for body in BODIES for said in _meant(body)],
        "signatures": [said for received in samples() for said in _received(received)],
    }


def summed(said: list[Said]) -> dict[str, list[int]]:
    """By cause: how many, what they cost together, and a sum of all there is to say, in any order."""
    table: dict[str, list[int]] = {}
    for cause, cost, rest in sorted(said):
        row = table.setdefault(cause, [0, 0, 0])
        row[:] = row[0] + 1, row[1] + cost, (row[2] + crc32(rest.encode())) % 2**32
    return table


def as_lines(tables: dict[str, dict[str, list[int]]]) -> str:
    """The tables as JSON, a cause a line."""
    lines = [
        f"{json.dumps(name)}: {{\n" + ",\n".join(f"{json.dumps(cause)}: {row}" for cause, row in table.items()) + "\n}"
        for name, table in tables.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main(names: list[str]) -> None:
    """Write the table, or print these families."""
    for name in names:
        for said in sorted(families()[name]):
            print(*said)  # noqa: T201 - what it is run for
    if not names:
        FILE.write_text(as_lines({name: summed(said) for name, said in families().items()}), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
