"""HTTP clients of Python with their own debug output: ``python clients.py NAME``."""

from __future__ import annotations

import asyncio
import http.client
import json
import logging
import os
import sys
import urllib.request
from pathlib import Path
from typing import Any

import requests
import urllib3

FORM = "application/x-www-form-urlencoded"


def requests_debug(order: dict[str, Any]) -> None:
    """The recipe everybody finds: http.client's debug level and urllib3's logger."""
    logging.basicConfig(level=logging.DEBUG)
    http.client.HTTPConnection.debuglevel = 1
    logging.info("pay %s", order["params"])
    reply = requests.post(order["url"], data=order["params"], headers=order["headers"], timeout=9)
    logging.info("%s %s", reply.status_code, reply.text)


def requests_prepared(order: dict[str, Any]) -> None:
    """The well-known pretty printer of a prepared request."""
    prepared = requests.Request("POST", order["url"], order["headers"], data=order["params"]).prepare()
    print("-----------START-----------")
    print(f"{prepared.method} {prepared.url}\r")
    print("\r\n".join(f"{name}: {value}" for name, value in prepared.headers.items()), end="\r\n\r\n")
    print(prepared.body)
    print("-----------END-----------")


def requests_attributes(order: dict[str, Any]) -> None:
    """What is typed when something fails."""
    reply = requests.post(order["url"], data=order["params"], headers=order["headers"], timeout=9)
    print("request url:", reply.request.url)
    print("request headers:", reply.request.headers)
    print("request body:", reply.request.body)
    print("response:", reply.status_code, reply.json())


def requests_dump(order: dict[str, Any]) -> None:
    """requests-toolbelt's dump of a whole exchange."""
    from requests_toolbelt.utils import dump  # type: ignore[import-not-found]

    reply = requests.post(order["url"], data=order["params"], headers=order["headers"], timeout=9)
    print(dump.dump_all(reply).decode())


def curlify(order: dict[str, Any]) -> None:
    """The request as a curl command."""
    from curlify import to_curl  # type: ignore[import-not-found]

    reply = requests.post(order["url"], data=order["params"], headers=order["headers"], timeout=9)
    print("Failed:", reply.text)
    print(to_curl(reply.request))


def httpx_hooks(order: dict[str, Any]) -> None:
    """Event hooks as in httpx's own documentation, and its logger."""
    import httpx  # type: ignore[import-not-found]

    logging.basicConfig(format="%(levelname)s [%(asctime)s] %(name)s - %(message)s", level=logging.INFO)

    def sent(request: Any) -> None:
        logging.info("Request: %s %s", request.method, request.url)
        logging.info("Headers: %s", request.headers)
        logging.info("Body: %s", request.content)

    with httpx.Client(event_hooks={"request": [sent]}) as client:
        logging.info("Response: %s", client.post(order["url"], data=order["params"], headers=order["headers"]).text)


def httpx_debug(order: dict[str, Any]) -> None:
    """Httpcore's debug log, and the shop's own line in front."""
    import httpx

    logging.basicConfig(format="%(asctime)s %(levelname)-5s %(name)s | %(message)s", level=logging.DEBUG)
    logging.debug("payload=%r headers=%r", order["params"], order["headers"])
    with httpx.Client(verify=os.environ["SSL_CERT_FILE"]) as client:
        client.post(order["url"], data=order["params"], headers=order["headers"])


def aiohttp_trace(order: dict[str, Any]) -> None:
    """A trace configuration that logs start and chunks."""
    import aiohttp  # type: ignore[import-not-found]

    logging.basicConfig(format="%(asctime)s - %(name)s - %(levelname)s - %(message)s", level=logging.INFO)
    config = aiohttp.TraceConfig()

    async def started(_session: Any, _context: Any, sent: Any) -> None:
        logging.info("Starting request %s %s %s", sent.method, sent.url, sent.headers)

    async def chunk(_session: Any, _context: Any, sent: Any) -> None:
        logging.info("Sent chunk %s", sent.chunk)

    async def post() -> None:
        config.on_request_start.append(started)
        config.on_request_chunk_sent.append(chunk)
        connector = aiohttp.TCPConnector(ssl=False)
        async with (
            aiohttp.ClientSession(trace_configs=[config], connector=connector) as session,
            session.post(order["url"], data=order["params"], headers=order["headers"]) as reply,
        ):
            logging.info("Response %s %s", reply.status, await reply.text())

    asyncio.run(post())


def urllib_debug(order: dict[str, Any]) -> None:
    """urllib.request with a handler that debugs."""
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(debuglevel=1))
    request = urllib.request.Request(order["url"], order["body"].encode(), order["headers"])
    print(json.loads(opener.open(request).read()))


def urllib3_log(order: dict[str, Any]) -> None:
    """urllib3's log beside the shop's own."""
    logging.basicConfig(format="[%(asctime)s] %(levelname)s in %(module)s: %(message)s", level=logging.DEBUG)
    logging.info("qfpay request headers: %s", json.dumps(order["headers"]))
    logging.info("qfpay request body: %s", order["body"])
    pool = urllib3.PoolManager(ca_certs=os.environ["SSL_CERT_FILE"])
    headers = {**order["headers"], "Content-Type": FORM}
    reply = pool.request("POST", order["url"], body=order["body"], headers=headers)
    logging.info("qfpay response: %s", reply.data.decode())


if __name__ == "__main__":
    for one in json.loads(Path(os.environ["ORDERS"]).read_text(encoding="utf-8")):
        globals()[sys.argv[1]](one)
