"""Writes not_yet.txt anew: what is not read yet. ``python -m tests.diagnosis.importing.corpus.remaining [plain]``.

All carriers take minutes; ``plain`` keeps what is listed of them.
"""

from __future__ import annotations

import sys

from tests.diagnosis.importing.corpus.carriers import CARRIERS
from tests.diagnosis.importing.corpus.pasted import (
    LIST,
    LISTED,
    PASTES,
    WRONGED,
    expected,
    is_wronged,
    lost_in,
    read,
    text_of,
)


def main() -> None:
    """A line a paste that is not read, then those that are wronged, then by carrier those that are lost only in it."""
    late = [paste.stem for paste in PASTES if read(text_of(paste)) != expected(paste)]
    lost = {WRONGED: {paste.stem for paste in PASTES if is_wronged(paste)}} | _carried(set(late))
    lines = late + [" ".join([carrier, *sorted(stems)]) for carrier, stems in lost.items() if stems]
    LIST.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    sys.stdout.write(f"{len(late)} of {len(PASTES)} pastes are not read yet; a false cause, and lost in a carrier:\n")
    sys.stdout.writelines(f"{len(stems):5} {carrier}\n" for carrier, stems in lost.items())


def _carried(late: set[str]) -> dict[str, set[str]]:
    """By carrier, the pastes that are lost only in it."""
    if "plain" in sys.argv:
        return {carrier: LISTED.get(carrier, set()) - late for carrier in CARRIERS}
    pastes = [paste for paste in PASTES if paste.stem not in late]
    return {carrier: lost_in(carrier, pastes) for carrier in CARRIERS}


if __name__ == "__main__":
    main()
