"""One request of another program: its bytes, what it was answered, and why its signature is refused."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.json_reading import JsonText, read_json
from qfpay_gui.qfpay.respcd import explain

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

    from qfpay_gui.diagnosis.examination import Examined
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.models.profiles.state import Keys
    from qfpay_gui.qfpay.text import Text
    from qfpay_gui.services.simulator.overheard import Overheard

_WHOLE = 200_000
"""Bytes of a body that are examined: a signature over more is nobody's mistake of a kind that is known here."""


@dataclass(frozen=True)
class Seen:
    """``case`` is None until it is read, and stays so where reading failed; ``examined`` None until it is examined.

    ``waiting`` tells whether the doctor has yet to come to it, or to find out what is wrong with it; ``has_key``
    whether a key is known to examine it with.
    The repr shows no value.
    """

    id: int
    overheard: Overheard = field(repr=False)
    case: ReadRequest | None = field(default=None, repr=False)
    examined: Examined | None = field(default=None, repr=False)
    waiting: bool = True
    has_key: bool = True

    @property
    def is_unread(self) -> bool:
        """Whether it is yet to be read."""
        return self.waiting and self.case is None

    @property
    def call(self) -> str:
        """The last part of the path, such as payment or query."""
        return self.overheard.request.path.rstrip("/").rpartition("/")[2] or "/"

    def value(self, name: str) -> str:
        """The parameter as it was read, or ""."""
        return self.case.params.get(name, "") if self.case else ""

    @property
    def raw(self) -> str:
        """The request as text; bytes that are no UTF-8 are shown as U+FFFD."""
        request, handed_on = self.overheard.request, self.overheard.handed_on
        body = handed_on.framed if handed_on else request.body
        return f"{request.head}\n\n{body.decode('utf-8', 'replace')}"

    @property
    def answered(self) -> str:
        """Status and body of the answer, as text."""
        answer, handed_on = self.overheard.answer, self.overheard.handed_on
        if handed_on and handed_on.reply:
            return handed_on.reply.decode("utf-8", "replace").replace("\r\n", "\n")
        return f"HTTP {answer.status}\n{answer.content_type}\n\n{answer.body.decode('utf-8', 'replace')}"

    @cached_property
    def respcd(self) -> str:
        """The return code of the answer, or ""."""
        match read_json(self.overheard.answer.body.decode("utf-8", "replace")):
            case JsonText(value={"respcd": str(code)}):
                return code
            case _:
                return ""

    @property
    def meaning(self) -> Text | None:
        """What the return code means; None for an answer without one that is known."""
        known = explain(self.respcd)
        return known.meaning if known else None


def looked_at(seen: Seen, keys_for: Callable[[], Keys], cancelled: Event) -> Seen:
    """The request read and, where it has a signature and a key is known, examined."""
    read = read_in(seen, keys_for)
    return searched(read, keys_for, cancelled) if read.waiting else read


def read_in(seen: Seen, keys_for: Callable[[], Keys]) -> Seen:
    """The request read, at once, and its signature verified; a wrong one still waits for its cause."""
    from qfpay_gui.diagnosis.examination import examined  # noqa: PLC0415 - not needed before something is seen
    from qfpay_gui.diagnosis.importing import read_requests  # noqa: PLC0415

    request = seen.overheard.request
    if len(request.body) > _WHOLE:
        return replace(seen, waiting=False)
    keys = keys_for()
    ours = keys.credentials
    found = read_requests(f"{request.head}\n\n{request.body.decode('utf-8', 'replace')}", {"": ours.client_key})[0]
    case = replace(found, body=request.body or None)
    has_claim, has_key = bool(case.signature.strip() and case.pairs), bool(ours.client_key)
    verified = examined(case, ours, keys.others, depth=0) if has_claim and has_key else None
    if verified is not None and not verified.is_right:
        return replace(seen, case=case)
    return replace(seen, case=case, examined=verified, waiting=False, has_key=has_key or not has_claim)


def searched(seen: Seen, keys_for: Callable[[], Keys], cancelled: Event) -> Seen:
    """A request with a wrong signature, examined; as it was where it was not read."""
    from qfpay_gui.diagnosis.examination import examined  # noqa: PLC0415 - not needed before something is seen

    if seen.case is None:
        return replace(seen, waiting=False)
    keys = keys_for()
    found = examined(seen.case, keys.credentials, keys.others, cancelled=cancelled.is_set)
    return replace(seen, examined=found, waiting=False)
