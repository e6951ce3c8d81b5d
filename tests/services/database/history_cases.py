"""Entries of many kinds, made as the program makes them, and a search that only reads."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.database.entry import Ending, HistoryEntry, KeptReply, KeptRequest, KeptVerdict
from qfpay_gui.services.database.entry_rows import columns_of
from qfpay_gui.services.database.schema import STEPS, upgrade

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MORNING = datetime(2026, 11, 23, 3, 40, 2, tzinfo=UTC)
GOODS = ("奶茶", "咖啡豆 250g", "Bubble tea 🧋", "50% off & more", 'The "big" one', "雨伞☂️", "ÅNGSTRÖM")
PLACES = (("simulator", "127.0.0.1:51234"), ("live-hk", "test-openapi-hk.qfapi.com"), ("custom", "pay.example.com"))
RESPCDS = {"0000": Ending.SUCCESS, "1143": Ending.IN_PROGRESS, "1108": Ending.FAILED, "": Ending.UNKNOWN}


def entry(number: int = 1, **changes: object) -> HistoryEntry:
    """The entry with this number; equal numbers make equal entries."""
    chance = random.Random(number)  # noqa: S311 - varied entries, no secrets
    environment_id, host = chance.choice(PLACES)
    respcd = chance.choice(tuple(RESPCDS))
    goods, amount = chance.choice(GOODS), str(chance.randint(1, 99_999))
    order = f"QA20261123{number:06}{chance.randint(0, 0xFFFFF):05X}"
    parameters = (("goods_name", goods), ("out_trade_no", order), ("txamt", amount), ("txcurrcd", "HKD"))
    signature = f"{chance.getrandbits(128):032X}"
    kept = KeptRequest("POST", f"https://{host}/trade/v1/payment", (), parameters, signature=signature)
    made = HistoryEntry(
        sent_at=MORNING + timedelta(seconds=number),
        environment_id=environment_id,
        environment_kind="simulator",
        host=host,
        profile="Demo merchant",
        endpoint="payment",
        request=kept,
        verdict=KeptVerdict(Severity.OK, text("Verdict", "{words} it is").fill(words=text("Verdict", "So"))),
        ending=RESPCDS[respcd],
        respcd=respcd,
        reply=KeptReply(200, "OK", (), json.dumps({"respcd": respcd})),
        searched=f"{order}\n{goods}\n{amount}\ndemo merchant\n{host}\n{respcd}\n{signature}".casefold(),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # names are the entry's own


def entries(count: int) -> Iterator[HistoryEntry]:
    """So many different entries, the oldest first."""
    return (entry(number) for number in range(1, count + 1))


def older_file(path: Path, kept: Iterable[HistoryEntry], version: int) -> None:
    """A file of this earlier version; its entries were there before anything but the first version's tables."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        upgrade(connection, STEPS[:1])
        for one in kept:
            columns = {**columns_of(one), "session": "earlier", "note": one.note, "pinned": one.pinned}
            names, places = ", ".join(columns), ", ".join("?" * len(columns))
            connection.execute(f"INSERT INTO entry ({names}) VALUES ({places})", tuple(columns.values()))  # noqa: S608 - our own names
        upgrade(connection, STEPS[:version])
