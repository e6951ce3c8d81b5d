"""Merchants' receivers as loopback servers: one in Python for any function of a message, and one in Node.js."""

from __future__ import annotations

import subprocess
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.notifications.message import Answer, Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NODE = """
const crypto = require('crypto');
const sign = (body) => crypto.createHash('md5').update(body).update(process.argv[1]).digest('hex').toUpperCase();
const server = require('http').createServer((request, response) => {
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece)).on('end', () => {
    const raw = Buffer.concat(pieces);
    const signed = process.argv[2] === 'raw' ? raw : JSON.stringify(JSON.parse(raw));
    const right = request.headers['x-qf-sign'] === sign(signed);
    response.writeHead(right ? 200 : 401, {'Content-Type': 'text/plain'}).end(right ? 'SUCCESS' : 'no');
  });
}).listen(0, '127.0.0.1', () => console.log(server.address().port));
"""
"""The key, and ``raw`` or how else the signed bytes come about, are its arguments."""


@contextmanager
def serve(receiver: Callable[[Message], Answer], seen: list[Message] | None = None) -> Iterator[str]:
    """Its address; an answer without status hangs up. ``seen`` gets what arrives before it is answered."""
    arrived = [] if seen is None else seen

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            arrived.append(Message(body, tuple((name, value) for name, value in self.headers.items())))
            answer = receiver(arrived[-1])
            if answer.status is None:
                return
            self.send_response(answer.status)
            for name, value in answer.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/notify"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def node(program: str, key: str, *, signed: str) -> Iterator[str]:
    """The address of the receiver in Node.js."""
    command = [program, "-e", NODE, key, signed]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:  # noqa: S603 - our own program
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}/notify"
        process.kill()
