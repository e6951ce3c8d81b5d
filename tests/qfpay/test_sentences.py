"""No sentence about the API is forgotten: each has an entry in the register, or is known to say nothing about it."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import qfpay_gui
from qfpay_gui.diagnosis.notification.fields import FIELDS
from qfpay_gui.qfpay.claims import claims, claims_about, find_claim
from qfpay_gui.qfpay.onboarding import steps
from qfpay_gui.qfpay.text import Text
from qfpay_gui.resources import read_json, template

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(qfpay_gui.__file__).parent
WORDS = Path(__file__).with_name("window_words.json")
"""What the window says about itself, the network or a merchant's text, by context: nothing about the API."""
_BY_NAME = (
    "qfpay/request/rules/",
    "qfpay/request/prepared.py",
    "qfpay/reply/fields.py",
    "qfpay/reply/reply.py",
    "qfpay/reply/wx_results.py",
    "qfpay/reply/records/meanings.py",
    "qfpay/code2session/checks.py",
    "qfpay/onboarding/domains.py",
    "qfpay/environments.py",
    "diagnosis/importing/payment_call_rules.py",
)
"""Where each sentence belongs to a finding, a field or an environment: test_claims asks for these by their names."""
_ROOMS = ("qfpay/", "diagnosis/notification/", "diagnosis/still_refused.py", "services/simulator/")
"""Where a sentence is taken to be about the API, whatever words it uses."""
_SPEAKS = re.compile(
    r"QFPay(?! Tester)|WeChat|[Dd]ocumented|[Dd]ocumentation|[Ee]dition|\bserver\b|\brule\b|respcd|X-QF|\bsamples?\b"
    r"|prepay_id|SUCCESS|\b(1[0-2][0-9]{2}|0000)\b|mchid|real money|expire"
)
"""Words by which a sentence speaks of the API, wherever it stands."""
EXPORTED = "Exported"
"""The context of what an exported Mini Program says, which is written in English and Chinese at once."""
_EXPORTED = re.compile(_SPEAKS.pattern + r"|requestPayment|base library|AppID")
SIMULATED = "Simulated"
"""The context of what the simulator says in its answers, which nobody translates."""


