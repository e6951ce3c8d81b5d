"""The line of code that mends a deviation, by mechanism, in the merchant's language."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import urllib.parse
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.diagnosis import ReadRequest, diagnose
from qfpay_gui.diagnosis.fix_lines import LANGUAGES, fix_line, language_of_fix, mechanism_of
from qfpay_gui.qfpay.signing import signature, signing_string
from qfpay_gui.resources import read_json

if TYPE_CHECKING:
    from qfpay_gui.diagnosis import Diagnosis

KEY = "0A1B2C3D4E5F60718293A4B5C6D7E8F9"
PARAMS = {
    "txamt": "300",
    "goods_name": "港式奶茶 +&%",
    "txdtm": "2026-11-23 15:40:02",
    "out_trade_no": "A/1",
    "extend_info": '{"user_truename":"小林"}',
}
LINES: dict[str, dict[str, str]] = read_json("data/fix_lines.json")["lines"]
MECHANISMS = sorted(LINES)


def _line(mechanism: str, language: str, name: str = "txamt") -> str:
    return LINES[mechanism][language].replace("{{name}}", name).replace("{{length}}", "32")


def _found(signed: str, depth: int = 1) -> Diagnosis:
    return diagnose(PARAMS, KEY, hashlib.md5(signed.encode()).hexdigest(), depth=depth)[0]  # noqa: S324 - the API's own


def _string(**changed: str) -> str:
    return signing_string({**PARAMS, **changed}, KEY)


@pytest.mark.parametrize(
    ("signed", "mechanism", "line"),
    [
        ("&".join(f"{name}={value}" for name, value in PARAMS.items()) + KEY, "join", "sorted(params)"),
        (_string(goods_name="%E5%A5%B6"), "", ""),
        (_string(txdtm="2026-11-23T15:40:02"), "time", "txdtm = datetime.now(timezone(timedelta(hours=8)))"),
        (_string(txdtm="Mon Nov 23 15:40:02 CST 2026"), "time", "strftime"),
        (_string(txdtm="2026-11-23 15:40:01"), "time", '; params["txdtm"] = txdtm'),
        (_string(txamt="3.00"), "amount", "* 100"),
        (_string(txamt="300.00"), "number", "int(txamt)"),
        (_string(goods_name="b'tea'"), "", ""),
        (_string(out_trade_no="b'A/1'"), "text", 'out_trade_no.decode("utf-8")'),
        (_string(extend_info='{"user_truename": "小林"}'), "json", "json.dumps(extend_info"),
        (f"{_string()}\n", "key read", ".strip()"),
        (_string().replace(KEY, f"“{KEY}”"), "key cleaned", "re.sub"),
        (_string()[:-1], "key checked", "len(client_key) == 32"),
        (_string().replace(KEY, "YOUR_CLIENT_KEY"), "key read", "QFPAY_CLIENT_KEY"),
        (_string().replace(KEY, f"&key={KEY}"), "join", "+ client_key"),
        (f"{_string()[: -len(KEY)]}&udid={KEY}", "empty", "not in (None"),
    ],
)
def test_a_diagnosis_is_mended_by_its_mechanism(signed: str, mechanism: str, line: str) -> None:
    """What the doctor names leads to the call that does it rightly; two values at once are explained by nothing."""
    if not mechanism:
        assert diagnose(PARAMS, KEY, hashlib.md5(signed.encode()).hexdigest(), depth=1) == []  # noqa: S324 - the API's own
        return
    found = _found(signed)
    assert [mechanism_of(identity, found) for identity in found.deviations] == [mechanism]
    assert line in fix_line(found, "python")


def test_the_digest_and_its_header_follow_the_sign_type() -> None:
    """GBK is mended by the digest of the request; SHA256 that nobody announced by the header."""
    gbk = diagnose(PARAMS, KEY, hashlib.md5(_string().encode("gbk")).hexdigest(), depth=1)[0]  # noqa: S324 - the API's own
    assert "hashlib.md5" in fix_line(gbk, "python")
    assert '"SHA-256"' in fix_line(gbk, "java", "SHA256")
    unannounced = diagnose(PARAMS, KEY, hashlib.sha256(_string().encode()).hexdigest(), depth=1)[0]
    assert fix_line(unannounced, "go") == 'request.Header.Set("X-QF-SIGNTYPE", "SHA256")'


def test_a_right_signature_needs_no_line() -> None:
    """Nothing deviates."""
    right = diagnose(PARAMS, KEY, signature(PARAMS, KEY))[0]
    assert all(fix_line(right, language) == "" for language, _title in LANGUAGES)


def test_two_deviations_are_two_statements() -> None:
    """Each mechanism once, as code that can be copied."""
    found = _found(_string(txdtm="2026-11-23T15:40:02").replace(KEY, f"{KEY}\n"), 2)
    line = fix_line(found, "python")
    assert ".strip();" in line
    assert "datetime.now(" in line


def test_no_line_shows_the_key() -> None:
    """A key whose copy was damaged is read anew, not written into code."""
    for signed in (_string()[:-1], f"{_string()}\n", _string().lower()):
        found = _found(signed)
        assert not any(KEY[:5].lower() in fix_line(found, language).lower() for language, _title in LANGUAGES)


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_a_python_line_can_be_run(mechanism: str) -> None:
    """As it stands, after the usual imports."""
    os.environ["QFPAY_CLIENT_KEY"] = f"{KEY}\n"
    scope: dict[str, Any] = {
        "params": {**PARAMS, "udid": ""},
        "client_key": KEY,
        "headers": {},
        "string": "x",
        "amount": "1.15",
        "txamt": 300,
        "os": os,
        "re": re,
        "json": json,
        "hashlib": hashlib,
        "urllib": urllib,
        "datetime": datetime,
        "timedelta": timedelta,
        "timezone": timezone,
        "Decimal": Decimal,
    }
    try:
        exec(_line(mechanism, "python"), scope)  # noqa: S102 - our own line
    finally:
        del os.environ["QFPAY_CLIENT_KEY"]
    expected = {
        "join": ("string", signing_string({**PARAMS, "udid": ""}, KEY)),
        "key read": ("client_key", KEY),
        "digest MD5": ("signature", hashlib.md5(b"x").hexdigest().upper()),  # noqa: S324 - the API's own
        "empty": ("params", PARAMS),
        "key cleaned": ("client_key", KEY),
    }
    name, value = expected.get(mechanism, ("client_key", KEY))
    assert scope[name] == value
    amounts = {"amount": "115", "number": "300", "text": "300", "json": "300"}
    assert scope["params"].get("txamt") == amounts.get(mechanism) or mechanism not in amounts


def _run(command: list[str]) -> str:
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"{command[0]} is not installed")
    environment = {**os.environ, "QFPAY_CLIENT_KEY": f" {KEY}\n"}
    done = subprocess.run(  # noqa: S603 - our own lines
        [program, *command[1:]], capture_output=True, text=True, check=True, timeout=50, env=environment
    )
    return done.stdout.strip()


ORDER = ("empty", "text", "json", "number", "amount", "key cleaned", "key checked", "header SHA256", "body")
"""Mechanisms whose lines can stand one after the other, before the parameters are joined and hashed."""
AFTER = {**PARAMS, "txamt": "115", "goods_name": '{"a":"奶茶/"}', "out_trade_no": "7", "extend_info": "8"}
"""What they make of the parameters."""
NAMES = {"text": "out_trade_no", "json": "goods_name", "number": "extend_info", "amount": "txamt"}


def _program(language: str, between: str = "\n") -> str:
    lines = [_line(mechanism, language, NAMES.get(mechanism, "")) for mechanism in (*ORDER, "join", "digest MD5")]
    return between.join(lines)


@pytest.mark.integration
def test_the_lines_of_javascript_sign_rightly() -> None:
    """All of them in one program, run by Node.js."""
    before = (
        f"const crypto = require('crypto'); let params = {json.dumps({**PARAMS, 'udid': ''})}; let clientKey = '{KEY}';"
        "const headers = {}, amount = 1.15, out_trade_no = 7, extend_info = 8, goods_name = {a: '奶茶/'};"
    )
    assert _run(["node", "-e", f"{before}\n{_program('node', ';')}; console.log(signature)"]) == signature(AFTER, KEY)
    for mechanism in ("key read", "time"):
        _run(["node", "-e", f"const params = {{}}; {_line(mechanism, 'node', 'txdtm')}"])


@pytest.mark.integration
def test_the_lines_of_php_sign_rightly() -> None:
    """All of them in one program, run by PHP."""
    before = (
        f"$params = json_decode('{json.dumps({**PARAMS, 'udid': ''})}', true); $clientKey = '{KEY}'; $headers = [];"
        "$amount = 1.15; $out_trade_no = 7; $extend_info = 8.0; $goods_name = ['a' => '奶茶/'];"
    )
    assert _run(["php", "-r", f"{before} {_program('php')} echo $signature;"]) == signature(AFTER, KEY)
    read = _line("key read", "php") + _line("time", "php", "txdtm")
    assert _run(["php", "-r", f"{read} echo $clientKey, strlen($params['txdtm']);"]) == f"{KEY}19"


JAVA = """
import java.math.BigDecimal; import java.net.URLEncoder; import java.nio.charset.StandardCharsets;
import java.security.MessageDigest; import java.time.LocalDateTime; import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.*; import java.util.stream.Collectors;
public class Lines {{ public static void main(String[] args) throws Exception {{
Map<String, String> params = new HashMap<>(), headers = new HashMap<>(); String clientKey = "{key}";
{puts} String amount = "1.15"; int out_trade_no = 7; long extend_info = 8; String goods_name = "奶茶/";
{lines}
System.out.println(signature);
{{ {read} }} {{ {time} }}
}} }}
class ObjectMapper {{ String writeValueAsString(Object value) {{ return "{{\\"a\\":\\"" + value + "\\"}}"; }} }}
"""


@pytest.mark.integration
def test_the_lines_of_java_sign_rightly(tmp_path: Any) -> None:
    """All of them in one program, compiled and run by Java; Jackson is played by a class of its name."""
    puts = "".join(f"params.put({json.dumps(n)}, {json.dumps(v)});" for n, v in {**PARAMS, "udid": ""}.items())
    read = _line("key read", "java").replace("clientKey", "other")
    time = _line("time", "java", "txdtm")
    program = JAVA.format(key=KEY, puts=puts, lines=_program("java"), read=read, time=time)
    (tmp_path / "Lines.java").write_text(program, encoding="utf-8")
    assert _run(["java", "-Dfile.encoding=UTF-8", str(tmp_path / "Lines.java")]) == signature(AFTER, KEY)


@pytest.mark.integration
def test_the_lines_of_the_shell_sign_rightly() -> None:
    """The key read and the digest taken by bash as they stand."""
    pairs = " ".join("'" + f"{name}={value}" + "'" for name, value in {**PARAMS, "udid": ""}.items())
    lines = [_line(one, "shell") for one in ("key read", "key cleaned", "key checked", "empty", "join", "digest MD5")]
    assert _run(["bash", "-c", f"pairs=({pairs})\n" + "\n".join([*lines, 'echo "$signature"'])]) == signature(
        PARAMS, KEY
    )
    made = "\n".join((_line("amount", "shell"), _line("time", "shell", "txdtm"), 'echo "$txamt${#txdtm}"'))
    assert _run(["bash", "-c", f"amount=1.15\n{made}"]) == "11519"


@pytest.mark.integration
@pytest.mark.parametrize(
    ("language", "command", "ends"),
    [
        ("shell", ["bash", "-c"], '; echo "$txdtm"'),
        ("node", ["node", "-e"], "; console.log(params.txdtm)"),
        ("php", ["php", "-r"], " echo $params['txdtm'];"),
    ],
)
def test_a_time_is_made_once_and_in_the_zone_of_the_api(language: str, command: list[str], ends: str) -> None:
    """Wherever the program runs."""
    before = "const params = {}; " if language == "node" else ""
    made = _run([*command, f"{before}{_line('time', language, 'txdtm')}{ends}"])
    now = datetime.now(timezone(timedelta(hours=8))).replace(tzinfo=None)
    assert abs(datetime.fromisoformat(made) - now) < timedelta(minutes=1)


def test_the_language_follows_the_paste() -> None:
    """A Python print is answered in Python, a Mini Program in JavaScript, what nobody knows in Python."""
    forms = ("python", "code", "php", "go", "ruby", "powershell", "form", "")
    told = [language_of_fix(ReadRequest(form)) for form in forms]
    assert told == ["python", "node", "php", "go", "ruby", "dotnet", "python", "python"]
    assert language_of_fix(ReadRequest("http", header_pairs=(("user-agent", "libwww-perl/6.77"),))) == "python"
