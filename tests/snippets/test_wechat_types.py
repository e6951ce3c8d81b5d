from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from qfpay_gui.snippets.wechat import request_payment

HERE = Path(__file__).resolve().parent
AWKWARD: dict[str, str] = json.loads((HERE / "typings" / "awkward.json").read_text(encoding="utf-8"))
MEMBERS = ("appId", "timeStamp", "nonceStr", "package", "signType", "paySign")
GOOD = dict.fromkeys(MEMBERS, "1593746074") | {"signType": "MD5"}
OPTIONS = {
    "allowJs": True,
    "checkJs": True,
    "strict": True,
    "noEmit": True,
    "skipLibCheck": True,
    "target": "es2020",
    "lib": ["es2020"],
    "types": [],
}


def _modules() -> Path:
    """Where typings/package.json was installed."""
    return Path(os.environ.get("QFPAY_NODE_MODULES") or HERE.parents[1] / ".venv" / "node" / "node_modules")


@pytest.fixture
def compiler() -> list[str]:
    """The command line of the TypeScript compiler; skips without one, but fails in CI."""
    node = shutil.which("node")
    tsc = _modules() / "typescript" / "bin" / "tsc"
    if node and tsc.is_file() and (_modules() / "miniprogram-api-typings" / "index.d.ts").is_file():
        return [node, str(tsc)]
    reason = f"node, or typescript and miniprogram-api-typings in {_modules()}, are not installed"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def _errors(compiler: list[str], folder: Path, snippets: list[str]) -> list[str]:
    """The compiler's complaints about the snippets, each in a file of its own, strictly against Tencent's typings."""
    names = [f"snippet{number}.js" for number in range(len(snippets))]
    for name, snippet in zip(names, snippets, strict=True):
        (folder / name).write_text(snippet, encoding="utf-8")
    typings = str(_modules() / "miniprogram-api-typings" / "index.d.ts")
    project = {"compilerOptions": OPTIONS, "files": [typings, *names]}
    (folder / "tsconfig.json").write_text(json.dumps(project), encoding="utf-8")
    ran = subprocess.run(  # noqa: S603 - the compiler of the test set-up
        [*compiler, "--project", str(folder), "--pretty", "false"],
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        timeout=50,
    )
    errors = [line for line in ran.stdout.splitlines() if "error TS" in line]
    assert (ran.returncode == 0) is (not errors), ran.stdout + ran.stderr
    return errors


def test_every_snippet_type_checks(compiler: list[str], tmp_path: Path) -> None:
    """Sound, missing, misspelled, unknown and awkward members: each snippet is strictly typed JavaScript."""
    missing = [{name: value for name, value in GOOD.items() if name != left_out} for left_out in MEMBERS]
    known = [GOOD | {"signType": sign_type} for sign_type in ("MD5", "HMAC-SHA256", "RSA")]
    awkward = [dict.fromkeys((*MEMBERS, value), value) for value in AWKWARD.values()]
    replies = [{}, *known, *missing, *awkward, {"appid": "wx", "nonce_str": "1", "signtype": "MD5"}]

    assert _errors(compiler, tmp_path, [request_payment(reply) for reply in replies]) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("timeStamp: '1593746074'", "timeStamp: 1593746074"),
        ("signType: 'MD5'", "signType: 'SHA256'"),
        ("  nonceStr: '1593746074',\n", ""),
        ("err.errMsg ===", "err.message ==="),
    ],
)
def test_the_type_check_notices_mistakes(compiler: list[str], tmp_path: Path, right: str, wrong: str) -> None:
    """A number for timeStamp, an unknown signType, a missing member or field is an error, and only there."""
    snippet = request_payment(GOOD)
    assert right in snippet

    errors = _errors(compiler, tmp_path, [snippet, snippet.replace(right, wrong)])

    assert errors
    assert all(error.startswith("snippet1.js") for error in errors)
