"""Writes not_yet.txt anew: what is not read yet. ``python -m tests.diagnosis.importing.corpus.remaining``."""

from __future__ import annotations

import sys

from tests.diagnosis.importing.corpus.carriers import CARRIERS
from tests.diagnosis.importing.corpus.pasted import LIST, PASTES, expected, lost_in, read, text_of


def main() -> None:
    """A line a paste, then a line a carrier with the pastes that are read by themselves but not in it."""
    late = [paste.stem for paste in PASTES if read(text_of(paste)) != expected(paste)]
    pastes = [paste for paste in PASTES if paste.stem not in late]
    lost = {carrier: lost_in(carrier, pastes) for carrier in CARRIERS}
    lines = late + [" ".join([carrier, *sorted(stems)]) for carrier, stems in lost.items() if stems]
    LIST.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    sys.stdout.write(f"{len(late)} of {len(PASTES)} pastes are not read yet; of the others,\n")
    sys.stdout.writelines(f"{len(stems):5} not in {carrier}\n" for carrier, stems in lost.items())


if __name__ == "__main__":
    main()
