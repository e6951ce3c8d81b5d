"""Ways out of a finding: what the draft becomes with it mended, or where in the window that is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import unquote

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.findings import Finding, Severity
from qfpay_gui.qfpay.hidden import half_width, without_hidden
from qfpay_gui.qfpay.request.draft import Draft
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.qfpay.request.rules.query import OTHER_SEPARATOR
from qfpay_gui.qfpay.request.rules.subject import shortened
from qfpay_gui.qfpay.request.rules.time import moment_of
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.qfpay.times import txdtm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.qfpay.request.draft import Entry

Judge = Callable[[Draft], Iterable[Finding]]
_USE = text("Mends", "Use {value}")
_TRIM = text("Mends", "Trim")
_CLEAN = text("Mends", "Delete them")
_LEAVE_OUT = text("Mends", "Leave it out")
_TAKE_OUT = text("Mends", "Take it out")
_CALL = text("Mends", "Call it {name}")
_KEEP_FIRST = text("Mends", "Keep the first")
_SEND = text("Mends", "Send it")
_NEW = text("Mends", "New on every send")
_FIND = text("Mends", "Find it …")
_EDIT = text("Mends", "Edit credentials …")
_SWITCH = text("Mends", "Switch to {environment}")

_SAID = {
    "amount-grouped": ("number",),
    "amount-leading-zero": ("number",),
    "amount-float-noise": ("nearest",),
    "amount-major-units": ("minor",),
    "amount-decimal-text": ("whole", "minor"),
    "currency-spelling": ("code",),
    "expiry-leading-zero": ("minutes",),
    "number-is-syssn": ("number",),
    "refund-exceeds": ("minor",),
    "syssn-is-number": ("syssn",),
    "undoing-amount": ("txamt",),
    "undoing-time": ("txdtm",),
}
"""Under which names the sentences of a finding hold the value to use."""
_ONE_RIGHT_VALUE = {"limit-pay-value": "no_credit", "other-pay-type": "800213", "zone-shape": "+0800"}
_EXAMPLES = frozenset({"pay_type", "txcurrcd"})
"""Parameters whose example is the usual value; any other example would be somebody else's."""
_NOT_TO_BE_SENT = frozenset(
    {"limit-pay-mainland", "mchid-unassigned", "nothing-word", "order-twice", "query-time-ignored", "sent-empty"}
)
_NO_PARAMETERS = frozenset({"app-code-as-parameter", "key-sent", "name-empty", "signature-as-parameter"})
_OF_THE_PROFILE = frozenset({"mchid-differs", "mchid-left-out"})
_OF_CREDENTIALS = frozenset(
    {"app-code-header", "credential-hidden", "credential-missing", "credential-shape", "key-is-app-code"}
)
_MADE_ANEW = {
    "time-format": "txdtm",
    "time-future": "txdtm",
    "time-impossible": "txdtm",
    "time-old": "txdtm",
    "order-number-characters": "out_trade_no",
    "refund-number-of-payment": "out_trade_no",
    "refund-number-used": "out_trade_no",
}
"""Findings that a value made anew on every send ends, where the call has such a one."""
_OPENIDS = frozenset({"openid-made-up", "openid-shape"})


@dataclass(frozen=True)
class Mend:
    """One way out. ``words`` fit a button; ``draft`` is what the draft becomes, or None where something else is done.

    ``act`` then says what: ``fresh:NAME`` makes this value anew on every send, ``environment:ID`` sends elsewhere;
    ``credentials`` and ``find_openid`` are commands of the window.
    """

    words: Text
    draft: Draft | None = field(default=None, repr=False)
    act: str = ""


