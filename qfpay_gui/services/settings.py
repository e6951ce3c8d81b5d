"""What the window remembers between two starts, as one JSON file. Never a key.

Entries of a draft may hold personal values: pass them through ``masking.persistable`` first.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.addresses import MOST_ADDRESSES
from qfpay_gui.qfpay.environments import CUSTOM_ID, custom, is_custom
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.private_file import opened, put

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LANGUAGES = ("", "en", "zh_CN", "zh_HK")
THEMES = ("system", "light", "dark", "contrast")
LEAST_ZOOM, USUAL_ZOOM, MOST_ZOOM = 80, 100, 200
"""How large the window is drawn, in percent."""
MOST_ORDER_NUMBERS = 500
MOST_ROWS = 2000
"""Of how many parameters a draft may be remembered; with more, the start would wait for it."""
KEEP_DAYS = 180
"""After how many days entries of the history expire where nobody chose."""
MOST_KEEP_DAYS = 36_500
_FOLDER = "QFPay Tester"
_FORMER = "custom_base_url"

_DAMAGED = text(
    "Settings",
    "The settings file {path} is damaged and could not be read. The window starts with its defaults. {copy}",
)
_COPIED = text("Settings", "What it held is kept beside it as {path}.")
_NOT_COPIED = text("Settings", "It could not be copied ({reason}) and will be replaced.")
_UNREADABLE = text(
    "Settings",
    "The settings file {path} cannot be opened ({reason}). The window starts with its defaults. "
    "Make the file readable for your user, then start QFPay Tester again.",
)
_RESET = text(
    "Settings",
    "In the settings file {path} these settings had values that cannot be used and are back at their defaults: {keys}. "
    "{copy}",
)
_NOT_SAVED = text(
    "Settings",
    "The settings could not be saved to {path} ({reason}). They last until the window is closed. Make the folder "
    "writable for your user, or choose another one with the environment variable QFPAY_TESTER_HOME.",
)


@dataclass(frozen=True)
class Settings:
    """Everything remembered. ``language`` "" follows the system; ``profile`` is a name, its key is in the keychain.

    ``draft``, ``drafts`` and ``panels`` are plain JSON values that belong to whoever put them here: the payment's
    draft, those of other endpoints by name, and what panels remember. ``endpoint`` is the one being edited, "" for
    the payment.
    ``addresses`` are the base URLs of the user's own by id, each with its ``name`` and ``base_url``.
    ``used_order_numbers`` holds each environment's latest out_trade_no, newest last.
    ``unknown`` holds what another version wrote; it is written back.
    """

    language: str = ""
    theme: str = "system"
    zoom: int = USUAL_ZOOM
    environment_id: str = ""
    addresses: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    profile: str = ""
    ca_file: str = ""
    draft: tuple[Mapping[str, Any], ...] = ()
    drafts: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    endpoint: str = ""
    used_order_numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    panels: Mapping[str, Any] = field(default_factory=dict)
    unknown: Mapping[str, Any] = field(default_factory=dict)

    def with_order_number(self, environment_id: str, out_trade_no: str) -> Settings:
        """The same settings, remembering this out_trade_no as the latest used in the environment."""
        before = self.used_order_numbers.get(environment_id, ())
        kept = (*(other for other in before if other != out_trade_no), out_trade_no)[-MOST_ORDER_NUMBERS:]
        return replace(self, used_order_numbers={**self.used_order_numbers, environment_id: kept})

    @property
    def keep_days(self) -> int:
        """After how many days entries of the history expire; 0 for never."""
        days = self.recalled("history").get("keep_days")
        return min(max(days, 0), MOST_KEEP_DAYS) if isinstance(days, int) else KEEP_DAYS

    def keeping(self, days: int) -> Settings:
        """The same settings, letting entries of the history expire after so many days; 0 keeps them for ever."""
        return self.remembering("history", {"keep_days": days})

    def has_used(self, environment_id: str, out_trade_no: str) -> bool:
        """Whether this out_trade_no is remembered as used in the environment."""
        return out_trade_no in self.used_order_numbers.get(environment_id, ())

    def recalled(self, panel: str) -> dict[str, Any]:
        """What this panel wants remembered; empty where that is no object."""
        value = self.panels.get(panel)
        return value if isinstance(value, dict) else {}

    def remembering(self, panel: str, value: dict[str, Any]) -> Settings:
        """The same settings with this for the panel."""
        return replace(self, panels={**self.panels, panel: value})


def settings_folder(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Path:
    """Where this system keeps a program's settings; ``QFPAY_TESTER_HOME`` overrides it. Nothing is created."""
    if chosen := environ.get("QFPAY_TESTER_HOME"):
        return Path(chosen).expanduser()
    return _system_folder(platform, environ) / _FOLDER


def load(path: Path) -> tuple[Settings, Text | None]:
    """The settings in the file, with a sentence where not all of them could be read; defaults where there is none."""
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        return Settings(), _UNREADABLE.fill(path=path, reason=_reason(error))
    try:
        members = json.loads(written)
    except (ValueError, RecursionError):
        members = None
    if not isinstance(members, dict):
        return Settings(), _DAMAGED.fill(path=path, copy=_kept_aside(path, written))
    return _from_members(path, members, written)


