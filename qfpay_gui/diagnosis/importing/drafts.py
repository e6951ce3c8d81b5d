"""Makes a draft of a request that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.calls import call_of
from qfpay_gui.qfpay.request.draft import Draft, Entry

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing.request import ReadRequest


def to_draft(request: ReadRequest) -> Draft:
    """A draft that sends exactly the parameters that were read: nothing fresh, empty ones sent, doubled ones kept.

    It is of the endpoint the request went to, as far as the paste tells, else a payment.
    Documented parameters that were not read stay empty and are not sent; of a doubled one the first value stands at
    its place in the form, the others follow as further parameters.
    """
    call = call_of(request)
    known = [parameter.name for parameter in call.parameters]
    first = {name: value for name, value in request.params.items() if name in known}
    entries = [
        Entry(
            name, first.get(name, ""), send_empty=first.get(name) == "", leave_out=name not in first and name == "mchid"
        )
        for name in known
    ]
    seen: set[str] = set()
    for name, value in request.pairs:
        if name in known and name not in seen:
            seen.add(name)
        else:
            entries.append(Entry(name, value, send_empty=not value))
    return Draft(tuple(entries), call.name, _sign_type(request))


def _sign_type(request: ReadRequest) -> str:
    """The sign type where the paste tells it and the API knows it, else "" for the profile's."""
    is_told = request.is_wire or request.stated_sign_type or request.sign_type == "SHA256"
    return request.sign_type if is_told and request.sign_type in {"MD5", "SHA256"} else ""
