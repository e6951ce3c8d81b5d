"""The one line that mends a deviation."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from dataclasses import replace

import pytest

from qfpay_gui.diagnosis.fix_lines import LANGUAGES, fix_line, language_of
from qfpay_gui.qfpay.signing import signature, signing_string
from qfpay_gui.qfpay.signing.recipe import OFFICIAL

KEY = "0A1B2C3D4E5F60718293A4B5C6D7E8F9"
PARAMS = {"txamt": "300", "goods_name": "港式奶茶 +&%", "Zed": "1", "out_trade_no": "A/1"}
UNSORTED = replace(OFFICIAL, order="as given")
GBK = replace(OFFICIAL, charset="gbk")


@pytest.mark.parametrize("language", [one for one, _title in LANGUAGES])
def test_an_official_recipe_needs_no_line(language: str) -> None:
    """Where parameters differ, not the recipe, code is not at fault."""
    assert fix_line(OFFICIAL, language) == ""


def test_the_python_lines_sign_rightly() -> None:
    """They are run as they stand."""
    scope = {"params": PARAMS, "client_key": KEY, "hashlib": hashlib}
    string = eval(fix_line(UNSORTED, "python"), scope)  # noqa: S307 - our own line
    assert string == signing_string(PARAMS, KEY)
    for sign_type in ("MD5", "SHA256"):
        digest = eval(fix_line(GBK, "python", sign_type), scope | {"string": string})  # noqa: S307 - our own line
        assert digest == signature(PARAMS, KEY, sign_type)


@pytest.mark.integration
def test_the_javascript_lines_sign_rightly() -> None:
    """They are run by Node.js as they stand."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node.js is not installed")
    program = (
        f"const crypto = require('crypto'); const params = {json.dumps(PARAMS)}; const clientKey = '{KEY}';"
        f"const string = {fix_line(UNSORTED, 'node')}; console.log({fix_line(GBK, 'node')})"
    )
    done = subprocess.run([node, "-e", program], capture_output=True, text=True, check=True, timeout=30)  # noqa: S603 - our own line
    assert done.stdout.strip() == signature(PARAMS, KEY)


@pytest.mark.integration
def test_the_php_lines_sign_rightly() -> None:
    """They are run by PHP as they stand."""
    php = shutil.which("php")
    if php is None:
        pytest.skip("PHP is not installed")
    program = (
        f"$params = json_decode('{json.dumps(PARAMS)}', true); $clientKey = '{KEY}';"
        f"{fix_line(UNSORTED, 'php')} echo {fix_line(GBK, 'php')};"
    )
    done = subprocess.run([php, "-r", program], capture_output=True, text=True, check=True, timeout=30)  # noqa: S603 - our own line
    assert done.stdout.strip() == signature(PARAMS, KEY)


def test_the_language_of_a_paste() -> None:
    """A Python print is answered in Python, a Mini Program in JavaScript, a curl command by the commonest."""
    assert [language_of(form) for form in ("python", "code", "php", "curl", "")] == [
        "python",
        "node",
        "php",
        "python",
        "python",
    ]


def test_the_java_line_names_the_digest_of_the_request() -> None:
    """SHA-256 is how Java spells it."""
    assert '"SHA-256"' in fix_line(GBK, "java", "SHA256")
