"""The pastes of the corpus, what is to be read out of them, and what is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from qfpay_gui.diagnosis import diagnose
from qfpay_gui.diagnosis.importing import ReadRequest, read_requests
from tests.diagnosis.importing.corpus.carriers import CARRIERS
from tests.diagnosis.importing.corpus.generate.orders import CLIENT_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable

_HERE = Path(__file__).parent
PASTES = sorted((_HERE / "pastes").glob("*.txt"))
LIST = _HERE / "not_yet.txt"
"""What is not read yet; ``remaining`` writes it."""
_NOT_YET = [line.split() for line in LIST.read_text(encoding="utf-8").splitlines()]
NOT_YET = frozenset(line[0] for line in _NOT_YET if len(line) == 1)
"""The pastes that are not read yet."""
WRONGED = "wronged"
"""The word in front of the pastes of which a false cause is named."""
LISTED = {line[0]: set(line[1:]) for line in _NOT_YET if len(line) > 1}
"""By carrier: the pastes that are read, but not yet when they come in it; and those that are wronged."""

_TEXTS = ("signature", "app_code", "client_key", "sign_type")


def text_of(paste: Path) -> str:
    """The paste as it was printed."""
    with paste.open(encoding="utf-8", newline="") as file:
        return file.read()


def sent(paste: Path) -> list[dict[str, Any]]:
    """The requests that were sent, as far as the paste shows them, each with the ``cause`` of its signature."""
    requests: list[dict[str, Any]] = json.loads(paste.with_suffix(".json").read_text(encoding="utf-8"))["requests"]
    return requests


def expected(paste: Path) -> list[dict[str, Any]]:
    """What is to be read out of the paste; no parameter twice."""
    return [
        {name: request[name] for name in ("params", *_TEXTS)}
        | {"url": place(request["url"]), "count": len(request["params"])}
        for request in sent(paste)
    ]


def read(text: str) -> list[dict[str, Any]]:
    """The requests that the product reads; none in a paste of another kind."""
    return shown(read_requests(text))


def shown(requests: Iterable[ReadRequest]) -> list[dict[str, Any]]:
    """What was read, as it is expected."""
    return [_shown(request) for request in requests if not request.is_empty]


def is_wronged(paste: Path) -> bool:
    """Whether another cause than the merchant's mistake is named, though the key is known: none, where he made none."""
    mistakes = {request["signature"]: request["cause"]["id"] for request in sent(paste)}
    signed = [one for one in read_requests(text_of(paste), {"shop": CLIENT_KEY}) if one.signature and one.pairs]
    return any(_causes(one) != [mistakes.get(one.signature)] for one in signed)


def _causes(request: ReadRequest) -> list[str | None]:
    asked = (request.pairs, CLIENT_KEY, request.signature, request.sign_type)
    best = next(iter(diagnose(*asked, app_code=request.app_code)), None)
    return list(best.deviations) or [""] if best else []


def lost_in(carrier: str, pastes: Iterable[Path]) -> set[str]:
    """The names of those pastes that are read otherwise when they come in this carrier."""
    carried = CARRIERS[carrier]
    return {paste.stem for paste in pastes if read(carried(text_of(paste))) != expected(paste)}


def place(url: str) -> str:
    """Host, where there is one, and path: whether http or https was used, not every print shows."""
    try:
        parts = urlsplit(url if "://" in url or url.startswith("/") else f"https://{url}")
    except ValueError:
        return url
    return f"{parts.hostname or ''}{parts.path}"


def _shown(request: ReadRequest) -> dict[str, Any]:
    texts = {name: getattr(request, name) for name in _TEXTS}
    return {"params": dict(request.params), **texts, "url": place(request.url), "count": len(request.pairs)}