@dataclass(frozen=True)
class _Case:
    """A finding, and the draft it is about."""

    finding: Finding
    draft: Draft = field(repr=False)
    credentials: Credentials = field(repr=False)
    bound_to: str

    @property
    def place(self) -> int:
        """The index of the first entry of the finding's name that is sent, else of the first one; -1 for none."""
        of_name = [at for at, entry in enumerate(self.draft.entries) if entry.name == self.finding.field]
        sent = [at for at in of_name if self.draft.entries[at].is_sent]
        return next(iter(sent or of_name), -1)

    @property
    def value(self) -> str:
        """What stands there."""
        return self.draft.entries[self.place].value if self.place >= 0 else ""

    def using(self, value: str) -> Iterator[Mend]:
        """The way out that writes another value."""
        if value and value != self.value and self.place >= 0:
            changed = self.draft.edit_at(self.place, value=value, fresh=False, leave_out=False)
            yield Mend(_USE.fill(value=shortened(value)), changed)

    def without_further(self, keeps: Callable[[int, Entry], bool]) -> Draft:
        """The draft with those further parameters of the finding's name alone that are kept."""
        first = self.draft.known_count
        kept = (
            entry
            for at, entry in enumerate(self.draft.entries)
            if at >= first and (entry.name != self.finding.field or keeps(at, entry))
        )
        return self.draft.with_further(tuple(kept))


def mends(
    finding: Finding, draft: Draft, credentials: Credentials, bound_to: str = "", judge: Judge | None = None
) -> tuple[Mend, ...]:
    """The ways out of this finding about the draft, the likeliest first; none where only a person knows one.

    ``bound_to`` is the id of the environment the credentials belong to. ``judge`` tells the findings about another
    draft: no value is offered then that is refused itself, but the ways out of that.
    """
    case = _Case(finding, draft, credentials, bound_to)
    found = tuple(mend for way in _WAYS for mend in way(case))
    return found if judge is None else tuple(mend for one in found for mend in _sound(case, one, judge))


def _sound(case: _Case, mend: Mend, judge: Judge) -> Iterator[Mend]:
    if mend.draft is None or mend.words.template != _USE.template:
        yield mend
        return
    refused = _refused(case, mend.draft, judge)
    if not refused:
        yield mend
    for finding in refused:
        further = mends(finding, mend.draft, case.credentials, case.bound_to)
        yield from (one for one in further if one.draft is not None and not _refused(case, one.draft, judge))


def _refused(case: _Case, draft: Draft, judge: Judge) -> list[Finding]:
    """What is surely wrong with the finding's parameter in this draft."""
    return [one for one in judge(draft) if one.field == case.finding.field and one.severity is Severity.WRONG]


def _of_said_values(case: _Case) -> Iterator[Mend]:
    said = dict((*case.finding.headline.values, *case.finding.detail.values))
    for name in _SAID.get(case.finding.code, ()):
        value = str(said.get(name, ""))
        if "…" not in value and value != "–":
            yield from case.using(value)


def _of_fixed_values(case: _Case) -> Iterator[Mend]:
    yield from case.using(_ONE_RIGHT_VALUE.get(case.finding.code, ""))
    if case.finding.code in _OF_THE_PROFILE:
        yield from _sent_as(case, case.credentials.mchid)
    if case.finding.code == "missing":
        parameter = endpoint(case.draft.endpoint).find(case.finding.field)
        if parameter is not None and parameter.name in _EXAMPLES:
            yield from case.using(parameter.example)
        elif parameter is not None and parameter.fresh:
            yield Mend(_NEW, act=f"fresh:{parameter.name}")
        elif parameter is not None and parameter.name == "sub_openid":
            yield Mend(_FIND, act="find_openid")


def _sent_as(case: _Case, value: str) -> Iterator[Mend]:
    """The value of the profile, also where it stands there and is left out."""
    if value and case.place >= 0:
        changed = case.draft.edit_at(case.place, value=value, leave_out=False)
        yield Mend(_USE.fill(value=shortened(value)), changed)


def _of_rewritten_values(case: _Case) -> Iterator[Mend]:
    rewrite = _REWRITTEN.get(case.finding.code)
    if rewrite is not None:
        yield from case.using(rewrite(case.value))
    if case.finding.code == "hidden-characters":
        cleaned = _cleaned(case.value)
        words = _TRIM if cleaned == case.value.strip() else _CLEAN
        yield from (replace(mend, words=words) for mend in case.using(cleaned))


