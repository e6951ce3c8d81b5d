"""All that is printed: as text or as one JSON object, masked on this one way out."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from qfpay_gui.command.exits import FOUND, WELL
from qfpay_gui.qfpay.findings import Finding, Severity
from qfpay_gui.qfpay.secrets.same_length import SameLengthMask, same_length_mask
from qfpay_gui.qfpay.text import Text
from qfpay_gui.snippets.proof.json_file import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.snippets.proof.model import Proof

_LABEL = 11


class Output:
    """Prints about one request; ``keys`` and what the request says of a person are hidden in every line."""

    def __init__(self, request: PreparedRequest, keys: Iterable[str], *, as_json: bool) -> None:
        self._request = request
        self._mask: SameLengthMask = same_length_mask(request.parameters, keys)
        self._as_json = as_json
        self._members: dict[str, Any] = {}

    def say(self, label: str, words: Text | str) -> None:
        """Print what a line is about, and what there is to say; nothing where a JSON object is printed."""
        shown = self._hidden(words)
        if self._as_json or not shown:
            return
        first, *others = shown.splitlines()
        sys.stdout.write(f"{label:<{_LABEL}}{first}\n".replace(" \n", "\n"))
        sys.stdout.writelines(f"{'':<{_LABEL}}{line}\n" for line in others)

    def add(self, **members: str | int) -> None:
        """Members of the JSON object beside those of the proof: numbers, and texts that are masked here."""
        self._members |= {name: self._hidden(one) if isinstance(one, str) else one for name, one in members.items()}

    def end(self, proof: Proof, findings: Iterable[Finding], *, well: bool) -> int:
        """The findings, then the JSON object if it is wanted; the exit code, 1 where something is wrong."""
        found = [one for one in findings if one.severity > Severity.NOTE]
        for one in found:
            headline = self._hidden(one.headline).rstrip(".")
            self.say("Finding", f"{one.field or 'request'}: {headline}.")
            self.say("", one.detail)
        if self._as_json:
            record = {**json.loads(to_json(proof)), **self._members, "findings": [self._finding(one) for one in found]}
            del record["programs"]
            sys.stdout.write(json.dumps(record, ensure_ascii=False, indent=2) + "\n")
        return WELL if well and all(one.severity < Severity.WRONG for one in found) else FOUND

    def _hidden(self, words: Text | str) -> str:
        """The words; of a sentence only its values can hold a secret."""
        return str(words.mapped(self._mask.over)) if isinstance(words, Text) else self._mask.over(words)

    def _finding(self, one: Finding) -> dict[str, str]:
        return {
            "code": one.code,
            "severity": one.severity.name.lower(),
            "field": self._hidden(one.field),
            "headline": self._hidden(one.headline),
            "detail": self._hidden(one.detail),
        }
