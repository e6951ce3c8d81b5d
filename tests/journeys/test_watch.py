"""Programs in other languages, each with a mistake of its own, are pointed at the window's simulator."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.ui.window.workspaces import Workspace
from qfpay_gui.ui.words.label import PlainLabel
from tests.ui.person import find, press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qfpay_gui.models.watch.seen import Seen
    from tests.ui.desk import Desk

# Joins the key with "&", as many signing helpers do.
NODE = """
const crypto = require('crypto'), http = require('http');
const [, , url, code, key] = process.argv;
const p = { txamt: '300', txcurrcd: 'HKD', pay_type: '800213', out_trade_no: 'NODE1',
  txdtm: '2026-03-01 12:05:06', sub_openid: 'oS80_5dxekECAOlVBeQFk34q123s', goods_name: '奶茶' };
const s = Object.keys(p).sort().map((k) => `${k}=${p[k]}`).join('&') + '&' + key;
const sign = crypto.createHash('md5').update(s).digest('hex');
const r = http.request(`${url}/trade/v1/payment`, { method: 'POST', headers: {
  'Content-Type': 'application/x-www-form-urlencoded', 'X-QF-APPCODE': code, 'X-QF-SIGN': sign } });
r.on('response', (a) => a.resume());
r.end(new URLSearchParams(p).toString());
"""
# Signs what http_build_query has encoded already: the body itself, for it is sorted.
PHP = """<?php
[, $url, $code, $key] = $argv;
$p = ['txamt' => '300', 'txcurrcd' => 'HKD', 'pay_type' => '800213', 'out_trade_no' => 'PHP1',
  'txdtm' => '2026-03-01 12:05:06', 'sub_openid' => 'oS80_5dxekECAOlVBeQFk34q123s', 'goods_name' => '奶茶'];
ksort($p);
$body = http_build_query($p);
$headers = "Content-Type: application/x-www-form-urlencoded\\r\\nX-QF-APPCODE: $code\\r\\n"
  . "X-QF-SIGN: " . md5($body . $key);
file_get_contents("$url/trade/v1/payment", false, stream_context_create(['http' =>
  ['method' => 'POST', 'header' => $headers, 'content' => $body]]));
"""
# Leaves the parameters in the order of a HashMap, which it also sends them in.
JAVA = """
import java.math.BigInteger; import java.net.*; import java.net.http.*; import java.nio.charset.*;
import java.security.*; import java.util.*; import java.util.stream.*;
class Main { public static void main(String[] a) throws Exception {
  Map<String, String> p = new HashMap<>();
  p.put("txamt", "300"); p.put("txcurrcd", "HKD"); p.put("pay_type", "800213"); p.put("out_trade_no", "JAVA1");
  p.put("txdtm", "2026-03-01 12:05:06"); p.put("sub_openid", "oS80_5dxekECAOlVBeQFk34q123s");
  p.put("goods_name", "tea");
  String s = p.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("&")) + a[2];
  byte[] d = MessageDigest.getInstance("MD5").digest(s.getBytes(StandardCharsets.UTF_8));
  String body = p.entrySet().stream()
    .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
    .collect(Collectors.joining("&"));
  HttpRequest request = HttpRequest.newBuilder(URI.create(a[0] + "/trade/v1/payment"))
    .header("Content-Type", "application/x-www-form-urlencoded").header("X-QF-APPCODE", a[1])
    .header("X-QF-SIGN", String.format("%032x", new BigInteger(1, d)))
    .POST(HttpRequest.BodyPublishers.ofString(body)).build();
  HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
    .send(request, HttpResponse.BodyHandlers.ofString());
} }
"""
# Signs the number that it sends with two decimals.
PYTHON = """
import hashlib, sys, urllib.parse, urllib.request
url, code, key = sys.argv[1:]
p = dict(txamt="300", txcurrcd="HKD", pay_type="800213", out_trade_no="PY1", txdtm="2026-03-01 12:05:06",
         sub_openid="oS80_5dxekECAOlVBeQFk34q123s", goods_name="奶茶")
s = "&".join(f"{k}={v}" for k, v in sorted({**p, "txamt": "3.00"}.items())) + key
sign = hashlib.md5(s.encode()).hexdigest()
request = urllib.request.Request(url + "/trade/v1/payment", urllib.parse.urlencode(p).encode(),
                                 {"X-QF-APPCODE": code, "X-QF-SIGN": sign})
urllib.request.urlopen(request, timeout=10).read()
"""
RIGHT = PYTHON.replace("3.00", "300")
# This merchant has no mchid: rightly signed and refused all the same.
RIGHT_REFUSED = RIGHT.replace('goods_name="奶茶"', 'goods_name="奶茶", mchid="9rPZ8yQkJ2"')
PROGRAMS = {
    "node": (("node",), "main.js", NODE, "“&”"),
    "php": (("php",), "main.php", PHP, "raw body"),
    "java": (("java", "-XX:TieredStopAtLevel=1"), "Main.java", JAVA, "not sorted"),
    "python": ((sys.executable,), "main.py", PYTHON, "txamt"),
}


@pytest.fixture(params=PROGRAMS)
def program(request: pytest.FixtureRequest, tmp_path: Path, desk: Desk) -> Iterator[str]:
    """A running program that was pointed at the simulator; what its cause must say."""
    command, name, source, cause = PROGRAMS[request.param]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    (tmp_path / name).write_text(source, encoding="utf-8")
    desk.wait(lambda: bool(desk.bench.simulator.base_url))
    ours = desk.bench.simulator.profile.credentials
    where = (desk.bench.simulator.base_url, ours.app_code, ours.client_key)
    process = subprocess.Popen([*command, name, *where], cwd=tmp_path)  # noqa: S603 - our own program
    yield cause
    assert process.wait(60) == 0


def seen_by(desk: Desk) -> Seen:
    """The newest request, once it is examined."""
    watch = desk.bench.watch
    desk.wait(lambda: bool(watch.seen) and not watch.seen[0].waiting)
    return watch.seen[0]


def test_the_cause_of_a_program_is_named_on_its_first_request(desk: Desk, program: str) -> None:
    """Without a click: on the rail, in the status line, and in the list once somebody looks."""
    seen = seen_by(desk)
    assert seen.examined is not None
    assert program in seen.examined.diagnoses[0].explanation
    assert desk.window.rail.buttons[Workspace.WATCH].count == 1
    press("Ctrl+6", desk.window)
    table = desk.window.panels.watch.widget.table
    assert [row.id for row in table.chosen()] == [1]
    assert program in table.rows_model.index(0, 5).data()


@pytest.mark.parametrize(("source", "respcd"), [(RIGHT, "0000"), (RIGHT_REFUSED, "1108")])
def test_only_what_was_refused_asks_for_steps(desk: Desk, source: str, respcd: str) -> None:
    """A rightly signed request that was accepted is said to be right, and nothing else."""
    desk.wait(lambda: bool(desk.bench.simulator.base_url))
    ours = desk.bench.simulator.profile.credentials
    where = (desk.bench.simulator.base_url, ours.app_code, ours.client_key)
    process = subprocess.Popen([sys.executable, "-c", source, *where])  # noqa: S603 - our own program
    seen = seen_by(desk)
    assert process.wait(60) == 0
    assert seen.respcd == respcd
    press("Ctrl+6", desk.window)
    is_refused = respcd != "0000"
    view = desk.window.panels.watch.widget.view
    state, steps = (find(view, PlainLabel, name) for name in ("seen_state", "case_steps_title"))
    assert state.isVisible() is not is_refused
    assert is_refused or state.text() == "The signature is right"
    assert steps.isVisible() is is_refused
