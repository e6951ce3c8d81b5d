from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.simulator import DEMO, Simulator
from qfpay_gui.snippets.signing_code.miniprogram import PAGE, sign_miniprogram
from tests.snippets.programs import payment

if TYPE_CHECKING:
    from pathlib import Path

PHONE = """\
let page;
global.Page = (options) => { page = options; };
global.wx = {
  cloud: { callFunction: async ({ name }) => ({ result: await require(`./${name}/index.js`).main({}) }) },
  requestPayment: ({ success, fail, ...values }) => process.stdout.write(JSON.stringify(values)),
};
console.log = () => {};
require('./page.js');
page.pay();
"""


def test_the_page_knows_neither_key_nor_request() -> None:
    """Signing stands in the cloud function alone; the page gets pay_params and nothing else."""
    function, page = sign_miniprogram(payment("https://pay.example", "page")).split(PAGE)

    assert "QFPAY_CLIENT_KEY" in function
    assert "createHash" in function
    for word in ("QFPAY_CLIENT_KEY", "createHash", "txamt", "pay.example", "X-QF"):
        assert word not in page


@pytest.mark.integration
def test_the_page_pays_with_what_the_cloud_function_got(tmp_path: Path) -> None:
    """From the tap to wx.requestPayment: the five values arrive as the simulator made them."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    with Simulator() as simulator:
        function, page = sign_miniprogram(payment(simulator.base_url, "whole")).split(PAGE)
        (tmp_path / "qfpay").mkdir()
        (tmp_path / "qfpay" / "index.js").write_text(function, encoding="utf-8")
        (tmp_path / "page.js").write_text(page, encoding="utf-8")
        (tmp_path / "phone.js").write_text(PHONE, encoding="utf-8")
        ran = subprocess.run(  # noqa: S603 - our own program
            [node, "phone.js"],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            encoding="utf-8",
            env={"QFPAY_CLIENT_KEY": DEMO.client_key},
            timeout=30,
        )

    assert ran.returncode == 0, ran.stderr
    values = json.loads(ran.stdout)
    assert values.keys() == {"timeStamp", "nonceStr", "package", "signType", "paySign"}
    assert values["package"].startswith("prepay_id=")
