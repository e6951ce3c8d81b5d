"""The environments in words and icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.environments import EnvironmentKind

if TYPE_CHECKING:
    from qfpay_gui.qfpay.text import Text

_ICONS = {
    EnvironmentKind.SIMULATOR.value: ("simulator", "accent_fg"),
    EnvironmentKind.SANDBOX.value: ("sandbox", "note_fg"),
    EnvironmentKind.LIVE_TESTING.value: ("live", "attention_fg"),
    EnvironmentKind.PRODUCTION.value: ("production", "production_fg"),
}
_CUSTOM_ICON = ("custom", "icon")


def kind_icon(kind: str) -> tuple[str, str]:
    """The icon and tone of an environment's kind."""
    return _ICONS.get(kind, _CUSTOM_ICON)


def kind_name(kind: str) -> str:
    """The kind of an environment as icons and the style sheet call it."""
    return kind_icon(kind)[0]


def environment_name(environment_id: str) -> Text:
    """The environment's name; "Custom" where it is none of the built-in ones."""
    known = environments.by_id(environment_id)
    return known.name if known else environments.CUSTOM
