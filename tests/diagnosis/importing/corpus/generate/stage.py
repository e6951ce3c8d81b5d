"""Where the programs run: a network of nothing but loopback, on which the API's host is the simulator."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tests.diagnosis.importing.corpus.generate.orders import APP_CODE, CLIENT_KEY, HOST
from tests.diagnosis.importing.corpus.generate.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from tests.diagnosis.importing.corpus.generate.programs import Program

_HOSTS = f"127.0.0.1 {HOST} shop-api-1\n"
_CERTIFICATE = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "90", "-subj", f"/CN={HOST}"]
_SECONDS = 120
_NOTIFY = ("--notify-url", "http://127.0.0.1:8090/qfpay/notify")


class Stage:
    """The namespaces, the simulator on port 80 and, behind TLS with a certificate of its own, on port 443."""

    def __init__(self, tools: Path) -> None:
        self._tools = tools
        self._folder = Path(tempfile.mkdtemp(prefix="stage-"))
        self._servers: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        _call("ip", "link", "set", "lo", "up")
        _call("hostname", "shop-api-1")
        hosts = self._folder / "hosts"
        hosts.write_text(_HOSTS, encoding="utf-8")
        _call("mount", "--bind", str(hosts), "/etc/hosts")
        pem, key = self._folder / "ca.pem", self._folder / "ca.key"
        names = ["-addext", f"subjectAltName=DNS:{HOST}", "-keyout", str(key), "-out", str(pem)]
        _call(*_CERTIFICATE, *names)
        simulator = ["-m", "qfpay_gui.services.simulator", "--port", "80", "--host", HOST]
        self._serve(sys.executable, *simulator, "--app-code", APP_CODE, "--client-key", CLIENT_KEY, *_NOTIFY)
        tls = Path(__file__).with_name("tls_front.py")
        self._serve(sys.executable, str(tls), str(pem), str(key))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in self._servers:
            server.terminate()
            server.wait()
        shutil.rmtree(self._folder)

    def run(self, program: Program, group: tuple[str, ...]) -> str:
        """What the program printed for these orders, made fit to be kept."""
        folder = Path(tempfile.mkdtemp(prefix="shop-"))
        orders = folder / "orders.json"
        told = [order.told(program.scheme) for order in program.sent(group)]
        orders.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        ran = subprocess.run(
            ["timeout", str(_SECONDS), "bash", "-c", f"exec 2>&1; {program.run}"],
            cwd=folder,
            env={**self._environment(program.folder, orders), **_variables(told[0])},
            stdout=subprocess.PIPE,
            check=False,
        )
        shutil.rmtree(folder)
        if ran.returncode:
            raise OSError(f"it ended with {ran.returncode}:\n{ran.stdout.decode(errors='replace')[-800:]}")
        places = {str(folder): "/srv/shop", str(program.folder): "/srv/shop", str(self._tools): "/srv/shop"}
        return tidy(ran.stdout.decode(), places)

    def _environment(self, here: Path, orders: Path) -> dict[str, str]:
        certificate = str(self._folder / "ca.pem")
        trusted = ("CURL_CA_BUNDLE", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE")
        return {
            **dict.fromkeys(trusted, certificate),
            "PATH": f"{self._tools}/venv/bin:{self._tools}/node_modules/.bin:{os.environ['PATH']}",
            "NODE_PATH": str(self._tools / "node_modules"),
            "HOME": str(orders.parent),
            "LANG": "C.UTF-8",
            "TZ": "Asia/Hong_Kong",
            "HERE": str(here),
            "TOOLS": str(self._tools),
            "ORDERS": str(orders),
            "HOST": HOST,
        }

    def _serve(self, *command: str) -> None:
        """Start a server; it says a line as soon as it listens."""
        server = subprocess.Popen(command, stdout=subprocess.PIPE)
        self._servers.append(server)
        if server.stdout is None or not server.stdout.readline():
            raise OSError(f"{command[1]} did not start")


def _variables(told: Mapping[str, Any]) -> dict[str, str]:
    """The first order for lines of shell."""
    names = {"URL": "url", "BODY": "body", "SIGN": "signature", "APP_CODE": "app_code", "SIGN_TYPE": "sign_type"}
    return {name: told[member] for name, member in names.items()}


def _call(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
