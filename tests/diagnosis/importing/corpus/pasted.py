"""The pastes of the corpus, what is to be read out of them, and what is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from qfpay_gui.diagnosis.importing import ReadRequest, read_requests

_HERE = Path(__file__).parent
PASTES = sorted((_HERE / "pastes").glob("*.txt"))
NOT_YET = frozenset((_HERE / "not_yet.txt").read_text(encoding="utf-8").splitlines())
"""What is not read yet: a paste's name, or the name of a lens and that of the paste it was put before."""

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
    """What is to be read out of the paste."""
    shown = ("params", *_TEXTS)
    return [{name: request[name] for name in shown} | {"url": place(request["url"])} for request in sent(paste)]


def read(text: str) -> list[dict[str, Any]]:
    """What the product reads."""
    return [_shown(request) for request in read_requests(text)]


def place(url: str) -> str:
    """Host and path: whether http or https was used, not every print shows."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    return f"{parts.hostname}{parts.path}" if url else ""


def _shown(request: ReadRequest) -> dict[str, Any]:
    texts = {name: getattr(request, name) for name in _TEXTS}
    return {"params": dict(request.params), **texts, "url": place(request.url)}
