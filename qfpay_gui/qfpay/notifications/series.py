"""What a right receiver must survive: every variant posted one after the other, and what its answers tell together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.notifications.success import Acknowledgement, Taken, acknowledged, summary
from qfpay_gui.qfpay.notifications.variants import (
    OTHER_WRITING,
    PHP_WRITING,
    REQUEST_RULE,
    RIGHT,
    STILL,
    TWICE,
    VARIANTS,
    Duty,
    Variant,
)
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qfpay_gui.qfpay.notifications.message import Answer, Message


class Mark(Enum):
    """How a trial went."""

    RIGHT = "right"
    ATTENTION = "attention"
    WRONG = "wrong"
    OPEN = "open"


@dataclass(frozen=True)
class Trial:
    """One variant with the messages to post; none where this body cannot be posted so."""

    variant: Variant
    messages: tuple[Message, ...] = field(repr=False)


@dataclass(frozen=True)
class Judged:
    """How the receiver did with one variant. ``did`` is what it answered, ``words`` what follows from that."""

    variant: Variant
    answers: tuple[Answer, ...]
    mark: Mark
    did: Text
    words: Text

    @property
    def seconds(self) -> float:
        """How long its answers took together."""
        return sum(one.seconds for one in self.answers)


@dataclass(frozen=True)
class Verdict:
    """What all trials say together; ``notes`` are what to look at, ``limit`` what no series can see."""

    mark: Mark
    headline: Text
    notes: tuple[Text, ...]
    limit: Text


def trials(body: bytes, client_key: str) -> tuple[Trial, ...]:
    """Every variant of this notification, in the order they are posted."""
    return tuple(Trial(one, one.make(body, client_key)) for one in VARIANTS)


def judged(answers: Mapping[str, Sequence[Answer]]) -> tuple[Judged, ...]:
    """Each variant that was posted, by its id, judged in the light of the others; in the order of the series."""
    word = _own_word(answers)
    found = [_judged(one, tuple(answers[one.id]), word) for one in VARIANTS if answers.get(one.id)]
    if word is not None:
        return tuple(found)
    marks = {one.variant.id: one.mark for one in found}
    if marks.get(RIGHT, Mark.OPEN) in {Mark.WRONG, Mark.OPEN}:
        return tuple(map(_without_base, found))
    return tuple(map(_without_repeats, found)) if marks.get(TWICE) is Mark.WRONG else tuple(found)


def verdict(found: Sequence[Judged]) -> Verdict:
    """The overall verdict; ``found`` are all trials of a series that ran to its end."""
    wrong = [one for one in found if one.mark is Mark.WRONG]
    is_base_wrong = any(one.variant.id == RIGHT for one in wrong)
    if is_base_wrong and all(one.mark in {Mark.OPEN, Mark.WRONG} for one in found if one.variant.duty is Duty.REFUSE):
        return Verdict(Mark.WRONG, _BASE, _about_base(found), _LIMIT)
    if wrong:
        headline = _WRONG.fill(count=len(wrong), total=len(found))
        own = (_BY_ITS_OWN,) if is_base_wrong else ()
        return Verdict(Mark.WRONG, headline, (*_causes(found, wrong), *own), _LIMIT)
    doubtful = tuple(one.words for one in found if one.mark is Mark.ATTENTION)
    headline = (_DOUBTFUL if doubtful else _ALL_RIGHT).fill(total=len(found))
    return Verdict(Mark.ATTENTION if doubtful else Mark.RIGHT, headline, tuple(dict.fromkeys(doubtful)), _LIMIT)


def judged_alone(one: Variant, answers: tuple[Answer, ...]) -> Judged:
    """One trial judged by itself: by the answer that is worst for a right one, or best for a wrong one."""
    return _judged(one, answers, None)


def _own_word(answers: Mapping[str, Sequence[Answer]]) -> bytes | None:
    """What the receiver answers to a right one in place of SUCCESS, if it answers some wrong one otherwise; or None."""
    right, still = answers.get(RIGHT), answers.get(STILL)
    if not right or not still or right[0].status != _OK or acknowledged(right[0]).taken is not Taken.NO:
        return None
    refusals = [answer for one in VARIANTS if one.duty is Duty.REFUSE for answer in answers.get(one.id, ())]
    word = right[0].body
    tells_apart = _says(still[0], word) and not all(_says(answer, word) for answer in refusals)
    return word if tells_apart else None


def _says(answer: Answer, word: bytes | None) -> bool:
    return answer.status == _OK and answer.body == word


def _judged(one: Variant, answers: tuple[Answer, ...], word: bytes | None) -> Judged:
    """The trial, where this word counts as SUCCESS does, but for the right one."""
    own = None if one.id == RIGHT else word
    told = [_AS_SUCCESS if _says(answer, own) else acknowledged(answer) for answer in answers]
    decisive = max(told, key=lambda each: _ORDER[each.taken])
    answer, is_taken = answers[told.index(decisive)], decisive.taken is not Taken.NO
    did = summary(answer)
    match one.duty:
        case Duty.EITHER:
            return Judged(one, answers, Mark.RIGHT, did, one.because)
        case Duty.ACCEPT if decisive.taken is Taken.YES:
            return Judged(one, answers, Mark.RIGHT, did, _AS_IT_MUST)
        case Duty.ACCEPT if is_taken:
            return Judged(one, answers, Mark.ATTENTION, did, decisive.words)
        case Duty.ACCEPT:
            is_about_the_word = answer.status in {None, _OK}
            return Judged(one, answers, Mark.WRONG, did, decisive.words if is_about_the_word else one.fault)
        case Duty.REFUSE if is_taken:
            return Judged(one, answers, Mark.WRONG, did, one.fault)
        case Duty.REFUSE:
            return Judged(one, answers, *_refused(answer, did))


def _refused(answer: Answer, did: Text) -> tuple[Mark, Text, Text]:
    """How a wrong one was not taken: a crash or silence is no check."""
    if answer.status is None:
        return Mark.ATTENTION, did, _SILENT
    if answer.status >= _CRASH:
        return Mark.ATTENTION, did, _CRASHED.fill(status=answer.status)
    return Mark.RIGHT, did, _AS_IT_MUST


def _without_base(one: Judged) -> Judged:
    """Where the right one is not taken, that others are not taken either proves nothing."""
    if one.variant.id == RIGHT:
        return one
    was_taken = one.mark is Mark.RIGHT and one.variant.duty is Duty.ACCEPT
    is_wrong = one.mark is Mark.WRONG and one.variant.duty is Duty.REFUSE
    return one if was_taken or is_wrong else replace(one, mark=Mark.OPEN, words=_PROVES_NOTHING)


def _without_repeats(one: Judged) -> Judged:
    """Where repeats are refused, every later right one is a repeat."""
    is_repeat = one.mark is Mark.WRONG and one.variant.duty is Duty.ACCEPT and one.variant.id != TWICE
    return replace(one, mark=Mark.OPEN, words=_A_REPEAT) if is_repeat else one


def _about_base(found: Sequence[Judged]) -> tuple[Text, ...]:
    """Why the right one was not taken, and what the others tell about the reason."""
    base = next(one for one in found if one.variant.id == RIGHT)
    notes = [base.words]
    if (telling := _telling(found, base)) is not None:
        notes.append(_REQUEST_RULE if telling.variant.id == REQUEST_RULE else telling.variant.fault)
        told = acknowledged(telling.answers[-1])
        notes += [told.words] if told.taken is not Taken.YES else []
    elif taken := [one.variant.title for one in found if _is_taken(one)]:
        notes.append(_OTHERS_TAKEN.fill(titles=listed(taken)))
    elif base.answers[-1].status is not None:
        notes.append(_KNOWS_IT)
    return tuple(notes)


def _telling(found: Sequence[Judged], base: Judged) -> Judged | None:
    """The one whose way of signing the receiver expects: it is taken, or is the one with a 200, in whatever words."""
    for one in found:
        is_better = one.answers[-1].status == _OK != base.answers[-1].status
        if one.variant.id in {OTHER_WRITING, PHP_WRITING, REQUEST_RULE} and (is_better or _is_taken(one)):
            return one
    return None


def _is_taken(one: Judged) -> bool:
    return all(acknowledged(answer).taken is not Taken.NO for answer in one.answers)


def _causes(found: Sequence[Judged], wrong: Sequence[Judged]) -> tuple[Text, ...]:
    """What is wrong, one line each; that every wrong one is taken is one cause."""
    takes_all = all(one.mark is Mark.WRONG for one in found if one.variant.duty is Duty.REFUSE)
    named = [one for one in wrong if one.variant.duty is Duty.ACCEPT or not takes_all]
    causes = tuple(NAMED.fill(title=one.variant.title, fault=one.words) for one in named)
    return (_TAKES_ALL, *causes) if takes_all else causes


def listed(titles: Sequence[Text]) -> Text:
    """The titles as one text."""
    joined = titles[0]
    for one in titles[1:]:
        joined = text("Receiver", "{first}, {second}").fill(first=joined, second=one)
    return joined


_OK, _CRASH = 200, 500
"""HTTP statuses: the one that counts, and the first that says that the receiver itself failed."""
_ORDER = {Taken.YES: 0, Taken.DOUBTFUL: 1, Taken.NO: 2}
_AS_IT_MUST = text("Receiver", "As it must.")
_AS_SUCCESS = Acknowledgement(Taken.YES, _AS_IT_MUST)
_BY_ITS_OWN = text(
    "Receiver", "It tells right ones from wrong ones, so the others were judged by what it answers to the right one."
)
_SILENT = text("Receiver", "It was not taken, but nothing was answered either: answer with an error of your own.")
_CRASHED = text("Receiver", "It was not taken, but HTTP {status} looks like a crash, not like a check.")
_PROVES_NOTHING = text("Receiver", "Not judged: the right one was not taken either, so this proves nothing.")
_A_REPEAT = text("Receiver", "Not judged: it refuses repeats, and this one counts as a repeat.")
_BASE = text("Receiver", "The right notification was not taken. Until it is, nothing else can be judged.")
_REQUEST_RULE = text(
    "Receiver",
    "It takes the one that is signed like a request: it verifies by the rule for requests, as old samples do.",
)
_OTHERS_TAKEN = text("Receiver", "Others were taken: {titles}.")
_KNOWS_IT = text(
    "Receiver",
    "Take an order that this receiver knows, and the key it verifies with; its own log may say what it missed.",
)
_WRONG = text("Receiver", "{count} of {total} trials went wrong.")
NAMED = text("Receiver", "{title}: {fault}")
_TAKES_ALL = text(
    "Receiver",
    "It answers SUCCESS to every wrong one: it does not verify, or it answers before it does. Whether it then credits "
    "the order, only its own records tell.",
)
_DOUBTFUL = text("Receiver", "No trial of {total} went wrong, but something should be looked at.")
_ALL_RIGHT = text("Receiver", "All {total} trials went as they must.")
_LIMIT = text(
    "Receiver",
    "From outside only answers are seen. Whether an order was credited twice, or by a wrong one, its records there "
    "tell: it must be credited once.",
)
