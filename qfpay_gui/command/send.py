"""``qfpay-tester send``: one request, sent once, and what came back."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui import __version__
from qfpay_gui.command.exits import CouldNotError
from qfpay_gui.command.output import Output
from qfpay_gui.command.pasted import read_pasted
from qfpay_gui.command.place import chosen_environment, journal_of
from qfpay_gui.command.request import draft_of
from qfpay_gui.command.signer import Signer, signer_of
from qfpay_gui.models.sending.answer import Answer, read_answer
from qfpay_gui.qfpay.environments import SIMULATOR, Environment, EnvironmentKind
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.request.consequence import consequence
from qfpay_gui.qfpay.request.guards import review
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare
from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.clock import SystemClock
from qfpay_gui.snippets.proof.model import prove

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from qfpay_gui.models.history.journal import Journal
    from qfpay_gui.services.simulator import Simulator

_PRODUCTION = "Not sent: production is reached from the window only, which shows what is asked and asks every time."
_REAL_MONEY = "Not sent: “{send}” on {host}. Add --real-money to agree, and refund it afterwards."
_USED = (
    "Not sent: {number} was sent to {host} before. If its outcome is unknown, query it; --again sends it all the same."
)


def act(options: argparse.Namespace) -> int:
    """Send once and say what came of it: 0 for success or progress, 1 for a refusal or an unknown outcome."""
    case = read_pasted(options.file) if options.file else None
    signer = signer_of(options, case)
    chosen = chosen_environment(options.environment, signer)
    if options.outcome and chosen.kind is not EnvironmentKind.SIMULATOR:
        raise CouldNotError("--outcome chooses what the simulator answers; nobody else takes it.")
    draft = draft_of(options, case, from_example=True)
    journal = journal_of(signer, chosen)
    with running(chosen, signer, options.outcome) as (environment, _simulator), journal:
        request = prepare(
            draft,
            signer.credentials,
            environment,
            now=SystemClock().now(),
            bound_to=signer.environment_id,
            orders=journal.orders(),
        )
        _guard(request, signer, journal, options)
        client = QFPayClient(environment.base_url, signer.credentials, ca_file=options.ca_file)
        answer = journal.kept(request, lambda: answer_of(client, request, signer))
    return _told(request, answer, signer, as_json=options.json)


@contextmanager
def running(environment: Environment, signer: Signer, outcome: str) -> Iterator[tuple[Environment, Simulator | None]]:
    """The environment; where it is the simulator, with one that runs and knows this merchant."""
    if environment.id != SIMULATOR.id:
        yield environment, None
        return
    from qfpay_gui.services.simulator.outcomes import parse_outcome  # noqa: PLC0415 - a server, for this case alone
    from qfpay_gui.services.simulator.server import Simulator  # noqa: PLC0415

    ours = signer.credentials
    try:
        simulator = Simulator(app_code=ours.app_code or "-", client_key=ours.client_key, mchid=ours.mchid)
        if outcome:
            simulator.outcome = parse_outcome(outcome)
    except ValueError as error:
        raise CouldNotError(str(error)) from None
    with simulator:
        yield replace(environment, base_url=simulator.base_url), simulator


def _guard(request: PreparedRequest, signer: Signer, journal: Journal, options: argparse.Namespace) -> None:
    """What stands before sending, as in the window; what a person is asked there needs an option here."""
    environment = request.environment
    if environment.kind is EnvironmentKind.PRODUCTION:
        raise CouldNotError(_PRODUCTION)
    used = journal.has_used(request)
    if used and not options.again:
        raise CouldNotError(_USED.format(number=request.new_number, host=environment.host))
    reviewed = review(request, signer.name, lambda _number: False)
    if reviewed.refusal is not None:
        raise CouldNotError(str(reviewed.refusal))
    if reviewed.questions:
        asked = reviewed.questions[0]
        raise CouldNotError(f"Not sent. {asked.title} {asked.explanation}")
    real = environment.kind is EnvironmentKind.LIVE_TESTING and not endpoint(request.endpoint).is_reading
    if real and not options.real_money:
        raise CouldNotError(_REAL_MONEY.format(send=consequence(request), host=environment.host))


def answer_of(client: QFPayClient, request: PreparedRequest, signer: Signer) -> Answer:
    """Send once, and read what came back."""
    exchange = client.send(request)
    return read_answer(exchange, signer.credentials.client_key, SystemClock().now())


def _told(request: PreparedRequest, answer: Answer, signer: Signer, *, as_json: bool) -> int:
    key = signer.credentials.client_key
    proof = prove(
        request,
        key,
        created_at=answer.received_at,
        version=__version__,
        verdict=answer.verdict,
        reply=answer.reply,
        languages=(),
    )
    output, said = Output(request, [key], as_json=as_json), answer.verdict
    output.say("Sent", f"{consequence(request)} to {request.environment.name} ({request.environment.host})")
    output.say("Order", request.value("out_trade_no"))
    output.say("Verdict", said.headline)
    output.say("Code", said.codes)
    output.say("Turn", said.turn)
    output.say("Next", said.next_step)
    output.say("Snippet", answer.snippet)
    output.add(snippet=answer.snippet, simulated=request.environment.kind is EnvironmentKind.SIMULATOR)
    return output.end(proof, (*request.findings, *answer.findings), well=said.severity < Severity.ATTENTION)
