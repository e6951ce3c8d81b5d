"""Writes outsider.json by running ``programs/outsider.*``: ``python -m tests.diagnosis.catalogue.run_outsider``.

These programs make some two thousand mistakes in seven families, thought of without a look at the doctor. A fifth of
them is kept, each on one request, to hold the doctor against it; ``--all FILE`` writes every one for a measurement.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from qfpay_gui.qfpay.signing.recipe import OFFICIAL
from tests.diagnosis.catalogue.run_programs import PROGRAMS, Row, commands, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

OUTSIDER = Path(__file__).with_name("outsider.json")
KEPT = 5
"""One of so many mistakes is kept."""
_ALIKE = {"quot": "around", "line": "carriage", "empty": "without its value", "blank": "filled", "number": "decimals"}
"""What else the doctor may call it."""


def _made(command: list[str], requests: dict[str, Any]) -> dict[str, list[tuple[str, Row]]]:
    """Every mistake by its title, with the requests on which it makes a difference."""
    found: dict[str, list[tuple[str, Row]]] = {}
    for name, request in requests.items():
        right = OFFICIAL.sign(request["params"].items(), request["client_key"], request["sign_type"])
        seen = {right.signature}
        for row in rows(command, request):
            if row.signature and row.signature.upper() not in seen:
                seen.add(row.signature.upper())
                found.setdefault(row.title, []).append((name, row))
    return found


def _entries(requests: dict[str, Any], kept: int) -> Iterator[list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        for command in commands(folder, "outsider"):
            for title, made in _made(command, requests).items():
                if crc32(title[::-1].encode()) % kept == 0:
                    name, row = made[crc32(title.encode()) % len(made)]
                    words = "|".join((row.words, *(more for word, more in _ALIKE.items() if word in row.words)))
                    yield [row.title, row.family, words, name, row.signature, row.signed]


def main() -> None:
    """Run every program on every request and write what they made."""
    requests = json.loads((PROGRAMS / "outsider_requests.json").read_text("utf-8"))
    file, kept = (Path(sys.argv[2]), 1) if sys.argv[1:2] == ["--all"] else (OUTSIDER, KEPT)
    entries = {(entry[3], entry[4].upper()): entry for entry in _entries(requests, kept)}
    lines = ",\n".join(f"  {json.dumps(entry, ensure_ascii=False)}" for entry in entries.values())
    table = ",\n".join(f"  {json.dumps(name)}: {json.dumps(one, ensure_ascii=False)}" for name, one in requests.items())
    file.write_text(f'{{\n "requests": {{\n{table}\n }},\n "entries": [\n{lines}\n ]\n}}\n', "utf-8")
    print(len(entries))  # noqa: T201 - this program's output


if __name__ == "__main__":
    main()
