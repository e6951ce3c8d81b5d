"""TLS in front of the simulator: port 443 to port 80 of this machine, until it is ended."""

from __future__ import annotations

import socket
import ssl
import sys
import threading


def _copy(source: socket.socket, target: socket.socket) -> None:
    """Everything from one side to the other, then the end."""
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def _serve(plain: socket.socket, context: ssl.SSLContext) -> None:
    try:
        client = context.wrap_socket(plain, server_side=True)
    except OSError:
        return
    with client, socket.create_connection(("127.0.0.1", 80)) as server:
        back = threading.Thread(target=_copy, args=(server, client), daemon=True)
        back.start()
        _copy(client, server)
        back.join(5)


def main() -> None:
    """Listen, say so, and serve."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    with socket.create_server(("127.0.0.1", 443)) as listener:
        sys.stdout.write("listening\n")
        sys.stdout.flush()
        while True:
            accepted, _address = listener.accept()
            threading.Thread(target=_serve, args=(accepted, context), daemon=True).start()


if __name__ == "__main__":
    main()
