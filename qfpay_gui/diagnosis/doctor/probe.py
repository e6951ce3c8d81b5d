"""The quickest question of the search: whether one value, another key or another order yields a digest looked for."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.catalogue import key_of, recipe_of
from qfpay_gui.diagnosis.doctor.frames import Frame
from qfpay_gui.diagnosis.doctor.joining import digester
from qfpay_gui.qfpay.signing.recipe import WRITINGS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.deviation import Combination


class Probe:
    """One hash a candidate; words are made only for those that hit.

    ``given`` are deviations that hold besides; each question answers the digest where it is wanted, "" where not.
    ``found`` keeps the last one, ``tried`` counts.
    """

    def __init__(self, case: Case, wanted: Container[str], given: Combination = ()) -> None:
        recipe, key = recipe_of(given), key_of(given, case.client_key)
        frame = Frame(case.sent, recipe, given[0].edit) if given else Frame(case.sent, recipe)
        head, tail = (one.encode() for one in recipe.around(key))
        lead, trail = recipe.lead.encode(), recipe.trail.encode()
        joiner = recipe.joiner.encode()
        self.given = given
        self.tried = 0
        self.found = ""
        self._wanted = wanted
        self._digest = digester(recipe, key, case.sign_type)
        self._write = WRITINGS[recipe.writing]
        self._clean = WRITINGS[recipe.cleaning]
        self._raw = recipe.writing == recipe.cleaning == "raw"
        self._joiner, self._ends = joiner, (head + lead, trail + tail)
        self.pieces = frame.pieces()
        self._around: dict[int, tuple[bytes, bytes]] = {}
        for at, (index, piece) in enumerate(self.pieces):
            name = len(piece) - len(self._write(self._clean(case.sent[index][1])).encode())
            rest = [one for _index, one in self.pieces]
            before = head + lead + joiner.join((*rest[:at], piece[:name]))
            self._around[index] = before, joiner.join((b"", *rest[at + 1 :])) + trail + tail
        text = head + lead + joiner.join(piece for _index, piece in self.pieces) + trail
        self._text = text
        self._own = recipe.digest in {"", "MD5", "SHA256"} and recipe.key_place == "end"
        self._state = hashlib.new(
            (recipe.digest or case.sign_type).lower() if self._own else "md5", text + recipe.key_lead.encode()
        )

    def value(self, index: int, written: str) -> str:
        """The digest with this value in place of the one sent."""
        ends = self._around.get(index)
        if ends is None:
            return ""
        raw = written if self._raw else self._write(self._clean(written))
        return self._asked(self._digest(ends[0] + raw.encode() + ends[1]))

    def key(self, key: bytes) -> str:
        """The digest with this key after the parameters; only where it belongs there."""
        if not self._own:
            return ""
        state = self._state.copy()
        state.update(key)
        return self._asked(state.hexdigest())

    def order(self, pieces: Iterable[bytes]) -> str:
        """The digest with the parameters in this order."""
        return self._asked(self._digest(self._joiner.join(pieces).join(self._ends)))

    def text(self, written: str, *, with_key: bool = True) -> str:
        """The digest of another text in place of the parameters."""
        signed = written.encode("utf-8", "replace")
        return self._asked(self._digest(signed.join(self._ends) if with_key else signed))

    def _asked(self, digest: str) -> str:
        self.tried += 1
        if digest in self._wanted:
            self.found = digest
            return digest
        return ""
