"""A page of the reference: sentences that stand elsewhere too, in sections, each with its claim in the register."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from qfpay_gui.qfpay.claims import claims_about
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.findings import Severity


class Kind(Enum):
    """What a page is about; the value begins the ids of its pages."""

    SIGNING = "signing"
    CALL = "call"
    PARAMETER = "parameter"
    RESPCD = "respcd"
    MEMBER = "pay_params"
    WX = "wx"
    RECORD = "record"
    NOTIFICATION = "notification"
    LOGIN = "login"
    SETUP = "setup"
    ENVIRONMENT = "environment"


KINDS = {
    Kind.SIGNING: text("Reference", "Signing"),
    Kind.CALL: text("Reference", "Call"),
    Kind.PARAMETER: text("Reference", "Parameter"),
    Kind.RESPCD: text("Reference", "Return code"),
    Kind.MEMBER: text("Reference", "Member of pay_params"),
    Kind.WX: text("Reference", "Answer of WeChat"),
    Kind.RECORD: text("Reference", "Field of a record"),
    Kind.NOTIFICATION: text("Reference", "Field of a notification"),
    Kind.LOGIN: text("Reference", "Error of code2Session"),
    Kind.SETUP: text("Reference", "Set-up"),
    Kind.ENVIRONMENT: text("Reference", "Environment"),
}
"""The kinds in words."""

Words: TypeAlias = "Text | str"
"""A sentence, or what is written on the wire and the same in every language."""


@dataclass(frozen=True)
class Line:
    """One thing that is said.

    ``term`` names it; ``wire`` is a value as it is written on the wire; ``words`` say what it is, ``more`` the rest.
    ``claim`` is its entry in the register, where it has a name of its own; ``severity`` is that of a mistake;
    ``page`` is where it is told.
    """

    words: Words = ""
    more: Words = ""
    term: Words = ""
    wire: str = ""
    claim: str = ""
    severity: Severity | None = None
    page: str = ""

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the entries that stand behind what it says; none where another page tells it."""
        if self.page:
            return ()
        said = (one for one in (self.words, self.more) if isinstance(one, Text))
        return (self.claim,) if self.claim else tuple(claim.id for claim in claims_about(*said))

    def texts(self) -> Iterator[Words]:
        """Everything it says."""
        yield from (self.term, self.wire, self.words, self.more)


@dataclass(frozen=True)
class Section:
    """Lines under a heading; ``anchor`` is where a link may lead, or ""."""

    heading: Words
    lines: tuple[Line, ...]
    anchor: str = ""


@dataclass(frozen=True)
class Page:
    """All that is known about one subject.

    ``id`` is stable and begins with the kind. ``title`` is the wire name where there is one, ``summary`` one sentence.
    ``unsourced`` says why no entry of the register stands behind the page, where none does.
    """

    id: str
    kind: Kind
    title: Words
    summary: Words
    sections: tuple[Section, ...]
    see: tuple[str, ...] = ()
    unsourced: Text | None = None

    @property
    def claims(self) -> tuple[str, ...]:
        """The entries of the register behind it, each once."""
        found = (claim for section in self.sections for line in section.lines for claim in line.claims)
        return tuple(dict.fromkeys(found))

    def texts(self) -> Iterator[Words]:
        """Everything it says below its title."""
        yield self.summary
        for section in self.sections:
            yield section.heading
            for line in section.lines:
                yield from line.texts()
