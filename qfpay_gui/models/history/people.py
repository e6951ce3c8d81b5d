"""What requests of this session said about people, so that it is known again in a reply to another request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.secrets.masking import personal_values

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 200


class People:
    """Remembers the names and IDs that were met last; in memory only."""

    def __init__(self) -> None:
        self._met: dict[str, None] = {}

    def meet(self, parameters: Iterable[tuple[str, str]]) -> None:
        """Remember what these parameters say about a person."""
        for name, value in parameters:
            for said in personal_values(name, value):
                self._met.pop(said, None)
                self._met[said] = None
        for oldest in tuple(self._met)[:-MOST]:
            del self._met[oldest]

    @property
    def met(self) -> tuple[str, ...]:
        """Names and IDs, the latest last."""
        return tuple(self._met)
