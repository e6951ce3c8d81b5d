"""Steps as the TOML of a suite, as a person would write it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.suite.suite import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qfpay_gui.qfpay.suite.suite import Expectation, Step

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDTH = 110
"""Values of at most so many characters stand in one line."""


def suite_toml(name: str, steps: Iterable[tuple[Step, tuple[str, ...]]]) -> str:
    """A suite of this name; each step comes with remarks that stand above it."""
    return f"name = {_text(name)}\n" + "".join(f"\n{step_toml(step, remarks)}" for step, remarks in steps)


def step_toml(step: Step, remarks: Iterable[str] = ()) -> str:
    """One step that ``read_suite`` reads as this very step."""
    lines = (line for remark in remarks for line in remark.splitlines())
    comments = "".join(f"# {''.join(filter(str.isprintable, line))}\n" for line in lines)
    return f"{comments}[[step]]\n" + "".join(f"{line}\n" for line in _lines(step))


def _lines(step: Step) -> Iterator[str]:
    yield f"name = {_text(step.name)}"
    if not (step.customer or step.notification):
        yield f"call = {_text(step.call)}"
    for key in ("sign_type", "mistake", "outcome", "customer", "order", "notification"):
        if value := getattr(step, key):
            yield f"{key} = {_text(value)}"
    if step.wait:
        yield f"wait = {step.wait:g}"
    if step.within != PATIENCE:
        yield f"within = {step.within:g}"
    if step.receiver:
        yield f"receiver = [{', '.join(map(_text, step.receiver))}]"
    yield from _table("set", [(name, _text(value)) for name, value in step.values])
    yield from _table("expect", [(one.member, _wanted(one)) for one in step.expected])


def _table(name: str, pairs: list[tuple[str, str]]) -> Iterator[str]:
    """In one line where it fits, else a table of its own."""
    written = [f"{_key(key)} = {value}" for key, value in pairs]
    line = f"{name} = {{ {', '.join(written)} }}"
    if written and len(line) <= _WIDTH:
        yield line
    elif written:
        yield f"[step.{name}]"
        yield from written


def _wanted(one: Expectation) -> str:
    match one.how:
        case "equal":
            return _text(one.wanted)
        case "match":
            return f"{{ match = {_text(one.wanted)} }}"
        case "present":
            return f"{{ present = {'true' if one.wanted == 'yes' else 'false'} }}"
        case "most":
            return f"{{ most = {one.wanted} }}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _text(value: str) -> str:
    """A basic string: JSON's escapes are TOML's, but for the character DEL and lone surrogates, which neither has."""
    sendable = value.encode("utf-8", "replace").decode()
    return json.dumps(sendable, ensure_ascii=False).replace("\x7f", "\\u007F")
