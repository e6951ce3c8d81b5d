"""What other programs write is read back value by value; the writers are independent of this code."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import OrderedDict
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from qfpay_gui.diagnosis.importing import read_request
from qfpay_gui.diagnosis.importing.names import KNOWN

NAMES = ("txamt", "goods_name", "udid", "out_trade_no", "extend_info")
VALUES = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ANY_VALUES = st.text(max_size=30)
ONE_LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30)
AWKWARD = "a'b\"c`$x\\n&=+%41 <ü>\t\n奶茶🍵;,{}[]()#//"


def _requests(values: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(dict.fromkeys(NAMES, values))


@given(_requests(VALUES))
@example(dict.fromkeys(NAMES, AWKWARD))
def test_form_body(params: dict[str, str]) -> None:
    """A form body gives exactly the values that were encoded."""
    assert dict(read_request(urlencode(params)).params) == params


@given(st.lists(st.tuples(VALUES.filter(bool), VALUES), min_size=1))
def test_form_body_with_any_names(pairs: list[tuple[str, str]]) -> None:
    """Names may be anything too, doubled ones are kept, and the body is the text's bytes."""
    body = urlencode([("txamt", "1"), *pairs])
    read = read_request(body)
    assert read.pairs == (("txamt", "1"), *pairs)
    assert read.body == body.encode()


@given(_requests(VALUES))
def test_query_string(params: dict[str, str]) -> None:
    """A whole URL gives its parameters; the address is kept."""
    url = "https://openapi-hk.qfapi.com/trade/v1/payment?" + urlencode(params, quote_via=quote)
    read = read_request(url)
    assert dict(read.params) == params
    assert read.url == url


@given(_requests(ANY_VALUES), st.booleans(), st.sampled_from([None, 2]))
@example(dict.fromkeys(NAMES, AWKWARD), True, None)  # noqa: FBT003 - the example's own argument
def test_json(params: dict[str, str], ascii_only: bool, indent: int | None) -> None:  # noqa: FBT001 - drawn
    """JSON gives its texts, lone surrogates included, however it is laid out."""
    written = json.dumps(params, ensure_ascii=ascii_only, indent=indent)
    assert dict(read_request(written).params) == {
        n: v.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") for n, v in params.items()
    }


@given(st.dictionaries(st.from_regex(r"[a-z_]{3,12}", fullmatch=True).map("x_".__add__), VALUES, min_size=1))
def test_json_with_unknown_names(params: dict[str, str]) -> None:
    """Names the API does not know are read where none that it knows, and no respcd of a reply, stands in a value."""
    assume(not any(name in value for value in params.values() for name in KNOWN | {"respcd"}))
    assert dict(read_request(json.dumps(params)).params) == params


@given(_requests(VALUES))
@example(dict.fromkeys(NAMES, AWKWARD))
def test_python_print(params: dict[str, str]) -> None:
    """A dictionary, its pairs and its bytes read as the same values."""
    assert dict(read_request(f"INFO [x] params: {params!r}").params) == params
    assert dict(read_request(repr(OrderedDict(params))).params) == params
    assert dict(read_request(repr(list(params.items()))).params) == params
    assert dict(read_request(repr({name: value.encode() for name, value in params.items()})).params) == params


@given(_requests(ONE_LINE.filter(lambda value: ", " not in value and not set(value) & set("{}[]()=>@`\"'"))))
def test_java_print(params: dict[str, str]) -> None:
    """A Map's toString gives every value whose text cannot be taken for the print's own signs."""
    printed = "{" + ", ".join(f"{name}={value}" for name, value in params.items()) + "}"
    assert dict(read_request(printed).params) == params


@given(_requests(ONE_LINE.filter(lambda value: not value.startswith(("'", '"')) and "&" not in value)))
def test_name_value_lines(params: dict[str, str]) -> None:
    """Lines keep every character behind the sign, spaces at the end included, but for code's stops and lists of one."""
    assume(not any(value.endswith(";") or value[:1] + value[-1:] == "[]" for value in params.values()))
    assert dict(read_request("\n".join(f"{name}={value}" for name, value in params.items())).params) == params


@given(_requests(ONE_LINE))
def test_var_dump_by_its_lengths(params: dict[str, str]) -> None:
    """PHP's var_dump states each length in bytes, so that quotes in a value do not end it."""
    members = "".join(f'  ["{n}"]=>\n  string({len(v.encode())}) "{v}"\n' for n, v in params.items())
    assert dict(read_request(f"array({len(params)}) {{\n{members}}}\n").params) == params


@given(_requests(VALUES))
def test_cmd_quoting(params: dict[str, str]) -> None:
    """The arguments Windows programs get are those that were quoted by the C runtime's rule."""
    body = urlencode(params)
    line = subprocess.list2cmdline(["-X", "POST", "https://openapi-hk.qfapi.com/x", "-d", body])
    assert dict(read_request(f'curl {line} ^\n -H "X: y"').params) == params


def _run(command: list[str], values: list[dict[str, str]]) -> list[str]:
    written = json.dumps(values).encode()
    done = subprocess.run(command, input=written, capture_output=True, check=True, timeout=50)  # noqa: S603 - own words
    return done.stdout.decode().split("\x01")[:-1]


NODE = """
const util = require('util');
for (const one of JSON.parse(require('fs').readFileSync(0, 'utf8')))
  process.stdout.write(util.format(one) + '\\x01');
"""
PHP = """
foreach (json_decode(file_get_contents('php://stdin'), true) as $one)
  foreach (['var_export', 'var_dump', 'print_r'] as $print) { $print($one); echo "\\x01"; }
"""


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_requests(VALUES.filter(lambda value: "\x01" not in value)), min_size=5, max_size=40))
@example([dict.fromkeys(NAMES, AWKWARD)])
@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed")
def test_node_print(values: list[dict[str, str]]) -> None:
    """What Node's own console.log prints is read back."""
    for params, printed in zip(values, _run(["node", "-e", NODE], values), strict=True):
        assert dict(read_request(printed).params) == params


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_requests(ONE_LINE), min_size=5, max_size=40))
@example([dict.fromkeys(NAMES, AWKWARD.replace("\n", "").replace("\t", ""))])
@pytest.mark.skipif(shutil.which("php") is None, reason="PHP is not installed")
def test_php_prints(values: list[dict[str, str]]) -> None:
    """What PHP's own var_export, var_dump and print_r write is read back."""
    printed = iter(_run(["php", "-r", PHP], values))
    for params in values:
        for _print in range(3):
            assert dict(read_request(next(printed)).params) == params
