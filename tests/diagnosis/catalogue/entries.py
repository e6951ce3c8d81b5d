"""The catalogue as Python reads it: what a merchant sent, and which answers name the cause."""

from __future__ import annotations

import base64
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CATALOGUE = Path(__file__).with_name("mistakes.json")


@dataclass(frozen=True)
class Entry:
    """One request with its signature, and the sets of patterns (``accept``) one of which an explanation must match.

    ``kind`` is single, double, triple (so many mistakes at once), well (signed correctly), random (signed by nobody)
    or invisible (a cause that no search can see). ``hashed`` names character set, digest and print, so that the
    signature can be computed again from ``wrong_signing_string``.
    """

    id: str
    kind: str
    family: str
    params: dict[str, str]
    client_key: str
    app_code: str
    sign_type: str
    signature: str
    cause: str = ""
    code: tuple[str, ...] = ()
    accept: tuple[tuple[str, ...], ...] = ()
    signing_strings: tuple[str, ...] = ()
    wrong_signing_string: str = ""
    hashed: tuple[str, ...] = ()
    other_keys: dict[str, str] = field(default_factory=dict)
    unsent: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    may_be_empty: bool = False

    def named_by(self, explanation: str) -> bool:
        """True where the explanation says everything that one accepted set asks for."""
        said = explanation.lower()
        return any(all(re.search(word, said, re.IGNORECASE) for word in words) for words in self.accept)


def _entry(row: dict[str, Any], requests: dict[str, dict[str, Any]]) -> Entry:
    fields = {**requests[row["request"]], **{name: value for name, value in row.items() if name != "request"}}
    for name in ("code", "signing_strings", "hashed"):
        fields[name] = tuple(fields.get(name, ()))
    fields["accept"] = tuple(tuple(words) for words in fields.get("accept", ()))
    fields["body"] = base64.b64decode(fields["body"]) if "body" in fields else None
    return Entry(**fields)


def read_entries(file: Path = CATALOGUE) -> tuple[Entry, ...]:
    """Every entry of the catalogue, in the order of the file."""
    catalogue = json.loads(file.read_text("utf-8"))
    return tuple(_entry(row, catalogue["requests"]) for row in catalogue["entries"])


def of_kind(*kinds: str) -> tuple[Entry, ...]:
    """The entries of these kinds."""
    return tuple(entry for entry in read_entries() if entry.kind in kinds)


def counted(entries: tuple[Entry, ...]) -> Counter[str]:
    """How many entries there are of each kind."""
    return Counter(entry.kind for entry in entries)
