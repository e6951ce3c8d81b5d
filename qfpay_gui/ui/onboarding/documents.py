"""A step in Qt's HTML: what was found, what to do, where, what goes wrong; each sentence with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.onboarding.progress import StepState
from qfpay_gui.qfpay.onboarding.steps import REAL_NAMES, StepId
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.widgets.claim_mark import mark
from qfpay_gui.ui.widgets.document_view import heading, items, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qfpay_gui.models.onboarding.state import OnboardingState
    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.onboarding.domains import CheckedDomain
    from qfpay_gui.qfpay.onboarding.steps import Said, Step
    from qfpay_gui.qfpay.reply.wx_results import Explained

STATES = {
    StepState.DONE: text("Onboarding", "Done"),
    StepState.NOT_DONE: text("Onboarding", "Not done"),
    StepState.UNKNOWN: text("Onboarding", "Not known"),
}
"""The word beside the picture of a state."""
_WHERE = text("Onboarding", "Where")
_MISTAKES = text("Onboarding", "What commonly goes wrong")
_REAL_NAMES = text("Onboarding", "With a real-name check (extend_info)")


def document(step: Step, state: OnboardingState) -> str:
    """Everything about this step."""
    parts = [
        *_found(step.id, state),
        f"<p style='margin-top:8px'>{_said(step.task)}</p>",
        heading(_WHERE),
        f"<p>{words(step.place)}</p>",
        heading(_MISTAKES),
        _list(step.mistakes),
    ]
    if step.id is StepId.PAYMENT:
        parts += [heading(_REAL_NAMES), _list(REAL_NAMES)]
    return "".join(parts)


def _found(step: StepId, state: OnboardingState) -> Iterator[str]:
    """What is noticed about what was entered for this step."""
    match step:
        case StepId.BIND if state.appid_finding is not None:
            yield items([_finding(state.appid_finding)])
        case StepId.DOMAIN:
            for domain in state.known.domains:
                yield _domain(domain, with_name=len(state.known.domains) > 1)
        case StepId.CALL if state.explained is not None:
            yield items([_answer(state.explained)])
        case _:
            pass


def _domain(domain: CheckedDomain, *, with_name: bool) -> str:
    worst_first = sorted(domain.findings, key=lambda one: (one.severity is not Severity.OK, -one.severity))
    name = heading(_WRITTEN.fill(written=domain.written[:80])) if with_name else ""
    return name + items(_finding(one) for one in worst_first)


def _finding(finding: Finding) -> tuple[Severity, str]:
    return finding.severity, _titled(finding.severity, words(finding.headline), words(finding.detail), finding.claim)


def _answer(explained: Explained) -> tuple[Severity, str]:
    severity = Severity.OK if explained.id == "paid" else Severity.ATTENTION
    told = f"{words(explained.meaning)} {words(explained.next_step)}"
    return severity, _titled(severity, words(explained.headline), told, f"wx.{explained.id}")


def _titled(severity: Severity, headline: str, told: str, claim: str) -> str:
    colour = current().colour(f"{severity.name.lower()}_fg").name()
    return f"<b style='color:{colour}'>{headline}</b><br>{told} {mark(claim)}"


def _list(sentences: Iterable[Said]) -> str:
    return f"<ul>{''.join(f'<li>{_said(one)}</li>' for one in sentences)}</ul>"


def _said(sentence: Said) -> str:
    return f"{words(sentence.words)} {mark(sentence.claim)}"


_WRITTEN = text("Onboarding", "{written}")
