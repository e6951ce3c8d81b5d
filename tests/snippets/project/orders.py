"""Orders to export, sound and awkward."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from qfpay_gui.snippets.project import MadeOrder

AWKWARD: dict[str, str] = json.loads(
    (Path(__file__).resolve().parents[1] / "typings" / "awkward.json").read_text(encoding="utf-8")
)
PASSED = ("timeStamp", "nonceStr", "package", "signType", "paySign")
GOOD = {
    "appId": "wx2421b1c4370ec43b",
    "timeStamp": "1593746074",
    "nonceStr": "69d8a67fe34e44ca9bb2a20dd299cc58",
    "package": "prepay_id=wx03111434674853b80d25e0911996417600",
    "signType": "MD5",
    "paySign": "B0AECE676746F2A310CB06F27641E809",
}
MADE_AT = datetime(2026, 11, 23, 3, 40, tzinfo=UTC)
MADE_AT_MS = int(MADE_AT.timestamp() * 1000)
ORDER = MadeOrder(
    out_trade_no="QA20261123114002",
    amount="HK$3.00",
    goods_name="奶茶",
    syssn="20261123000300020081074842",
    base_url="https://test-openapi-hk.qfapi.com",
    prepay_id_ends=MADE_AT + timedelta(hours=2),
    order_ends=MADE_AT + timedelta(minutes=30),
)
# Text of both sorts: what JSON may hold, and what tears JavaScript, JSON or Markdown apart.
TEXTS = st.one_of(
    st.text(),
    st.text(st.characters(categories=("Cs", "Cf", "Cc", "Zl", "Zp", "Zs", "Po"))),
    st.lists(st.sampled_from([*AWKWARD.values(), "'", "\\", "\n", "</script", "*/", "`", "|", "$", "\ud83d"])).map(
        "".join
    ),
)
