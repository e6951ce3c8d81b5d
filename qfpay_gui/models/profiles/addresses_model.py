"""The base URLs of the user's own: added, changed and removed, each step to be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.qfpay.addresses import Address, clean_name, new_address
from qfpay_gui.qfpay.environments import custom
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ADDED = text("Addresses", "“{name}” was added")
_CHANGED = text("Addresses", "“{name}” was changed")
_REMOVED = text("Addresses", "“{name}” was removed")
_MOST_STEPS = 50


@dataclass(frozen=True)
class _Step:
    """What was done, and the addresses as they were before."""

    done: Text
    before: tuple[Address, ...]


class AddressesModel(QObject):
    """Holds the addresses in the order of their names; whoever asks has checked what was typed."""

    changed = Signal()

    def __init__(self, kept: Mapping[str, Mapping[str, str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[_Step] = []
        self.addresses = _sorted(Address(id_, one["name"], one["base_url"]) for id_, one in kept.items())

    @property
    def kept(self) -> dict[str, dict[str, str]]:
        """The addresses as the settings hold them."""
        return {one.id: {"name": one.name, "base_url": one.base_url} for one in self.addresses}

    @property
    def latest(self) -> Text | None:
        """What ``undo`` would take back, or None."""
        return self._steps[-1].done if self._steps else None

    def find(self, address_id: str) -> Address | None:
        """The address with this id."""
        return next((one for one in self.addresses if one.id == address_id), None)

    def others(self, address_id: str) -> tuple[Address, ...]:
        """All addresses but this one."""
        return tuple(one for one in self.addresses if one.id != address_id)

    def add(self, name: str, base_url: str) -> Address:
        """Keep a new address; without a name it is called by its host and path."""
        address = new_address(name, base_url, self.addresses)
        self._take(_ADDED.fill(name=address.name), (*self.addresses, address))
        return address

    def at(self, base_url: str) -> Address:
        """The address with this base URL, which is kept from now on where it was not."""
        found = (one for one in self.addresses if one.base_url == custom(base_url).base_url)
        return next(found, None) or self.add("", base_url)

    def change(self, address_id: str, name: str, base_url: str) -> None:
        """Give an address another name or base URL; it stays the one that profiles and orders know."""
        former = self.find(address_id)
        if former is None:
            return
        address = replace(former, name=clean_name(name), base_url=custom(base_url).base_url)
        if address != former:
            self._take(_CHANGED.fill(name=address.name), (*self.others(address_id), address))

    def remove(self, address_id: str) -> None:
        """Forget an address; what was done there stays in history and orders."""
        if (address := self.find(address_id)) is not None:
            self._take(_REMOVED.fill(name=address.name), self.others(address_id))

    def undo(self) -> None:
        """Take the latest step back, as far as there is one."""
        if self._steps:
            self.addresses = self._steps.pop().before
            self.changed.emit()

    def _take(self, done: Text, addresses: tuple[Address, ...]) -> None:
        self._steps = [*self._steps[1 - _MOST_STEPS :], _Step(done, self.addresses)]
        self.addresses = _sorted(addresses)
        self.changed.emit()


def _sorted(addresses: Iterable[Address]) -> tuple[Address, ...]:
    return tuple(sorted(addresses, key=lambda one: (one.name.casefold(), one.id)))
