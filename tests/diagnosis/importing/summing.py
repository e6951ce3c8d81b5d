"""What a reading says beside its values: how the paste was taken, what is noticed, which other readings there are.

``python -m tests.diagnosis.importing.summing`` writes ``readings.json`` anew: then read what changed, paste by paste.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from qfpay_gui.diagnosis.importing import read_requests
from tests.diagnosis.importing.corpus.pasted import NOT_YET, text_of
from tests.diagnosis.importing.corpus.pasted import PASTES as PRINTED
from tests.diagnosis.importing.layouts import pastes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.diagnosis.importing import ReadRequest

FILE = Path(__file__).with_name("readings.json")


def summed(requests: Iterable[ReadRequest]) -> list[str]:
    """Of each request its form, method and kind, lenses, notes and rivals in words; the rest as a sum."""
    return [_summed(one) for one in requests]


def _summed(one: ReadRequest) -> str:
    sure = f"{'exact' * one.is_exact} {'whole' * one.is_whole}"
    lenses = " ".join(one.view.lenses) if one.view else ""
    notes = " ".join(f"{note.code}:{note.field}" for note in one.notes)
    said = [(str(note.message), note.severity.name) for note in one.notes]
    rivals = [(rival.form, rival.pairs, rival.signature) for rival in one.rivals]
    rest = (one.pairs, one.header_pairs, one.url, one.body, one.stated_sign_type, one.signing_string, said, rivals)
    parts = (
        one.form,
        one.method,
        one.kind,
        sure,
        lenses,
        notes,
        f"{len(rivals)} rivals",
        f"{crc32(repr(rest).encode()):08x}",
    )
    return "; ".join(" ".join(part.split()) for part in parts)


def _lines() -> Iterable[str]:
    for paste in pastes():
        yield f"{json.dumps(paste.name)}: {json.dumps(summed(read_requests(paste.text)), ensure_ascii=False)}"
    for path in PRINTED:
        if path.stem not in NOT_YET:
            yield f"{json.dumps(path.stem)}: {json.dumps(summed(read_requests(text_of(path))), ensure_ascii=False)}"


if __name__ == "__main__":
    FILE.write_text("{\n" + ",\n".join(_lines()) + "\n}\n", encoding="utf-8")
