"""The read-me of the project, in English and in Chinese: how to pay with it, until when, and what errors mean."""

from __future__ import annotations

import re
from datetime import timedelta, timezone
from string import Template
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qfpay_gui import resources
from qfpay_gui.qfpay.environments import is_loopback, refusal
from qfpay_gui.qfpay.hidden import is_unseen
from qfpay_gui.snippets.project.order import MadeOrder, member

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

_HONG_KONG = timezone(timedelta(hours=8))
_BACKTICKS = re.compile("`+")


def readme(pay_params: Mapping[str, object], order: MadeOrder) -> str:
    """The read-me as Markdown that no value can break."""
    notes, ends, host = list(_notes(pay_params, order)), list(_deadlines(order)), _host(order.base_url)
    filled = {"values": _values(pay_params, order), "app_id": code(member(pay_params, "appId") or "?")}
    for place, language in enumerate(("en", "zh")):
        filled |= {
            f"notes_{language}": "\n>\n".join(note[place] for note in notes),
            f"deadlines_{language}": "\n".join(end[place] for end in ends),
            f"messages_{language}": "\n".join(_messages(language)),
            f"host_{language}": host[place],
        }
    written = Template(resources.template("miniprogram/README.md")).substitute(filled)
    return re.sub(r"\n{3,}", "\n\n", written)


def code(value: str) -> str:
    """The value as Markdown code on one line; what is invisible is written as its number."""
    shown = "".join(f"<U+{ord(one):04X}>" if is_unseen(one) else one for one in value)
    fence = "`" * (max((len(run) for run in _BACKTICKS.findall(shown)), default=0) + 1)
    pad = " " if shown[:1] in {"`", " "} or shown[-1:] in {"`", " "} else ""
    return f"{fence}{pad}{shown}{pad}{fence}" if shown else ""


def _values(pay_params: Mapping[str, object], order: MadeOrder) -> str:
    rows = (
        ("AppID", member(pay_params, "appId")),
        ("Amount · 金额", order.amount),
        ("Goods · 商品", order.goods_name),
        ("out_trade_no", order.out_trade_no),
        ("syssn", order.syssn),
        ("QFPay", order.base_url),
    )
    return "\n".join(f"- {label}: {code(value)}" for label, value in rows if value)


def _notes(pay_params: Mapping[str, object], order: MadeOrder) -> Iterator[tuple[str, str]]:
    if order.simulated:
        yield _note("simulated")
    if not member(pay_params, "appId"):
        yield _note("no_app_id")
    names = [name for name in ("timeStamp", "nonceStr", "package", "paySign") if not member(pay_params, name)]
    if names:
        yield _note("missing", names=", ".join(names))


def _deadlines(order: MadeOrder) -> Iterator[tuple[str, str]]:
    if order.ends_at is None:
        yield _note("end_unknown")
    else:
        yield _note("ends", time=_moment(order.ends_at))
    if order.may_end_at is not None:
        yield _note("may_end", time=_moment(order.may_end_at))


def _moment(time: datetime) -> str:
    return f"{time.astimezone(_HONG_KONG):%Y-%m-%d %H:%M:%S} (UTC+8)"


def _messages(language: str) -> Iterator[str]:
    table = resources.read_json("data/wechat_messages.json")
    for entry in (table["cancelled"], *table["known"], table["other"]):
        said = " · ".join(code(words) for words in entry["says"])
        yield f"| {said} | {entry[language]} |"


def _host(base_url: str) -> tuple[str, str]:
    """What to do with the host the order was made at; nothing where that is this machine."""
    if refusal(base_url) is not None or not base_url.startswith("https://"):
        return "", ""
    host = urlsplit(base_url).hostname or ""
    if is_loopback(host):
        return "", ""
    return _note("host", host=code(f"https://{host}"))


def _note(name: str, **values: str) -> tuple[str, str]:
    """A sentence in both languages."""
    note = resources.read_json("data/project_notes.json")[name]
    return note["en"].format(**values), note["zh"].format(**values)
