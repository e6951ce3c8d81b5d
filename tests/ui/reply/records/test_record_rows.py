"""What is explained of a record with more members than anybody reads."""

from __future__ import annotations

from qfpay_gui.qfpay.reply.records.state import RecordKind
from qfpay_gui.ui.reply.records.record_rows import record_rows
from qfpay_gui.ui.reply.reply_rows import ReplyHeading, ReplyRow


def test_what_is_known_is_explained_however_much_stands_before_it() -> None:
    """The rest is counted, whether it was looked at or not."""
    many = {f"m{number}": "x" for number in range(5000)}
    rows = record_rows(RecordKind.PAYMENT, {**many, "respcd": "0000", "txamt": "300", "txcurrcd": "HKD"})
    assert [row.name for row in rows if isinstance(row, ReplyRow)][:3] == ["respcd", "txamt", "txcurrcd"]
    (heading,) = (row for row in rows if isinstance(row, ReplyHeading))
    assert "4803" in str(heading.words).replace(",", "")
    assert len(rows) == 201


def test_few_members_are_all_there() -> None:
    """And nothing is counted."""
    rows = record_rows(RecordKind.PAYMENT, {"respcd": "0000", "later": "", "x": "1"})
    assert [row.name for row in rows if isinstance(row, ReplyRow)] == ["respcd", "x"]
