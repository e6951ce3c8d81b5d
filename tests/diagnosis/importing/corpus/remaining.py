"""Writes not_yet.txt anew: what is not read yet. ``python -m tests.diagnosis.importing.corpus.remaining``."""

from __future__ import annotations

import sys

from tests.diagnosis.importing.corpus.carriers import CARRIERS
from tests.diagnosis.importing.corpus.pasted import LIST, PASTES, WRONGED, expected, is_wronged, lost_in, read, text_of


def main() -> None:
    """A line a paste that is not read, then those that are wronged, then by carrier those that are lost only in it."""
    wronged = [paste.stem for paste in PASTES if is_wronged(paste)]
    late = [paste.stem for paste in PASTES if read(text_of(paste)) != expected(paste)]
    pastes = [paste for paste in PASTES if paste.stem not in late]
    lost = {WRONGED: set(wronged)} | {carrier: lost_in(carrier, pastes) for carrier in CARRIERS}
    lines = late + [" ".join([carrier, *sorted(stems)]) for carrier, stems in lost.items() if stems]
    LIST.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    sys.stdout.write(f"{len(late)} of {len(PASTES)} pastes are not read yet; a false cause, and lost in a carrier:\n")
    sys.stdout.writelines(f"{len(stems):5} {carrier}\n" for carrier, stems in lost.items())


if __name__ == "__main__":
    main()
