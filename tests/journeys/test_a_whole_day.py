"""After a day's work with keys and people, and a kill, neither is in anything the program wrote or showed."""

from __future__ import annotations

import base64
import json
import os
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
DAY = Path(__file__).with_name("day.py")
SECRETS = {
    "client_key": "5A3C9E0F7B1D2846AC0E5F9B7D3182C4",
    "app_secret": "c0ffee5eed0123456789abcdef987654",
    "session_key": "q83vASNFZ4mrze8BI0VniQ==",
    "name": "欧阳娜娜",
    "id_number": "430067798868676871",
}
_PIECE = 12
"""Of a key not even so many characters in a row."""


def forms(secret: str) -> set[bytes]:
    """How a secret may be written, made without the product's own code; in small letters, as the files are read."""
    texts = {secret, "".join(f"\\u{unit:04x}" for unit in _units(secret)), json.dumps(json.dumps(secret))[3:-3]}
    encoded = secret
    for _level in range(3):
        encoded = quote(encoded, safe="") if encoded != secret else "".join(f"%{byte:02X}" for byte in secret.encode())
        texts |= {encoded, quote(secret)}
    texts |= {secret.encode().hex(), secret.encode("utf-16-le").hex()}
    for before in range(3):
        whole = base64.b64encode(bytes(before) + secret.encode()).decode()
        texts.add(whole[4 if before else 0 : len(whole) // 4 * 4 - 4])
    texts |= {secret[at : at + _PIECE] for at in range(len(secret) - _PIECE + 1) if secret.isascii()}
    wide = {secret.encode(charset).lower() for charset in ("utf-16-le", "utf-16-be", "gb18030")}
    return {text.lower().encode() for text in texts} | wide


def _units(secret: str) -> list[int]:
    raw = secret.encode("utf-16-be")
    return [int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2)]


FORMS = {form: name for name, secret in SECRETS.items() for form in forms(secret)}


def found_in(raw: bytes) -> set[str]:
    """Which secrets these bytes hold."""
    lowered = raw.lower()
    return {name for form, name in FORMS.items() if form in lowered}


def _kept_of_process(pid: int) -> Iterator[tuple[str, bytes]]:
    """What any program of this user can read of another one."""
    for name in ("cmdline", "environ", "comm", "maps"):
        yield name, Path(f"/proc/{pid}/{name}").read_bytes()
    yield "fd", "\n".join(str(one.readlink()) for one in Path(f"/proc/{pid}/fd").iterdir()).encode()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.timeout(180)
def test_neither_a_key_nor_a_person_is_left_anywhere(tmp_path: Path) -> None:
    """Settings, history with log and freed pages, faults, exports, temporary files, output, screen reader, process."""
    home, exports, temporary = (tmp_path / name for name in ("home", "exports", "tmp"))
    exports.mkdir()
    temporary.mkdir()
    environ = {**os.environ, "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with socket.create_server(("127.0.0.1", 0)) as deaf, (tmp_path / "stderr").open("wb") as errors:
        command = [sys.executable, str(DAY), str(home), str(exports), f"http://127.0.0.1:{deaf.getsockname()[1]}"]
        program = subprocess.Popen(  # noqa: S603 - this interpreter
            command, cwd=ROOT, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors
        )
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(json.dumps(SECRETS).encode() + b"\n")
        program.stdin.flush()
        printed = b""
        try:
            while b"under way" not in printed and (line := program.stdout.readline()):
                printed += line
            assert b"under way" in printed, (tmp_path / "stderr").read_text()[-3000:]
            deaf.settimeout(20)
            with deaf.accept()[0] as connection:
                assert b"POST /trade/v1/payment" in connection.recv(65536)
                outside = list(_kept_of_process(program.pid))
        finally:
            program.send_signal(signal.SIGKILL)
            program.communicate(timeout=20)
    _look_at_files(home, tmp_path)
    seen = {name: found_in(raw) for name, raw in (*outside, ("stdout", printed))}
    assert {name: secrets for name, secrets in seen.items() if secrets} == {}


def _look_at_files(home: Path, everything: Path) -> None:
    files = [path for path in everything.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} >= {
        ".json",
        ".sqlite3",
        ".log",
        ".csv",
        ".html",
        ".md",
        ".mmd",
        ".svg",
        ".txt",
    }
    assert {path.name for path in files} >= {
        "history.sqlite3-wal",
        "faults.log",
        "settings.json",
        "stderr",
        "objects.txt",
    }
    written = {str(path.relative_to(everything)): found_in(path.read_bytes()) for path in files}
    assert {name: secrets for name, secrets in written.items() if secrets} == {}
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in home.rglob("*")} == {0o600}


@pytest.mark.parametrize("name", SECRETS)
def test_the_search_finds_each_secret_in_each_writing(name: str) -> None:
    """In the middle of anything, or the day would be a promise of nothing."""
    secret = SECRETS[name]
    thrice = quote(quote(quote(f"<{secret}>", safe=""), safe=""), safe="")
    hidden = [base64.b64encode(f"{'x' * before}{secret}yy".encode()) for before in range(4)]
    hidden += [secret.encode(charset) for charset in ("utf-8", "utf-16-le", "utf-16-be")]
    hidden += [thrice.encode(), json.dumps({"a": secret}).encode(), secret.encode().hex().upper().encode()]
    assert [found_in(b"before" + one + b"after") >= {name} for one in hidden] == [True] * len(hidden)
    assert found_in(b"nothing of it" * 9) == set()
