"""Runs the programs of every language as a merchant would, each in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.environments import custom
from qfpay_gui.qfpay.request.draft import Draft, Entry
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare
from qfpay_gui.services.simulator import DEMO
from qfpay_gui.snippets.signing_code.languages import LANGUAGES, Language
from qfpay_gui.snippets.signing_code.miniprogram import PAGE
from tests.qfpay.request.rules.cases import clean_draft

if TYPE_CHECKING:
    from collections.abc import Mapping

AWKWARD: dict[str, str] = json.loads(
    (Path(__file__).resolve().parent / "typings" / "awkward.json").read_text(encoding="utf-8")
) | {
    "shell": "$(id) `id` $HOME ${HOME} !! ~ * ' \" \\' \\\" %s %% $'\\x41' EOF",
    "form": "a=b&c=d+e%20f%2B;g#h?i /j",
    "PHP": "?> <?php {$name} ${name} $name[0]",
    "Java": "\\u000a \\u0022 \\n { } */",
    "Python": "{name} {{}} \"\"\" ''' \\N{BULLET} #",
    "spaces at the ends": "  \t a \n\n",
    "dash": "-n",
    "at": "@/etc/hostname",
    "repeats": "=" * 64,
}
NAMES = ("Z", "_", "a", "a-b", "aB", "ab", "10", "9", "\ufffd", "\U0001f600", "名 =\"'$&+%", "-e", "__proto__")
"""Names that are sorted otherwise by locale, by case, by number, and by UTF-16 unit."""
CLOSED = "http://127.0.0.1:1/trade/v1/payment"
"""Where nobody listens: what is sent there fails."""

_COMMANDS = {
    "curl": ("bash",),
    "python": (sys.executable,),
    "node": ("node",),
    "miniprogram": ("node", "cloud.js"),
    "php": ("php",),
    "java": ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
}
_CLOUD = """\
require('./index.js').main().then((result) => console.log(JSON.stringify(result)), (error) => {
  console.error(error.message);
  process.exit(1);
});
"""
BY_ID: Mapping[str, Language] = {language.id: language for language in LANGUAGES}


def payment(base_url: str, token: str, *, sign_type: str = "MD5", **values: str) -> PreparedRequest:
    """A payment that the simulator accepts, with these values; ``token`` makes its out_trade_no."""
    draft = replace(clean_draft(), sign_type=sign_type).edit("out_trade_no", value=f"QA20260301{token}")
    for name, value in values.items():
        draft = draft.edit(name, value=value)
    return prepare(draft, DEMO, custom(base_url))


def with_further(request: PreparedRequest, further: Mapping[str, str]) -> PreparedRequest:
    """The same request with further parameters, signed anew."""
    entries = tuple(Entry(name, value, send_empty=True) for name, value in (*request.parameters, *further.items()))
    return prepare(Draft(entries, sign_type=request.sign_type), DEMO, request.environment)


def run(
    language: Language,
    program: str,
    folder: Path,
    *,
    client_key: str = DEMO.client_key,
    **environment: str,
) -> subprocess.CompletedProcess[str]:
    """The ended process; skips where the language is not installed. The locale is C, the hardest there is."""
    command = _COMMANDS[language.id]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    name = _save(language, program, folder)
    own = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C"}
    own |= {"QFPAY_CLIENT_KEY": client_key} if client_key else {}
    return subprocess.run(  # noqa: S603 - our own programs
        [*command, name],
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        env=own | environment,
        timeout=50,
    )


def _save(language: Language, program: str, folder: Path) -> str:
    """Writes the program as its own heading says, and returns what to start."""
    if language.id != "miniprogram":
        name = f"QFPaySign.{language.extension}"
        (folder / name).write_text(program, encoding="utf-8", newline="\n")
        return name
    function, _page = program.split(PAGE)
    (folder / "index.js").write_text(function, encoding="utf-8", newline="\n")
    (folder / "cloud.js").write_text(_CLOUD, encoding="utf-8")
    return ""


def printed(ran: subprocess.CompletedProcess[str], label: str) -> str:
    """What the program printed behind ``signature:`` or ``expected:``."""
    lines = [line.partition(":") for line in ran.stdout.splitlines()]
    return next((value.strip() for name, colon, value in lines if colon and name == label), "")


def respcd(ran: subprocess.CompletedProcess[str]) -> str:
    """The return code in the reply the program printed."""
    return str(json.loads(ran.stdout.splitlines()[-1])["respcd"])