def save(path: Path, settings: Settings) -> Text | None:
    """Write the settings in one step, readable by this user only; a sentence where the system does not let us."""
    written = json.dumps(_members(settings), indent=1, sort_keys=True)
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        put(target, written)
    except OSError as error:
        return _NOT_SAVED.fill(path=path, reason=_reason(error))
    return None


def _system_folder(platform: str, environ: Mapping[str, str]) -> Path:
    # platformdirs follows XDG_CONFIG_HOME on macOS too, so it would not find the folder of an earlier version there.
    home = Path(environ.get("HOME") or Path.home())
    if platform == "win32":
        return Path(environ.get("APPDATA") or home / "AppData" / "Roaming")
    if platform == "darwin":
        return home / "Library" / "Application Support"
    configured = environ.get("XDG_CONFIG_HOME", "")
    # The XDG base directory specification has relative paths ignored.
    return Path(configured) if configured.startswith("/") else home / ".config"


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _kept_aside(path: Path, written: bytes) -> Text:
    """Write what the file held beside it, and say so."""
    copy = path.with_name(path.name + ".damaged")
    try:
        with open(opened(copy, os.O_WRONLY | os.O_TRUNC), "wb") as file:  # noqa: PTH123 - a descriptor
            file.write(written)
    except OSError as error:
        return _NOT_COPIED.fill(reason=_reason(error))
    return _COPIED.fill(path=copy)


def _text_of(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _one_of(choices: tuple[str, ...]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in choices:
            raise ValueError
        return str(value)

    return read


def _zoom_of(value: Any) -> int:
    if not isinstance(value, int) or not LEAST_ZOOM <= value <= MOST_ZOOM:
        raise ValueError
    return value


def _object_of(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError
    return value


def _entries_of(value: Any) -> tuple[dict[str, Any], ...]:
    if not isinstance(value, list) or len(value) > MOST_ROWS:
        raise TypeError
    return tuple(_object_of(entry) for entry in value)


def _drafts_of(value: Any) -> dict[str, tuple[dict[str, Any], ...]]:
    return {endpoint: _entries_of(rows) for endpoint, rows in _object_of(value).items()}


def _addresses_of(value: Any) -> dict[str, dict[str, str]]:
    addresses = _object_of(value)
    if len(addresses) > MOST_ADDRESSES or not all(map(is_custom, addresses)):
        raise ValueError
    return {
        id_: {member: _text_of(_object_of(one)[member]) for member in ("name", "base_url")}
        for id_, one in addresses.items()
    }


def _order_numbers_of(value: Any) -> dict[str, tuple[str, ...]]:
    lists = _object_of(value)
    if not all(isinstance(numbers, list) for numbers in lists.values()):
        raise TypeError
    return {
        environment_id: tuple(_text_of(number) for number in numbers)[-MOST_ORDER_NUMBERS:]
        for environment_id, numbers in lists.items()
    }


_READERS: dict[str, Callable[[Any], Any]] = {
    "language": _one_of(LANGUAGES),
    "theme": _one_of(THEMES),
    "zoom": _zoom_of,
    "environment_id": _text_of,
    "addresses": _addresses_of,
    "profile": _text_of,
    "ca_file": _text_of,
    "draft": _entries_of,
    "drafts": _drafts_of,
    "endpoint": _text_of,
    "used_order_numbers": _order_numbers_of,
    "panels": _object_of,
}


def _from_members(path: Path, members: dict[str, Any], written: bytes) -> tuple[Settings, Text | None]:
    """Settings from the file's members; each one of the wrong type is left at its default and named."""
    members = _moved_on(members)
    usable: dict[str, Any] = {}
    unusable: list[str] = []
    for key in _READERS.keys() & members.keys():
        try:
            usable[key] = _READERS[key](members[key])
        except (KeyError, TypeError, ValueError):
            unusable.append(key)
    unknown = {key: value for key, value in members.items() if key not in _READERS}
    if not unusable:
        return Settings(**usable, unknown=unknown), None
    # Another version may have meant something by it; the next save would take it away.
    problem = _RESET.fill(path=path, keys=", ".join(sorted(unusable)), copy=_kept_aside(path, written))
    return Settings(**usable, unknown=unknown), problem


def _moved_on(members: dict[str, Any]) -> dict[str, Any]:
    """The members as they are called today: there was one custom base URL, and it had no name."""
    former = members.get(_FORMER)
    if isinstance(former, str) and former and "addresses" not in members:
        address = {"name": custom(former).address or former, "base_url": former}
        members = {**members, "addresses": {CUSTOM_ID: address}}
    return {key: value for key, value in members.items() if key != _FORMER}


def _members(settings: Settings) -> dict[str, Any]:
    """The JSON members of the file; what another version wrote never overrides what this one knows."""
    known = {member.name: getattr(settings, member.name) for member in fields(settings) if member.name != "unknown"}
    return {**settings.unknown, **known}
