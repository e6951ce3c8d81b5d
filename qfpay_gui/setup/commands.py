"""Runs commands for the set-up: quiet while they succeed, complete when they fail."""
# ruff: noqa: S603 - the commands are this project's own

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]
IN_CI = os.environ.get("CI", "").lower() not in {"", "0", "false"}
_LAST_CHARACTERS = 4000
# How pip, apt-get and npm say that they reach no server.
_NO_NETWORK = re.compile(
    r"establish a new connection|name resolution|NameResolutionError|ConnectTimeoutError|ProxyError"
    r"|Failed to connect|Unable to connect|Could not connect|Temporary failure resolving|Could not resolve"
    r"|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT"
)


class SetUpError(Exception):
    """Something is missing that cannot be added here; the message says what, and what to do."""


def say(line: str) -> None:
    """Print a line of progress on stderr, for stdout belongs to the product."""
    print(f"[set-up] {line}", file=sys.stderr, flush=True)  # noqa: T201 - a script's own progress


def quietly(command: list[str], purpose: str, environ: Mapping[str, str] | None = None) -> None:
    """Run a command in the clone; only when it fails is its output shown, in a SetUpError."""
    done = subprocess.run(
        command,
        cwd=str(ROOT),
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        output = done.stdout.decode("utf-8", "replace").strip()
        if _NO_NETWORK.search(output):
            raise SetUpError(f"{purpose} needs the network, and none is reached; connect, then start again.")
        raise SetUpError(f"{purpose} failed ({' '.join(command)}):\n{output[-_LAST_CHARACTERS:]}")


def succeeds(command: list[str]) -> bool:
    """Whether a command exists and exits with 0; its output is not shown."""
    nothing = subprocess.DEVNULL
    try:
        return subprocess.run(command, stdin=nothing, stdout=nothing, stderr=nothing, check=False).returncode == 0
    except OSError:
        return False


def answer(command: list[str]) -> str:
    """What a command that must succeed prints on stdout."""
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()


def passes(name: str, command: list[str], environ: Mapping[str, str]) -> bool:
    """Run one check in the clone with its output shown, and return whether it passed."""
    say(name)
    return subprocess.run(command, cwd=str(ROOT), env=environ, check=False).returncode == 0
