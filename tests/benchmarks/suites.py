"""200 payments of one suite from a shell, beside the like collection run by newman, against one simulator.

python tests/benchmarks/suites.py [--rounds N] [--payments N]

newman comes from npm, into a temporary folder; where it cannot be had, that is said and nothing is measured.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from qfpay_gui.models.history.journal import Journal
from qfpay_gui.models.suite.library import rows_of, suite_of
from qfpay_gui.models.suite.runner import run_rows
from qfpay_gui.models.suite.stage import Place, Stop, staged
from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.simulator.demo import DEMO
from tests.benchmarks.measuring import Comparison, heading, lines, rehearsed

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = Path(__file__).resolve().parents[2]
_SUITE = (
    '[[step]]\nname = "pay"\nset = { txamt = "${row.txamt}" }\nexpect = { respcd = "0000", signature = "matches" }\n'
)
_SIGNING = """
const fields = {
  txamt: pm.iterationData.get('txamt'), txcurrcd: 'HKD', pay_type: '800213', sub_openid: 'oS80_5bench',
  out_trade_no: `N${Date.now()}${pm.info.iteration}`, txdtm: new Date().toISOString().slice(0, 19).replace('T', ' '),
}
const string = Object.keys(fields).sort().map((name) => `${name}=${fields[name]}`).join('&')
const sign = CryptoJS.MD5(string + pm.environment.get('client_key')).toString().toUpperCase()
pm.request.headers.upsert({ key: 'X-QF-SIGN', value: sign })
pm.request.body.urlencoded.assimilate(Object.entries(fields).map(([key, value]) => ({ key, value })))
"""
_TESTS = """
pm.test('respcd', () => pm.expect(pm.response.json().respcd).to.equal('0000'))
pm.test('signature', () => pm.expect(pm.response.headers.get('X-QF-SIGN')).to.equal(
  CryptoJS.MD5(pm.response.text() + pm.environment.get('client_key')).toString().toUpperCase()))
"""


def collection(base_url: str, app_code: str) -> dict[str, Any]:
    """The same payment as a person writes it for Postman: signed before it is sent, the reply's signature checked."""
    scripts = (("prerequest", _SIGNING), ("test", _TESTS))
    return {
        "info": {"name": "Payments", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
        "item": [
            {
                "name": "pay",
                "event": [{"listen": when, "script": {"exec": script.splitlines()}} for when, script in scripts],
                "request": {
                    "method": "POST",
                    "header": [{"key": "X-QF-APPCODE", "value": app_code}],
                    "body": {"mode": "urlencoded", "urlencoded": []},
                    "url": f"{base_url}/trade/v1/payment",
                },
            }
        ],
    }


def measure(rounds: int, payments: int, newman: str) -> Iterator[Comparison]:
    """In turns: a run from a shell and newman as processes from start to end, and the run alone, as the window has it.

    A suite has a simulator of its own in its process; newman gets one beside it.
    """
    with TemporaryDirectory(prefix="qfpay-benchmark-") as name, _simulator() as told:
        folder = Path(name)
        rows = "\n".join(("txamt", *(str(300 + number) for number in range(payments))))
        values = [{"key": "client_key", "value": told["client_key"]}]
        for file, written in (
            ("suite.toml", _SUITE),
            ("rows.csv", rows),
            ("collection.json", json.dumps(collection(told["base_url"], told["app_code"]))),
            ("environment.json", json.dumps({"name": "bench", "values": values})),
        ):
            (folder / file).write_text(written, encoding="utf-8")
        environ = {**os.environ, "QFPAY_TESTER_HOME": str(folder / "home"), "PYTHONPATH": str(_ROOT)}
        shell = (sys.executable, "-m", "qfpay_gui", "run", "suite.toml", "--rows", "rows.csv")
        bare = (newman, "run", "collection.json", "-d", "rows.csv", "-e", "environment.json")
        turns = rehearsed(
            lambda: (_timed(shell, folder, environ), _run_alone(folder), _timed(bare, folder, environ)), rounds
        )
    from_shell, alone, theirs = zip(*turns, strict=True)
    beside = f"newman, {payments} iterations"
    yield Comparison(f"{payments} payments, a whole process", beside, from_shell, theirs)
    yield Comparison(f"{payments} payments in a program that runs", beside, alone, theirs)


def _run_alone(folder: Path) -> float:
    """Milliseconds of the run that the window carries out in the background."""
    source = str(folder / "suite.toml")
    suite = suite_of(source)
    place = Place(SIMULATOR, DEMO, "", QFPayClient)
    journal = Journal(folder, SIMULATOR, "", (), print)
    started = time.perf_counter()
    with journal, staged(suite, place, journal, Stop()) as ground:
        assert all(one.passed for one in run_rows(suite, ground, rows_of(suite, source, str(folder / "rows.csv"))))
    return (time.perf_counter() - started) * 1000


def _timed(command: tuple[str, ...], folder: Path, environ: dict[str, str]) -> float:
    """Milliseconds; CalledProcessError where a payment was not as expected."""
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environ, capture_output=True, check=True, timeout=600)  # noqa: S603 - our own words
    return (time.perf_counter() - started) * 1000


@contextmanager
def _simulator() -> Iterator[dict[str, str]]:
    command = (sys.executable, "-m", "qfpay_gui.services.simulator", "--customer", "waits")
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own words
        try:
            yield json.loads((process.stdout or sys.stdin).readline())
        finally:
            process.terminate()


@contextmanager
def installed_newman() -> Iterator[str]:
    """The newman of the system, or one from npm for as long as this lasts; "" where it cannot be had."""
    if found := shutil.which("newman"):
        yield found
        return
    npm = shutil.which("npm")
    with TemporaryDirectory(prefix="qfpay-newman-") as folder:
        command = (npm or "npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error", "newman")
        done = npm and subprocess.run(command, capture_output=True, check=False, timeout=600)  # noqa: S603 - our own words
        yield str(Path(folder, "node_modules", ".bin", "newman")) if done and done.returncode == 0 else ""


def main() -> None:
    """Measure, and print the two lines."""
    parser = argparse.ArgumentParser(description="A suite from a shell beside newman.")
    parser.add_argument("--rounds", type=int, default=3, help="how often each takes its turn, after a rehearsal")
    parser.add_argument("--payments", type=int, default=200, help="how many payments a run makes")
    options = parser.parse_args()
    with installed_newman() as newman:
        found = measure(options.rounds, options.payments, newman) if newman else ()
        told = "\n".join((heading(), *map(lines, found))) if newman else "newman cannot be had from npm."
    print(told, flush=True)  # noqa: T201 - the report


if __name__ == "__main__":
    main()
