"""The request of a step as it was sent, to look at as a case or to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing import ReadRequest
from qfpay_gui.qfpay.reply.reply import header

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


def case_of(request: PreparedRequest) -> ReadRequest:
    """The request as a server reads it; nothing of it is in doubt."""
    return ReadRequest(
        form="http",
        pairs=request.parameters,
        header_pairs=request.headers,
        url=request.url,
        method=request.method,
        body=request.body or None,
        signature=header(request.headers, "X-QF-SIGN"),
        stated_sign_type=header(request.headers, "X-QF-SIGNTYPE"),
        app_code=header(request.headers, "X-QF-APPCODE"),
        is_exact=True,
        is_whole=True,
    )
