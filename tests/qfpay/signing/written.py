"""What each table of the recipes makes of a few texts that hold what libraries treat differently.

``python -m tests.qfpay.signing.written`` writes it anew into ``written.json``: then read what changed, line by line.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.signing import old_digests
from qfpay_gui.qfpay.signing.charsets import CHARSETS, hashed_text
from qfpay_gui.qfpay.signing.digests import CASES, DIGESTS, KEYED_DIGESTS, digested_text
from qfpay_gui.qfpay.signing.encodings import SHAPES, WRITINGS
from qfpay_gui.qfpay.signing.prints import ALPHABET, MAPS, PIECES
from qfpay_gui.qfpay.signing.sort_orders import ORDERS, Pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).with_name("written.json")
Row = str | None | list[str | None]

MIXED = (
    " Crème  BRÛLÉE–à l’“eau”, it's <b>1/2</b>&amp;\u00a0½ \\u8336 “電电”後茶\u200b😀\ufe0f\t-- ...\r\n"
    'a+b=%41%%;!~*\'("x")_-.`^|[]{}?:@$#{y}，I-i… €3 '
)
TEXTS = (
    MIXED,
    "0300",
    "300",
    "0",
    "",
    "ab,c",
    "https://例え.jp:80/a b?c=茶",
    "奶茶 x2",
    "'it'",
    "\x7fÿ\u2028",
    ' \'Tis "so" ("x")',
)
KEY = b"0A1b2C3d4E5f60718293A4b5C6d7E8f9"
SIGNED = "txamt=300&goods_name=奶茶é😀".encode()
DIGITS = ("0012f0a9ff00102030405060708090a0", "00abc", "0f")
NAMES = (
    *("txamt", "txcurrcd", "pay_type", "out_trade_no", "txdtm", "sub_openid", "expired_time", "Limit_pay", "a10"),
    *("a9", "aB", "a_b", "zz", "10", "9", "01", "Ab", "mchid", "goods_name", "udid", "a-b", "ä", "茶", "q", "a", "Z"),
)
VALUES = ("300", "HKD", "10", "9", "9.5", "a9", "B", "b", "", "0300", "A", "~")


def _pairs(count: int) -> Pairs:
    return tuple((name, VALUES[at % len(VALUES)]) for at, name in enumerate(NAMES[:count]))


def _orders() -> Iterator[tuple[str, Row]]:
    for name, order in ORDERS.items():
        yield name, [" ".join(one for one, _value in order(_pairs(count))) for count in (8, 12, 13, 26)]


def _writings() -> Iterator[tuple[str, Row]]:
    """None where the text stays as it is."""
    for name, write in WRITINGS.items():
        yield name, [None if (made := write(text)) == text else made for text in TEXTS]


def _charsets() -> Iterator[tuple[str, Row]]:
    for name, encode in CHARSETS.items():
        yield name, [encode(MIXED).hex(), hashed_text(name, MIXED)]


def _digests() -> Iterator[tuple[str, Row]]:
    for name, digest in DIGESTS.items():
        yield name, [digest(SIGNED), digested_text(name, KEY, SIGNED)]
    for name, keyed in KEYED_DIGESTS.items():
        yield name, [keyed(KEY, SIGNED), keyed("kéy".encode(), SIGNED), digested_text(name, KEY, SIGNED)]


def _old_digests() -> Iterator[tuple[str, Row]]:
    for digest in (old_digests.md4, old_digests.ripemd160, old_digests.sm3, old_digests.fnv1a32):
        yield digest.__name__, [digest(bytes(range(count))).hex() for count in (0, 55, 56, 64, 200)]


def _prints() -> Iterator[tuple[str, Row]]:
    for made in ALPHABET:
        yield (
            made.maker,
            [f"{made.is_rare}", *(made.write(text) for text in ('奶é\n"#{x}$@', "0300", "it's", " 'a\"`"))],
        )
    for name, piece in PIECES.items():
        yield f"piece {name}", piece("n", 'é "#{x}"')


def _maps() -> Iterator[tuple[str, Row]]:
    several = (("a b", "é&<>'=\""), *_pairs(7))
    for name, write in {**MAPS, **SHAPES}.items():
        yield name, [write(several), write(several[3:5]), write((("txamt", "0300"), ("n", "\\")))]


def written() -> dict[str, dict[str, Row]]:
    """By table and name."""
    return {
        "orders": dict(_orders()),
        "writings": dict(_writings()),
        "charsets": dict(_charsets()),
        "digests": dict(_digests()),
        "old digests": dict(_old_digests()),
        "cases": {name: [write(one) for one in DIGITS] for name, write in CASES.items()},
        "prints": dict(_prints()),
        "maps": dict(_maps()),
    }


def _one_row_a_line(tables: dict[str, dict[str, Row]]) -> str:
    lines = [f"{json.dumps(title)}: {{\n{_rows(table)}\n}}" for title, table in tables.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _rows(table: dict[str, Row]) -> str:
    return ",\n".join(
        f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row, ensure_ascii=False)}" for name, row in table.items()
    )


if __name__ == "__main__":
    FILE.write_text(_one_row_a_line(written()), encoding="utf-8")
