"""What the merchant sent, from a file or standard input."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from qfpay_gui.command.exits import CouldNotError
from qfpay_gui.models.case.files import LARGEST, Unread, decoded, read_file

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing import ReadRequest

_WAITING = "Paste what the merchant sent, then press Ctrl+D (on Windows Ctrl+Z and Enter).\n"


def read_pasted(file: str) -> ReadRequest:
    """The first request in the file, "-" for standard input; CouldNotError where there is none."""
    from qfpay_gui.diagnosis.importing import read_requests  # noqa: PLC0415 - half of a start that pastes nothing

    found = read_requests(pasted_text(file))[0]
    if found.is_empty:
        raise CouldNotError(" ".join(str(note.message) for note in found.notes) or "There is no request in this text.")
    return found


def pasted_text(file: str) -> str:
    """The text of the file, "-" for standard input; CouldNotError where it cannot be read."""
    if file != "-":
        read = read_file(file)
        if isinstance(read, Unread):
            raise CouldNotError(str(read.reason.fill(name=file)))
        return read.text
    if sys.stdin.isatty():
        sys.stderr.write(_WAITING)
    raw = sys.stdin.buffer.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise CouldNotError("Standard input is larger than 2 MB. Cut out the request.")
    return decoded(raw, "stdin").text
