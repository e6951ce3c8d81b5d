"""A program in Go, which is too large to install for every run of the tests: pytest tests/journeys/watch_in_go.py."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tests.journeys.test_watch import seen_by
from tests.ui.person import press

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.desk import Desk

# Takes the key for that of an HMAC, as Go's hmac.New suggests.
GO = """
package main

import (
	"crypto/hmac"
	"crypto/md5"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"sort"
	"strings"
)

func main() {
	p := map[string]string{"txamt": "300", "txcurrcd": "HKD", "pay_type": "800213", "out_trade_no": "GO1",
		"txdtm": "2026-03-01 12:05:06", "sub_openid": "oS80_5dxekECAOlVBeQFk34q123s", "goods_name": "奶茶"}
	pairs, form := []string{}, url.Values{}
	for name, value := range p {
		pairs = append(pairs, name+"="+value)
		form.Set(name, value)
	}
	sort.Strings(pairs)
	digest := hmac.New(md5.New, []byte(os.Args[3]))
	digest.Write([]byte(strings.Join(pairs, "&")))
	request, _ := http.NewRequest("POST", os.Args[1]+"/trade/v1/payment", strings.NewReader(form.Encode()))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("X-QF-APPCODE", os.Args[2])
	request.Header.Set("X-QF-SIGN", fmt.Sprintf("%X", digest.Sum(nil)))
	if _, failed := http.DefaultClient.Do(request); failed != nil {
		panic(failed)
	}
}
"""


def test_the_cause_of_a_program_in_go_is_named_on_its_first_request(desk: Desk, tmp_path: Path) -> None:
    """Go writes the names of headers in its own way; the door shows them as they came."""
    (tmp_path / "main.go").write_text(GO, encoding="utf-8")
    press("Ctrl+6", desk.window)
    door, ours = desk.bench.watch.door, desk.bench.simulator.profile.credentials
    desk.wait(lambda: bool(door.base_url))
    command = ["go", "run", "main.go", door.base_url, ours.app_code, ours.client_key]
    with subprocess.Popen(command, cwd=tmp_path) as process:  # noqa: S603 - our own program
        assert process.wait(60) == 0
    seen = seen_by(desk)
    assert "\nX-Qf-Sign: " in seen.raw
    assert seen.examined is not None
    assert "HMAC" in seen.examined.diagnoses[0].explanation
