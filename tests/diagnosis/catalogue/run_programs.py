"""Writes ran.json by running the programs in ``programs``: ``python -m tests.diagnosis.catalogue.run_programs``.

It needs Node.js, PHP, Java, Ruby, Perl, Go, Mono, bash with OpenSSL, and Python; the tests read what it wrote.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from qfpay_gui.qfpay.signing.recipe import OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = Path(__file__).with_name("programs")
RAN = Path(__file__).with_name("ran.json")


class Row(NamedTuple):
    """What one program printed of one mistake: its title, family, the words asked for, the signature and the text."""

    title: str
    family: str
    words: str
    signature: str
    signed: str


def commands(folder: str, name: str = "merchant") -> tuple[list[str], ...]:
    """How to run each program of this name, compiled into the folder where it has to be."""
    title = name.title()
    subprocess.run(["javac", "-nowarn", "-d", folder, PROGRAMS / f"{title}.java"], check=True, capture_output=True)  # noqa: S603, S607 - the tests' own
    subprocess.run(["go", "build", "-o", f"{folder}/go", PROGRAMS / f"{name}.go"], check=True)  # noqa: S603, S607 - the tests' own
    compiled = ["mcs", f"-out:{folder}/cs.exe", "-r:System.Numerics.dll", f"{PROGRAMS}/{title}.cs"]
    subprocess.run(compiled, check=True, capture_output=True)  # noqa: S603 - the tests' own
    return (
        [sys.executable, f"{PROGRAMS}/{name}.python"],
        ["node", f"{PROGRAMS}/{name}.mjs"],
        ["php", f"{PROGRAMS}/{name}.php"],
        ["java", "-cp", folder, title],
        ["ruby", f"{PROGRAMS}/{name}.rb"],
        ["perl", f"{PROGRAMS}/{name}.pl"],
        [f"{folder}/go"],
        ["mono", f"{folder}/cs.exe"],
        ["bash", f"{PROGRAMS}/{name}.bash"],
    )


def rows(command: list[str], request: dict[str, Any]) -> Iterator[Row]:
    """What the program makes of a request."""
    meta = {"@key": request["client_key"], "@app": request["app_code"], "@digest": request["sign_type"].lower()}
    fed = "".join(f"{name}\t{value}\n" for name, value in {**meta, **request["params"]}.items())
    done = subprocess.run(command, input=fed.encode(), capture_output=True, check=False)  # noqa: S603 - the tests' own
    if done.returncode:
        sys.stderr.write(f"{command}: {done.stderr.decode()[-600:]}\n")
    for line in done.stdout.decode("utf-8", "replace").split("\n"):
        match line.split("\t"):
            case (title, family, words, signature, signed):
                yield Row(title, family, words, signature, base64.b64decode(signed).decode("utf-8", "replace"))
            case columns if line:
                sys.stderr.write(f"not a row: {columns[:3]}\n")


def _entry(kind: str, row: Row, name: str, signature: str, signed: str, words: tuple[str, ...]) -> dict[str, Any]:  # noqa: PLR0913, PLR0917 - the columns of a row
    identity = f"{row.title}@{name}" if kind == "single" else f"{row.title}+{words[-1]}@{name}"
    return {
        "id": identity,
        "kind": "invisible" if row.family == "invisible" else kind,
        "family": row.family,
        "cause": row.title,
        "accept": [list(words)],
        "signing_strings": [signed],
        "request": name,
        "wrong_signing_string": signed,
        "signature": signature,
    }


def shown(command: list[str], requests: dict[str, Any]) -> Iterator[tuple[Row, str]]:
    """Each mistake on the first request where it makes a difference, and once more on the next where it is common."""
    seen: Counter[str] = Counter()
    for name, request in requests.items():
        right = OFFICIAL.sign(request["params"].items(), request["client_key"], request["sign_type"])
        for row in rows(command, request):
            shows = row.signature and row.signature.upper() != right.signature
            if shows and not seen[row.title]:
                seen[row.title] += 1
                yield row, name


def doubled(row: Row, name: str, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The same mistake once more, with the key joined by WeChat's rule or with another digest."""
    key, sign_type = request["client_key"], request["sign_type"]
    if row.family in {"dates", "numbers", "nothing", "writing", "prints", "hands", "order"} and row.signed.endswith(
        key
    ):
        joined = f"{row.signed.removesuffix(key)}&key={key}"
        yield _entry("double", row, name, OFFICIAL.digest_of(joined, key, sign_type), joined, (row.words, "&key="))
        other = "SHA256" if sign_type == "MD5" else "MD5"
        yield _entry("double", row, name, OFFICIAL.digest_of(row.signed, key, other), row.signed, (row.words, other))


def main() -> None:
    """Run every program on every request and write what they made."""
    requests = json.loads((PROGRAMS / "requests.json").read_text("utf-8"))
    entries: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        for command in commands(folder):
            for at, (row, name) in enumerate(shown(command, requests)):
                entries.append(_entry("single", row, name, row.signature, row.signed, (row.words,)))
                if at % 4 == 0:
                    entries += list(doubled(row, name, requests[name]))[at // 4 % 2 :][:1]
    table = ",\n".join(f"  {json.dumps(name)}: {json.dumps(one, ensure_ascii=False)}" for name, one in requests.items())
    lines = ",\n".join(f"  {json.dumps(entry, ensure_ascii=False)}" for entry in entries)
    RAN.write_text(f'{{\n "requests": {{\n{table}\n }},\n "entries": [\n{lines}\n ]\n}}\n', "utf-8")
    print(Counter((entry["kind"], entry["family"]) for entry in entries))  # noqa: T201 - this program's output


if __name__ == "__main__":
    main()
