"""``qfpay-tester watch``: serves as a simulator, and says of each request why its signature is refused."""

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
from qfpay_gui.command.signer import Signer, signer_of
from qfpay_gui.models.profiles.state import Keys
from qfpay_gui.models.watch.cause import cause
from qfpay_gui.models.watch.seen import Seen, looked_at
from qfpay_gui.qfpay.secrets.same_length import same_length_mask
from qfpay_gui.services.simulator.server import Simulator

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from qfpay_gui.services.simulator.overheard import Overheard


def act(options: argparse.Namespace) -> int:
    """Serve until interrupted, or until so many requests came; one line a request."""
    signer = signer_of(options, None)
    ours = signer.credentials
    try:
        simulator = Simulator(
            port=options.port, app_code=ours.app_code or "-", client_key=ours.client_key, mchid=ours.mchid
        )
        heard: Queue[Overheard] = Queue()
        simulator.on_exchange = heard.put
        simulator.start()
    except (OSError, ValueError) as error:
        raise CouldNotError(str(getattr(error, "strerror", None) or error)) from None
    with simulator:
        sys.stderr.write(f"base_url={simulator.base_url}\napp_code={ours.app_code}\n")
        sys.stderr.flush()
        for seen in _seen(heard, signer, options.count):
            sys.stdout.write(_line(seen, signer, as_json=options.json) + "\n")
            sys.stdout.flush()
    return WELL


def _seen(heard: Queue[Overheard], signer: Signer, most: int) -> Iterator[Seen]:
    """Each request, examined one after the other; ``most`` 0 is without end."""
    for number in count(1):
        yield looked_at(Seen(number, heard.get()), partial(Keys, signer.credentials, {}), Event())
        if number == most:
            return


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
    if not as_json:
        return "  ".join(part.replace("\n", " ") for part in told.values() if part)
    deviations = seen.examined.diagnoses[0].deviations if seen.examined and seen.examined.diagnoses else ()
    return json.dumps({**told, "deviations": deviations}, ensure_ascii=False)
