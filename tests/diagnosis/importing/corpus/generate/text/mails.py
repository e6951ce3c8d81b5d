"""How prints travel to support in mails, chats and tickets: ``python mails.py NAME``."""

from __future__ import annotations

import html
import json
import os
import quopri
import sys
import textwrap
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any


def _request(order: dict[str, Any]) -> str:
    """The request as text, as a merchant copies it."""
    headers = "\n".join(f"{name}: {value}" for name, value in order["headers"].items())
    return f"POST {order['path']} HTTP/1.1\nHost: {order['host']}\n{headers}\n\n{order['body']}\n"


def _log(order: dict[str, Any]) -> str:
    return f"url={order['url']}\nsign={order['signature']}\nparams={json.dumps(order['params'], ensure_ascii=False)}\n"


def _message(text: str, transfer: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP.clone(linesep="\n"))
    message["Subject"] = "1108 for our payments"
    message["From"] = "Shop <it@shop.example>"
    message["To"] = "support@payments.example"
    message.set_content(f"Hello,\n\nwe send this and get 1108:\n\n{text}\nBest regards\nThe shop\n", cte=transfer)
    return message


def plain(order: dict[str, Any]) -> None:
    """A mail as it is kept in a file, in quoted-printable."""
    print(_message(_request(order), "quoted-printable").as_string())


def in_base64(order: dict[str, Any]) -> None:
    """A mail as it is kept in a file, in base64."""
    print(_message(_log(order), "base64").as_string())


def page(order: dict[str, Any]) -> None:
    """The HTML of a mail."""
    lines = "<br>\n".join(html.escape(line) for line in _request(order).splitlines())
    print(f'<html><body><div style="font-family: Calibri">Hello,<br><br>we send:<br>\n{lines}</div></body></html>')


def answered(order: dict[str, Any]) -> None:
    """A mail quoted twice."""
    once = textwrap.indent(f"Hello,\nwe send:\n{_request(order)}", "> ", lambda _line: True)
    print(f"What did they send?\n\nOn Tue, 3 Nov 2026, Anna wrote:\n{textwrap.indent(once, '> ', lambda _line: True)}")


def soft_breaks(order: dict[str, Any]) -> None:
    """The body of a mail copied out of its source, with the soft line breaks of quoted-printable."""
    print(quopri.encodestring(_request(order).encode()).decode("ascii"))


def chat_json(order: dict[str, Any]) -> None:
    """A chat's export: the text as a member, &, < and > escaped as its API does."""
    text = html.escape(_log(order), quote=False)
    print(
        json.dumps(
            {"type": "message", "user": "U02SHOP", "text": f"they send:\n```{text}```", "ts": "1793667662.000200"}
        )
    )


def chat_table(order: dict[str, Any]) -> None:
    """A table pasted into a chat as Markdown without outer bars."""
    rows = [*order["params"].items(), *order["headers"].items()]
    print("Name | Value\n--- | ---")
    print("\n".join(f"{name} | {value}" for name, value in rows))


def ticket(order: dict[str, Any]) -> None:
    """A ticket with a list of bold names."""
    print(f"h3. Request\n*URL*: {order['url']}")
    for name, value in {**order["headers"], **order["params"]}.items():
        print(f"* *{name}*: {value}")


def numbered(order: dict[str, Any]) -> None:
    """A numbered list of what is filled in."""
    for index, (name, value) in enumerate({**order["params"], "sign": order["signature"]}.items(), 1):
        print(f"{index}. {name}: {value}")


def page_table(order: dict[str, Any]) -> None:
    """A table of a web page, each cell on a line of its own as it is copied."""
    print(f"Request URL\n{order['url']}\nForm Data")
    for name, value in {**order["headers"], **order["params"]}.items():
        print(f"{name}\n{value}")


def string_literal(order: dict[str, Any]) -> None:
    """A request as a literal of a test's source."""
    print("String request =")
    print(" +\n".join(f"        {json.dumps(line + chr(10))}" for line in _request(order).splitlines()) + ";")


if __name__ == "__main__":
    for one in json.loads(Path(os.environ["ORDERS"]).read_text(encoding="utf-8")):
        globals()[sys.argv[1]](one)
