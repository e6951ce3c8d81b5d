"""What can be laid side by side: a merchant's request, ours, and an entry of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.comparison import Side

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.services.database.entry import HistoryEntry


def side_of_case(case: ReadRequest) -> Side:
    """The merchant's request as far as the paste shows it."""
    return Side(case.pairs, case.header_pairs, case.url, case.signature.strip(), case.sign_type)


def side_of_request(prepared: PreparedRequest) -> Side:
    """Our request as it would be sent."""
    return Side(prepared.parameters, prepared.headers, prepared.url, prepared.signature, prepared.sign_type)


def side_of_history(entry: HistoryEntry) -> Side:
    """A kept request: what the history masked stays masked."""
    kept = entry.request
    return Side(kept.parameters, kept.headers, kept.url, kept.signature, kept.sign_type)
