"""Pages of what comes before a payment: the steps of a merchant's set-up, and WeChat's refusals of code2Session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.reference.page import Kind, Line, Page, Section
from qfpay_gui.qfpay.code2session.errcodes import MEANINGS, Meaning
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.onboarding.steps import REAL_NAMES, STEPS, Said, Step
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator


def pages() -> Iterator[Page]:
    """A page for each step, one for payments under a real name, then one for each error code."""
    yield from map(_step, STEPS)
    yield _real_names()
    for errcode, meaning in MEANINGS.items():
        yield _errcode(errcode, meaning)


def _step(step: Step) -> Page:
    said = (_line(step.task), Line(step.place, term=_WHERE))
    wrong = tuple(Line(one.words, claim=one.claim, severity=Severity.WRONG) for one in step.mistakes)
    sections = (Section(_TASK, said), Section(_MISTAKES, wrong))
    return Page(f"setup.{step.id.value}", Kind.SETUP, step.heading, step.task.words, sections)


def _real_names() -> Page:
    lines = tuple(map(_line, REAL_NAMES))
    see = ("parameter.extend_info",)
    return Page("setup.real-name", Kind.SETUP, _REAL_NAMES, lines[0].words, (Section(_RULES, lines),), see)


def _line(said: Said) -> Line:
    return Line(said.words, claim=said.claim)


def _errcode(errcode: str, meaning: Meaning) -> Page:
    said = (Line(meaning.headline), Line(meaning.remedy, term=_NEXT))
    return Page(f"login.{errcode}", Kind.LOGIN, errcode, meaning.headline, (Section(_MEANING, said),))


_TASK = text("Reference", "What to do")
_WHERE = text("Reference", "Where")
_MISTAKES = text("Reference", "Common mistakes")
_RULES = text("Reference", "Rules")
_REAL_NAMES = text("Reference", "Payments under a real name")
_MEANING = text("Reference", "Meaning")
_NEXT = text("Reference", "Next step")
