"""What there is to know of the profiles at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.qfpay.credentials import Credentials, Profile
    from qfpay_gui.qfpay.text import Text

Kept = Literal["built in", "keychain", "session"]


@dataclass(frozen=True)
class ProfileEntry:
    """A profile's name, and where its keys are."""

    name: str
    kept: Kept


@dataclass(frozen=True)
class Home:
    """Where a profile belongs, by the environment's id, and the app_code it has there."""

    environment_id: str
    app_code: str = ""


@dataclass(frozen=True)
class ProfilesState:
    """``profile`` is None while the chosen one is fetched, or where none is chosen.

    ``notice`` says what the keychain did or why it did not; ``trouble`` marks the latter. ``opened``
    are the names whose keys are at hand; ``place`` is what people call the keychain, once it has answered.
    ``homes`` are those of the profiles that were open before, in this session or an earlier one.
    """

    entries: tuple[ProfileEntry, ...] = ()
    chosen: str = ""
    profile: Profile | None = None
    notice: Text | None = None
    trouble: bool = False
    busy: bool = False
    opened: frozenset[str] = frozenset()
    place: Text | None = None
    homes: Mapping[str, Home] = field(default_factory=dict)

    @property
    def kept(self) -> Kept | None:
        """Where the chosen profile's keys are."""
        return self.kept_of(self.chosen)

    @property
    def is_awaited(self) -> bool:
        """Whether the keychain still owes the keys of the chosen profile, so that nothing is missing yet."""
        return bool(self.chosen) and self.profile is None and not self.trouble and (self.busy or self.place is None)

    def at_home(self, environment_id: str) -> tuple[ProfileEntry, ...]:
        """The profiles that are known to belong to this environment."""
        return tuple(one for one in self.entries if self.environment_of(one.name) == environment_id)

    def environment_of(self, name: str) -> str:
        """The id of the environment a profile belongs to; "" where that is not known before its keys are fetched."""
        return self.homes[name].environment_id if name in self.homes else ""

    def kept_of(self, name: str) -> Kept | None:
        """Where the keys of the profile with this name are; None where there is no such profile."""
        return next((entry.kept for entry in self.entries if entry.name == name), None)


@dataclass(frozen=True)
class Keys:
    """The chosen credentials, and the keys of other open profiles by name: with these a signature is examined."""

    credentials: Credentials
    others: Mapping[str, str] = field(repr=False)
