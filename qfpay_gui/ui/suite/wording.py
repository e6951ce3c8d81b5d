"""Suites in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.suite.comparison import Change
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.suite.library import Listed
    from qfpay_gui.models.suite.state import RunState
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.suite.judging import Checked
    from qfpay_gui.qfpay.suite.result import StepResult
    from qfpay_gui.qfpay.suite.suite import Expectation, Step

_MATCHES = text("Suites", "{member} matches {wanted}")
_THERE = text("Suites", "{member} is there")
_NOT_THERE = text("Suites", "{member} is not there")
_INSTEAD = text("Suites", "{expectation} – seen: {seen}")
_EXPECTED = text("Suites", "expected: {expectation}")
_NOTHING = text("Suites", "nothing")
_SHIPPED = {
    "payment": text("Suites", "Payment, query, refund"),
    "refunds": text("Suites", "Rules of refunds"),
    "mistakes": text("Suites", "Merchants' mistakes"),
    "forms": text("Suites", "Forms of a request"),
    "notifications": text("Suites", "Notifications, and again"),
    "answers": text("Suites", "Return codes"),
}
_DONE = text("Suites", "Done.")
_CHANGES = {
    Change.NONE: None,
    Change.FAILS: text("Suites", "fails now"),
    Change.PASSES: text("Suites", "passes again"),
    Change.SLOWER: text("Suites", "slower"),
    Change.NEW: text("Suites", "new"),
}
_CUSTOMER = {
    "pays": text("Suites", "The customer pays {order}"),
    "cancels": text("Suites", "The customer closes the sheet of {order}"),
    "expires": text("Suites", "The time of {order} runs out"),
}
_WAITS = text("Suites", "The notification about {order} is waited for, at most {seconds} s")
_SUM = text("Suites", "{passed} of {total} as expected")
_CAME_TO = text("Suites", "{done} of {total} done")
_ENDED = text("Suites", "{suite}: {sum}")
_FAILED = text("Suites", "{before} · {count} not as expected")
_COUNTED = {
    Change.FAILS: text("Suites", "{before} · fail now: {count}"),
    Change.PASSES: text("Suites", "{before} · pass again: {count}"),
    Change.SLOWER: text("Suites", "{before} · slower: {count}"),
    Change.NEW: text("Suites", "{before} · new: {count}"),
}
_GONE = text("Suites", "{before} · gone: {count}")
_SAME = text("Suites", "{before} · as in the last run")
_STOPPED = text("Suites", "{before} · stopped early")


def title(listed: Listed) -> str:
    """What a suite is called: those that come along in the window's language."""
    return _called(listed.source, listed.name)


def _called(source: str, name: str) -> str:
    return translated(_SHIPPED[source]) if source in _SHIPPED else name


def expectation(one: Expectation) -> str:
    """What is expected, as short as can be."""
    match one.how:
        case "equal":
            return f"{one.member} = {one.wanted}"
        case "most":
            return f"{one.member} ≤ {one.wanted}"
        case "match":
            return translated(_MATCHES.fill(member=one.member, wanted=one.wanted))
        case "present":
            return translated((_THERE if one.wanted == "yes" else _NOT_THERE).fill(member=one.member))


def expected(step: Step | None, result: StepResult | None) -> str:
    """What is expected of a step: of one that was carried out with its variables' values."""
    if result is not None and result.checked:
        return " · ".join(expectation(one.expectation) for one in result.checked)
    return " · ".join(expectation(one) for one in step.expected) if step else ""


def judged(one: Checked) -> Text:
    """What was expected of what was seen."""
    return _EXPECTED.fill(expectation=expectation(one.expectation))


def missed(one: Checked) -> str:
    """What was expected and what came in its place."""
    seen = one.seen or translated(_NOTHING)
    return translated(_INSTEAD.fill(expectation=expectation(one.expectation), seen=seen))


def came(result: StepResult) -> str:
    """What came of a step; of what was not as expected first."""
    if result.problem is not None:
        return translated(result.problem)
    wrong = [missed(one) for one in result.checked if not one.passed]
    said = translated(result.headline or (None if result.checked else _DONE))
    return " · ".join(filter(None, (*wrong, said)))


def change(one: Change) -> str:
    """What is otherwise than last time."""
    return translated(_CHANGES[one])


def sent(step: Step, request: PreparedRequest | None = None) -> str:
    """What a step does: its call with the values it sets, as they were sent where its request is at hand."""
    if step.customer:
        return translated(_CUSTOMER[step.customer].fill(order=step.order))
    if step.notification:
        return translated(_WAITS.fill(order=step.notification, seconds=f"{step.within:g}"))
    extras = ("sign_type", "mistake", "outcome")
    real = dict(request.parameters) if request is not None else {}
    told = [f"{name}={real.get(name, value)}" for name, value in step.values]
    told += [f"{name}: {value}" for name in extras if (value := getattr(step, name))]
    return " · ".join((step.call, *told))


def summary(state: RunState) -> str:
    """How a run stands, and what is otherwise than in the last one."""
    changes, said = state.changes, _counted(state)
    if changes is not None:
        counts = {one: count for one in _COUNTED if (count := changes.count(one))}
        gone = len(changes.gone) if state.run.is_whole else 0
        for one, count in counts.items():
            said = _COUNTED[one].fill(before=said, count=count)
        said = _GONE.fill(before=said, count=gone) if gone else said
        said = said if counts or gone or not state.run.is_whole else _SAME.fill(before=said)
    return translated(said)


def ended(state: RunState) -> str:
    """How a run went, with its name."""
    passed = sum(one.passed for one in state.run.results)
    said: Text = _SUM.fill(passed=passed, total=state.total)
    said = said if state.run.is_whole else _STOPPED.fill(before=said)
    return translated(_ENDED.fill(suite=_called(state.run.source, state.run.name), sum=said))


def _counted(state: RunState) -> Text:
    """How many steps are done while it runs, then how many were as expected, and whether it was stopped."""
    results = state.run.results
    passed = sum(one.passed for one in results)
    failed = len(results) - passed - sum(one.is_left for one in results)
    said = (_CAME_TO if state.is_running else _SUM).fill(done=len(results), passed=passed, total=state.total)
    if failed:
        said = _FAILED.fill(before=said, count=failed)
    return said if state.is_running or state.run.is_whole else _STOPPED.fill(before=said)