def _of_entries(case: _Case) -> Iterator[Mend]:
    code = case.finding.code
    if code in _NOT_TO_BE_SENT:
        yield from _left_out(case)
    elif code in _NO_PARAMETERS:
        yield Mend(_TAKE_OUT, case.without_further(lambda _at, _entry: False))
    elif code == "name-doubled":
        yield Mend(_KEEP_FIRST, case.without_further(lambda at, _entry: at == case.place))
    elif code == "left-out":
        yield Mend(_SEND, case.draft.edit_at(case.place, leave_out=False))


def _left_out(case: _Case) -> Iterator[Mend]:
    if case.place >= case.draft.known_count:
        yield Mend(_TAKE_OUT, case.without_further(lambda at, _entry: at != case.place))
    elif case.place >= 0 and case.value:
        yield Mend(_LEAVE_OUT, case.draft.edit_at(case.place, leave_out=True))
    elif case.place >= 0:
        yield Mend(_LEAVE_OUT, case.draft.edit_at(case.place, send_empty=False))


def _of_names(case: _Case) -> Iterator[Mend]:
    """A further parameter under its right name, where nothing stands there yet."""
    if case.place < case.draft.known_count:
        return
    entry = case.draft.entries[case.place]
    meant = dict(case.finding.headline.values).get("meant", "") if case.finding.code == "name-misspelt" else ""
    if meant and not case.draft.find(str(meant)).is_sent:
        without = case.without_further(lambda at, _entry: at != case.place)
        filled = without.fill({str(meant): entry.value}).edit(str(meant), leave_out=False)
        yield Mend(_CALL.fill(name=str(meant)), filled)
    elif case.finding.code == "name-characters" and (cleaned := _cleaned(entry.name)) not in {"", entry.name}:
        yield Mend(_CALL.fill(name=shortened(cleaned)), case.draft.edit_at(case.place, name=cleaned))


def _of_acts(case: _Case) -> Iterator[Mend]:
    code, call = case.finding.code, endpoint(case.draft.endpoint)
    if (name := _MADE_ANEW.get(code)) and (parameter := call.find(name)) and parameter.fresh:
        yield from (Mend(_NEW, act=f"fresh:{name}") for _ in [name] if name == case.finding.field)
    elif code in _OPENIDS:
        yield Mend(_FIND, act="find_openid")
    elif code in _OF_CREDENTIALS:
        yield Mend(_EDIT, act="credentials")
    elif code == "sandbox-cards-only":
        yield from _elsewhere("simulator")
    elif code == "profile-elsewhere":
        yield from _elsewhere(case.bound_to)


def _elsewhere(environment_id: str) -> Iterator[Mend]:
    if (known := environments.of_id(environment_id)) is not None:
        yield Mend(_SWITCH.fill(environment=known.name), act=f"environment:{environment_id}")


_WAYS: tuple[Callable[[_Case], Iterator[Mend]], ...] = (
    _of_said_values,
    _of_fixed_values,
    _of_rewritten_values,
    _of_entries,
    _of_names,
    _of_acts,
)


def _cleaned(written: str) -> str:
    return without_hidden(written).strip(" ")


def _from_iso(written: str) -> str:
    """``2026-03-01T18:00:00+08:00`` as the API writes it, with the digits as they stand; "" for anything else."""
    plain = written.strip()[:19].replace("T", " ", 1)
    return plain if moment_of(plain) else ""


def _eight_hours_later(written: str) -> str:
    moment = moment_of(written)
    return txdtm(moment + timedelta(hours=8)) if moment else ""


def _without_surrogates(written: str) -> str:
    return written.encode(errors="ignore").decode()


def _with_commas(written: str) -> str:
    return ",".join(filter(None, OTHER_SEPARATOR.sub(",", written).split(",")))


_REWRITTEN: Mapping[str, Callable[[str], str]] = {
    "full-width": half_width,
    "list-gap": _with_commas,
    "list-separator": _with_commas,
    "lone-surrogate": _without_surrogates,
    "percent-encoded": unquote,
    "time-format": _from_iso,
    "time-utc": _eight_hours_later,
}
