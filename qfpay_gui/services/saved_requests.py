"""Requests kept under names of their own: a readable JSON file each, in a folder that may stand under version control.

Nothing here masks: give it rows that may be written down (``models/request/draft_storage.py`` makes them).
"""

from __future__ import annotations

import json
import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.private_file import put
from qfpay_gui.services.settings import MOST_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

VERSION = 1
MOST, LONGEST_FILE, LONGEST_NAME = 500, 1_000_000, 80
_MARK = "qfpay_tester_request"
_LONGEST_BYTES = 200
_ODD = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|\Z)")
_UNREADABLE = text("Requests", "The saved request {path} cannot be read ({reason}) and is passed over.")
_NO_REQUEST = text("Requests", "it is no saved request")
_NEWER = text("Requests", "a newer version of QFPay Tester wrote it")
_TOO_LONG = text("Requests", "it is longer than 1 MB")
_TOO_MANY = text("Requests", "The folder {path} holds more than {most} saved requests: the others are not listed.")


class _UnreadableError(Exception):
    """A file that is no saved request; its argument is a Text or the system's words."""


@dataclass(frozen=True)
class SavedRequest:
    """A request by its name, "folder/name" or a name alone.

    ``rows`` are parameters as plain JSON objects with ``name``, ``value`` and the flags ``fresh``, ``send_empty`` and
    ``leave_out``; ``mistake`` is the id of one made on purpose, "" for none; ``not_kept`` names what was left empty
    because it is personal or secret. ``path`` is where it is kept, None while it is not.
    """

    name: str
    endpoint: str
    rows: tuple[Mapping[str, Any], ...] = field(repr=False)
    sign_type: str = ""
    mistake: str = ""
    not_kept: tuple[str, ...] = ()
    path: Path | None = None


def plain_name(typed: str) -> str:
    """The name as it is kept: one line, nothing invisible, at most one folder; "" where nothing is left."""
    printable = "".join(one if one.isprintable() else " " for one in unicodedata.normalize("NFC", typed))
    folder, _slash, name = printable.replace("\\", "/").partition("/")
    parts = [" ".join(part.replace("/", "-").split())[:LONGEST_NAME].strip() for part in (folder, name)]
    return "/".join(part for part in parts if part)


def file_name(part: str) -> str:
    """A part of a name as every system takes it for a file: no odd characters, no reserved word, not too long."""
    safe = _ODD.sub("_", part).strip(" .") or "_"
    safe = f"_{safe}" if _RESERVED.match(safe) else safe
    return safe.encode("utf-8", "replace")[:_LONGEST_BYTES].decode("utf-8", "ignore").rstrip(" .")


def read_all(folder: Path) -> tuple[tuple[SavedRequest, ...], tuple[Text, ...]]:
    """The saved requests by name, and a sentence for each file that was passed over."""
    found: list[SavedRequest] = []
    troubles: list[Text] = []
    for path in _files(folder):
        if len(found) == MOST:
            troubles.append(_TOO_MANY.fill(path=folder, most=MOST))
            break
        try:
            found.append(_read(path))
        except _UnreadableError as error:
            troubles.append(_UNREADABLE.fill(path=path, reason=error.args[0]))
    return tuple(sorted(found, key=lambda one: one.name.casefold())), tuple(troubles)


def write(folder: Path, request: SavedRequest, known: Iterable[SavedRequest] = ()) -> Path:
    """Write the request in one step, in place of the known one of the same name; where it is kept. OSError."""
    path = request.path or next((one.path for one in known if one.name == request.name and one.path), None)
    path = path or _free_path(folder, request.name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    put(path, _written(request))
    return path


def remove(request: SavedRequest) -> None:
    """Delete the file, and its folder where that is empty now; one that is gone already is no trouble. OSError."""
    if request.path is not None:
        request.path.unlink(missing_ok=True)
        if "/" in request.name:
            with suppress(OSError):
                request.path.parent.rmdir()


def _files(folder: Path) -> Iterator[Path]:
    """Every file, and those one folder below."""
    with suppress(OSError):
        yield from sorted({*folder.glob("*.json"), *folder.glob("*/*.json")})


def _free_path(folder: Path, name: str) -> Path:
    """Where no file is yet; two names may differ only in what file names cannot hold."""
    *folders, own = map(file_name, name.split("/"))
    place = folder.joinpath(*folders)
    numbers = ("", *(f"-{number}" for number in range(2, MOST + 2)))
    paths = (place / f"{own}{number}.json" for number in numbers)
    return next((path for path in paths if not path.exists()), place / f"{own}.json")


def as_members(request: SavedRequest) -> dict[str, Any]:
    """The request as a plain JSON object."""
    return {
        _MARK: VERSION,
        "name": request.name,
        "endpoint": request.endpoint,
        "parameters": [dict(row) for row in request.rows],
        **{key: getattr(request, key) for key in ("sign_type", "mistake") if getattr(request, key)},
        **({"not_kept": list(request.not_kept)} if request.not_kept else {}),
    }


def _written(request: SavedRequest) -> str:
    return json.dumps(as_members(request), indent=2, ensure_ascii=False).encode("utf-8", "replace").decode() + "\n"


def _read(path: Path) -> SavedRequest:
    try:
        if path.stat().st_size > LONGEST_FILE:
            raise _UnreadableError(_TOO_LONG)
        members = json.loads(path.read_bytes())
    except OSError as error:
        raise _UnreadableError(error.strerror or type(error).__name__) from None
    except (ValueError, RecursionError):
        raise _UnreadableError(_NO_REQUEST) from None
    if isinstance(members, dict) and isinstance(members.get(_MARK), int) and members[_MARK] > VERSION:
        raise _UnreadableError(_NEWER)
    request = from_members(members)
    if request is None:
        raise _UnreadableError(_NO_REQUEST)
    return replace(request, name=request.name or path.stem, path=path)


def from_members(members: Any) -> SavedRequest | None:
    """The request this JSON value is; None where it is none."""
    if not isinstance(members, dict) or not isinstance(members.get(_MARK), int):
        return None
    rows, endpoint = members.get("parameters"), members.get("endpoint")
    if not isinstance(rows, list) or not isinstance(endpoint, str) or len(rows) > MOST_ROWS:
        return None
    kept = tuple(row for row in rows if isinstance(row, dict))
    name = plain_name(_text(members, "name"))
    names = members.get("not_kept")
    not_kept = tuple(one for one in names if isinstance(one, str)) if isinstance(names, list) else ()
    return SavedRequest(name, endpoint, kept, _text(members, "sign_type"), _text(members, "mistake"), not_kept)


def _text(members: dict[str, Any], key: str) -> str:
    value = members.get(key)
    return value if isinstance(value, str) else ""
