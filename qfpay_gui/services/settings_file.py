"""One window's view of the settings file, which other windows write as well: what one changes, none undoes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields, replace
from threading import RLock
from typing import TYPE_CHECKING, Any

from qfpay_gui.services.settings import MOST_ORDER_NUMBERS, Settings, load, save
from qfpay_gui.services.turns import in_turn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from qfpay_gui.qfpay.text import Text


class SettingsFile:
    """Reads the file at the start, and merges what this window changed since into what stands there by then.

    Two threads may write, one after the other.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = RLock()
        self._base, self.trouble = load(path)
        self._seen = self._state()

    @property
    def settings(self) -> Settings:
        """What the file held when this window last read or wrote it, as far as this window knows."""
        return self._base

    def save(self, settings: Settings) -> tuple[Settings, Text | None]:
        """Write what changed, in one step; the settings with the order numbers of other windows, and what went wrong.

        A file that is gone or damaged meanwhile is written anew, with everything this window knows.
        """
        with self._lock:
            with in_turn(self._path):
                theirs = self._theirs()
                trouble = save(self._path, merged(self._base, settings, theirs))
                self._seen = self._state()
            settings = replace(settings, used_order_numbers=_numbers(self._base, settings, theirs))
            if trouble is None:
                self._base = settings
            return settings, trouble

    def save_draft(self, make: Callable[[], Settings], is_wanted: Callable[[], bool]) -> Text | None:
        """Write the settings that are made, unless newer ones were written meanwhile; what went wrong.

        The order numbers of other windows are not handed back, so they are looked for again before the next send.
        """
        settings = make()
        with self._lock:
            if not is_wanted():
                return None
            _settings, trouble = self.save(settings)
            self._seen = None
            return trouble

    def with_numbers_of_others(self, settings: Settings) -> Settings:
        """The same settings with the order numbers other windows used meanwhile; the file is read where it changed."""
        with self._lock:
            state = self._state()
            if state == self._seen:
                return settings
            theirs, self._seen = self._theirs(), state
            settings = replace(settings, used_order_numbers=_numbers(self._base, settings, theirs))
            self._base = replace(self._base, used_order_numbers=theirs.used_order_numbers)
            return settings

    def _theirs(self) -> Settings:
        theirs, trouble = load(self._path) if self._path.exists() else (self._base, None)
        return self._base if trouble else theirs

    def _state(self) -> tuple[int, int, int] | None:
        with suppress(OSError):
            found = self._path.stat()
            return found.st_mtime_ns, found.st_size, found.st_ino
        return None


def merged(base: Settings, ours: Settings, theirs: Settings) -> Settings:
    """What stands in the file, with what we changed since ``base``; where both changed the same, ours is newer."""
    members = {one.name: _member(one.name, base, ours, theirs) for one in fields(Settings)}
    return Settings(**{**members, "used_order_numbers": _numbers(base, ours, theirs)})


def _member(name: str, base: Settings, ours: Settings, theirs: Settings) -> Any:
    before, here, there = (getattr(one, name) for one in (base, ours, theirs))
    if isinstance(here, dict):
        return _entries(before, here, there)
    return here if here != before else there


def _entries(before: Mapping[str, Any], here: Mapping[str, Any], there: Mapping[str, Any]) -> dict[str, Any]:
    changed = {key: value for key, value in here.items() if key not in before or value != before[key]}
    return {**{key: value for key, value in there.items() if key in here or key not in before}, **changed}


def _numbers(base: Settings, ours: Settings, theirs: Settings) -> dict[str, tuple[str, ...]]:
    """Each environment's latest numbers: theirs, then those that this window used since."""
    before, here, there = (one.used_order_numbers for one in (base, ours, theirs))
    return {
        environment_id: _latest(
            there.get(environment_id, ()),
            [number for number in here.get(environment_id, ()) if number not in before.get(environment_id, ())],
        )
        for environment_id in {**there, **here}
    }


def _latest(theirs: tuple[str, ...], new: list[str]) -> tuple[str, ...]:
    return (*(number for number in theirs if number not in new), *new)[-MOST_ORDER_NUMBERS:]
