"""Ways in which Python programs print and log a request: ``python prints.py NAME``."""

from __future__ import annotations

import csv
import json
import logging
import os
import pprint
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


def pretty(order: dict[str, Any]) -> None:
    """Pprint of everything that is sent."""
    pprint.pprint({"url": order["url"], "headers": order["headers"], "data": order["params"]})


def json_indented(order: dict[str, Any]) -> None:
    """json.dumps, not escaped."""
    print(json.dumps({"headers": order["headers"], "params": order["params"]}, indent=4, ensure_ascii=False))


def json_escaped(order: dict[str, Any]) -> None:
    """json.dumps as it is by default, on one line behind words."""
    print("request header>>", json.dumps(order["headers"]))
    print("request params>>", json.dumps(order["params"]))


def log_dict(order: dict[str, Any]) -> None:
    """Dictionaries in a log with the usual format."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(process)d --- [%(threadName)s] %(name)s : %(message)s")
    log = logging.getLogger("shop.qfpay")
    log.warning("POST %s headers=%s data=%s", order["url"], order["headers"], order["params"])


def log_items(order: dict[str, Any]) -> None:
    """A line a parameter."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO)
    logging.info("---- request to %s ----", order["url"])
    for name, value in order["params"].items():
        logging.info("%s: %s", name, value)
    for name, value in order["headers"].items():
        logging.info("%s: %s", name, value)


def log_aligned(order: dict[str, Any]) -> None:
    """Names and values in columns."""
    for name, value in {**order["params"], **order["headers"]}.items():
        print(f"{name:<16} {value}")


def f_strings(order: dict[str, Any]) -> None:
    """The = specifier of f-strings."""
    url, params, signature = order["url"], order["params"], order["signature"]
    print(f"{url=}\n{params=}\n{signature=}")


def as_dataclass(order: dict[str, Any]) -> None:
    """The repr of a dataclass."""

    @dataclass
    class PaymentRequest:
        url: str
        headers: dict[str, str]
        params: dict[str, str] = field(default_factory=dict)

    print("DEBUG:pay:sending", PaymentRequest(order["url"], order["headers"], order["params"]))


def as_pairs(order: dict[str, Any]) -> None:
    """Sorted pairs, as they are signed."""
    print("sorted params:", sorted(order["params"].items()))
    print("sign:", order["signature"])


def signing_string(order: dict[str, Any]) -> None:
    """What is hashed, the key included, and its hash."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO)
    joined = "&".join(f"{name}={value}" for name, value in sorted(order["params"].items()))
    logging.info("string to sign: %s%s", joined, order["client_key"])
    logging.info("sign: %s", order["signature"])


def settings(order: dict[str, Any]) -> None:
    """Settings of the shop with the key, and the request."""
    print({"QFPAY": {"APP_CODE": order["app_code"], "CLIENT_KEY": order["client_key"], "URL": order["url"]}})
    print({"params": order["params"], "sign": order["signature"]})


def as_query(order: dict[str, Any]) -> None:
    """The string that is posted, and its signature, behind words."""
    print(f"[DEBUG] post data: {order['body']}")
    print(f"[DEBUG] X-QF-APPCODE={order['headers']['X-QF-APPCODE']} X-QF-SIGN={order['signature']}")


def vcr_cassette(order: dict[str, Any]) -> None:
    """A cassette of VCR.py."""
    import requests
    import vcr  # type: ignore[import-not-found]

    with vcr.use_cassette("payment.yaml"):
        requests.post(order["url"], data=order["params"], headers=order["headers"], timeout=9)
    print(Path("payment.yaml").read_text(encoding="utf-8"))


def rich_print(order: dict[str, Any]) -> None:
    """Rich's print to a terminal, colours included."""
    from rich.console import Console  # type: ignore[import-not-found]

    console = Console(force_terminal=True, width=100, color_system="standard")
    console.print({"headers": order["headers"], "params": order["params"]})


def rich_log(order: dict[str, Any]) -> None:
    """Rich's log handler."""
    from rich.logging import RichHandler  # type: ignore[import-not-found]

    logging.basicConfig(level="INFO", format="%(message)s", handlers=[RichHandler(show_path=False)])
    logging.info("sign %s", order["signature"])
    logging.info("body %s", order["body"])


def yaml_dump(order: dict[str, Any]) -> None:
    """PyYAML's dump."""
    import yaml  # type: ignore[import-untyped]

    print(yaml.safe_dump({"headers": order["headers"], "params": order["params"]}, allow_unicode=True), end="")


def table(order: dict[str, Any]) -> None:
    """Tabulate's table, in the style that is asked for."""
    from tabulate import tabulate  # type: ignore[import-untyped]

    rows = [*order["params"].items(), *order["headers"].items()]
    print(tabulate(rows, headers=["Parameter", "Value"], tablefmt=sys.argv[2], disable_numparse=True))


def csv_row(order: dict[str, Any]) -> None:
    """A spreadsheet's export: a row of names, a row of values."""
    row = {**order["params"], "X-QF-SIGN": order["signature"]}
    writer = csv.DictWriter(sys.stdout, row, lineterminator="\n", delimiter="\t" if "tab" in sys.argv else ",")
    writer.writeheader()
    writer.writerow(row)


def csv_lines(order: dict[str, Any]) -> None:
    """A spreadsheet's export: a row a parameter."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerows([("name", "value"), *order["params"].items(), *order["headers"].items()])


def pandas_frame(order: dict[str, Any]) -> None:
    """A data frame printed whole."""
    import pandas as pd  # type: ignore[import-untyped]

    print(pd.Series({**order["params"], "sign": order["signature"]}).to_string())


def spreadsheet_xml(order: dict[str, Any]) -> None:
    """The XML that a shop's middleware keeps."""
    from xml.etree import ElementTree as ET

    root = ET.Element("request", {"url": order["url"]})
    for name, value in {**order["headers"], **order["params"]}.items():
        ET.SubElement(root, name).text = value
    ET.indent(root)
    print(ET.tostring(root, encoding="unicode"))


if __name__ == "__main__":
    for one in json.loads(Path(os.environ["ORDERS"]).read_text(encoding="utf-8")):
        globals()[sys.argv[1]](one)