@cache
def _reader() -> Any:
    """The module that finds the sentences for the translators."""
    path = PACKAGE.parent / ".ci" / "sentences.py"
    spec = importlib.util.spec_from_file_location("sentences", path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules.setdefault(spec.name, importlib.util.module_from_spec(spec))
    spec.loader.exec_module(module)
    return module


def must_be_judged(place: str, said: str) -> bool:
    """Whether this sentence may be about the API; ``place`` is its module below the package."""
    if place.startswith(_BY_NAME):
        return False
    is_part = not re.match("[A-Z“]", said)
    if place.startswith("diagnosis/doctor/") and not is_part:
        return said.endswith(".") or _SPEAKS.search(said) is not None
    judged = place.startswith(_ROOMS) and (not is_part or place.startswith("qfpay/reply/records/"))
    return judged or _SPEAKS.search(said) is not None


@cache
def doubtful() -> dict[Text, str]:
    """Every sentence that may be about the API, and the module that says it."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        for one in _reader().of_module(path):
            if must_be_judged(place, one.source):
                found[Text(one.context, one.source)] = place
    found |= {Text(SIMULATED, said): "the simulator" for said in simulated()}
    return found | {Text(EXPORTED, said): "the exported Mini Program" for said in exported()}


@cache
def simulated() -> tuple[str, ...]:
    """What the simulator's answers say that speaks of the API, a value being {}."""
    modules = sorted((PACKAGE / "services" / "simulator").rglob("*.py"))
    return tuple(one for path in modules for one in spoken(path.read_text(encoding="utf-8")))


@cache
def exported() -> tuple[str, ...]:
    """The English lines of an exported Mini Program, of its read-me and its page, that speak of the API."""
    read_me = template("miniprogram/README.md").partition("## English")[2].partition("## 中文")[0].splitlines()
    page = re.findall(
        r"^  \w+: '(.*)',$", template("miniprogram/pages/pay/words.js").partition("const zh")[0], re.MULTILINE
    )
    return tuple(line for line in (*read_me, *page) if _EXPORTED.search(line) and not line.startswith(("#", "| ")))


def spoken(source: str) -> list[str]:
    """The English sentences of a module outside docstrings and translated texts, four words or more, on one line."""
    tree = ast.parse(source)
    passed: set[int] = set()
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "text"
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if is_text or is_docstring:
            passed |= {id(inner) for inner in ast.walk(node)}
        elif isinstance(node, ast.JoinedStr):
            passed |= {id(inner) for inner in ast.walk(node) if inner is not node}
    found = [_written(node) for node in ast.walk(tree) if id(node) not in passed]
    return [one for one in found if len(one.split()) >= 4 and "\n" not in one and _SIMULATED.search(one)]


_SIMULATED = re.compile(_SPEAKS.pattern + r"|\bsign|refund|parameter|pay_type")


def _written(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(said)):
            return said
        case ast.JoinedStr(values=parts):
            return "".join(_written(part) or "{}" for part in parts)
        case _:
            return ""


@cache
def window_words() -> frozenset[Text]:
    """The sentences that were looked at and say nothing about the API."""
    listed = json.loads(WORDS.read_text(encoding="utf-8"))
    return frozenset(Text(context, one) for context, all_ in listed.items() for one in all_)


def _named() -> set[Text]:
    """Sentences of the judged rooms that have an id of their own."""
    return {*FIELDS.values(), *(one.words for one in steps.sayings())}


def test_every_sentence_about_the_api_has_an_entry() -> None:
    """Or it was looked at, and stands in window_words.json because it says nothing about the API.

    A new sentence fails here until somebody has decided: what is said about QFPay or WeChat gets an entry in
    ``claims.json`` under ``sentences``, with its source and how certain it is.
    """
    undecided = {one for one in doubtful() if not _claimed(one)} - window_words() - _named()
    assert sorted(f"{doubtful()[one]}: {one.context}: {one.template}" for one in undecided) == []


def test_no_sentence_is_both_a_claim_and_words_of_the_window() -> None:
    """Who reads the list can trust it."""
    assert [one for one in window_words() if _claimed(one)] == []


def test_the_list_holds_only_what_is_said() -> None:
    """What nobody says any more goes, so that the list stays short."""
    assert sorted(map(repr, window_words() - doubtful().keys())) == []


def test_every_entry_names_what_is_said() -> None:
    """A sentence that was reworded is looked at anew."""
    told = {Text(*one) for one in _reader().of_program(PACKAGE.parent)} | doubtful().keys()
    assert [(claim.id, one.template) for claim in claims() for one in claim.sentences if one not in told] == []


def _claimed(sentence: Text) -> bool:
    return bool(claims_about(Text(sentence.context, sentence.template)))


def test_no_sentence_has_two_entries() -> None:
    """Whoever presses its mark gets one answer."""
    named = [one for claim in claims() for one in claim.sentences]
    assert len(named) == len(set(named))


@pytest.mark.parametrize(
    ("place", "said", "judged"),
    [
        ("qfpay/request/guards.py", "Send it?", True),
        ("qfpay/request/rules/time.py", "QFPay reads UTC+8.", False),
        ("qfpay/reply/records/state.py", "paid", True),
        ("qfpay/reply/no_answer.py", "connection lost", False),
        ("diagnosis/doctor/join.py", "Sort them.", True),
        ("diagnosis/doctor/join.py", "URL-encoded", False),
        ("diagnosis/doctor/join.py", "the rule is another", True),
        ("ui/window/main_window.py", "Save it.", False),
        ("ui/window/main_window.py", "QFPay answers at once.", True),
        ("ui/window/main_window.py", "About QFPay Tester", False),
    ],
)
def test_a_sentence_is_judged_by_its_room_and_its_words(place: str, said: str, *, judged: bool) -> None:
    """Pure rooms speak of the API unless they say otherwise, the window where its words do."""
    assert must_be_judged(place, said) == judged


def test_what_the_simulator_says_is_found() -> None:
    """Neither docstrings nor what is translated, and values as {}."""
    told = "return f'QFPay takes {x} at once.'"
    code = f'def f(x):\n    """QFPay says so in its docs."""\n    text("C", "QFPay says this is so.")\n    {told}'
    assert spoken(code) == ["QFPay takes {} at once."]


def _tables() -> Iterator[tuple[str, str]]:
    """Where a table says something about the API, and the id of its entry there."""
    for row in read_json("data/respcd_calls.json"):
        if {"meaning", "next"} & row.keys():
            yield row.get("meaning") or row["next"], row.get("claim", "")
    messages = read_json("data/wechat_messages.json")
    for row in (*messages["known"], messages["paid"], messages["cancelled"], messages["other"]):
        yield row["en"], row.get("claim", "")
    for name, row in read_json("data/project_notes.json").items():
        if name != "end_unknown":
            yield row["en"], row.get("claim", "")


@pytest.mark.parametrize(("said", "claim_id"), list(_tables()))
def test_every_row_of_a_table_names_its_entry(said: str, claim_id: str) -> None:
    """The rows that narrow a respcd down, and the sentences of an exported project, which nobody can press."""
    assert find_claim(claim_id) is not None, said


def test_what_is_filled_in_is_found_too() -> None:
    """A verdict is put together of several sentences, each known in its own way and told once."""
    headline = Text("Verdict", "Simulated: {headline}").fill(
        headline=Text("respcd", "The signature is wrong, or mchid is.")
    )
    step = Text("Verdict", "Query {name} {value} before you send anything else.").fill(name="syssn", value="1")
    found = [
        one.id
        for one in claims_about(headline, None, Text("Verdict", "{first} {second}").fill(first=step, second=step))
    ]
    assert found == ["respcd.1108", "verdict.query-first"]
    assert claims_about(Text("Verdict", "Nobody says this.")) == ()


def test_a_row_that_narrows_a_respcd_down_has_its_own_entry() -> None:
    """1108 is documented as a signature error; that mchid may be its reason is seen at others."""
    (found,) = claims_about(Text("Verdict", "QFPay does not accept mchid, though it calls this a signature error."))
    assert (found.id, found.kind) == ("respcd-call.mchid", "respcd-call")
