"""The environments in words and icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.qfpay.addresses import Address

_ICONS = {
    EnvironmentKind.SIMULATOR.value: ("simulator", "accent_fg"),
    EnvironmentKind.SANDBOX.value: ("sandbox", "note_fg"),
    EnvironmentKind.LIVE_TESTING.value: ("live", "attention_fg"),
    EnvironmentKind.PRODUCTION.value: ("production", "production_fg"),
}
_CUSTOM_ICON = ("custom", "icon")
_MEANINGS = {
    EnvironmentKind.SIMULATOR: text("Places", "no money"),
    EnvironmentKind.SANDBOX: text("Places", "no money"),
    EnvironmentKind.LIVE_TESTING: text("Places", "real money"),
    EnvironmentKind.PRODUCTION: text("Places", "real money"),
}
_DEMO = text("Places", "Demo merchant")
_ADDRESSES: dict[str, Address] = {}


def kind_icon(kind: str) -> tuple[str, str]:
    """The icon and tone of an environment's kind."""
    return _ICONS.get(kind, _CUSTOM_ICON)


def kind_name(kind: str) -> str:
    """The kind of an environment as icons and the style sheet call it."""
    return kind_icon(kind)[0]


def meaning(kind: EnvironmentKind) -> Text | None:
    """What sending there moves, in two words; None where that is not known."""
    return _MEANINGS.get(kind)


def profile_name(name: str) -> str:
    """The profile's name; that of the built-in one in the language of the window."""
    return translated(_DEMO) if name == _DEMO.template else name


def claimed_id(environment_id: str) -> str:
    """The id by which the register and the reference know an environment: all base URLs of one's own are one there."""
    return environments.CUSTOM_ID if environments.is_custom(environment_id) else environment_id


def know(addresses: Iterable[Address]) -> None:
    """Call the base URLs of the user's own by these names from now on."""
    _ADDRESSES.clear()
    _ADDRESSES.update((one.id, one) for one in addresses)


def environment_name(environment_id: str, where: str = "") -> Text:
    """The environment's name; for a base URL of one's own that was another one by then, what its id tells.

    ``where`` is the host or base URL of what is told of; "" for whatever it is today.
    """
    address = _ADDRESSES.get(environment_id)
    if address is not None and where in address.base_url:
        return address.environment.name
    return environments.name_of(environment_id)
