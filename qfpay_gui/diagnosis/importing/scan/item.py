"""What the scanner finds: a name and its value, with their places and the layout they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qfpay_gui.diagnosis.importing.request import ReadRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.diagnosis.importing.request import Pairs


class Item(NamedTuple):
    """A name at ``start``, its value, the end of that, and the layout.

    ``role`` is "" for a parameter, "reply" for a name that only replies have, else what stands beside parameters.
    ``layout`` is equal for names that are written alike.
    """

    name: str
    value: str
    start: int
    end: int
    layout: tuple[str, str, bool]
    role: str = ""
    is_plain: bool = False


def said_request(form: str, pairs: Pairs, said: Mapping[str, str]) -> ReadRequest:
    """The request of these parameters; ``said`` holds what stands beside them, by its role."""
    return ReadRequest(
        form=form,
        pairs=pairs,
        signature=said.get("signature", ""),
        stated_sign_type=said.get("sign_type", ""),
        app_code=said.get("app_code", ""),
        client_key=said.get("client_key", ""),
    )
