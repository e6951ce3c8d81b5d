"""Reads ``resources/``, from a clone and from an installed wheel alike.

Packaged tables are part of the program, so this leaf may be imported from every room.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent
_CANDIDATES = (_PACKAGE / "resources", _PACKAGE.parent / "resources")


@cache
def root() -> Path:
    """The folder of resources: beside the package in a clone, inside it in a wheel."""
    for folder in _CANDIDATES:
        if (folder / "data").is_dir():
            return folder
    raise FileNotFoundError(f"resources not found beside {_PACKAGE}: the installation is incomplete")


@cache
def read_json(relative: str) -> Any:
    """The parsed JSON file at this path below ``resources/``. Do not change what is returned."""
    return json.loads((root() / relative).read_text(encoding="utf-8"))


@cache
def template(relative: str) -> str:
    """The text of the file at this path below ``resources/``."""
    return (root() / relative).read_text(encoding="utf-8")
