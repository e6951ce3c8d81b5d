"""``qfpay-tester watch``: a simulator, or a way through to a host, that says why each signature is refused."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from functools import partial
from itertools import count
from queue import Queue
from threading import Event
from typing import TYPE_CHECKING

from qfpay_gui.command.exits import WELL, CouldNotError
from qfpay_gui.command.place import chosen_environment
from qfpay_gui.command.signer import Signer, signer_of
from qfpay_gui.models.profiles.state import Keys
from qfpay_gui.models.watch.cause import cause
from qfpay_gui.models.watch.seen import Seen, looked_at
from qfpay_gui.models.watch.where import environment_of, short_answer, where
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.handing_on import refusal_to_hand_on
from qfpay_gui.qfpay.handing_on import told as told_of
from qfpay_gui.qfpay.secrets.same_length import same_length_mask

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.services.loopback.service import LoopbackService
    from qfpay_gui.services.simulator.overheard import Overheard


_PRODUCTION = "Not started: {refusal}"
_REAL_MONEY = "Not started: every request of a program would go to {host} at once. {caution} Add --real-money to agree."


def act(options: argparse.Namespace) -> int:
    """Serve until interrupted, or until so many requests came; one line a request."""
    target = _target(options) if options.to else None
    signer = _signer(options)
    heard: Queue[Overheard] = Queue()
    try:
        service = _simulator(options, signer, heard) if target is None else _door(options, target, heard)
        service.start()
    except (OSError, ValueError) as error:
        raise CouldNotError(str(getattr(error, "strerror", None) or error)) from None
    with service:
        path = target.address.partition("/")[2] if target else ""
        told = f"# {told_of(target)[0]}\n" if target else f"app_code={signer.credentials.app_code}\n"
        sys.stderr.write(f"base_url={f'{service.base_url}/{path}'.rstrip('/')}\n{told}")
        sys.stderr.flush()
        for seen in _seen(heard, signer, options.count):
            sys.stdout.write(_line(seen, signer, as_json=options.json) + "\n")
            sys.stdout.flush()
    return WELL


def _target(options: argparse.Namespace) -> Environment:
    """Whom requests are handed on to; CouldNotError where that is nobody, or was not agreed to."""
    target = chosen_environment(options.to, Signer(Credentials()))
    if refusal := refusal_to_hand_on(target):
        raise CouldNotError(_PRODUCTION.format(refusal=refusal))
    if told_of(target)[1] >= Severity.ATTENTION and not options.real_money:
        raise CouldNotError(_REAL_MONEY.format(host=target.host, caution=target.caution))
    return target


def _signer(options: argparse.Namespace) -> Signer:
    """Whose key examines: what is handed on needs none."""
    is_known = options.profile or options.key_env or not options.to
    return signer_of(options, None) if is_known else Signer(Credentials(options.app_code))


def _simulator(options: argparse.Namespace, signer: Signer, heard: Queue[Overheard]) -> LoopbackService:
    from qfpay_gui.services.simulator.server import Simulator  # noqa: PLC0415 - for this case alone

    ours = signer.credentials
    made = Simulator(port=options.port, app_code=ours.app_code or "-", client_key=ours.client_key, mchid=ours.mchid)
    made.on_exchange = heard.put
    return made


def _door(options: argparse.Namespace, target: Environment, heard: Queue[Overheard]) -> LoopbackService:
    from qfpay_gui.services.http.terms import Terms  # noqa: PLC0415 - for this case alone
    from qfpay_gui.services.proxy.door import Door, Target  # noqa: PLC0415
    from qfpay_gui.services.proxy.passing import KEPT  # noqa: PLC0415
    from qfpay_gui.services.simulator.answers import explained  # noqa: PLC0415

    made = Door(lambda _request: explained(503, "Nobody answers here."), port=options.port)
    made.target = Target(target.base_url, partial(Terms, ca_file=options.ca_file, body_limit=KEPT))
    made.on_exchange = heard.put
    return made


def _seen(heard: Queue[Overheard], signer: Signer, most: int) -> Iterator[Seen]:
    """Each request, examined one after the other; ``most`` 0 is without end."""
    for number in count(1):
        overheard = heard.get()
        yield looked_at(Seen(number, overheard), partial(Keys, _whose(overheard, signer), {}), Event())
        if number == most:
            return


def _whose(overheard: Overheard, signer: Signer) -> Credentials:
    """The credentials to examine it with: of what was handed on only those of this app_code."""
    ours, app_code = signer.credentials, overheard.request.header("x-qf-appcode")
    is_another = overheard.handed_on is not None and ours.app_code not in {"", app_code}
    return Credentials() if is_another else ours


def _line(seen: Seen, signer: Signer, *, as_json: bool) -> str:
    pairs = seen.case.pairs if seen.case else ()
    hide = same_length_mask(pairs, [signer.credentials.client_key]).over
    said = hide(str(cause(seen)[0]))
    told = {
        "at": datetime.fromtimestamp(seen.overheard.at, UTC).isoformat(timespec="seconds"),
        "call": hide(seen.call),
        "out_trade_no": hide(seen.value("out_trade_no")),
        "respcd": seen.respcd,
        "cause": said,
    }
    handed_on = seen.overheard.handed_on
    if not as_json:
        more = {"respcd": str(short_answer(seen)), "where": str(where(seen)[0])} if handed_on else {}
        return "  ".join(part.replace("\n", " ") for part in (told | more).values() if part)
    deviations = seen.examined.diagnoses[0].deviations if seen.examined and seen.examined.diagnoses else ()
    told["answered_by"] = environment_of(seen).base_url or environment_of(seen).id
    return json.dumps({**told, "deviations": deviations}, ensure_ascii=False)
