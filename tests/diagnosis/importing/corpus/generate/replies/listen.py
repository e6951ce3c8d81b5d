"""A merchant's endpoint for notifications that prints the first one: ``python listen.py LAYOUT``."""

from __future__ import annotations

import json
import logging
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer


class Notified(BaseHTTPRequestHandler):
    """Prints what is posted to it in the layout that was asked for."""

    def do_POST(self) -> None:
        """Print, and answer as QFPay demands."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        match sys.argv[1]:
            case "raw":
                print(f"{self.requestline}\n{self.headers}{body}")
            case "log":
                logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", level=logging.INFO)
                logging.info("notify headers=%s body=%s", dict(self.headers), body)
            case "loaded":
                print("notify", json.loads(body), "sign", self.headers["X-QF-SIGN"])
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"SUCCESS")

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the inherited name
        """No line of its own."""


if __name__ == "__main__":
    HTTPServer(("127.0.0.1", 8090), Notified).handle_request()
