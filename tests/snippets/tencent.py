"""Tencent's own tools, as far as they come through npm: the typings of ``wx``, and the compiler of WXML and WXSS."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODULES = Path(__file__).resolve().parents[2] / ".venv" / "node" / "node_modules"
"""Where typings/package.json is installed."""
_OPTIONS = {
    "allowJs": True,
    "checkJs": True,
    "strict": True,
    "noEmit": True,
    "noUnusedLocals": True,
    "skipLibCheck": True,
    "target": "es2020",
    "lib": ["es2020"],
    "types": [],
}
# Prints the tree that a page becomes with these data, and whether its style compiles.
_RENDER = """\
global.window = global;
const compiler = require(process.argv[2]);
const [folder, page, values] = process.argv.slice(3);
const style = compiler.wxssToJs(folder);
const pages = new Function('global', compiler.wxmlToJs(folder))({});
process.stdout.write(JSON.stringify({ tree: pages(page)(JSON.parse(values)), style: typeof style }));
"""


def type_checker() -> list[str]:
    """The command line of the TypeScript compiler; skips without one, but fails in CI."""
    return _command("typescript/bin/tsc", "miniprogram-api-typings/index.d.ts")


def type_errors(folder: Path, files: Mapping[str, str]) -> list[str]:
    """The compiler's complaints about these files, strictly against Tencent's typings."""
    command = type_checker()
    save(folder, files)
    typings = str(_MODULES / "miniprogram-api-typings" / "index.d.ts")
    scripts = [name for name in files if name.endswith(".js")]
    project = {"compilerOptions": _OPTIONS, "files": [typings, *scripts]}
    (folder / "tsconfig.json").write_text(json.dumps(project), encoding="utf-8")
    ran = _run([*command, "--project", str(folder), "--pretty", "false"], folder)
    errors = [line for line in ran.stdout.splitlines() if "error TS" in line]
    assert (ran.returncode == 0) is (not errors), ran.stdout + ran.stderr
    return errors


def rendered(folder: Path, page: str, values: Mapping[str, Any]) -> Any:
    """The tree that the WXML of this page becomes, as Tencent's compiler builds it; its style must compile too."""
    node, compiler = _command("miniprogram-compiler/index.js")
    program = folder / "render.cjs"
    program.write_text(_RENDER, encoding="utf-8")
    ran = _run([node, str(program), compiler, str(folder), page, json.dumps(values)], folder)
    assert ran.returncode == 0, ran.stderr
    answer = json.loads(ran.stdout)
    assert answer["style"] == "string"
    return answer["tree"]


def save(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files below the folder."""
    for name, written in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(written, encoding="utf-8", newline="\n")


def _command(*wanted: str) -> list[str]:
    """Node with the first of the files that must be there; skips where one is not, but fails in CI."""
    node = shutil.which("node")
    files = [_MODULES / name for name in wanted]
    if node and all(file.is_file() for file in files):
        return [node, str(files[0])]
    reason = f"node, or {' or '.join(wanted)} in {_MODULES}, is not installed"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - the tools of the test set-up
        command, capture_output=True, check=False, cwd=folder, encoding="utf-8", timeout=50
    )
