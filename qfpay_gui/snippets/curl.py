"""A curl command for bash that sends exactly a prepared request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.secrets.masking import scrub
from qfpay_gui.qfpay.signing.recipe import well_formed

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_CONTROL = re.compile(r"[\x01-\x1f\x7f-\x9f\u2028\u2029]")
_GLOBBED = re.compile(r"[\[\]{}]")


def to_curl(prepared: PreparedRequest) -> str:
    """The command, one parameter a line; the body's bytes are exactly the prepared ones, for the values are encoded.

    Every word is quoted so that bash changes nothing. The client key is never in it, not even where it was typed into
    a parameter: marks stand there, and a comment says so. A NUL, which no argument can hold, is left out and noted.
    """
    lines = [f"curl {_address(prepared.url)}"]
    if prepared.method != "POST":
        lines[0] = f"curl --request {bash_word(prepared.method)} {_address(prepared.url)}"
    lines += [f"  --header {bash_word(_header(name, value))}" for name, value in prepared.headers]
    lines += [f"  --data-raw {bash_word(piece)}" for piece in prepared.body.decode("ascii").split("&")]
    command = " \\\n".join(lines) + "\n"
    keys = [segment.text for segment in prepared.signed.segments if segment.kind == "key"]
    safe = scrub(command, keys)
    return "".join([*_remarks(prepared, is_scrubbed=safe != command), safe])


def bash_word(value: str) -> str:
    """One word of bash that stands for exactly this text; control characters become escapes of $'…'.

    A NUL is left out; a lone surrogate, which no program can be passed, becomes U+FFFD.
    """
    passable = well_formed(value).replace("\0", "")
    if _CONTROL.search(passable):
        escaped = passable.replace("\\", "\\\\").replace("'", "\\'")
        return "$'" + _CONTROL.sub(_escaped, escaped) + "'"
    return "'" + passable.replace("'", "'\\''") + "'"


def _escaped(control: re.Match[str]) -> str:
    """The UTF-8 bytes in octal, three digits each, so that a digit behind them is not taken in."""
    return "".join(f"\\{byte:03o}" for byte in control.group().encode())


def _address(url: str) -> str:
    return f"--globoff {bash_word(url)}" if _GLOBBED.search(url) else bash_word(url)


def _header(name: str, value: str) -> str:
    """``Name;`` is how curl sends an empty header; ``Name:`` would remove it."""
    return f"{name}: {value}" if value.strip() else f"{name};"


def _remarks(prepared: PreparedRequest, *, is_scrubbed: bool) -> list[str]:
    remarks = []
    if is_scrubbed:
        remarks.append("# The client key stood in this request; marks stand in its place.\n")
    if "\0" in prepared.url or any("\0" in part for header in prepared.headers for part in header):
        remarks.append("# A NUL was left out: no argument of a program can hold one.\n")
    return remarks
