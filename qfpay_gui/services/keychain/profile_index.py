"""The list of kept names, itself in the keychain because keychains cannot be listed through ``keyring``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qfpay_gui.services.keychain.errors import EntryUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.services.keychain.entries import Entries

# Windows Credential Manager keeps 2,560 bytes of UTF-16 (CRED_MAX_CREDENTIAL_BLOB_SIZE): 1,280 ASCII characters.
MOST_CHARACTERS = 1280


def _names(entry: str, kept: str) -> list[str]:
    """The names on a page; raises EntryUnreadable."""
    try:
        names = json.loads(kept)
    except (ValueError, RecursionError):
        names = None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise EntryUnreadable(entry)
    return names


class ProfileIndex:
    """Names only, on as many pages as they need; a name stays on its page, so each change writes one entry.

    ``heading`` names the pages, so that lists of different things stand beside each other. All verbs raise
    SecretStoreError.
    """

    def __init__(self, entries: Entries, heading: str = "profiles") -> None:
        self._entries = entries
        self._heading = heading

    def names(self) -> tuple[str, ...]:
        """Every listed name, sorted without regard to capital letters."""
        listed = {name for _, names in self._pages() for name in names}
        return tuple(sorted(listed, key=lambda name: (name.casefold(), name)))

    def add(self, name: str) -> None:
        """List the name; nothing happens where it is listed already."""
        pages = list(self._pages())
        if any(name in names for _, names in pages):
            return
        for number, names in [*pages, (len(pages) + 1, [])]:
            written = json.dumps([*names, name])
            if len(written) <= MOST_CHARACTERS:
                self._entries.put(self._page(number), written)
                return

    def remove(self, name: str) -> None:
        """Strike the name off; nothing happens where it is not listed."""
        for number, names in self._pages():
            if name in names:
                self._entries.put(self._page(number), json.dumps([other for other in names if other != name]))

    def _pages(self) -> Iterator[tuple[int, list[str]]]:
        number = 1
        while (kept := self._entries.get(self._page(number))) is not None:
            yield number, _names(self._page(number), kept)
            number += 1

    def _page(self, number: int) -> str:
        return f"({self._heading})" if number == 1 else f"({self._heading} {number})"
